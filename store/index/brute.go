package index

import (
	"bytes"
	"cmp"
	"context"
	"encoding/gob"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"

	"broadsheet/store/index/term"
	"broadsheet/store/query"
)

// Write makes a segment file.
func Write(path string, docs []Doc) (Info, error) {
	var b bytes.Buffer
	if err := gob.NewEncoder(&b).Encode(docs); err != nil {
		return Info{}, err
	}
	return Info{path, len(docs), int64(b.Len())}, os.WriteFile(path, b.Bytes(), 0o600)
}

// Merge makes one segment of several, without the dead.
func Merge(dst string, segs []string, dead Dead) (Info, error) {
	x, err := Open(segs, dead)
	if err != nil {
		return Info{}, err
	}
	return Write(dst, x.docs)
}

// Index is a set of open segments.
type Index struct {
	docs  []Doc
	parts []part
	df    map[string]int
	total int
	last  int32
}

type part struct {
	terms map[string][]int // positions
	title int
	dl    int
}

// Open maps the segments at paths, later ones holding over earlier ones.
func Open(paths []string, dead Dead) (*Index, error) {
	x := &Index{df: map[string]int{}, last: NoDay}
	seen := map[uint32]Doc{}
	for _, p := range paths {
		b, err := os.ReadFile(p)
		if err != nil {
			return nil, err
		}
		var docs []Doc
		if err := gob.NewDecoder(bytes.NewReader(b)).Decode(&docs); err != nil {
			return nil, fmt.Errorf("%s: %w: %w", p, ErrDamaged, err)
		}
		for _, d := range docs {
			seen[d.Key] = d
		}
	}
	for _, d := range dead {
		delete(seen, d)
	}
	for _, d := range seen {
		x.docs = append(x.docs, d)
	}
	slices.SortFunc(x.docs, func(a, b Doc) int { return cmp.Compare(a.Key, b.Key) })
	for _, d := range x.docs {
		p := part{terms: map[string][]int{}}
		pos := 0
		add := func(ns byte, text string) {
			for _, t := range term.Of(text) {
				if ns > 0 {
					t = string(ns) + t
				}
				p.terms[t] = append(p.terms[t], pos)
				pos++
			}
			pos++
		}
		add(0, d.Title)
		p.title = pos - 1
		add(0, d.Text)
		p.dl = pos
		x.total += pos
		for _, a := range d.Authors {
			add(2, a)
		}
		for _, a := range d.Tags {
			add(3, a)
		}
		add(1, d.Source)
		add(4, d.Language)
		add(5, d.Section)
		for t := range p.terms {
			x.df[t]++
		}
		x.last = max(x.last, d.Day)
		x.parts = append(x.parts, p)
	}
	return x, nil
}

// Close lets go of the files.
func (x *Index) Close() error { return nil }

// Verify reads every byte and compares checksums.
func (x *Index) Verify(ctx context.Context) error { return nil }

// Len tells how many live stories the index holds.
func (x *Index) Len() int { return len(x.docs) }

// Search ranks the stories that match.
func (x *Index) Search(ctx context.Context, q *query.Query, o SearchOptions) (Hits, error) {
	var h Hits
	type scored struct {
		Hit
		i int
	}
	var all []scored
	for i, d := range x.docs {
		s, ok := x.eval(q.Root, i, o)
		if !ok || o.Filter != nil && !o.Filter(d.Key) {
			continue
		}
		if d.Day != NoDay {
			s *= 1 + .1*math.Exp2(-float64(x.last-d.Day)/365)
		}
		all = append(all, scored{Hit{d.Key, s}, i})
	}
	slices.SortFunc(all, func(a, b scored) int {
		if c := cmp.Compare(b.Score, a.Score); c != 0 {
			return c
		}
		if c := cmp.Compare(x.docs[b.i].Day, x.docs[a.i].Day); c != 0 {
			return c
		}
		return cmp.Compare(a.Key, b.Key)
	})
	h.Total = len(all)
	for _, s := range all[:min(len(all), o.N)] {
		h.Hits = append(h.Hits, s.Hit)
	}
	return h, ctx.Err()
}

// Match lists the keys of every story that matches, ascending.
func (x *Index) Match(ctx context.Context, q *query.Query, o SearchOptions) ([]uint32, error) {
	o.N = len(x.docs)
	h, err := x.Search(ctx, q, o)
	var keys []uint32
	for _, hit := range h.Hits {
		keys = append(keys, hit.Key)
	}
	slices.Sort(keys)
	return keys, err
}

func (x *Index) eval(n *query.Node, i int, o SearchOptions) (float64, bool) {
	if n == nil {
		return 0, true
	}
	d := x.docs[i]
	switch n.Op {
	case query.And, query.Or:
		sum, any := 0., n.Op == query.And
		for _, k := range n.Kids {
			s, ok := x.eval(k, i, o)
			if ok {
				sum += s
			}
			if n.Op == query.And {
				any = any && ok
			} else {
				any = any || ok
			}
		}
		return sum, any
	case query.Not:
		_, ok := x.eval(n.Kids[0], i, o)
		return 0, !ok
	case query.Is:
		if n.Text == "dated" || n.Text == "undated" {
			return 0, (d.Day != NoDay) == (n.Text == "dated")
		}
		return 0, o.marked(d.Key, n.Text)
	case query.Dates:
		return 0, d.Day != NoDay && d.Day >= n.From && d.Day < n.To
	}
	return x.leaf(n, i)
}

func (x *Index) leaf(n *query.Node, i int) (float64, bool) {
	p := x.parts[i]
	var at []int
	score := 0.
	words := term.Of(n.Text)
	for k, w := range words {
		if ns := fieldPrefix(n.Field); ns > 0 {
			w = string(ns) + w
		}
		var here []int
		if n.Prefix && k == len(words)-1 {
			for t, pos := range p.terms {
				if strings.HasPrefix(t, w) {
					here = append(here, pos...)
				}
			}
		} else {
			here = p.terms[w]
		}
		if n.Field == query.Title {
			here = slices.DeleteFunc(slices.Clone(here), func(p0 int) bool { return p0 >= p.title })
		}
		var next []int
		for _, h := range here {
			if k == 0 || slices.Contains(at, h-1) {
				next = append(next, h)
			}
		}
		if at = next; len(at) == 0 {
			return 0, false
		}
		tf := float64(len(here))
		df := float64(x.df[w])
		score += math.Log(1+(float64(len(x.docs))-df+.5)/(df+.5)) * tf * 2.2 / (tf + 1.2)
	}
	if fieldPrefix(n.Field) > 0 {
		score = 0
	}
	return score, len(words) > 0
}

// Similar lists the stories most like the one of that key, best first.
func (x *Index) Similar(ctx context.Context, key uint32, n int) ([]Neighbour, error) {
	at := slices.IndexFunc(x.docs, func(d Doc) bool { return d.Key == key })
	if at < 0 {
		return nil, fmt.Errorf("similar to %d: %w", key, ErrUnknown)
	}
	weight := func(i int) (map[string]float64, float64) {
		v, sum := map[string]float64{}, 0.
		for t, pos := range x.parts[i].terms {
			if t[0] < ' ' {
				continue
			}
			tf := float64(len(pos))
			v[t] = tf / (tf + 1.2) * math.Log(float64(len(x.docs)+1)/float64(x.df[t]))
			sum += v[t] * v[t]
		}
		return v, math.Sqrt(sum)
	}
	q, qn := weight(at)
	var out []Neighbour
	for i, d := range x.docs {
		if i == at {
			continue
		}
		v, vn := weight(i)
		dot := 0.
		var shared []string
		for t, w := range q {
			if v[t] > 0 {
				dot += w * v[t]
				shared = append(shared, t)
			}
		}
		if dot == 0 {
			continue
		}
		s := dot / (qn * vn)
		if d.Day != NoDay && x.docs[at].Day != NoDay {
			s *= .5 + .5*math.Exp(-math.Abs(float64(d.Day-x.docs[at].Day))/7)
		}
		slices.SortFunc(shared, func(a, b string) int { return cmp.Or(cmp.Compare(q[b]*v[b], q[a]*v[a]), cmp.Compare(a, b)) })
		out = append(out, Neighbour{d.Key, s, shared[:min(5, len(shared))]})
	}
	slices.SortFunc(out, func(a, b Neighbour) int { return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Key, b.Key)) })
	return out[:min(n, len(out))], nil
}
