// Package pictures finds the pictures of a story in the file that the story
// was read from: those that the file carries within itself, and the names of
// those that lie beside it. It is handed bytes, opens nothing and decodes no
// picture, so a reader pays for it only when he asks to see them.
package pictures

import (
	"bytes"
	"encoding/base64"
	"net/url"
	"path"
	"strings"

	"broadsheet/articles/parts"
)

// Picture is one picture of a story. It has Data, or a File beside the story,
// or only a URL, where it was not saved.
type Picture struct {
	Alt     string // what the page says instead of it
	Caption string
	Data    []byte
	File    string // a path relative to the folder of the file
	URL     string
}

// The most that is taken from one file.
const (
	maxPictures = 60
	maxData     = 24 << 20 // bytes of one picture within a file
)

// Of finds the pictures of the story that is the entry of a file, counted
// from 1; 0 where the file is one story.
func Of(src []byte, entry int) []Picture {
	head := src[:min(len(src), 16<<10)] // the envelope of a mail may be long
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return inBook(src, entry)
	case entry > 0:
		return nil // of many stories in one file none has files of its own
	case isMessage(head):
		return inMessage(src)
	case isPage(head):
		return inPage(src)
	}
	return inMarkdown(string(src))
}

// isMessage reports a saved web archive or a mail.
func isMessage(head []byte) bool {
	text := strings.ToLower(string(head))
	return strings.Contains(text, "mime-version:") && strings.Contains(text, "content-type:")
}

func isPage(head []byte) bool {
	text := strings.ToLower(string(head))
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body", "<article", "<figure", "<div"} {
		if strings.Contains(text, tag) {
			return true
		}
	}
	return false
}

// inMessage finds the pictures of a page that was saved as a message: they
// are other parts of it.
func inMessage(src []byte) []Picture {
	root := parts.Parse(src)
	carried := map[string][]byte{}
	var page []byte
	root.Walk(func(p *parts.Part) bool {
		switch {
		case len(p.Kids) > 0:
		case strings.HasPrefix(p.Type, "image/"):
			if id := strings.Trim(p.Get("Content-ID"), "<> "); id != "" {
				carried["cid:"+id] = p.Bytes()
			}
			if at := strings.TrimSpace(p.Get("Content-Location")); at != "" {
				carried[at] = p.Bytes()
			}
		case strings.Contains(p.Type, "html") && len(p.Bytes()) > len(page):
			page = p.Bytes()
		}
		return true
	})
	base, _ := url.Parse(strings.TrimSpace(root.Get("Snapshot-Content-Location")))
	all := inPage(page)
	for i := range all {
		p := &all[i]
		for _, at := range []string{p.URL, p.File, within(base, p.File)} {
			if data := carried[at]; at != "" && len(data) > 0 {
				p.Data = data[:min(len(data), maxData)]
			}
		}
		p.File = "" // a message has no files beside it
	}
	return all
}

// within is a path as the address of the page makes it whole.
func within(base *url.URL, file string) string {
	u, err := url.Parse(file)
	if base == nil || file == "" || err != nil {
		return ""
	}
	return base.ResolveReference(u).String()
}

// found makes a picture of what a page writes as its source; not ok where
// that is nothing to show.
func found(src string) (Picture, bool) {
	src = strings.TrimSpace(src)
	switch kind, rest, _ := strings.Cut(src, ":"); {
	case src == "":
		return Picture{}, false
	case strings.EqualFold(kind, "data"):
		data := carriedData(rest)
		return Picture{Data: data}, len(data) > 0
	case strings.HasPrefix(src, "//"):
		return Picture{URL: "https:" + src}, true
	case strings.Contains(src, "://"), strings.EqualFold(kind, "cid"):
		return Picture{URL: src}, true
	}
	file, ok := filePath(src)
	return Picture{File: file}, ok
}

// filePath is the path that a reference to a file means.
func filePath(src string) (string, bool) {
	src, _, _ = strings.Cut(src, "#")
	src, _, _ = strings.Cut(src, "?")
	if whole, err := url.PathUnescape(src); err == nil {
		src = whole
	}
	src = strings.ReplaceAll(src, "\\", "/")
	if src == "" || strings.ContainsRune(src, 0) || strings.EqualFold(path.Ext(src), ".svg") {
		return "", false
	}
	return src, true
}

// carriedData is the picture in a data: address, where it is one that a
// terminal can be shown.
func carriedData(rest string) []byte {
	kind, body, ok := strings.Cut(rest, ",")
	if !ok || !strings.HasPrefix(strings.ToLower(kind), "image/") ||
		strings.Contains(strings.ToLower(kind), "svg") || !strings.Contains(kind, ";base64") ||
		len(body) > maxData/3*4 {
		return nil
	}
	if strings.Contains(body, "%") {
		if whole, err := url.PathUnescape(body); err == nil {
			body = whole
		}
	}
	body = strings.Map(func(r rune) rune {
		if r == '\n' || r == '\r' || r == ' ' || r == '\t' || r == '=' {
			return -1
		}
		return r
	}, body)
	data, err := base64.RawStdEncoding.DecodeString(body)
	if err != nil {
		return nil
	}
	return data
}
