package copies

import (
	"unicode"
	"unicode/utf8"
)

// word is a folded word.
type word struct {
	hash   uint64
	number bool
}

// each cuts a text into folded words. Letters of scripts without spaces are
// words of their own. A number keeps what follows a point or comma inside it.
func each(text string, found func(word)) {
	h, in, number := uint64(offset), false, false
	flush := func() {
		if in {
			found(word{mix(h), number})
		}
		h, in, number = offset, false, false
	}
	for i := 0; i < len(text); {
		c := text[i]
		// Most of most texts.
		if l := c | 0x20; l >= 'a' && l <= 'z' {
			h, in = (h^uint64(l))*prime, true
			i++
			continue
		}
		if c == ' ' {
			flush()
			i++
			continue
		}
		r, n := rune(c), 1
		if c >= utf8.RuneSelf {
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
	}
	flush()
}

// FNV-1a's constants.
const (
	offset = 14695981039346656037
	prime  = 1099511628211
)

// shingle is the hash of some words in a row.
func shingle(words []word) uint64 {
	h := uint64(0)
	for _, w := range words {
		h = (h ^ w.hash) * 0x9e3779b97f4a7c15
		h ^= h >> 29
	}
	return mix(h)
}

// mix is the finalizer of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014).
func mix(x uint64) uint64 {
	x ^= x >> 30
	x *= 0xbf58476d1ce4e5b9
	x ^= x >> 27
	x *= 0x94d049bb133111eb
	return x ^ x>>31
}
