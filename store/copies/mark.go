package copies

import (
	"encoding/binary"
	"math"
	"slices"
)

// Mark is what is kept of a text to find its copies by, packed: how many
// shingles it has, the smallest of them in order, three bytes each, and its
// numbers, five bytes each. Marks of equal texts are equal on every machine.
// That of a text with too few words is empty.
type Mark []byte

const (
	valueAt     = 5 // after the number of shingles and that of values
	valueSize   = 3
	valueBits   = 8 * valueSize
	mentionSize = 5

	// mostMentions bounds a mark. A text with more numbers is a table, and no
	// table is folded.
	mostMentions = 4096
)

// Marker marks many texts, one after the other.
type Marker struct {
	cutter
	values []uint32
}

// Mark marks a text, which may come in parts. No word goes on from one to the
// next.
func (k *Marker) Mark(parts ...string) Mark {
	k.words = k.words[:0]
	if k.known == nil {
		k.known = new(known)
	}
	for _, text := range parts {
		k.cut(text)
	}
	words := k.words
	if len(words) < leastWords {
		return nil
	}
	numbers := mentions(words)
	if len(numbers) > mostMentions {
		return nil
	}
	least := k.smallest()
	n := len(least)
	if n < leastShared {
		return nil // the same few words over and over
	}
	m := make(Mark, 0, valueAt+n*valueSize+len(numbers)*mentionSize)
	m = binary.LittleEndian.AppendUint32(m, uint32(len(words)-shingleWords+1))
	m = append(m, byte(n))
	for _, v := range least {
		m = append(m, byte(v), byte(v>>8), byte(v>>16))
	}
	for _, one := range numbers {
		c := one.context
		m = append(m, byte(c), byte(c>>8), byte(c>>16), byte(one.number), byte(one.number>>8))
	}
	return m
}

// smallest lists the smallest values of the shingles in order, each once. Values
// are spread evenly, so that there are most often enough below what half as many
// again should be below; where many are there more than once, all are looked at.
func (k *Marker) smallest() []uint32 {
	n := len(k.words) - shingleWords + 1
	least := k.below(uint32(min(3*kept<<valueBits/(2*n), 1<<valueBits)))
	if len(least) < kept {
		least = k.below(1 << valueBits)
	}
	return least[:min(kept, len(least))]
}

// below lists all values below a bound, in order, each once.
func (k *Marker) below(bound uint32) []uint32 {
	k.values = k.values[:0]
	for i := 0; i+shingleWords <= len(k.words); i++ {
		if v := uint32(shingle(k.words, i) >> (64 - valueBits)); v < bound {
			k.values = append(k.values, v)
		}
	}
	slices.Sort(k.values)
	return slices.Compact(k.values)
}

// Shingles is how many shingles the text has, 0 where it has too few words.
func (m Mark) Shingles() int {
	if len(m) == 0 {
		return 0
	}
	return int(binary.LittleEndian.Uint32(m))
}

// kept is how many values the mark has.
func (m Mark) kept() int { return int(m[4]) }

// value is the i-th smallest.
func (m Mark) value(i int) uint32 {
	b := m[valueAt+i*valueSize:]
	return uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16
}

// top is up to where the mark has every value of its text.
func (m Mark) top() uint32 {
	if n := m.kept(); n == kept {
		return m.value(n - 1)
	}
	return math.MaxUint32
}

func (m Mark) mentions() []mentioned {
	b := m[valueAt+m.kept()*valueSize:]
	all := make([]mentioned, len(b)/mentionSize)
	for i := range all {
		one := b[i*mentionSize:]
		all[i] = mentioned{uint32(one[0]) | uint32(one[1])<<8 | uint32(one[2])<<16, uint16(one[3]) | uint16(one[4])<<8}
	}
	return all
}

// shared tells which of the values of m are among those of b, in bits.
func (m Mark) shared(b Mark) (have uint32) {
	k, nb := 0, b.kept()
	for i := range m.kept() {
		v := m.value(i)
		for k < nb && b.value(k) < v {
			k++
		}
		if k < nb && b.value(k) == v {
			have |= 1 << i
		}
	}
	return have
}
