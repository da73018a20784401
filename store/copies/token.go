package copies

import (
	"unicode"
	"unicode/utf8"

	"broadsheet/articles/ascii"
)

// word is a folded word.
type word struct {
	hash   uint64
	number bool
}

// cutter cuts texts into folded words.
type cutter struct {
	words []word
	known *known // nil where one text is all there is to cut
}

// known remembers the hashes of short words, which are most of a text and few
// of a language.
type known [1 << knownBits]struct{ letters, hash uint64 }

const knownBits = 12

// cut appends the words of a text. Letters of scripts without spaces are words
// of their own. A number keeps what follows a point or comma inside it.
func (c *cutter) cut(text string) {
	i := 0
	for i+8 <= len(text) {
		raw := ascii.Eight(text[i:])
		n := ascii.First(^ascii.Letters(raw) & ascii.All)
		if n == 8 {
			i = c.long(text, i)
			continue
		}
		if !between(byte(raw >> (8 * n))) {
			i = c.word(text, i)
			continue
		}
		if n > 0 {
			c.words = append(c.words, word{hash: c.short((raw | ascii.Small) & (1<<(8*n) - 1))})
		}
		i += n + 1
	}
	for i < len(text) {
		i = c.word(text, i)
	}
}

// between reports whether a byte of ASCII that is no letter stands between two
// words and never inside one that begins with a letter.
func between(b byte) bool { return b < utf8.RuneSelf && (b < '0' || b > '9') && b != '\'' }

// short is the hash of a word of at most seven small letters.
func (c *cutter) short(letters uint64) uint64 {
	if c.known == nil {
		return hashOf(letters)
	}
	k := &c.known[letters*0x9e3779b97f4a7c15>>(64-knownBits)]
	if k.letters != letters {
		k.letters, k.hash = letters, hashOf(letters)
	}
	return k.hash
}

func hashOf(letters uint64) uint64 { return mix(add(offset, letters)) }

// add goes on with a hash by the letters of a number, the lowest first.
func add(h, letters uint64) uint64 {
	for ; letters != 0; letters >>= 8 {
		h = (h ^ letters&0xff) * prime
	}
	return h
}

// long reads a word of more than seven letters, or as word does where it is
// not of letters only.
func (c *cutter) long(text string, from int) int {
	h := uint64(offset)
	for i := from; i+8 <= len(text); i += 8 {
		raw := ascii.Eight(text[i:])
		n := ascii.First(^ascii.Letters(raw) & ascii.All)
		if n == 8 {
			h = add(h, raw|ascii.Small)
			continue
		}
		if !between(byte(raw >> (8 * n))) {
			break
		}
		h = add(h, (raw|ascii.Small)&(1<<(8*n)-1))
		c.words = append(c.words, word{hash: mix(h)})
		return i + n + 1
	}
	return c.word(text, from)
}

// word reads on from i to the end of a word, or past what is none.
func (c *cutter) word(text string, i int) int {
	h, in, number := uint64(offset), false, false
	flush := func() {
		if in {
			c.words = append(c.words, word{mix(h), number})
		}
		h, in, number = offset, false, false
	}
	for i < len(text) {
		b := text[i]
		if l := b | 0x20; l >= 'a' && l <= 'z' {
			h, in = (h^uint64(l))*prime, true
			i++
			continue
		}
		r, n := rune(b), 1
		if b >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(text[i:])
		}
		i += n
		switch {
		case unicode.IsDigit(r):
			h, in, number = (h^uint64(r))*prime, true, true
		case unicode.IsLetter(r):
			alone := r >= 0x0e00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai)
			if alone {
				flush()
			}
			if h, in = (h^uint64(unicode.ToLower(r)))*prime, true; alone {
				flush()
			}
		case unicode.IsMark(r), r == '\'', r == '’', r == 0xad:
		case (r == '.' || r == ',') && number && i < len(text) && '0' <= text[i] && text[i] <= '9':
			if r == '.' {
				h = (h ^ '.') * prime
			}
		default:
			flush()
		}
		if !in {
			return i
		}
	}
	flush()
	return i
}

// FNV-1a's constants.
const (
	offset = 14695981039346656037
	prime  = 1099511628211
)

// shingle is the hash of four words in a row, that begin at i.
func shingle(words []word, i int) uint64 {
	w := words[i : i+shingleWords : i+shingleWords]
	return mix(chain(chain(chain(chain(0, w[0].hash), w[1].hash), w[2].hash), w[3].hash))
}

func chain(h, word uint64) uint64 {
	h = (h ^ word) * 0x9e3779b97f4a7c15
	return h ^ h>>29
}

// mix is the finalizer of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014).
func mix(x uint64) uint64 {
	x ^= x >> 30
	x *= 0xbf58476d1ce4e5b9
	x ^= x >> 27
	x *= 0x94d049bb133111eb
	return x ^ x>>31
}
