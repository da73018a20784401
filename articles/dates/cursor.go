package dates

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// cursor walks over a line. Its methods move it only past what they read, and
// a caller that wants to try something else keeps a copy.
type cursor struct {
	s string
	i int
}

func (c *cursor) peek() (rune, int) {
	if c.i >= len(c.s) {
		return 0, 0
	}
	if b := c.s[c.i]; b < utf8.RuneSelf {
		return rune(b), 1
	}
	return utf8.DecodeRuneInString(c.s[c.i:])
}

// lit reads the given text.
func (c *cursor) lit(s string) bool {
	if strings.HasPrefix(c.s[c.i:], s) {
		c.i += len(s)
		return true
	}
	return false
}

// any reads one rune out of a set.
func (c *cursor) any(set string) bool {
	r, n := c.peek()
	if n > 0 && strings.ContainsRune(set, r) {
		c.i += n
		return true
	}
	return false
}

// space reads white space and direction marks, and tells whether there was any.
func (c *cursor) space() bool {
	from := c.i
	for {
		r, n := c.peek()
		if n == 0 || r != ' ' && r != '\t' && !unicode.IsSpace(r) && r != '\u200e' && r != '\u200f' && r != '\u200b' {
			return c.i > from
		}
		c.i += n
	}
}

// number reads up to max digits of any script.
func (c *cursor) number(max int) (value, digits int) {
	for digits < max {
		r, n := c.peek()
		d := digit(r)
		if n == 0 || d < 0 {
			break
		}
		value, digits = value*10+d, digits+1
		c.i += n
	}
	return value, digits
}

func (c *cursor) skipDigits() {
	for {
		r, n := c.peek()
		if n == 0 || !isDigit(r) {
			return
		}
		c.i += n
	}
}

// moreDigits reports whether a digit stands next.
func (c *cursor) moreDigits() bool {
	r, n := c.peek()
	return n > 0 && isDigit(r)
}

// word reads letters and returns them folded. It is cut at a change between
// Latin and another script's letters only by the letters themselves.
func (c *cursor) word() string {
	from := c.i
	for {
		r, n := c.peek()
		if n == 0 || !isWord(r) {
			break
		}
		c.i += n
	}
	if c.i-from > 60 {
		return ""
	}
	return fold(c.s[from:c.i])
}

// isWord reports whether r belongs to a word of an alphabet. Han characters
// do not: dates written with them are read character by character.
func isWord(r rune) bool {
	if r < utf8.RuneSelf {
		return r|0x20 >= 'a' && r|0x20 <= 'z'
	}
	return (unicode.IsLetter(r) || unicode.IsMark(r)) && !dense(r)
}

func dense(r rune) bool {
	return r >= 0x3000 && r <= 0x9fff || r >= 0xac00 && r <= 0xd7a3
}

func isDigit(r rune) bool { return digit(r) >= 0 }

// digit is the value of a decimal digit of the scripts news is written in, or
// -1.
func digit(r rune) int {
	switch {
	case r >= '0' && r <= '9':
		return int(r - '0')
	case r < 0x660:
		return -1
	case r <= 0x669:
		return int(r - 0x660) // Arabic-Indic
	case r >= 0x6f0 && r <= 0x6f9:
		return int(r - 0x6f0) // Persian
	case r >= 0x966 && r <= 0x96f:
		return int(r - 0x966) // Devanagari
	case r >= 0x9e6 && r <= 0x9ef:
		return int(r - 0x9e6) // Bengali
	case r >= 0xe50 && r <= 0xe59:
		return int(r - 0xe50) // Thai
	case r >= 0xff10 && r <= 0xff19:
		return int(r - 0xff10) // full width
	}
	return -1
}

func digitsAt(s string, i int) int {
	n := 0
	for i+n < len(s) && s[i+n]-'0' < 10 {
		n++
	}
	return n
}

func atoi(s string) int {
	n := 0
	for i := range len(s) {
		n = n*10 + int(s[i]-'0')
	}
	return n
}

// fold writes a word in lower case without accents, so that one spelling in
// the tables stands for all.
func fold(s string) string {
	ascii := true
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			ascii = false
			break
		}
	}
	if ascii {
		return strings.ToLower(s)
	}
	var b strings.Builder
	for _, r := range strings.ToLower(s) {
		if r = bare(r); r != 0 {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// bare is r without its accent, or 0 where r is an accent.
func bare(r rune) rune {
	switch {
	case r < 0xc0:
		return r
	case r < 0x250:
		return latin(r)
	case r >= 0x300 && r < 0x370, r == 0x640, r >= 0x64b && r <= 0x65f, r == 0x93c:
		return 0
	}
	switch r {
	case 'ά':
		return 'α'
	case 'έ':
		return 'ε'
	case 'ή':
		return 'η'
	case 'ί', 'ϊ', 'ΐ':
		return 'ι'
	case 'ό':
		return 'ο'
	case 'ύ', 'ϋ':
		return 'υ'
	case 'ώ':
		return 'ω'
	case 'ς':
		return 'σ'
	case 'ё':
		return 'е'
	case 'أ', 'إ', 'آ':
		return 'ا'
	case 'ى', 'ی':
		return 'ي'
	case 'ک':
		return 'ك'
	case 'ة':
		return 'ه'
	}
	return r
}

func latin(r rune) rune {
	switch r {
	case 'à', 'á', 'â', 'ã', 'ä', 'å', 'ā', 'ă', 'ą':
		return 'a'
	case 'ç', 'ć', 'č':
		return 'c'
	case 'è', 'é', 'ê', 'ë', 'ē', 'ė', 'ę', 'ě':
		return 'e'
	case 'ğ', 'ģ':
		return 'g'
	case 'ì', 'í', 'î', 'ï', 'ī', 'ı', 'į':
		return 'i'
	case 'ķ':
		return 'k'
	case 'ł', 'ļ':
		return 'l'
	case 'ñ', 'ń', 'ň', 'ņ':
		return 'n'
	case 'ò', 'ó', 'ô', 'õ', 'ö', 'ø', 'ő', 'ō':
		return 'o'
	case 'ř':
		return 'r'
	case 'ś', 'š', 'ş', 'ș':
		return 's'
	case 'ţ', 'ț', 'ť':
		return 't'
	case 'ù', 'ú', 'û', 'ü', 'ů', 'ű', 'ū', 'ų':
		return 'u'
	case 'ý':
		return 'y'
	case 'ź', 'ż', 'ž':
		return 'z'
	}
	return r
}
