package page

import (
	"math"
	"slices"
	"strings"

	"broadsheet/articles"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// sheet is a page laid out for judging: its blocks, and of each what both
// readings have to say.
type sheet struct {
	root      *html.Node
	blocks    []block
	votes     []float64 // the first reading's
	near      []hint    // hints of the element and two above
	far       []hint    // hints of what stands above those
	good      []bool    // reads as prose, by its own words alone
	goodF     []float64
	inMain    []float64       // how near the block stands to where the prose is
	share     []float64       // share of the page's prose that has the same parent
	kin       []float64       // share of the page's prose that has the same path
	ld        []float64       // agreement with the story's text as metadata gives it
	voteKin   []float64       // kin, of the prose that the first reading keeps
	voteShare []float64       // share, likewise
	seen      []int           // how often the same text stands in the page
	title     string          // folded
	titles    map[string]bool // all that metadata offers as title, in letters
	top       int             // the block that is the headline, or -1
	first     int             // first and last block the first reading keeps
	last      int
	mass      float64
	usual     map[hint]float64 // share of the page's prose that a hint near it is said of
	alone     []float64        // chances of the first round
	verdict   []articles.Class // the line cleaner's, of the blocks that may be the story's
}

// nearSpan is how many elements count as near a block.
const nearSpan = 3

// lay makes the sheet of a page; where all of it is the story there is nothing
// for the first reading to choose.
func lay(root *html.Node, blocks []block, f facts, whole bool) *sheet {
	s := &sheet{root: root, blocks: blocks, title: fold(f.title), titles: make(map[string]bool)}
	for _, t := range f.titles() {
		s.titles[articles.Letters(t)] = true
	}
	n := len(blocks)
	if whole {
		s.votes = slices.Repeat([]float64{1}, n)
	} else {
		s.votes = propose(root, blocks, f.title)
	}
	s.near, s.far = make([]hint, n), make([]hint, n)
	s.good, s.inMain = make([]bool, n), make([]float64, n)
	s.share, s.kin = make([]float64, n), make([]float64, n)
	s.voteKin, s.voteShare = make([]float64, n), make([]float64, n)
	s.ld, s.seen = make([]float64, n), make([]int, n)
	s.readHints()
	s.readProse()
	s.goodF = floats(s.good)
	s.readBody(f.body)
	s.readPlace()
	s.readUsual()
	return s
}

func (s *sheet) readHints() {
	known := make(map[*html.Node]hint)
	for i := range s.blocks {
		depth := 0
		for e := s.blocks[i].holder(); e != nil; e = e.Parent {
			if e.Type != html.ElementNode {
				break
			}
			h, ok := known[e]
			if !ok {
				h = hintsOf(e)
				known[e] = h
			}
			if depth < nearSpan {
				s.near[i] |= h
			} else {
				s.far[i] |= h
			}
			depth++
		}
	}
}

// holder is the lowest element that holds all of a block.
func (b *block) holder() *html.Node {
	if b.row || len(b.pieces) == 0 {
		return b.el
	}
	first := b.pieces[0].node.Parent
	if first == nil || len(b.pieces) > 1 && b.pieces[len(b.pieces)-1].node.Parent != first {
		return b.el
	}
	return first
}

// prose reports whether a text reads as a sentence or more of a story.
func prose(b *block) bool {
	if b.level > 0 || b.chars < 40 || b.density() > .35 {
		return false
	}
	if b.words >= 25 {
		return true
	}
	return b.words >= 8 && endsSentence(b.text)
}

func endsSentence(s string) bool {
	s = strings.TrimRight(s, " \"'”’»)]*")
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") ||
		strings.HasSuffix(s, "…") || strings.HasSuffix(s, ":") || strings.HasSuffix(s, "。")
}

// outOfStory are the places where prose is not the story's.
const outOfStory = hintComment | hintFoot | hintLegal | tagFooter | tagAside | tagNav | hintNav | tagForm | hintNewsletter | hintPopular | hintRelated | hintSide

// readProse finds where the page's prose is: of each element how much stands
// under it, and the deepest that holds most.
func (s *sheet) readProse() {
	mass := make(map[*html.Node]float64)
	path := make(map[string]float64)
	voteMass := make(map[*html.Node]float64)
	votePath := make(map[string]float64)
	voteTotal := 0.0
	paths := make([]string, len(s.blocks))
	total := 0.0
	for i := range s.blocks {
		b := &s.blocks[i]
		paths[i] = pathOf(b.holder())
		s.good[i] = prose(b)
		if !s.good[i] {
			continue
		}
		w := float64(b.words) * (1 - b.density())
		if (s.near[i]|s.far[i])&hintComment != 0 {
			w *= .1
		} else if (s.near[i]|s.far[i])&outOfStory != 0 {
			w *= .4
		}
		total += w
		path[paths[i]] += w
		if v := s.votes[i] * w; v > 0 {
			voteTotal += v
			votePath[paths[i]] += v
			for e := b.el; e != nil; e = e.Parent {
				voteMass[e] += v
			}
		}
		for e := b.el; e != nil; e = e.Parent {
			mass[e] += w
		}
	}
	s.mass = total
	if total == 0 {
		return
	}
	for i := range s.blocks {
		b := &s.blocks[i]
		s.kin[i] = path[paths[i]] / total
		up := b.el
		if up.Parent != nil && len(b.pieces) > 0 && up.DataAtom != atom.Div {
			up = up.Parent
		}
		s.share[i] = mass[up] / total
		if voteTotal > 0 {
			s.voteKin[i] = votePath[paths[i]] / voteTotal
			s.voteShare[i] = voteMass[up] / voteTotal
		}
		// How far up must one go from the block to stand over most prose?
		steps := 0
		for e := b.el; e != nil && mass[e] < .6*total; e = e.Parent {
			steps++
		}
		s.inMain[i] = 1 / float64(1+steps)
	}
}

// pathOf names the way to an element by the three last steps.
func pathOf(e *html.Node) string {
	var b strings.Builder
	for range 3 {
		if e == nil || e.Type != html.ElementNode {
			break
		}
		b.WriteString(e.Data)
		if c := attr(e, "class"); c != "" && e.DataAtom != atom.P {
			b.WriteByte('.')
			b.WriteString(c)
		}
		b.WriteByte('/')
		e = e.Parent
	}
	return b.String()
}

// readBody compares every block with the story's text as metadata gives it.
func (s *sheet) readBody(body string) {
	if len(body) < 400 {
		return
	}
	have := articles.Letters(body)
	for i := range s.blocks {
		b := &s.blocks[i]
		if b.chars == 0 {
			continue
		}
		s.ld[i] = -1
		if t := articles.Letters(b.text); len(t) >= 12 && strings.Contains(have, t) {
			s.ld[i] = 1
		} else if len(t) < 12 {
			s.ld[i] = 0
		}
	}
}

// readPlace finds the headline, the extent of the first reading's proposal,
// and what the page says twice.
func (s *sheet) readPlace() {
	s.top, s.first, s.last = -1, -1, -1
	count := make(map[string]int, len(s.blocks))
	for i := range s.blocks {
		count[s.blocks[i].text]++
	}
	title := articles.Letters(s.title)
	plain := -1 // the headline where no heading is it
	for i := range s.blocks {
		b := &s.blocks[i]
		s.seen[i] = count[b.text]
		if b.level == 1 && s.top < 0 && b.chars > 0 || title != "" && b.level > 0 && articles.Letters(b.text) == title && (s.top < 0 || s.blocks[s.top].level > b.level) {
			s.top = i
		}
		if plain < 0 && b.level == 0 && b.words >= 3 && b.words <= 30 && s.titles[articles.Letters(b.text)] {
			plain = i
		}
		if s.votes[i] > .5 && s.good[i] {
			if s.first < 0 {
				s.first = i
			}
			s.last = i
		}
	}
	if s.top < 0 {
		s.top = plain
	}
}

// readUsual finds which hints are said of most of the page's prose anyway: a
// theme that names every part a widget says nothing by it.
func (s *sheet) readUsual() {
	s.usual = make(map[hint]float64)
	total := 0.0
	for i := range s.blocks {
		if !s.good[i] || (s.near[i]|s.far[i])&(hintComment|tagFooter|tagNav) != 0 {
			continue
		}
		w := float64(s.blocks[i].words) * (.1 + s.votes[i])
		total += w
		for k := range nHints {
			if s.near[i]&(1<<k) != 0 {
				s.usual[1<<k] += w
			}
		}
	}
	for k := range s.usual {
		s.usual[k] /= total
	}
}

func logWords(n int) float64 { return math.Log1p(float64(n)) }
