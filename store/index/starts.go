package index

import (
	"encoding/binary"
	"math/bits"
	"unicode/utf8"
)

// A letter begins thousands of terms, and their lists together are a good part
// of a segment: who types it would wait for all of them to be read. A larger
// segment therefore keeps the stories of those prefixes that lead to more than
// a few postings a story; there are some dozens. It is the section of starts:
//
//	how many there are
//	for every one the length of its prefix, the prefix, the sizes of its sets
//	the sets: the stories, and those that hold such a term in their title
const (
	startLetters = 3       // of the longest of these prefixes
	startShare   = 2       // postings a story; fewer are read as soon
	startDocs    = 1 << 13 // in a segment of fewer stories all lists are short
)

// start is a prefix that leads to much, and the terms that begin so.
type start struct {
	prefix   string
	from, to uint32
}

// starts lists the prefixes that lead to at least so many postings, a shorter
// one behind the longer ones that it begins, in the order of the terms.
func (s *segment) starts(least uint64) []start {
	var all []start
	var open [startLetters]start
	var sum [startLetters]uint64
	shut := func(from int, to uint32) {
		for k := startLetters - 1; k >= from; k-- {
			if open[k].prefix != "" && sum[k] >= least {
				open[k].to = to
				all = append(all, open[k])
			}
			open[k], sum[k] = start{}, 0
		}
	}
	for t := range uint32(s.nTerms) {
		name := s.name(t)
		if len(name) == 0 || name[0] < ' ' { // a field's, which has few
			continue
		}
		at := 0
		for k := range startLetters {
			if at == len(name) {
				shut(k, t)
				break
			}
			_, size := utf8.DecodeRune(name[at:])
			if at += size; string(name[:at]) != open[k].prefix {
				shut(k, t)
				open[k] = start{prefix: string(name[:at]), from: t}
			}
			sum[k] += uint64(s.df(t))
		}
	}
	shut(0, uint32(s.nTerms))
	return all
}

// appendStarts writes the section of a segment whose lists are there: of the
// prefixes that lead to at least so many postings.
func (s *segment) appendStarts(b []byte, least uint64) ([]byte, error) {
	all := s.starts(least)
	families := [][]start{} // those of one first letter, which comes last
	for from, i := 0, 0; i < len(all); i++ {
		if utf8.RuneCountInString(all[i].prefix) == 1 {
			families = append(families, all[from:i+1])
			from = i + 1
		}
	}
	var head, sets []byte
	err := inTurn(len(families), func(i int) [][]byte { return s.family(families[i]) }, func(i int, made [][]byte) error {
		for k, one := range families[i] {
			head = append(binary.AppendUvarint(head, uint64(len(one.prefix))), one.prefix...)
			for _, set := range made[2*k : 2*k+2] {
				head = binary.AppendUvarint(head, uint64(len(set)))
				sets = append(sets, set...)
			}
		}
		return nil
	})
	b = binary.AppendUvarint(b, uint64(len(all)))
	return append(append(b, head...), sets...), err
}

// family makes the two sets of each of some prefixes that the last one begins.
// Every list is read once: what longer prefixes gathered is added to the
// shorter one behind them.
func (s *segment) family(all []start) [][]byte {
	type gathered struct {
		start
		set bitset
	}
	var made [][]byte
	var within []gathered // not yet in a shorter one
	var c cursor
	for _, one := range all {
		set, next := newBitset(s.nDocs), one.from
		gather := func(to uint32) {
			for ; next < to; next++ {
				s.mark(&c, next, set.all, set.title)
			}
		}
		first := len(within)
		for first > 0 && within[first-1].from >= one.from {
			first--
		}
		for _, g := range within[first:] {
			gather(g.from)
			set.take(g.set)
			next = g.to
		}
		gather(one.to)
		within = append(within[:first], gathered{one, set})
		made = append(made, appendSet(nil, set.all, s.nDocs), appendSet(nil, set.title, s.nDocs))
	}
	return made
}

// start reads the stories of a prefix into an empty set, if they are kept.
func (s *segment) start(prefix string, set bitset) bool {
	n, b := uvarint(s.sec[secStarts])
	from, at, found := [2]uint64{}, uint64(0), -1
	var sizes [2]uint64
	for i := range n {
		var size uint64
		if size, b = uvarint(b); size > uint64(len(b)) || len(b) == 0 {
			return false
		}
		if found < 0 && string(b[:size]) == prefix {
			found = int(i)
		}
		b = b[size:]
		for k := range sizes {
			if size, b = uvarint(b); size > uint64(len(s.sec[secStarts])) {
				return false
			}
			if found == int(i) {
				from[k], sizes[k] = at, size
			}
			at += size
		}
	}
	if found < 0 || at != uint64(len(b)) {
		return false
	}
	for k, bits := range [][]uint64{set.all, set.title} {
		if from[k]+sizes[k] > uint64(len(b)) {
			return false
		}
		readSet(bits, b[from[k]:from[k]+sizes[k]], s.nDocs)
	}
	return true
}

// appendSet writes a set of stories, or of those that are not in it where these
// are fewer: their number and the gaps between them.
func appendSet(b []byte, set []uint64, nDocs int) []byte {
	n, others := 0, uint64(0)
	for _, word := range set {
		n += bits.OnesCount64(word)
	}
	if n > nDocs/2 {
		n, others = nDocs-n, 1
	}
	w := bitWriter{buf: binary.AppendUvarint(b, uint64(n)<<1|others)}
	k, next := riceOf(nDocs, n), 0
	for at, word := range set {
		if others != 0 {
			word = ^word
		}
		for ; word != 0; word &= word - 1 {
			doc := at<<6 | bits.TrailingZeros64(word)
			if doc >= nDocs {
				break
			}
			w.rice(uint64(doc-next), k)
			next = doc + 1
		}
	}
	return w.flush()
}

// readSet adds what appendSet wrote to an empty set.
func readSet(set []uint64, b []byte, nDocs int) {
	v, b := uvarint(b)
	n := min(v>>1, uint64(nDocs))
	r := bitReader{buf: b}
	k, next := riceOf(nDocs, int(n)), uint64(0)
	for range n {
		if next += r.rice(k); next >= uint64(nDocs) {
			break
		}
		set[next>>6] |= 1 << (next & 63)
		next++
	}
	if v&1 == 0 {
		return
	}
	for i := range set {
		set[i] = ^set[i]
	}
	set[len(set)-1] &= 1<<(nDocs&63) - 1 // a set has a place more than it needs
}
