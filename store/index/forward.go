package index

import (
	"cmp"
	"encoding/binary"
	"math"
	"math/bits"
	"slices"
)

// A forward list holds what Similar needs of a story: its terms, each with its
// code and whether the story writes it as a name, and the pairs of words that
// stand side by side in its title and lead. A long story keeps only the terms
// that say most of it; more would make the file larger and the answers, as
// measured, no better.
const (
	maxFeatures = 128
	pairWords   = 40 // how far into the body pairs are kept
)

// feature is a term of a story as the forward list keeps it.
type feature struct {
	rank uint32
	code uint8
	name bool
}

// pair is two words that stand side by side, by their place in the story's
// forward list.
type pair struct{ a, b uint32 }

// frequent lists the codes that most features have, in four bits; the last
// number says that the code itself follows.
var frequent = [16]uint8{
	codeOf(1, 0, 0), codeOf(1, 1, 0), codeOf(2, 0, 0), codeOf(2, 1, 0), codeOf(2, 2, 0),
	codeOf(1, 1, 1), codeOf(3, 0, 0), codeOf(3, 1, 0), codeOf(2, 1, 1), codeOf(2, 2, 1),
	codeOf(3, 2, 0), codeOf(3, 2, 1), codeOf(4, 0, 0), codeOf(4, 1, 0), codeOf(4, 2, 1),
}

// rareCode stands for the codes that are not frequent.
const rareCode = 15

// nibble finds the place of a code in frequent.
var nibble = func() (t [256]uint8) {
	for c := range t {
		t[c] = rareCode
	}
	for i, c := range frequent[:rareCode] {
		t[c] = uint8(i)
	}
	return t
}()

// lists gathers the forward lists of all stories while terms come by.
type lists struct {
	all         []feature
	start, next []uint32
	keys        []uint64
	sorted      []uint64
}

// reset makes room for the lists of the stories of a builder.
func (l *lists) reset(b *Builder) {
	l.start = l.start[:0]
	sum := uint32(0)
	for _, d := range b.docs {
		l.start = append(l.start, sum)
		sum += d.distinct
	}
	l.next = append(l.next[:0], l.start...)
	l.all = slices.Grow(l.all[:0], int(sum))[:sum]
}

func (l *lists) add(rank uint32, postings []posting) {
	for i := range postings {
		p := &postings[i]
		l.all[l.next[p.doc]] = feature{rank, p.code, p.name}
		l.next[p.doc]++
	}
}

// of is the list of a story, of at most maxFeatures; length tells how long a
// term is, since of two that stand as often the longer says more. What is left
// out depends on the story alone, never on what else is in the segment.
func (l *lists) of(doc int, length func(rank uint32) int) []feature {
	list := l.all[l.start[doc]:l.next[doc]]
	if len(list) <= maxFeatures {
		return list
	}
	// The keys sort by value, the greatest first, then by rank. Each is there
	// once, since it holds the place of the feature.
	keys := l.keys[:0]
	for i, f := range list {
		p := &parts[f.code]
		v := p.all
		if f.name {
			v *= nameGain
		}
		v += p.lead + p.title + .01*float32(min(length(f.rank), 12))
		keys = append(keys, uint64(math.MaxUint32-uint32(v*(1<<20)))<<32|uint64(i))
	}
	l.keys = keys
	l.sorted = append(l.sorted[:0], keys...)
	last := nth(l.sorted, maxFeatures-1)
	n := 0
	for i, k := range keys {
		if k <= last {
			list[n] = list[i]
			n++
		}
	}
	return list[:n]
}

// nth finds the number that would stand at place n if the numbers, each of
// which is there once, were sorted, and puts none in order that need not be
// (Hoare, "Algorithm 65: Find", 1961).
func nth(a []uint64, n int) uint64 {
	for len(a) > 8 {
		x, y, z := a[0], a[len(a)/2], a[len(a)-1]
		pivot := max(min(x, y), min(max(x, y), z))
		i, j := 0, len(a)-1
		for i <= j {
			for a[i] < pivot {
				i++
			}
			for a[j] > pivot {
				j--
			}
			if i <= j {
				a[i], a[j] = a[j], a[i]
				i, j = i+1, j-1
			}
		}
		switch {
		case n <= j:
			a = a[:j+1]
		case n >= i:
			a, n = a[i:], n-i
		default:
			return a[n]
		}
	}
	slices.Sort(a)
	return a[n]
}

// pairs lists those of a story's title and lead, each once.
func (b *Builder) pairs(d newDoc, list []feature, rankOf []uint32) []pair {
	lead := b.stream[d.start:min(d.end, d.start+d.title+1+pairWords)]
	var out []pair
	last, have := 0, false
	for _, t := range lead {
		if t == gapToken {
			have = false
			continue
		}
		rank, at, to := rankOf[t>>1], 0, len(list)
		for at < to {
			if m := (at + to) / 2; list[m].rank < rank {
				at = m + 1
			} else {
				to = m
			}
		}
		ok := at < len(list) && list[at].rank == rank
		if ok && have {
			out = append(out, pair{uint32(last), uint32(at)})
		}
		last, have = at, ok
	}
	slices.SortFunc(out, func(x, y pair) int { return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b)) })
	return slices.Compact(out)
}

// appendForward writes a list for a segment of so many terms.
func appendForward(b []byte, list []feature, pairs []pair, terms int) []byte {
	b = binary.AppendUvarint(b, uint64(len(list)))
	b = binary.AppendUvarint(b, uint64(len(pairs)))
	w := bitWriter{buf: b}
	k := riceOf(terms, len(list))
	next := uint32(0)
	for _, f := range list {
		w.rice(uint64(f.rank-next), k)
		next = f.rank + 1
		name := uint64(0)
		if f.name {
			name = 1
		}
		if i := nibble[f.code]; i != rareCode {
			w.put(name|uint64(i)<<1, 5)
		} else {
			w.put(name|rareCode<<1|uint64(f.code)<<5, 13)
		}
	}
	k = riceOf(len(list), len(pairs))
	width := uint(bits.Len(uint(len(list))))
	from := uint32(0)
	for _, p := range pairs {
		w.rice(uint64(p.a-from), k)
		w.put(uint64(p.b), width)
		from = p.a
	}
	return w.flush()
}

// list reads the forward list of a story, appending to both.
func (s *segment) list(doc uint32, features []feature, pairs []pair) ([]feature, []pair) {
	b := s.sec[secForward]
	from, to := s.forwardOf(doc)
	if from > to || to > uint64(len(b)) {
		return features, pairs
	}
	n, b := uvarint(b[from:to:to])
	nPairs, b := uvarint(b)
	n, nPairs = min(n, maxFeatures), min(nPairs, 8*maxFeatures)
	r := bitReader{buf: b}
	k := riceOf(s.nTerms, int(n))
	next := uint64(0)
	for range n {
		next += r.rice(k)
		if next >= uint64(s.nTerms) {
			return features, pairs
		}
		v := r.get(5)
		f := feature{rank: uint32(next), name: v&1 != 0}
		if v >>= 1; v < 15 {
			f.code = frequent[v]
		} else {
			f.code = uint8(r.get(8))
		}
		features = append(features, f)
		next++
	}
	k = riceOf(int(n), int(nPairs))
	width := uint(bits.Len(uint(n)))
	a := uint64(0)
	for range nPairs {
		a += r.rice(k)
		c := r.get(width)
		if a >= n || c >= n {
			break
		}
		pairs = append(pairs, pair{uint32(a), uint32(c)})
	}
	return features, pairs
}

// forwardOf tells where the list of a story lies.
func (s *segment) forwardOf(doc uint32) (from, to uint64) {
	from = le.Uint64(s.sec[secDocs][doc*docRow+24:])
	if int(doc)+1 < s.nDocs {
		return from, le.Uint64(s.sec[secDocs][(doc+1)*docRow+24:])
	}
	return from, uint64(len(s.sec[secForward]))
}
