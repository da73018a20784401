package pictures

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// smallest is the least width or height that a page may give a picture of its
// story; what is smaller is an icon or counts visits.
const smallest = 60

// inPage finds the pictures of a page, but for those of its frame: menus,
// feet, columns beside the story. Where that leaves none it takes those.
func inPage(src []byte) []Picture {
	if all := scan(src, true); len(all) > 0 {
		return all
	}
	return scan(src, false)
}

// scanner goes over the tags of a page.
type scanner struct {
	all   []Picture
	known map[string]bool
	frame int // open elements that are no part of the story
	hung  int // the first picture of the figure that is open, or -1
	said  *strings.Builder
}

func scan(src []byte, bare bool) []Picture {
	s := scanner{known: map[string]bool{}, hung: -1}
	z := html.NewTokenizer(bytes.NewReader(src))
	for len(s.all) < maxPictures {
		switch z.Next() {
		case html.ErrorToken:
			return s.all
		case html.StartTagToken, html.SelfClosingTagToken:
			s.open(z.Token(), bare)
		case html.EndTagToken:
			s.close(z.Token(), bare)
		case html.TextToken:
			if s.said != nil && s.said.Len() < 1000 {
				s.said.Write(z.Text())
			}
		}
	}
	return s.all
}

func isFrame(a atom.Atom) bool {
	return a == atom.Nav || a == atom.Footer || a == atom.Aside || a == atom.Noscript
}

func (s *scanner) open(t html.Token, bare bool) {
	switch {
	case isFrame(t.DataAtom) && bare:
		s.frame++
	case t.DataAtom == atom.Figure:
		s.hung = len(s.all)
	case t.DataAtom == atom.Figcaption:
		s.said = &strings.Builder{}
	case (t.DataAtom == atom.Img || t.Data == "amp-img") && s.frame == 0:
		s.picture(attributes(t))
	}
}

func (s *scanner) close(t html.Token, bare bool) {
	switch {
	case isFrame(t.DataAtom) && bare:
		s.frame = max(s.frame-1, 0)
	case t.DataAtom == atom.Figure:
		s.hung, s.said = -1, nil
	case t.DataAtom == atom.Figcaption && s.said != nil:
		for i := max(s.hung, 0); s.hung >= 0 && i < len(s.all); i++ {
			s.all[i].Caption = folded(s.said.String())
		}
		s.said = nil
	}
}

func attributes(t html.Token) map[string]string {
	out := map[string]string{}
	for _, a := range t.Attr {
		out[strings.ToLower(a.Key)] = a.Val
	}
	return out
}

// picture takes one picture: from the first of its sources that is more than
// a stand-in for one to come.
func (s *scanner) picture(attr map[string]string) {
	for _, k := range []string{"width", "height"} {
		if n, err := strconv.Atoi(strings.TrimSuffix(attr[k], "px")); err == nil && n < smallest {
			return
		}
	}
	var best Picture
	rank := 0
	for _, k := range []string{"src", "data-src", "data-original", "data-lazy-src", "srcset", "data-srcset"} {
		src := attr[k]
		if strings.HasSuffix(k, "srcset") {
			src, _, _ = strings.Cut(strings.TrimSpace(src), " ")
		}
		p, ok := found(src)
		if r := worth(p); ok && r > rank {
			best, rank = p, r
		}
	}
	key := best.File + best.URL
	if key == "" { // two pictures that are as long and begin alike are one
		key = fmt.Sprintf("%d %x", len(best.Data), best.Data[:min(len(best.Data), 200)])
	}
	if rank == 0 || s.known[key] {
		return
	}
	s.known[key] = true
	best.Alt = folded(attr["alt"])
	s.all = append(s.all, best)
}

// worth ranks sources: what the file carries before what lies beside it, and
// that before what would have to be fetched. Pages that load their pictures
// late stand in a dot of some bytes for them.
func worth(p Picture) int {
	const dot = 600
	switch {
	case len(p.Data) > dot:
		return 4
	case p.File != "":
		return 3
	case p.URL != "":
		return 2
	case len(p.Data) > 0:
		return 1
	}
	return 0
}

func folded(s string) string { return strings.Join(strings.Fields(s), " ") }
