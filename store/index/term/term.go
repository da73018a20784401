// Package term cuts text into the terms that are indexed and searched: words
// with case and diacritics folded, numbers whole, and pairs of letters in the
// scripts that set no space between words. It knows no language and keeps no
// list of words; the same text gives the same terms everywhere.
package term

import (
	"encoding/binary"
	"unicode"
	"unicode/utf8"

	"broadsheet/articles/ascii"
)

// MaxLen bounds a term in bytes; what goes on is dropped.
const MaxLen = 48

// Scanner walks over the terms of a text. It reuses one buffer, so that a
// whole story costs no allocation.
type Scanner struct {
	Start, End int  // the place of the term in the text, in bytes
	Upper      bool // it began with a capital as written

	text  string
	at    int
	dense int // end of the run of unspaced script being cut in pairs, or 0
	buf   []byte
	short uint64 // the term, where it is that short
}

// Reset begins a text.
func (s *Scanner) Reset(text string) {
	if s.buf == nil {
		s.buf = make([]byte, 0, 2*MaxLen)
	}
	s.text, s.at, s.dense = text, 0, 0
}

// Term is the folded term, good until the next call of Next.
func (s *Scanner) Term() []byte { return s.buf }

// Short is a term of at most eight bytes as a number, its first byte the
// lowest and zeros after its last; no term holds a zero. Most terms are short.
func (s *Scanner) Short() (word uint64, ok bool) { return s.short, len(s.buf) <= wordLen }

// The classes of ASCII bytes.
const (
	gap = iota
	lower
	upper
	digit
	quote
	high // begins a rune beyond ASCII
)

var class = func() (t [256]uint8) {
	for b := range t {
		switch {
		case b >= utf8.RuneSelf:
			t[b] = high
		case b >= '0' && b <= '9':
			t[b] = digit
		case b >= 'A' && b <= 'Z':
			t[b] = upper
		case b >= 'a' && b <= 'z':
			t[b] = lower
		}
	}
	t['\''] = quote
	return t
}()

// folded is what stands for a letter or digit of ASCII in a term, 0 for all
// other bytes.
var folded = func() (t [256]uint8) {
	for b, c := range class {
		switch c {
		case lower, digit:
			t[b] = uint8(b)
		case upper:
			t[b] = uint8(b) | 0x20
		}
	}
	return t
}()

// Next moves to the next term, or reports that there is none.
func (s *Scanner) Next() bool {
	if s.dense > 0 {
		if s.pair() {
			return true
		}
	}
	text, i := s.text, s.at
	for {
		for i < len(text) && class[text[i]] == gap {
			i++
		}
		if i >= len(text) {
			s.at = i
			return false
		}
		switch c := class[text[i]]; c {
		case lower, upper, digit:
			s.Start, s.Upper = i, c == upper
			s.ascii(i)
			return true
		case quote:
			i++
		default:
			s.at = i
			if s.wide() {
				return true
			}
			i = s.at
		}
	}
}

// ascii reads a word that begins in ASCII; nearly every word of English ends
// in it too, and the rest is handed on. Letters are read eight at a time.
func (s *Scanner) ascii(i int) {
	text, buf := s.text, s.buf[:0]
	for len(buf) <= MaxLen && i+wordLen <= len(text) {
		raw := ascii.Eight(text[i:])
		word, n := letters(raw)
		buf = binary.LittleEndian.AppendUint64(buf, word)[:len(buf)+n]
		if i += n; n == wordLen {
			continue
		}
		if n > 0 && class[byte(raw>>(8*n))] == gap {
			// What follows a letter is no mark inside a number.
			if len(buf) < wordLen {
				s.buf, s.short, s.at, s.End = buf, word, i, i
				return
			}
			s.finish(buf, i, i)
			return
		}
		break
	}
	for ; i < len(text); i++ {
		b := text[i]
		if c := folded[b]; c != 0 {
			buf = append(buf, c)
			continue
		}
		switch class[b] {
		case gap:
			if (b == '.' || b == ',') && s.inNumber(i) {
				if b == '.' {
					buf = append(buf, b)
				}
				continue
			}
		case quote:
			if more := s.afterQuote(i + 1); more == quoteInside {
				continue
			} else if more == quoteS {
				s.finish(buf, i+2, i)
				return
			}
		case high:
			s.buf = buf
			s.unicode(i)
			return
		}
		break
	}
	s.finish(buf, i, i)
}

// finish sets the term; reading goes on at next, the term ends at end.
func (s *Scanner) finish(buf []byte, next, end int) {
	if len(buf) > MaxLen {
		n := MaxLen
		for n > 0 && !utf8.RuneStart(buf[n]) {
			n--
		}
		buf = buf[:n]
	}
	s.buf, s.at, s.End = buf, next, end
	s.short = 0
	if len(buf) <= wordLen {
		for k, b := range buf {
			s.short |= uint64(b) << (8 * k)
		}
	}
}

// inNumber reports whether the mark at i stands between digits: 1,200 or 3.5.
func (s *Scanner) inNumber(i int) bool {
	return i > 0 && i+1 < len(s.text) && class[s.text[i-1]] == digit && class[s.text[i+1]] == digit
}

const (
	quoteEnds = iota
	quoteInside
	quoteS // 's at the end of a word, which is not part of the name
)

// afterQuote tells what an apostrophe that ends at i does to the word.
func (s *Scanner) afterQuote(i int) int {
	if i >= len(s.text) {
		return quoteEnds
	}
	c := class[s.text[i]]
	if c != lower && c != upper {
		return quoteEnds
	}
	if s.text[i]|0x20 == 's' {
		if i+1 >= len(s.text) || class[s.text[i+1]] == gap {
			return quoteS
		}
	}
	return quoteInside
}

// modifier is the apostrophe of Ukrainian and Breton.
const modifier = 'ʼ'

// wide looks at the rune at s.at, which is beyond ASCII: it begins a word, a
// run of unspaced script, or nothing.
func (s *Scanner) wide() bool {
	r, n := utf8.DecodeRuneInString(s.text[s.at:])
	switch {
	case r >= 0x0e00 && Unspaced(r):
		s.Upper = false
		s.dense = s.at + n
		for s.dense < len(s.text) {
			r, n := utf8.DecodeRuneInString(s.text[s.dense:])
			if !Unspaced(r) {
				break
			}
			s.dense += n
		}
		return s.first(n)
	case r == modifier: // a letter to Unicode; no word begins with it
	case unicode.IsLetter(r) || unicode.IsNumber(r):
		s.Start, s.Upper = s.at, unicode.IsUpper(r) || unicode.IsTitle(r)
		s.buf = s.buf[:0]
		s.unicode(s.at)
		return len(s.buf) > 0
	}
	s.at += n
	return false
}

// first yields the first pair of a run, or its only letter.
func (s *Scanner) first(n int) bool {
	if s.at+n < s.dense {
		return s.pair()
	}
	s.Start = s.at
	s.finish(append(s.buf[:0], s.text[s.at:s.dense]...), s.dense, s.dense)
	s.dense = 0
	return true
}

// pair yields the two letters at s.at within a run, and moves on by one.
func (s *Scanner) pair() bool {
	_, a := utf8.DecodeRuneInString(s.text[s.at:])
	if s.at+a >= s.dense {
		s.at, s.dense = s.dense, 0
		return false
	}
	_, b := utf8.DecodeRuneInString(s.text[s.at+a:])
	s.Start = s.at
	s.finish(append(s.buf[:0], s.text[s.at:s.at+a+b]...), s.at+a, s.at+a+b)
	return true
}

// unicode goes on with the word begun in s.buf, from byte i.
func (s *Scanner) unicode(i int) {
	buf := s.buf
	for i < len(s.text) {
		r, n := rune(s.text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s.text[i:])
		}
		if r == '\'' || r == '’' || r == modifier {
			more := s.afterQuote(i + n)
			if more == quoteS {
				s.finish(buf, i+n+1, i)
				return
			}
			if more == quoteEnds && !s.letterAt(i+n) {
				break
			}
			i += n
			continue
		}
		if (r == '.' || r == ',') && s.inNumber(i) {
			if r == '.' {
				buf = append(buf, '.')
			}
			i += n
			continue
		}
		if !joins(r) {
			break
		}
		buf = fold(buf, r)
		i += n
	}
	s.finish(buf, i, i)
}

func (s *Scanner) letterAt(i int) bool {
	r, _ := utf8.DecodeRuneInString(s.text[i:])
	return r != utf8.RuneError && unicode.IsLetter(r) && !Unspaced(r)
}

// joins reports whether a rune is inside a word.
func joins(r rune) bool {
	if r < utf8.RuneSelf {
		c := class[r]
		return c == lower || c == upper || c == digit
	}
	if r == 0x00ad || r == 0x200c || r == 0x200d {
		return true // soft hyphen and the joiners are inside words, unseen
	}
	if r >= 0x0e00 && Unspaced(r) {
		return false
	}
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r)
}
