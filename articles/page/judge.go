package page

import (
	"math"

	"broadsheet/articles"
	"broadsheet/articles/text"
)

// judge weighs what both readings say and returns, for each block, how
// likely it is a line of the story.
func (s *sheet) judge(w *weights) []float64 {
	p := make([]float64, len(s.blocks))
	for i := range s.blocks {
		p[i] = w.alone.sum(s.measure(i))
	}
	s.alone = p
	s.ask(p)
	out := make([]float64, len(s.blocks))
	for i := range s.blocks {
		out[i] = w.among.sum(s.context(i, p))
	}
	return out
}

// ask puts the lines that may be the story's before the line cleaner, who
// knows phrases and the company they keep, and notes what it would cut.
func (s *sheet) ask(p []float64) {
	s.verdict = make([]articles.Class, len(s.blocks))
	var list []text.Block
	for i := range s.blocks {
		b := &s.blocks[i]
		if p[i] > .3 && !b.picture() && s.near[i]&tagCaption == 0 && i != s.top {
			list = append(list, s.line(i))
		}
	}
	res := text.CleanBlocks(list, text.Options{Title: s.title})
	for _, c := range res.Cuts {
		if c.Line > 0 && c.Line <= len(s.blocks) && c.Start == 0 && c.End == 0 {
			s.verdict[c.Line-1] = c.Class
		}
	}
}

// line is a block as the line cleaner takes it.
func (s *sheet) line(i int) text.Block {
	b := &s.blocks[i]
	return text.Block{Line: b.n, Text: b.text, Kind: kindOf(b, s.near[i]), LinkDensity: b.density()}
}

// court is the kind of a cleaner's verdict: what it rests on.
func court(c articles.Class) int {
	switch c {
	case "":
		return -1
	case articles.ClassNav, articles.ClassMostRead, articles.ClassGallery:
		return 0
	case articles.ClassRepeated, articles.ClassPullQuote, articles.ClassURL:
		return 1
	case articles.ClassCaption, articles.ClassPhotoCredit:
		return 2
	case articles.ClassDate, articles.ClassByline, articles.ClassDupTitle, articles.ClassAuthorBio, articles.ClassTags, articles.ClassLabel:
		return 3
	case articles.ClassRelated, articles.ClassReadMore:
		return 4
	case articles.ClassShare, articles.ClassFollow, articles.ClassNewsletter, articles.ClassPromo, articles.ClassAdvert, articles.ClassCookie, articles.ClassCommentPrompt, articles.ClassPaywall:
		return 5
	}
	return 6
}

const courts = 7

// scale holds the weight of each of a list of signals.
type scale []float64

func (w scale) sum(v []float64) float64 {
	x := 0.0
	for k, m := range v {
		x += w[k] * m
	}
	return 1 / (1 + math.Exp(-x))
}

// weights are the scales of the two rounds of judging: a block alone, then
// among its neighbours.
type weights struct{ alone, among scale }

var ownSignals = signals()

func (s *sheet) measure(i int) []float64 {
	v := make([]float64, len(ownSignals))
	for k := range ownSignals {
		v[k] = ownSignals[k].measure(s, i)
	}
	return v
}

// context measures a block among its neighbours, whose first chances are p.
func (s *sheet) context(i int, p []float64) []float64 {
	b := &s.blocks[i]
	at := func(k int) float64 {
		if k < 0 || k >= len(p) {
			return 0
		}
		return p[k]
	}
	logit := func(x float64) float64 {
		x = min(max(x, .002), .998)
		return math.Log(x / (1 - x))
	}
	prev, next := at(i-1), at(i+1)
	near, wide := s.around(i, 2, p), s.around(i, 5, p)
	section := s.section(i, p)
	short := yes(b.words <= 7)
	v := []float64{
		1, logit(p[i]), prev, next, near, wide,
		max(at(i-1), at(i-2)), max(at(i+1), at(i+2)),
		section, s.siblings(i, p),
		short * near, short * logit(p[i]), yes(b.level > 0) * section, yes(b.level > 0) * logit(p[i]),
		p[i] * near, yes(b.density() > .5) * near, math.Abs(prev - next), s.votes[i],
		s.outer(i, p, -1), s.outer(i, p, 1),
	}
	var said [2 * courts]float64
	if k := court(s.verdict[i]); k >= 0 {
		if b.words > 20 {
			k += courts
		}
		said[k] = 1
	}
	return append(v, said[:]...)
}

// section is, for a heading, the mean chance of what stands under it, and
// for anything else that of the blocks back to the heading over it.
func (s *sheet) section(i int, p []float64) float64 {
	sum, n := 0.0, 0.0
	if l := s.blocks[i].level; l > 0 {
		for k := i + 1; k < len(p) && k < i+12 && (s.blocks[k].level == 0 || s.blocks[k].level > l); k++ {
			w := logWords(s.blocks[k].words)
			sum, n = sum+w*p[k], n+w
		}
	} else {
		for k := i - 1; k >= 0 && k > i-12; k-- {
			w := logWords(s.blocks[k].words)
			sum, n = sum+w*p[k], n+w
			if s.blocks[k].level > 0 {
				break
			}
		}
	}
	if n == 0 {
		return 0
	}
	return sum / n
}

// siblings is the mean chance of the blocks near that have the same parent.
func (s *sheet) siblings(i int, p []float64) float64 {
	up := s.blocks[i].el.Parent
	sum, n := 0.0, 0.0
	for k := max(0, i-10); k < min(len(p), i+11); k++ {
		if k != i && s.blocks[k].el.Parent == up {
			w := logWords(s.blocks[k].words)
			sum, n = sum+w*p[k], n+w
		}
	}
	if n == 0 {
		return 0
	}
	return sum / n
}

// outer is how much likely text stands to one side of a block.
func (s *sheet) outer(i int, p []float64, step int) float64 {
	sum := 0.0
	for k, n := i+step, 0; k >= 0 && k < len(p) && sum < 100 && n < 200; k, n = k+step, n+1 {
		if p[k] > .5 {
			sum += float64(s.blocks[k].words)
		}
	}
	return min(sum, 100) / 100
}
