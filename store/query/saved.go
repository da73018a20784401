package query

import "strings"

// maxWithin is how deep saved searches may name others. One that names itself
// meets it.
const maxWithin = 8

// saved reads "@name" and stands for the search of that name as if it were
// typed here in brackets.
func (p *parser) saved(depth int) (*Node, bool) {
	if p.named == nil {
		return nil, false
	}
	start := p.at
	end := len(p.s)
	if i := strings.IndexAny(p.s[start:], " \t\n()\""); i >= 0 {
		end = start + i
	}
	name := p.s[start+1 : end]
	text, ok := p.named(name)
	if !ok {
		return nil, false
	}
	p.at = end
	if p.within >= maxWithin {
		p.fail(start, end-start, "the saved search @%s names itself, or too many others in turn", name)
		return nil, true
	}
	inner := parser{s: text, named: p.named, within: p.within + 1, words: p.words}
	n := inner.or(depth + 1)
	p.words = inner.words
	if inner.err == nil {
		if inner.skip(); inner.at < len(inner.s) {
			inner.fail(inner.at, 1, "this bracket closes nothing")
		}
	}
	if inner.err != nil {
		p.fail(start, end-start, "in the saved search @%s: %s", name, inner.err.Message)
		return nil, true
	}
	standAt(n, start, end-start)
	return n, true
}

// standAt gives a tree the place in the line where its name stands.
func standAt(n *Node, pos, length int) {
	if n == nil {
		return
	}
	n.Pos, n.Len = pos, length
	for _, k := range n.Kids {
		standAt(k, pos, length)
	}
}
