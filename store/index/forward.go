package index

import (
	"encoding/binary"
	"math/bits"
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
		w.feature(f)
	}
	k = riceOf(len(list), len(pairs))
	width := placeBits(len(list))
	from := uint32(0)
	for _, p := range pairs {
		w.rice(uint64(p.a-from), k)
		w.put(uint64(p.b), width)
		from = p.a
	}
	return w.flush()
}

// placeBits is how many bits tell a place in a list of n.
func placeBits(n int) uint { return uint(bits.Len(uint(max(n-1, 0)))) }

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
		f, gap := r.feature(k)
		if next += gap; next >= uint64(s.nTerms) {
			return features, pairs
		}
		f.rank = uint32(next)
		features = append(features, f)
		next++
	}
	k = riceOf(int(n), int(nPairs))
	width := placeBits(int(n))
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
