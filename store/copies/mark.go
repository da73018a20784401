package copies

import (
	"encoding/binary"
	"fmt"
	"math/bits"
)

// Mark is what is kept of a text to find its copies by: a byte of each of 64
// MinHash values (b-bit minwise hashing; Li and König, WWW 2010), and how many
// shingles it has. Marks of equal texts are equal on every machine.
type Mark struct {
	Shingles uint32 // 0 where the text has too few words
	values   [values]byte
}

// MarkSize is how many bytes Append writes.
const MarkSize = values + 4

const empty = ^uint32(0)

// New marks a text.
func New(text string) Mark {
	var m Mark
	var full [values]uint32
	for i := range full {
		full[i] = empty
	}
	var last [shingleWords]uint64
	n := uint32(0)
	each(text, func(w word) {
		n++
		copy(last[:], last[1:])
		last[shingleWords-1] = w.hash
		if n < shingleWords {
			return
		}
		// One permutation does for all values: its first bits choose which.
		h := shingle(&last)
		bin := h >> 58
		full[bin] = min(full[bin], uint32(h))
	})
	if n < leastWords {
		return m
	}
	m.Shingles = n - shingleWords + 1
	for i := range full {
		m.values[i] = fill(&full, i)
	}
	return m
}

// fill is the byte of a value. One that no shingle fell to takes that of the
// next, mixed with how far it lies, so that two texts with the same shingles
// still agree.
func fill(full *[values]uint32, i int) byte {
	for far := range uint64(values) {
		if v := full[(i+int(far))%values]; v != empty {
			return byte(mix(uint64(v)+far*0x9e3779b97f4a7c15) >> 24)
		}
	}
	return 0
}

// Append writes a mark after dst.
func (m *Mark) Append(dst []byte) []byte {
	dst = binary.LittleEndian.AppendUint32(dst, m.Shingles)
	return append(dst, m.values[:]...)
}

// ReadMark reads what Append wrote.
func ReadMark(src []byte) (m Mark, err error) {
	if len(src) < MarkSize {
		return m, fmt.Errorf("reading the mark of a text: %d bytes of %d", len(src), MarkSize)
	}
	m.Shingles = binary.LittleEndian.Uint32(src)
	copy(m.values[:], src[4:])
	return m, nil
}

// band is the key of two values, under which candidates are looked for.
func (m *Mark) band(i int) uint16 { return binary.LittleEndian.Uint16(m.values[2*i:]) }

// near reports whether two texts may be copies: a band is the same, and so
// many values that the texts may well resemble each other, or one may hold
// the other. What it says no to is never compared. agreeing counts the values
// that are the same.
func (m *Mark) near(o *Mark) (agreeing int, ok bool) {
	const (
		low  = 0x7f7f7f7f7f7f7f7f
		lane = 0x0001000100010001
	)
	banded := false
	for i := 0; i < values; i += 8 {
		x := binary.LittleEndian.Uint64(m.values[i:]) ^ binary.LittleEndian.Uint64(o.values[i:])
		zero := ^((x&low + low) | x | low) // 0x80 in every byte that is 0
		agreeing += bits.OnesCount64(zero)
		banded = banded || zero>>7&(zero>>15)&lane != 0
	}
	if !banded || m.Shingles == 0 || o.Shingles == 0 {
		return agreeing, false
	}
	// Of the values that differ one in 256 agrees by chance.
	alike := max(0, (float64(agreeing)/values-1./256)/(1-1./256))
	short, all := float64(min(m.Shingles, o.Shingles)), float64(m.Shingles)+float64(o.Shingles)
	return agreeing, alike >= resembles/2 || alike*all/(1+alike) >= contains*.6*short
}
