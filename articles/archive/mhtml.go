package archive

import (
	"errors"
	"strings"

	"broadsheet/articles/parts"
)

// ErrNoPage is returned for a web archive without a page in it.
var ErrNoPage = errors.New("no page in the web archive")

// MHTML finds the page in a web archive that a browser saved as one file: the
// part that the archive starts with, else the largest page in it.
func MHTML(src []byte) (Member, error) {
	root := parts.Parse(src)
	start := root.Param("start")
	var best *parts.Part
	root.Walk(func(p *parts.Part) bool {
		if len(p.Kids) > 0 || !strings.Contains(p.Type, "html") {
			return true
		}
		if start != "" && p.Get("Content-ID") == start {
			best = p
			return false
		}
		if best == nil || start == "" && root.Get("Snapshot-Content-Location") == "" && len(p.Bytes()) > 4*len(best.Bytes()) {
			best = p
		}
		return true
	})
	if best == nil {
		return Member{}, ErrNoPage
	}
	m := Member{
		Type: best.Type, Bytes: best.Bytes(), Charset: best.Param("charset"),
		URL: strings.TrimSpace(best.Get("Content-Location")),
	}
	if u := strings.TrimSpace(root.Get("Snapshot-Content-Location")); u != "" {
		m.URL = u
	}
	if !strings.HasPrefix(m.URL, "http") {
		m.URL = ""
	}
	return m, nil
}
