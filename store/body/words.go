package body

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"math/bits"
	"slices"
)

// A vocabulary is the words that the stories of a library use most, each of
// which is written in two bytes before a block is compressed. That halves what
// is to be compressed and unpacked, and a fast compressor finds in words what
// only a slow one finds in letters.
//
// The first byte of a code is one that texts do not hold, the second any. Where
// such a byte is meant by itself, as in the lengths between texts, the byte
// escape stands before it.
type vocabulary struct {
	words []string // by code
	kinds [256]uint8

	// For who writes: the words as they are looked for, by code, and the codes
	// by hash.
	looks []look
	table []slot
}

// look is what a word is looked for by: its first and last eight bytes.
type look struct {
	head, tail uint64
	length     int
}

// slot holds a code, beside some bits of the hash so that most that is not in
// the table is not looked for any further. A mark of 0 is an empty place.
type slot struct{ mark, code uint16 }

const (
	escape   = 0x1f
	openers  = "\x01\x02\x03\x04\x05\x06\x07\x08\x0b\x0c\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e"
	mostWord = 16 // bytes, with the space before it
	mostCode = len(openers) * 256

	tableBits = 14 // places in the table; less than half are taken
)

// What a byte is: one of these, or opener and its place among the openers.
const (
	plain  = iota
	letter // of a word: ASCII letters and all that is not ASCII
	alone  // the escape
	opener
)

func newVocabulary(words []string) *vocabulary {
	v := &vocabulary{words: words}
	for c := range v.kinds {
		if c|0x20 >= 'a' && c|0x20 <= 'z' || c >= 0x80 {
			v.kinds[c] = letter
		}
	}
	v.kinds[escape] = alone
	for i := range len(openers) {
		v.kinds[openers[i]] = opener + uint8(i)
	}
	return v
}

// split calls each with the pieces of a text in turn: a word with the space
// before it, or one byte. Of a piece that is no word the letters are 0.
func (v *vocabulary) split(src []byte, each func(piece []byte, letters int)) {
	for len(src) > 0 {
		n := 0
		if src[0] == ' ' {
			n = 1
		}
		begun := n
		n = v.wordEnd(src, n)
		each(src[:max(n, 1)], n-begun)
		src = src[max(n, 1):]
	}
}

// learn chooses the words of a vocabulary: those that save most.
func learn(sample []byte) *vocabulary {
	times := map[string]int{}
	newVocabulary(nil).split(sample, func(piece []byte, letters int) {
		if letters > 0 && len(piece) > 2 && len(piece) <= mostWord {
			times[string(piece)]++
		}
	})
	var words []string
	for word, n := range times {
		if n > 1 {
			words = append(words, word)
		}
	}
	saved := func(word string) int { return times[word] * (len(word) - 2) }
	slices.SortFunc(words, func(a, b string) int {
		return cmp.Or(cmp.Compare(saved(b), saved(a)), cmp.Compare(a, b))
	})
	return newVocabulary(words[:min(len(words), mostCode)])
}

// append writes the words after dst, to be read by cutVocabulary.
func (v *vocabulary) append(dst []byte) []byte {
	dst = binary.AppendUvarint(dst, uint64(len(v.words)))
	for _, word := range v.words {
		dst = append(append(dst, byte(len(word))), word...)
	}
	return dst
}

// cutVocabulary reads what append wrote, and returns what stands behind it.
func cutVocabulary(src []byte) (*vocabulary, []byte, error) {
	count, n := binary.Uvarint(src)
	if n <= 0 || count > uint64(mostCode) {
		return nil, nil, fmt.Errorf("reading the words of a library: %w", ErrDamaged)
	}
	words, all := make([]string, count), string(src[n:])
	for i := range words {
		if len(all) == 0 || len(all) <= int(all[0]) {
			return nil, nil, fmt.Errorf("reading the words of a library: %w", ErrDamaged)
		}
		words[i], all = all[1:1+all[0]], all[1+all[0]:]
	}
	return newVocabulary(words), src[len(src)-len(all):], nil
}

// wordEnd is where the letters end that begin at i; eight are looked at at
// once.
func (v *vocabulary) wordEnd(src []byte, i int) int {
	const each = 0x0101010101010101
	for ; i+8 <= len(src); i += 8 {
		x := binary.LittleEndian.Uint64(src[i:])
		low := (x | 0x20*each) & (0x7f * each)
		letters := (low+(0x80-'a')*each)&^(low+(0x7f-'z')*each) | x
		if others := ^letters & (0x80 * each); others != 0 {
			return i + bits.TrailingZeros64(others)/8
		}
	}
	for i < len(src) && v.kinds[src[i]] == letter {
		i++
	}
	return i
}

// index makes the table.
func (v *vocabulary) index() {
	v.table, v.looks = make([]slot, 1<<tableBits), make([]look, len(v.words))
	for code, word := range v.words {
		if len(word) < 3 || len(word) > mostWord {
			continue
		}
		v.looks[code] = lookOf([]byte(word), 0, len(word))
		i, mark := v.looks[code].hash()
		for v.table[i].mark > 0 {
			i = (i + 1) % len(v.table)
		}
		v.table[i] = slot{mark, uint16(code)}
	}
}

func lookOf(src []byte, from, to int) look {
	n := to - from
	switch {
	case n > 8:
		return look{binary.LittleEndian.Uint64(src[from:]), binary.LittleEndian.Uint64(src[to-8:]), n}
	case from+8 <= len(src):
		return look{binary.LittleEndian.Uint64(src[from:]) << (64 - 8*n), 0, n}
	}
	var room [8]byte
	copy(room[8-n:], src[from:to])
	return look{binary.LittleEndian.Uint64(room[:]), 0, n}
}

// hash is the place in the table to begin at, and the mark there.
func (l look) hash() (place int, mark uint16) {
	h := l.head*0x9e3779b97f4a7c15 ^ l.tail*0xc2b2ae3d27d4eb4f
	return int(h >> (64 - tableBits)), uint16(h>>32) | 1
}

// find returns the code of a word, if it has one.
func (v *vocabulary) find(l look) (code uint16, ok bool) {
	i, mark := l.hash()
	for v.table[i].mark > 0 {
		if s := v.table[i]; s.mark == mark && v.looks[s.code] == l {
			return s.code, true
		}
		i = (i + 1) % len(v.table)
	}
	return 0, false
}

// encode writes a text in codes after dst.
func (v *vocabulary) encode(dst, src []byte) []byte {
	dst = slices.Grow(dst, len(src))
	for i := 0; i < len(src); {
		from := i
		if src[i] == ' ' {
			i++
		}
		begun := i
		i = v.wordEnd(src, i)
		switch n := i - from; {
		case i == begun: // no word
			if i = from + 1; v.kinds[src[from]] >= alone {
				dst = append(dst, escape)
			}
			dst = append(dst, src[from])
			continue
		case n > 2 && n <= mostWord:
			if code, ok := v.find(lookOf(src, from, i)); ok {
				dst = append(dst, openers[code>>8], byte(code))
				continue
			}
		}
		dst = append(dst, src[from:i]...)
	}
	return dst
}

// decode is the way back from encode.
func (v *vocabulary) decode(dst, src []byte) ([]byte, error) {
	for i := 0; i < len(src); {
		from := i
		for i < len(src) && v.kinds[src[i]] < alone {
			i++
		}
		if dst = append(dst, src[from:i]...); i == len(src) {
			break
		}
		if i+1 == len(src) {
			return dst, fmt.Errorf("unpacking a story: %w: half a word", ErrDamaged)
		}
		first, second := v.kinds[src[i]], src[i+1]
		i += 2
		if first == alone {
			dst = append(dst, second)
			continue
		}
		code := int(first-opener)<<8 | int(second)
		if code >= len(v.words) {
			return dst, fmt.Errorf("unpacking a story: %w: an unknown word", ErrDamaged)
		}
		dst = append(dst, v.words[code]...)
	}
	return dst, nil
}
