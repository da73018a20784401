package index

import (
	"encoding/binary"
	"hash/crc32"
	"math"
)

// A segment file is, in this order:
//
//	forward   for every story its terms, and the pairs of its lead, for Similar
//	postings  for every term the stories that hold it, and where in them
//	strings   the terms, sorted, without separators
//	terms     a row for every term, and one more that ends the last
//	hash      the terms by hash: open addressing, number of the term plus one
//	docs      a row for every story, by ascending key
//	starts    the stories of the prefixes that lead to most
//	footer    where the sections lie, counts, checksums
//
// Numbers are little-endian. A term is numbered by its rank in the sorted
// order, so that walking two segments by number is walking them in one order.
const (
	magic = "BSIX0005" // the number is the version of the format

	termRow    = 20
	docRow     = 32
	headerRow  = 14
	footerSize = nSections*16 + 8 + 5*4 + len(magic)

	blockSize = 128 // postings read and skipped together
)

// The sections, by their place in the footer.
const (
	secForward = iota
	secPostings
	secStrings
	secTerms
	secHash
	secDocs
	secStarts
	nSections
)

var le = binary.LittleEndian

func castagnoli() *crc32.Table { return crc32.MakeTable(crc32.Castagnoli) }

// A code says how often a story holds a term: four bits for the whole, two for
// title and lead together, two for the title; each stops at its largest.
const (
	maxTF    = 15
	maxLead  = 3
	maxTitle = 3

	plain uint8 = 1 // once, in the body: most postings
)

func codeOf(tf, lead, title int) uint8 {
	return uint8(min(tf, maxTF) | min(lead, maxLead)<<4 | min(title, maxTitle)<<6)
}

// weight is what a code counts in ranking: the title above the lead above the
// body.
func weight(code uint8) int {
	return int(code&maxTF) + int(code>>4&3) + 4*int(code>>6)
}

// leadWords is how much of the body counts as its lead.
const leadWords = 100

// hashTerm must never change: it is in the files.
func hashTerm(b []byte) uint32 {
	const k = 0x9e3779b97f4a7c15
	h := uint64(len(b)) * k
	for len(b) > 8 {
		h = (h ^ le.Uint64(b)) * k
		h ^= h >> 32
		b = b[8:]
	}
	var x uint64
	switch n := len(b); {
	case n >= 4:
		x = uint64(le.Uint32(b)) | uint64(le.Uint32(b[n-4:]))<<32
	case n > 0:
		x = uint64(b[0]) | uint64(b[n/2])<<8 | uint64(b[n-1])<<16
	}
	h = (h ^ x) * k
	h ^= h >> 29
	h *= k
	return uint32(h >> 32)
}

// lengthCode folds a length into a byte that never stands for a longer one.
func lengthCode(n int) uint8 {
	return uint8(min(255, int(8*math.Log2(float64(n)+1))))
}

// shortest is the least length a code stands for, or a little less.
func shortest(code uint8) float64 {
	return max(0, math.Exp2(float64(code)/8)-1.001)
}
