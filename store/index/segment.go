package index

import (
	"context"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"os"
	"sort"
	"sync"
	"sync/atomic"
)

// segment is an open segment file. It checks what it is told of by the file
// wherever it follows it, so that a damaged file gives an error or a wrong
// answer, and never a fault.
type segment struct {
	path string
	mapping

	sec    [nSections][]byte
	nDocs  int
	nTerms int
	words  uint64
	last   int32
	sum    uint32
	body   int // how much of data the checksum covers

	short func() []shortSize // see sizes

	of    *Index        // that it is part of; nil while it is being written
	steps atomic.Uint32 // places that were gone to

	dead     []uint64 // a bit for every story that left, or nil
	deadDocs int
}

func openSegment(path string) (*segment, error) {
	m, err := mapFile(path)
	if err != nil {
		return nil, fmt.Errorf("opening segment: %w", err)
	}
	s := &segment{path: path, mapping: m}
	if err := s.readFooter(); err != nil {
		s.close()
		return nil, fmt.Errorf("%s: %w: %w", path, ErrDamaged, err)
	}
	s.short = sync.OnceValue(s.shorten)
	return s, nil
}

func damage(what string) error { return fmt.Errorf("%s", what) }

func (s *segment) readFooter() error {
	if len(s.data) < len(magic)+footerSize || string(s.data[:len(magic)]) != magic {
		return damage("not a segment, or of another version")
	}
	s.body = len(s.data) - footerSize
	f := s.data[s.body:]
	if string(f[footerSize-len(magic):]) != magic {
		return damage("the end is missing")
	}
	checked := footerSize - len(magic) - 4
	if le.Uint32(f[checked:]) != crc32.Checksum(f[:checked], castagnoli()) {
		return damage("the footer does not match its checksum")
	}
	for i := range s.sec {
		from, to := le.Uint64(f[16*i:]), le.Uint64(f[16*i+8:])
		if from > to || to > uint64(s.body) {
			return damage("a section lies outside the file")
		}
		s.sec[i] = s.data[from:to:to]
	}
	f = f[16*nSections:]
	s.words = le.Uint64(f)
	s.nDocs, s.nTerms = int(le.Uint32(f[8:])), int(le.Uint32(f[12:]))
	s.last, s.sum = int32(le.Uint32(f[16:])), le.Uint32(f[20:])
	hash := len(s.sec[secHash])
	if len(s.sec[secDocs]) != s.nDocs*docRow || len(s.sec[secTerms]) != (s.nTerms+1)*termRow ||
		hash < 16 || hash&(hash-1) != 0 || hash/4 <= s.nTerms {
		return damage("the counts do not fit the sections")
	}
	return nil
}

// verify reads all of the file.
func (s *segment) verify(ctx context.Context) error {
	sum := uint32(0)
	for at := 0; at < s.body; at += 1 << 22 {
		if err := ctx.Err(); err != nil {
			return err
		}
		sum = crc32.Update(sum, castagnoli(), s.data[at:min(at+1<<22, s.body)])
	}
	if sum != s.sum {
		return fmt.Errorf("%s: %w: the checksum does not match", s.path, ErrDamaged)
	}
	return nil
}

func (s *segment) key(doc uint32) uint32    { return le.Uint32(s.sec[secDocs][doc*docRow:]) }
func (s *segment) day(doc uint32) int32     { return int32(le.Uint32(s.sec[secDocs][doc*docRow+4:])) }
func (s *segment) tie(doc uint32) uint64    { return le.Uint64(s.sec[secDocs][doc*docRow+8:]) }
func (s *segment) length(doc uint32) uint32 { return le.Uint32(s.sec[secDocs][doc*docRow+16:]) }
func (s *segment) title(doc uint32) uint32  { return le.Uint32(s.sec[secDocs][doc*docRow+20:]) }

func (s *segment) doc(doc uint32) docInfo {
	row := s.sec[secDocs][doc*docRow:]
	return docInfo{
		key: le.Uint32(row), day: int32(le.Uint32(row[4:])), tie: le.Uint64(row[8:]),
		words: le.Uint32(row[16:]), title: le.Uint32(row[20:]), forward: le.Uint64(row[24:]),
	}
}

// firstKey is the lowest key, or 0 where there is none.
func (s *segment) firstKey() uint32 {
	if s.nDocs == 0 {
		return 0
	}
	return s.key(0)
}

// find tells the number of a live story.
func (s *segment) find(key uint32) (uint32, bool) {
	i := int(key - s.firstKey()) // most often none is missing
	if i >= s.nDocs || s.key(uint32(i)) != key {
		i = sort.Search(s.nDocs, func(i int) bool { return s.key(uint32(i)) >= key })
	}
	if i < s.nDocs && s.key(uint32(i)) == key && !s.isDead(uint32(i)) {
		return uint32(i), true
	}
	return 0, false
}

func (s *segment) isDead(doc uint32) bool {
	return s.dead != nil && s.dead[doc>>6]>>(doc&63)&1 != 0
}

func (s *segment) kill(doc uint32) {
	if s.dead == nil {
		s.dead = make([]uint64, s.nDocs/64+1)
	}
	if !s.isDead(doc) {
		s.dead[doc>>6] |= 1 << (doc & 63)
		s.deadDocs++
	}
}

// termInfo is a term's row.
type termInfo struct {
	df, capitals uint32
	list         []byte
}

// name is the term of that number; a damaged row gives an empty one.
func (s *segment) name(n uint32) []byte {
	rows := s.sec[secTerms][n*termRow:]
	from, to := le.Uint32(rows), le.Uint32(rows[termRow:])
	if from > to || int64(to) > int64(len(s.sec[secStrings])) {
		return nil
	}
	return s.sec[secStrings][from:to]
}

func (s *segment) df(n uint32) uint32       { return le.Uint32(s.sec[secTerms][n*termRow+4:]) }
func (s *segment) capitals(n uint32) uint32 { return le.Uint32(s.sec[secTerms][n*termRow+16:]) }

// term reads a row; the counts of a damaged one are made to fit.
func (s *segment) term(n uint32) termInfo {
	row := s.sec[secTerms][n*termRow:]
	t := termInfo{df: le.Uint32(row[4:]), capitals: le.Uint32(row[16:])}
	from, to := le.Uint64(row[8:]), le.Uint64(row[termRow+8:])
	if from <= to && to <= uint64(len(s.sec[secPostings])) {
		t.list = s.sec[secPostings][from:to:to]
	}
	return t
}

// lookup finds a term by its bytes.
func (s *segment) lookup(name []byte) (uint32, bool) {
	table := s.sec[secHash]
	mask := uint32(len(table)/4 - 1)
	for i, tries := hashTerm(name)&mask, mask; tries > 0; i, tries = (i+1)&mask, tries-1 {
		n := le.Uint32(table[4*i:])
		if n == 0 || int(n) > s.nTerms {
			return 0, false
		}
		if string(s.name(n-1)) == string(name) {
			return n - 1, true
		}
	}
	return 0, false
}

// expand tells the numbers, from and up to but not including, of the terms that
// begin with prefix.
func (s *segment) expand(prefix string) (from, to uint32) {
	a := sort.Search(s.nTerms, func(i int) bool { return string(s.name(uint32(i))) >= prefix })
	b := sort.Search(s.nTerms-a, func(i int) bool {
		n := s.name(uint32(a + i))
		return len(n) < len(prefix) || string(n[:len(prefix)]) != prefix
	})
	return uint32(a), uint32(a + b)
}

// between tells the numbers, from and up to but not including, of the terms
// from first on that sort before last.
func (s *segment) between(first, last string) (from, to uint32) {
	at := func(name string) uint32 {
		return uint32(sort.Search(s.nTerms, func(i int) bool { return string(s.name(uint32(i))) >= name }))
	}
	return at(first), at(last)
}

// seek finds the first term from a number on that does not sort before name,
// in few steps where it lies near.
func (s *segment) seek(from uint32, name []byte) uint32 {
	to, step := int(from), 1
	for to < s.nTerms && string(s.name(uint32(to))) < string(name) {
		from = uint32(to) + 1
		to += step
		step *= 2
	}
	to = min(to, s.nTerms)
	return from + uint32(sort.Search(to-int(from), func(i int) bool { return string(s.name(from+uint32(i))) >= string(name) }))
}

// uvarint reads a number and what follows it; a damaged one is 0 at the end.
func uvarint(b []byte) (uint64, []byte) {
	if len(b) > 0 && b[0] < 0x80 {
		return uint64(b[0]), b[1:]
	}
	v, n := binary.Uvarint(b)
	if n <= 0 {
		return 0, nil
	}
	return v, b[n:]
}

func (s *segment) close() error {
	if s.unmap == nil {
		return nil
	}
	unmap := s.unmap
	s.unmap, s.data = nil, nil
	return unmap()
}

// mapping is the bytes of a file, and what can be done with them; what cannot
// be done is nil.
type mapping struct {
	data  []byte
	unmap func() error
	rest  func() // gives the memory back until the bytes are read again
}

// readWhole stands in where files cannot be mapped.
func readWhole(path string) (mapping, error) {
	b, err := os.ReadFile(path)
	return mapping{data: b}, err
}
