package text

import (
	"encoding/binary"
	"unicode"
	"unicode/utf8"

	"broadsheet/articles/ascii"
)

// wordsOf is a line as folded words with a space behind each: no punctuation,
// no figures.
func wordsOf(s string) string {
	var room [maxCued + 32]byte
	f := folder{b: room[:0]}
	if len(s)+16 > len(room) {
		f.b = make([]byte, 0, len(s)+16)
	}
	for i := 0; i < len(s); {
		var n int
		if f, n = f.letters(s[i:]); n == 0 {
			f, n = f.sign(s, i)
		}
		i += n
	}
	return string(f.end().b)
}

// folder writes the words of a line.
type folder struct {
	b    []byte
	word int // where the word it is in begins
}

// letters writes the plain letters that s begins with, and the space behind
// them.
func (f folder) letters(s string) (folder, int) {
	i := 0
	for i+8 <= len(s) {
		w := ascii.Eight(s[i:])
		n := ascii.First(^ascii.Letters(w) & ascii.All)
		if n == 0 {
			break
		}
		f.b = binary.LittleEndian.AppendUint64(f.b, w|ascii.Small)
		f.b = f.b[:len(f.b)-8+n]
		i += n
		if n == 8 {
			continue
		}
		if byte(w>>(8*n)) != ' ' {
			return f, i
		}
		f.b = append(f.b, ' ')
		f.word = len(f.b)
		i++
	}
	for ; letterAt(s, i); i++ {
		f.b = append(f.b, s[i]|0x20)
	}
	return f, i
}

// end ends the word it is in.
func (f folder) end() folder {
	if f.word < len(f.b) {
		f.b = append(f.b, ' ')
	}
	f.word = len(f.b)
	return f
}

// mark writes a character that is a word by itself.
func (f folder) mark(s string) folder {
	f = f.end()
	f.b = append(append(f.b, s...), ' ')
	f.word = len(f.b)
	return f
}

// sign reads what stands at i and is no plain letter, and tells its size.
func (f folder) sign(s string, i int) (folder, int) {
	switch c := s[i]; {
	case c >= utf8.RuneSelf:
		r, n := utf8.DecodeRuneInString(s[i:])
		return f.wide(r, letterAt(s, i+n)), n
	case c == '\'' && f.word < len(f.b) && letterAt(s, i+1):
		f.b = append(f.b, '\'')
	case c == '@':
		f = f.mark("@")
	case c == '(' && i+2 < len(s) && s[i+1]|0x20 == 'c' && s[i+2] == ')':
		return f.mark("©"), 3
	default:
		f = f.end()
	}
	return f, 1
}

func (f folder) wide(r rune, letterNext bool) folder {
	switch {
	case r == '’' || r == '‘' || r == 'ʼ':
		if f.word == len(f.b) || !letterNext {
			return f.end()
		}
		f.b = append(f.b, '\'')
	case r == '©':
		return f.mark("©")
	case r == 'İ':
		f.b = append(f.b, 'i')
	case unicode.IsLetter(r) || unicode.IsMark(r):
		f.b = utf8.AppendRune(f.b, unicode.ToLower(r))
	default:
		return f.end()
	}
	return f
}

// lowRoom is more bytes than the longest word has of those that are looked up
// in small letters.
const lowRoom = 24

// lowered writes a short word in small letters. A word of other than ASCII, or
// a longer one, has to be looked up as strings.ToLower makes it.
func lowered(room *[lowRoom]byte, w string) (low []byte, ok bool) {
	if len(w) > lowRoom {
		return nil, false
	}
	for i := range len(w) {
		c := w[i]
		if c >= utf8.RuneSelf {
			return nil, false
		}
		if c-'A' < 26 {
			c |= 0x20
		}
		room[i] = c
	}
	return room[:len(w)], true
}

func letterAt(s string, i int) bool { return i < len(s) && s[i]|0x20 >= 'a' && s[i]|0x20 <= 'z' }
