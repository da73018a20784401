package copies

import (
	"encoding/binary"
	"errors"
	"math"
	"math/bits"
)

// In a file a mark is how many shingles its text has, how many values and
// numbers it keeps, the values by the gaps between them, and its numbers as they
// are. A text with n shingles has one about every 2^24/n: a gap is the bits of
// that many at the least, and before them as many ones as it has more of them
// (Rice, 1979). A mark that is empty is a single zero.

// ErrDamaged says that bytes are not what AppendMark wrote.
var ErrDamaged = errors.New("damaged marks")

// mostOnes is how many ones may begin a gap; a larger one follows as it is.
const mostOnes = 15

// gapBits is how many bits of a gap are written as they are.
func gapBits(shingles int) int { return bits.Len(uint(1<<valueBits/shingles)|1) - 1 }

// AppendMark writes a mark after dst.
func AppendMark(dst []byte, m Mark) []byte {
	dst = binary.AppendUvarint(dst, uint64(m.Shingles()))
	if len(m) == 0 {
		return dst
	}
	numbers := m[valueAt+m.kept()*valueSize:]
	dst = append(dst, byte(m.kept()))
	dst = binary.AppendUvarint(dst, uint64(len(numbers)/mentionSize))
	k := gapBits(m.Shingles())
	p, next := packer{b: dst}, uint32(0)
	for i := range m.kept() {
		gap := m.value(i) - next
		if ones := int(gap >> k); ones < mostOnes {
			p.put(1<<ones-1, ones+1)
			p.put(gap&(1<<k-1), k)
		} else {
			p.put(1<<mostOnes-1, mostOnes)
			p.put(gap, valueBits)
		}
		next = m.value(i) + 1
	}
	return append(p.end(), numbers...)
}

// CutMark reads a mark from the head of src.
func CutMark(src []byte) (m Mark, rest []byte, err error) {
	shingles, n := binary.Uvarint(src)
	if n <= 0 || shingles > math.MaxUint32 {
		return nil, nil, ErrDamaged
	}
	if src = src[n:]; shingles == 0 {
		return nil, src, nil
	}
	if len(src) < 2 || src[0] < leastShared || src[0] > kept {
		return nil, nil, ErrDamaged
	}
	values := int(src[0])
	numbers, n := binary.Uvarint(src[1:])
	if n <= 0 || numbers > mostMentions {
		return nil, nil, ErrDamaged
	}
	m = make(Mark, 0, valueAt+values*valueSize+int(numbers)*mentionSize)
	m = binary.LittleEndian.AppendUint32(m, uint32(shingles))
	m = append(m, byte(values))
	u, k, next := unpacker{b: src[1+n:]}, gapBits(int(shingles)), uint32(0)
	for range values {
		v := next + u.gap(k)
		if v >= 1<<valueBits {
			return nil, nil, ErrDamaged
		}
		m = append(m, byte(v), byte(v>>8), byte(v>>16))
		next = v + 1
	}
	src, ok := u.end()
	size := int(numbers) * mentionSize
	if !ok || len(src) < size {
		return nil, nil, ErrDamaged
	}
	return append(m, src[:size]...), src[size:], nil
}

// packer writes numbers bit by bit, the lowest first.
type packer struct {
	b    []byte
	acc  uint64
	have int
}

// put writes the n lowest bits of v, at most 32; the others are zero.
func (p *packer) put(v uint32, n int) {
	p.acc |= uint64(v) << p.have
	for p.have += n; p.have >= 8; p.have -= 8 {
		p.b = append(p.b, byte(p.acc))
		p.acc >>= 8
	}
}

// end fills the last byte.
func (p *packer) end() []byte {
	p.put(0, 7)
	return p.b
}

// unpacker reads what a packer wrote, and zeros past the end.
type unpacker struct {
	b  []byte
	at int // in bits
}

// gap reads a gap of which k bits are as they are.
func (u *unpacker) gap(k int) uint32 {
	var room [8]byte
	copy(room[:], u.b[min(u.at>>3, len(u.b)):])
	v := binary.LittleEndian.Uint64(room[:]) >> (u.at & 7)
	ones := bits.TrailingZeros64(^v)
	if ones >= mostOnes {
		u.at += mostOnes + valueBits
		return uint32(v >> mostOnes & (1<<valueBits - 1))
	}
	u.at += ones + 1 + k
	return uint32(ones)<<k | uint32(v>>(ones+1)&(1<<k-1))
}

// end is what follows, if there was enough.
func (u *unpacker) end() (rest []byte, ok bool) {
	n := (u.at + 7) / 8
	if n > len(u.b) {
		return nil, false
	}
	return u.b[n:], true
}
