package index

import (
	"context"
	"runtime"
	"slices"
	"sync"

	"broadsheet/store/query"
)

// Search ranks the stories that match. Of stories with the same text, where
// the options tell of them, it ranks and counts only the one that stands for
// the others.
func (x *Index) Search(ctx context.Context, q *query.Query, o SearchOptions) (Hits, error) {
	x.mu.RLock()
	defer x.mu.RUnlock()
	defer x.ease()
	o.N = max(o.N, 0)
	parts := x.sweeps(q, o, false)
	if err := side(ctx, parts, (*sweep).meet); err != nil {
		return Hits{}, err
	}
	hidden := hide(o, parts)
	if err := side(ctx, parts, func(p *sweep, ctx context.Context) error { return p.skim(ctx, hidden) }); err != nil {
		return Hits{}, err
	}
	top, total := best{n: o.N}, 0
	for _, p := range parts {
		total += p.total
		for _, f := range p.top.heap {
			top.add(f)
		}
		for _, f := range p.aside {
			if hidden.has(f.Key) {
				total--
			} else if f.Score >= top.floor() && p.lone == nil {
				top.add(f)
			}
		}
	}
	return Hits{Total: total, Hits: top.sorted()}, nil
}

// Matching lists the keys of the stories that Search would count, in no order
// and without ranking them.
func (x *Index) Matching(ctx context.Context, q *query.Query, o SearchOptions) ([]uint32, error) {
	x.mu.RLock()
	defer x.mu.RUnlock()
	defer x.ease()
	parts := x.sweeps(q, o, true)
	if err := side(ctx, parts, (*sweep).meet); err != nil {
		return nil, err
	}
	hidden := hide(o, parts)
	var keys []uint32
	for _, p := range parts {
		keys = append(keys, p.keys...)
		for _, f := range p.aside {
			if !hidden.has(f.Key) {
				keys = append(keys, f.Key)
			}
		}
	}
	return keys, nil
}

// splitDocs is how many stories of a segment are worth a goroutine, where no
// test says otherwise.
const splitDocs = 8192

// sweep is a run of stories of one segment, searched by itself.
type sweep struct {
	x        *Index
	s        *segment
	o        SearchOptions
	m        matcher
	from, to uint32
	lone     lone // where it is the whole query; nil where all are visited
	list     bool // all matches are wanted, and no rank

	total  int
	top    best
	keys   []uint32
	aside  []found // matches that have copies
	copies keySet  // stories that have copies
}

// sweeps divides a search among the cores.
func (x *Index) sweeps(q *query.Query, o SearchOptions, list bool) []*sweep {
	leaves := x.prepare(q)
	var root *query.Node
	if q != nil {
		root = q.Root
	}
	var copies keySet
	if o.Copies != nil {
		copies = o.Copies.Bits()
	}
	var all []*sweep
	for i, s := range x.segs {
		pieces := max(1, min(runtime.GOMAXPROCS(0), s.nDocs/x.split))
		for k := range pieces {
			c := compiler{x: x, at: i, s: s, o: o, leaves: leaves}
			p := &sweep{
				x: x, s: s, o: o, copies: copies, m: c.node(root), top: best{n: o.N}, list: list,
				from: uint32(s.nDocs * k / pieces), to: uint32(s.nDocs * (k + 1) / pieces),
			}
			all = append(all, p)
			if o.Filter == nil && !list {
				p.lone = loneOf(p.m)
			}
			if p.lone != nil {
				p.to = uint32(s.nDocs) // most are passed over: nothing to divide
				break
			}
		}
	}
	return all
}

// side runs one step of all parts, on all cores if there is enough of it.
func side(ctx context.Context, parts []*sweep, step func(*sweep, context.Context) error) error {
	var group sync.WaitGroup
	errs := make([]error, len(parts))
	for i, p := range parts {
		if i == len(parts)-1 || p.s.nDocs < p.x.split {
			errs[i] = step(p, ctx)
			continue
		}
		group.Go(func() { errs[i] = step(p, ctx) })
	}
	group.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return ctx.Err()
}

// meet visits every live match. Those of a lone condition are only counted
// here, since the best of them are found without looking at all.
func (p *sweep) meet(ctx context.Context) error {
	if p.lone != nil {
		p.meetLone()
		return ctx.Err()
	}
	p.m.seek(p.from)
	for n := 0; ; n++ {
		doc := p.m.doc()
		if doc >= p.to {
			return nil
		}
		if n&0xfff == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		key := p.s.key(doc)
		if !p.s.isDead(doc) && (p.o.Filter == nil || p.o.Filter(key)) {
			p.total++
			p.take(doc, key)
		}
		p.m.seek(doc + 1)
	}
}

// take ranks a match, or puts it aside until it is known who stands for it.
func (p *sweep) take(doc, key uint32) {
	aside := p.copies.has(key)
	if p.o.N == 0 || p.list {
		if aside {
			p.aside = append(p.aside, found{Hit: Hit{Key: key}})
		} else if p.list {
			p.keys = append(p.keys, key)
		}
		return
	}
	score := p.m.score()
	if !aside {
		p.x.rate(p.s, doc, score, &p.top)
		return
	}
	day := p.s.day(doc)
	p.aside = append(p.aside, found{Hit: Hit{key, score * p.x.rank.fresh(day)}, day: day, tie: p.s.tie(doc)})
}

// skim ranks the stories of a lone condition.
func (p *sweep) skim(ctx context.Context, hidden keySet) error {
	if p.lone != nil && p.o.N > 0 {
		p.lone.skim(p, hidden)
	}
	return ctx.Err()
}

// rate adds a match to the best, if its score can be among them at all.
func (x *Index) rate(s *segment, doc uint32, score float64, top *best) {
	floor := top.floor()
	if score*(1+freshGain) < floor {
		return
	}
	day := s.day(doc)
	if score *= x.rank.fresh(day); score < floor {
		return
	}
	top.add(found{Hit: Hit{s.key(doc), score}, day: day, tie: s.tie(doc)})
}

// keySet is a set of keys, a bit each.
type keySet []uint64

func (k keySet) has(key uint32) bool {
	return int(key>>6) < len(k) && k[key>>6]>>(key&63)&1 != 0
}

// hide tells which of the matches put aside another one stands for.
func hide(o SearchOptions, parts []*sweep) keySet {
	var keys []uint32
	for _, p := range parts {
		for _, f := range p.aside {
			keys = append(keys, f.Key)
		}
	}
	if len(keys) == 0 {
		return nil
	}
	slices.Sort(keys)
	hidden := make(keySet, keys[len(keys)-1]>>6+1)
	for _, k := range keys {
		hidden[k>>6] |= 1 << (k & 63)
	}
	for _, k := range o.Copies.Stand(keys) {
		hidden[k>>6] &^= 1 << (k & 63)
	}
	return hidden
}
