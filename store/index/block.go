package index

import (
	"encoding/binary"
	"math/bits"
)

// A block is up to blockSize postings. A full one packs the gaps between
// stories in as many bits as serves most of them, with the rest as exceptions,
// then a bit for every posting that is not plain, and the codes of those in
// four bits each. A short one, as rare terms have, is a row of varints.
const shortBlock = 16

// appendBlock writes gaps and codes, of one length.
func appendBlock(b []byte, gaps []uint32, codes []uint8) []byte {
	if len(gaps) < shortBlock {
		for i, gap := range gaps {
			if codes[i] == plain {
				b = binary.AppendUvarint(b, uint64(gap)<<1)
			} else {
				b = append(binary.AppendUvarint(b, uint64(gap)<<1|1), codes[i])
			}
		}
		return b
	}
	width := widthOf(gaps)
	b = append(b, uint8(width), 0)
	count := len(b) - 1
	b = appendPacked(b, gaps, width)
	for i, gap := range gaps {
		if gap>>width > 0 {
			b[count]++
			b = binary.AppendUvarint(append(b, uint8(i)), uint64(gap>>width))
		}
	}
	return appendCodes(b, codes)
}

// appendPacked writes the lowest bits of numbers, width of each.
func appendPacked(b []byte, numbers []uint32, width uint) []byte {
	mask, acc, have := uint64(1)<<width-1, uint64(0), uint(0)
	for _, n := range numbers {
		acc |= uint64(n) & mask << (have & 63)
		if have += width; have >= 32 {
			b = le.AppendUint32(b, uint32(acc))
			acc >>= 32
			have -= 32
		}
	}
	w := bitWriter{buf: b, acc: acc, have: have}
	return w.flush()
}

// widthOf finds the number of bits that makes the block smallest.
func widthOf(gaps []uint32) uint {
	var long [33]int // gaps of so many bits
	for _, gap := range gaps {
		long[bits.Len32(gap)]++
	}
	best, least := uint(32), 32*len(gaps)
	for width, over := 31, 0; width >= 0; width-- {
		over += long[width+1]
		if size := width*len(gaps) + over*16; size < least && over < 128 {
			best, least = uint(width), size
		}
	}
	return best
}

func appendCodes(b []byte, codes []uint8) []byte {
	var four [blockSize]uint8 // of those that are not plain
	var rare []byte
	n, mask := 0, uint8(0)
	for i, c := range codes {
		if c != plain {
			mask |= 1 << (i & 7)
			if four[n&(blockSize-1)] = nibble[c]; nibble[c] == rareCode {
				rare = append(rare, c)
			}
			n++
		}
		if i&7 == 7 {
			b = append(b, mask)
			mask = 0
		}
	}
	if len(codes)&7 > 0 {
		b = append(b, mask)
	}
	for i := 0; i < n; i += 2 {
		pair := four[i]
		if i+1 < n {
			pair |= four[i+1] << 4
		}
		b = append(b, pair)
	}
	return append(b, rare...)
}

// block is a decoded block.
type block struct {
	n     int
	docs  [blockSize]uint32
	codes [blockSize]uint8
}

// read decodes count postings, the first of them after last; it stops where a
// story would lie outside the segment, or the bytes end.
func (d *block) read(b []byte, count int, last uint32, nDocs int) {
	d.n = 0
	if count < shortBlock {
		d.readShort(b, count, last, nDocs)
		return
	}
	if len(b) < 2 || b[0] > 32 {
		return
	}
	width, exceptions := uint(b[0]), int(b[1])
	b = b[2:]
	size := (count*int(width) + 7) / 8
	if size > len(b) {
		return
	}
	unpack(d.docs[:count], b, width)
	b = b[size:]
	for range exceptions {
		if len(b) < 2 || int(b[0]) >= count {
			return
		}
		var high uint64
		at := b[0]
		high, b = uvarint(b[1:])
		d.docs[at] |= uint32(high << width)
	}
	next := uint64(last + 1)
	for i := range d.docs[:count] {
		if next += uint64(d.docs[i]); next >= uint64(nDocs) {
			return
		}
		d.docs[i] = uint32(next)
		next++
	}
	if d.readCodes(b, count) {
		d.n = count
	}
}

// unpack reads numbers of width bits; b holds all of them.
func unpack(dst []uint32, b []byte, width uint) {
	mask, at, i := uint64(1)<<width-1, uint(0), 0
	for ; i < len(dst) && at>>3+8 <= uint(len(b)); i++ {
		dst[i] = uint32(le.Uint64(b[at>>3:]) >> (at & 7) & mask)
		at += width
	}
	r := bitReader{buf: b, at: at}
	for ; i < len(dst); i++ {
		dst[i] = uint32(r.get(width))
	}
}

// allPlain are the codes of a block where no posting is out of the ordinary.
var allPlain = func() (codes [blockSize]uint8) {
	for i := range codes {
		codes[i] = plain
	}
	return codes
}()

func (d *block) readCodes(b []byte, count int) bool {
	size := (count + 7) / 8
	if size > len(b) {
		return false
	}
	copy(d.codes[:count], allPlain[:])
	odd, b := b[:size], b[size:]
	total := 0
	for _, o := range odd {
		total += bits.OnesCount8(o)
	}
	if (total+1)/2 > len(b) {
		return false
	}
	rare := b[(total+1)/2:]
	k := 0
	for base, o := range odd {
		for ; o != 0; o &= o - 1 {
			i := base*8 + bits.TrailingZeros8(o)
			c := b[k>>1] >> (k & 1 * 4) & 15
			k++
			if c < 15 {
				d.codes[i&(blockSize-1)] = frequent[c]
				continue
			}
			if len(rare) == 0 {
				return false
			}
			d.codes[i&(blockSize-1)], rare = rare[0], rare[1:]
		}
	}
	return true
}

func (d *block) readShort(b []byte, count int, last uint32, nDocs int) {
	next := uint64(last + 1)
	for d.n < count && len(b) > 0 {
		var v uint64
		v, b = uvarint(b)
		code := plain
		if v&1 != 0 {
			if len(b) == 0 {
				return
			}
			code, b = b[0], b[1:]
		}
		if v >>= 1; v >= uint64(nDocs) || next+v >= uint64(nDocs) {
			return
		}
		next += v
		d.docs[d.n], d.codes[d.n] = uint32(next), code
		next++
		d.n++
	}
}
