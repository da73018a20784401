package page

import "strings"

// read takes what glamour drew apart into spans: its colours, and between
// them words. Any other sequence is no sequence but text.
func (p *Page) read(drawn string, links []string) []span {
	var out []span
	style, link := "", 0
	for drawn != "" {
		if params, rest, ok := colour(drawn); ok {
			drawn = rest
			if params == "" || params == "0" {
				style = ""
			} else {
				style = join(style, params)
			}
			continue
		}
		end := strings.IndexAny(drawn, "\x1b"+string(linkOpens)+string(linkCloses))
		switch {
		case end < 0:
			end = len(drawn)
		case end == 0:
			end = p.readSign(&drawn, &links, &link, &out)
		}
		if end > 0 {
			s := span{text: drawn[:end], style: style, link: max(0, link)}
			if link == deadLink {
				s.style = ""
			}
			out = append(out, s)
			drawn = drawn[end:]
		}
	}
	return out
}

// deadLink stands for a link that leads nowhere: its words are words.
const deadLink = -1

// readSign takes one sign off what glamour drew.
func (p *Page) readSign(drawn *string, links *[]string, link *int, out *[]span) int {
	switch {
	case (*drawn)[0] == '\x1b':
		*drawn = (*drawn)[1:]
		*out = append(*out, span{text: "\x1b"})
	case strings.HasPrefix(*drawn, string(linkOpens)):
		*drawn = (*drawn)[len(string(linkOpens)):]
		if len(*links) > 0 {
			if *link = p.number((*links)[0]); *link == 0 {
				*link = deadLink
			}
			*links = (*links)[1:]
		}
	default:
		*drawn = (*drawn)[len(string(linkCloses)):]
		if *link > 0 {
			p.closeLink(*link, *out)
			*out = append(*out, p.numberSpan(*link))
		}
		*link = 0
	}
	return 0
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
