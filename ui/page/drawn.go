package page

import (
	"strings"
	"unicode/utf8"
)

// deadLink stands for a link that leads nowhere: its words are words.
const deadLink = -1

// drawing is what glamour drew, being taken apart into spans: its colours,
// the signs that were set before, and between them words. Any other sequence
// is no sequence but text.
type drawing struct {
	page  *Page
	links []string // where the links to come lead
	link  int
	style string
	spans []span
}

func (d *drawing) read(drawn string) []span {
	for drawn != "" {
		if params, rest, ok := colour(drawn); ok {
			d.colour(params)
			drawn = rest
			continue
		}
		end := strings.IndexAny(drawn, signs)
		if end == 0 {
			r, n := utf8.DecodeRuneInString(drawn)
			d.sign(r)
			drawn = drawn[n:]
			continue
		}
		if end < 0 {
			end = len(drawn)
		}
		s := span{text: drawn[:end], style: d.style, link: max(0, d.link)}
		if d.link == deadLink {
			s.style = ""
		}
		d.spans, drawn = append(d.spans, s), drawn[end:]
	}
	return d.spans
}

func (d *drawing) colour(params string) {
	if params == "" || params == "0" {
		d.style = ""
		return
	}
	d.style = join(d.style, params)
}

func (d *drawing) sign(r rune) {
	switch r {
	case linkOpens:
		if len(d.links) == 0 {
			return
		}
		if d.link = d.page.number(d.links[0]); d.link == 0 {
			d.link = deadLink
		}
		d.links = d.links[1:]
	case linkCloses:
		if d.link > 0 {
			d.page.closeLink(d.link, d.spans)
			d.spans = append(d.spans, d.page.numberSpan(d.link))
		}
		d.link = 0
	case lineEnds:
		d.spans = append(d.spans, span{ends: true})
	default:
		d.spans = append(d.spans, span{text: string(r)})
	}
}

// colour takes the parameters of an SGR sequence off the front of s.
func colour(s string) (params, rest string, ok bool) {
	if !strings.HasPrefix(s, "\x1b[") {
		return "", s, false
	}
	end := strings.IndexFunc(s[2:], func(r rune) bool {
		return (r < '0' || r > '9') && r != ';' && r != ':'
	})
	if end < 0 || s[2+end] != 'm' {
		return "", s, false
	}
	return s[2 : 2+end], s[2+end+1:], true
}
