package markdown

import (
	"maps"

	"broadsheet/articles"
	"broadsheet/articles/text"
)

// judged runs the judge of all blocks with the care that Markdown deserves:
// someone chose what is in it and marked it up. What may be prose after all
// stays, and code and tables are not judged at all.
func judged(blocks []text.Block, o text.Options) text.Result {
	keep := make(map[articles.Class]bool, len(o.Keep)+8)
	maps.Copy(keep, o.Keep)
	for _, c := range []articles.Class{
		articles.ClassCaption, articles.ClassRepeated, articles.ClassPullQuote, articles.ClassURL,
		articles.ClassLabel, articles.ClassAuthorBio, articles.ClassDisclaimer, articles.ClassContributorCredit,
	} {
		keep[c] = true
	}
	o.Keep = keep
	r := text.CleanBlocks(blocks, o)
	if len(r.Cuts) == 0 || len(r.Keep) == len(blocks) {
		return r
	}
	return restored(blocks, r)
}

// restored puts code back that was cut.
func restored(blocks []text.Block, r text.Result) text.Result {
	kept := make(map[int]bool, len(r.Keep))
	for _, b := range r.Keep {
		kept[b.Line] = true
	}
	lost := make(map[int]bool)
	for _, b := range blocks {
		if b.Kind == text.Pre && !kept[b.Line] {
			lost[b.Line] = true
		}
	}
	if len(lost) == 0 {
		return r
	}
	var all []text.Block
	rest := r.Keep
	for _, b := range blocks {
		switch {
		case len(rest) > 0 && rest[0].Line == b.Line:
			all = append(all, rest[0])
			rest = rest[1:]
		case lost[b.Line]:
			all = append(all, b)
		}
	}
	r.Keep = append(all, rest...)
	var cuts []articles.Cut
	for _, c := range r.Cuts {
		if !lost[c.Line] {
			cuts = append(cuts, c)
		}
	}
	r.Cuts = cuts
	return r
}
