package index

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"

	"broadsheet/store/index/term"
	"broadsheet/store/query"
)

// oracle answers from the stories themselves, the slow and plain way. Tests
// hold the index to it.
type oracle struct {
	docs []Doc // with those that left: their terms count until a merge
	gone map[int]bool
	held []held
	rank ranker
	o    SearchOptions
	dfs  map[string]int // of terms that were counted
}

// held is what one story holds, by term.
type held struct {
	places map[string][]int
	names  map[string]bool
	order  []string // the terms as they stand, "" between fields
	title  int
	words  int
}

func newOracle(docs []Doc, gone map[int]bool) *oracle {
	x := &oracle{docs: docs, gone: gone, rank: ranker{n: len(docs), last: NoDay}, dfs: map[string]int{}}
	words := 0
	for _, d := range docs {
		h := hold(d)
		x.held = append(x.held, h)
		words += h.words
		x.rank.last = max(x.rank.last, d.Day)
	}
	x.rank.mean = max(1, float64(words)) / float64(len(docs))
	return x
}

func hold(d Doc) held {
	h := held{places: map[string][]int{}, names: map[string]bool{}}
	add := func(mark, text string) {
		for _, t := range term.Of(text) {
			h.places[mark+t] = append(h.places[mark+t], len(h.order))
			h.order = append(h.order, mark+t)
		}
		h.order = append(h.order, "")
	}
	add("", d.Title)
	h.title = len(h.order) - 1
	add("", d.Text)
	h.words = len(h.order) - 2
	var s term.Scanner
	last := 0
	for s.Reset(d.Text); s.Next(); last = s.End {
		between := d.Text[min(last, s.Start):s.Start]
		if last > 0 && s.Upper && (between == " " || !strings.ContainsAny(between, ".!?:\n\"“„«")) {
			h.names[string(s.Term())] = true
		}
	}
	for mark, texts := range [][]string{1: {d.Source}, 2: d.Authors, 3: d.Tags, 4: {d.Language}, 5: {d.Section}} {
		for _, text := range texts {
			add(string(rune(mark)), text)
		}
	}
	return h
}

// code counts as a posting does.
func (h *held) code(t string) uint8 {
	lead, title := 0, 0
	for _, p := range h.places[t] {
		if p < h.title {
			title++
		}
		if p < h.title+1+min(leadWords, h.words-h.title) {
			lead++
		}
	}
	return codeOf(len(h.places[t]), lead, title)
}

// df counts the stories that hold a term, or one that begins so.
func (x *oracle) df(t string, open bool) int {
	key := t
	if open {
		key += "*"
	}
	if n, ok := x.dfs[key]; ok {
		return n
	}
	n := 0
	for i := range x.held {
		if _, ok := x.held[i].places[t]; ok {
			n++
		} else if open {
			for o := range x.held[i].places {
				if strings.HasPrefix(o, t) {
					n++
					break
				}
			}
		}
	}
	x.dfs[key] = n
	return n
}

func (x *oracle) search(q *query.Query, n int) Hits {
	var all []found
	for i, d := range x.docs {
		if x.gone[i] || x.o.Filter != nil && !x.o.Filter(d.Key) {
			continue
		}
		if s, ok := x.eval(q.Root, i); ok {
			all = append(all, found{Hit: Hit{d.Key, s * x.rank.fresh(d.Day)}, day: d.Day, tie: tieOf(d)})
		}
	}
	if x.o.Copies != nil {
		all = oneOfEach(all)
	}
	slices.SortFunc(all, better)
	h := Hits{Total: len(all)}
	for _, f := range all[:min(n, len(all))] {
		h.Hits = append(h.Hits, f.Hit)
	}
	return h
}

// inSevens makes groups of the stories with seven neighbouring keys, every
// second time; the middle one leads.
type inSevens struct{}

func (inSevens) group(key uint32) uint32 { return key / 21 }
func (c inSevens) leads(key uint32) bool { return key == c.group(key)*21+9 }
func (c inSevens) any(key uint32) bool   { return c.group(key)%2 == 0 }
func (c inSevens) Bits() []uint64 {
	bits := make([]uint64, 1<<8) // more than any test has
	for key := range uint32(len(bits) * 64) {
		if c.any(key) {
			bits[key>>6] |= 1 << (key & 63)
		}
	}
	return bits
}
func (c inSevens) Stand(keys []uint32) (left []uint32) {
	for i, k := range keys {
		same := func(o uint32) bool { return c.group(o) == c.group(k) }
		if c.leads(k) || !slices.ContainsFunc(keys[:i], same) && !slices.ContainsFunc(keys[i:], func(o uint32) bool { return same(o) && c.leads(o) }) {
			left = append(left, k)
		}
	}
	return left
}

// oneOfEach leaves of every group the story that stands for it.
func oneOfEach(all []found) []found {
	var c inSevens
	return slices.DeleteFunc(slices.Clone(all), func(f found) bool {
		if !c.any(f.Key) || c.leads(f.Key) {
			return false
		}
		return slices.ContainsFunc(all, func(o found) bool {
			return c.group(o.Key) == c.group(f.Key) && (o.Key < f.Key || c.leads(o.Key))
		})
	})
}

func (x *oracle) eval(n *query.Node, i int) (float64, bool) {
	if n == nil {
		return 0, true
	}
	d := x.docs[i]
	switch n.Op {
	case query.And, query.Or:
		sum, hits := 0., 0
		for _, k := range n.Kids {
			if s, ok := x.eval(k, i); ok {
				sum += s
				hits++
			}
		}
		return sum, hits == len(n.Kids) || n.Op == query.Or && hits > 0
	case query.Not:
		_, ok := x.eval(n.Kids[0], i)
		return 0, !ok
	case query.Is:
		if n.Text == "dated" || n.Text == "undated" {
			return 0, (d.Day != NoDay) == (n.Text == "dated")
		}
		return 0, x.o.marked(d.Key, n.Text)
	case query.Dates:
		return 0, d.Day != NoDay && d.Day >= n.From && d.Day < n.To
	}
	s, ok := x.leaf(n, i)
	if !ok && n.Field == query.Tag && x.o.Marked != nil {
		ok = x.o.Marked(d.Key, "tag", n.Text)
	}
	return s, ok
}

func (x *oracle) leaf(n *query.Node, i int) (score float64, ok bool) {
	h, words, mark := &x.held[i], term.Of(n.Text), ""
	if f := fieldPrefix(n.Field); f > 0 {
		mark = string(rune(f))
	}
	lone := len(words) > 0 && term.Unspaced([]rune(words[len(words)-1])[0]) && len([]rune(words[len(words)-1])) == 1
	var at []int
	for k, w := range words {
		w = mark + w
		open := (n.Prefix || lone) && k == len(words)-1
		fits := func(t string) bool { return t == w || open && strings.HasPrefix(t, w) }
		var next []int
		heaviest, titled := 0, false
		for t, places := range h.places {
			if !fits(t) {
				continue
			}
			titled = titled || h.code(t)>>6 > 0
			before := len(next)
			for _, p := range places {
				if k == 0 || slices.Contains(at, p-1) {
					next = append(next, p)
				}
			}
			if len(next) > before {
				heaviest = max(heaviest, weight(h.code(t)))
			}
		}
		if at = next; len(at) == 0 {
			return 0, false
		}
		idf := idf(x.rank.n, x.df(w, open))
		if open && len(words) == 1 {
			heaviest = 1
			if titled {
				heaviest = prefixTitle
			}
			if own := h.code(w); own > 0 && (n.Field != query.Title || own>>6 > 0) {
				score += x.rank.score(idf, weight(own), float64(h.words))
			}
		}
		score += x.rank.score(idf, heaviest, float64(h.words))
	}
	if n.Field == query.Title {
		at = slices.DeleteFunc(at, func(p int) bool { return p >= h.title })
	}
	if mark != "" {
		score = 0
	}
	return score, len(at) > 0
}

// vector is a story as Similar sees it: the parts of a word and its pairs.
func (x *oracle) vector(i int) map[string]float64 {
	h, out := &x.held[i], map[string]float64{}
	function := functionWords()
	weigh := func(t string) float64 { return rareWeight(x.rank.n, x.df(t, false)) }
	kept := func(t string) bool { return t != "" && t[0] >= ' ' && !slices.Contains(function, t) }
	for t := range h.places {
		if !kept(t) {
			continue
		}
		w, p := weigh(t), parts[h.code(t)]
		all := float64(p.all)
		writers := 0
		for k := range x.held {
			if x.held[k].names[t] {
				writers++
			}
		}
		all *= float64(kindOf(number([]byte(t)), uint32(writers), uint32(x.df(t, false))).gain())
		out["all "+t], out["lead "+t], out["title "+t] = w*all, w*float64(p.lead), w*float64(p.title)
	}
	lead := h.order[:min(len(h.order), h.title+1+pairWords)]
	for k := 1; k < len(lead); k++ {
		if kept(lead[k-1]) && kept(lead[k]) {
			out["pair "+lead[k-1]+" "+lead[k]] = pairPart / (1 + tfHalf) * (weigh(lead[k-1]) + weigh(lead[k])) / 2
		}
	}
	return out
}

// similar compares the story with every other.
func (x *oracle) similar(at, n int) []Neighbour {
	vectors := make([]map[string]float64, len(x.docs))
	every := make([]int, len(x.docs))
	for i := range x.docs {
		vectors[i], every[i] = x.vector(i), i
	}
	norm := func(v map[string]float64) float64 {
		sum := 0.
		for _, t := range slices.Sorted(maps.Keys(v)) { // sums of fractions depend on the order
			sum += v[t] * v[t]
		}
		return math.Sqrt(sum)
	}
	asked := map[string]float64{}
	join := func(v map[string]float64, share float64) {
		for t, w := range v {
			asked[t] += share * w / norm(v)
		}
	}
	var near nearness
	near.measure()
	rank := func(among []int) (order []int, scores map[int]float64) {
		scores = map[int]float64{}
		for _, i := range among {
			if i == at || x.gone[i] {
				continue
			}
			dot := 0.
			for _, t := range slices.Sorted(maps.Keys(vectors[i])) {
				dot += vectors[i][t] * asked[t]
			}
			if dot > 0 {
				scores[i] = min(1, dot/(norm(vectors[i])*norm(asked))) * near.apart(x.docs[at].Day, x.docs[i].Day)
				order = append(order, i)
			}
		}
		slices.SortFunc(order, func(a, b int) int {
			return cmp.Or(cmp.Compare(scores[b], scores[a]), cmp.Compare(tieOf(x.docs[a]), tieOf(x.docs[b])))
		})
		return order, scores
	}
	join(vectors[at], 1)
	sharing, _ := rank(every)
	order, scores := sharing, map[int]float64{}
	for _, round := range rounds() {
		first := order[:min(round.n, len(order))]
		for _, i := range first {
			join(vectors[i], round.gain/float64(len(first)))
		}
		order, scores = rank(sharing)
	}
	var out []Neighbour
	for _, i := range order[:min(n, len(order))] {
		out = append(out, Neighbour{Key: x.docs[i].Key, Score: scores[i]})
	}
	return out
}
