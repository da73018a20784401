package page

import (
	"fmt"
	"net/url"
	"strings"

	"broadsheet/articles/safe"
)

// number gives a link its number: 1 for the first address of the story, the
// same for the same address. What cannot be opened has none.
func (p *Page) number(address string) int {
	address = p.resolve(address)
	if address == "" {
		return 0
	}
	if n := p.numbers[address]; n > 0 {
		return n
	}
	p.links = append(p.links, Link{Number: len(p.links) + 1, URL: address, Line: -1})
	p.numbers[address] = len(p.links)
	return len(p.links)
}

// resolve makes an address whole, or "" where it leads nowhere outside the
// story or a reader should not be sent there.
func (p *Page) resolve(address string) string {
	address = strings.TrimSpace(safe.Line(address))
	if address == "" || address[0] == '#' || len(address) > 2000 {
		return ""
	}
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	if !u.IsAbs() {
		base, err := url.Parse(p.in.Article.URL)
		if err != nil || !base.IsAbs() {
			return ""
		}
		u = base.ResolveReference(u)
	}
	switch u.Scheme {
	case "http", "https", "ftp", "gemini", "gopher", "mailto":
		return safe.Line(u.String())
	}
	return ""
}

// closeLink remembers the words of a link when it has been read.
func (p *Page) closeLink(n int, spans []span) {
	l := &p.links[n-1]
	if l.Text != "" {
		return
	}
	var b strings.Builder
	for i := len(spans) - 1; i >= 0 && spans[i].link == n; i-- {
		if i == 0 || spans[i-1].link != n {
			for _, s := range spans[i:] {
				b.WriteString(s.text)
			}
		}
	}
	l.Text = flatten([]span{{text: b.String()}}).text
}

// numberSpan is the number that stands behind a link.
func (p *Page) numberSpan(n int) span {
	return span{text: fmt.Sprintf("[%d]", n), style: p.sheet.number, link: n, ours: true}
}

// setFootnotes lists where the links lead, what the publisher filed the story
// under, and where it stands.
func (p *Page) setFootnotes() {
	p.rtl = false
	b := box{}
	if len(p.links) > 0 {
		p.section("Links")
	}
	w := len(fmt.Sprint(len(p.links))) + 3
	for _, l := range p.links {
		mark := fmt.Sprintf("%*s ", w-1, fmt.Sprintf("[%d]", l.Number))
		inner := p.inside(box{}, paint(p.sheet.number, mark), spaces(w), w)
		p.address(&inner, l.URL)
	}
	if tags := p.in.Article.Tags; len(tags) > 0 {
		p.gap(&b)
		inner := p.inside(box{style: p.sheet.meta}, paint(p.sheet.meta, "Tagged "), spaces(7), 7)
		p.para(&inner, []span{{text: strings.Join(tags, ", ")}})
	}
	if address := p.resolve(p.in.Article.URL); address != "" {
		p.gap(&b)
		inner := p.inside(box{}, paint(p.sheet.meta, "Original "), spaces(9), 9)
		p.address(&inner, address)
	}
}

// address sets an address, which no blank ends: it is broken where it must.
func (p *Page) address(b *box, address string) {
	defer p.leftToRight()()
	b.style = p.sheet.address
	p.verbatim(b, address)
}

// hyperlink makes text a link for the terminal. The address was resolved, so
// it holds nothing but what the gate lets through; what is no plain ASCII is
// left out.
func hyperlink(address, text string) string {
	for i := range len(address) {
		if address[i] <= ' ' || address[i] > '~' {
			return text
		}
	}
	return "\x1b]8;;" + address + "\x1b\\" + text + "\x1b]8;;\x1b\\"
}
