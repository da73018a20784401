package text

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"
)

// shape is what can be told of a line without knowing a single word of its
// language.
type shape struct {
	words    int  // counted up to maxShape bytes; scripts without spaces: letters over two, or five
	runes    int  // likewise
	letters  int  // letters
	digits   int  // digits
	capped   int  // words of four letters and more that begin with a capital
	long     int  // words of four letters and more
	upper    int  // capital letters
	bicase   int  // letters of alphabets that have capitals
	terminal bool // it ends as a sentence does
	colon    bool // it ends in a colon
	sentence int  // places where one sentence ends and the next begins
	dense    bool // written in a script without spaces
	thai     bool // of which some have no full stop either
	marks    int  // | · • » / and their kind, which join menu items
}

// maxShape bounds how much of a line is looked at: what goes on longer is
// prose, whatever else it is.
const maxShape = 700

func shapeOf(s string) shape {
	var h shape
	h.ending(s)
	if len(s) > maxShape {
		s = s[:maxShape]
	}
	m := measurer{shape: &h}
	for i := 0; i < len(s); {
		if b := signsOf(s[i:]); b.n > 0 {
			m.signs(&b, s[i:])
			i += b.n
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		m.wide(r)
		i += n
	}
	m.endWord()
	h.words += m.han/2 + m.thai/5
	h.dense = m.han+m.thai > h.letters/2
	h.thai = m.thai > h.letters/2
	return h
}

// measurer reads a line: what of it is ASCII in blocks, the rest letter by
// letter.
type measurer struct {
	*shape
	word      int  // letters of the word it is in
	capital   bool // which begins with a capital
	han, thai int
	last      rune
}

func (m *measurer) endWord() {
	if m.word > 0 {
		m.words++
		if m.word >= 4 {
			m.long++
			if m.capital {
				m.capped++
			}
		}
	}
	m.word = 0
}

// letter counts a letter of an alphabet.
func (m *measurer) letter(upper, bicase bool) {
	if m.word == 0 {
		m.capital = upper
	}
	m.word++
	m.letters++
	if bicase {
		m.bicase++
	}
	if upper {
		m.upper++
	}
}

// signs counts a block of ASCII that s begins with.
func (m *measurer) signs(b *signs, s string) {
	letters := bits.OnesCount64(b.letters)
	m.runes += b.n
	m.letters += letters
	m.bicase += letters
	m.upper += bits.OnesCount64(b.upper)
	m.digits += bits.OnesCount64(b.digits)
	from := 0
	if b.ends != 0 {
		from = bits.TrailingZeros64(b.ends)
		m.grow(b, 0, from)
		m.endWord()
		from = m.wholeWords(b, from+1)
	}
	m.grow(b, from, b.n)
	for at := b.ends &^ b.spaces; at != 0; at &= at - 1 {
		switch s[bits.TrailingZeros64(at)] {
		case '|', '/', '>':
			m.marks++
		}
	}
	starts := b.upper >> 1
	if b.n < len(s) && s[b.n] >= 'A' && s[b.n] <= 'Z' {
		starts |= 1 << (b.n - 1)
	}
	for at := b.spaces & starts; at != 0; at &= at - 1 {
		before := m.last
		if i := bits.TrailingZeros64(at); i > 0 {
			before = rune(s[i-1])
		}
		switch before {
		case '.', '!', '?', '"', '”':
			m.sentence++
		}
	}
	m.last = rune(s[b.n-1])
}

// wholeWords counts the words of a block from one that begins at from to the
// last that ends in it, and returns where that is.
func (m *measurer) wholeWords(b *signs, from int) int {
	to := bits.Len64(b.ends)
	of := (b.letters | b.digits) & (1<<to - 1) >> from << from
	joints := ^(of | b.ends) & (1<<to - 1) >> from << from
	if joints&(joints<<1|of<<1&(of>>1)) != 0 {
		for ends := b.ends >> from << from; ends != 0; ends &= ends - 1 {
			at := bits.TrailingZeros64(ends)
			m.grow(b, from, at)
			m.endWord()
			from = at + 1
		}
		return to
	}
	// Nothing joins two pieces of a word: where letters begin, a word does.
	begin := of &^ (of << 1)
	long := begin & (of >> 1) & (of >> 2) & (of >> 3)
	m.words += bits.OnesCount64(begin)
	m.long += bits.OnesCount64(long)
	m.capped += bits.OnesCount64(long & b.upper)
	return to
}

// grow adds to the word it is in the letters and figures of a part of a block.
func (m *measurer) grow(b *signs, from, to int) {
	of := (b.letters | b.digits) >> from << (64 - to + from)
	if of == 0 {
		return
	}
	if m.word == 0 {
		first := bits.TrailingZeros64(of) - (64 - to)
		m.capital = b.upper>>first&1 != 0
	}
	m.word += bits.OnesCount64(of)
}

func (m *measurer) wide(r rune) {
	m.runes++
	switch scriptOf(r) {
	case han:
		m.han++
		m.letters++
		if r == '。' || r == '！' || r == '？' {
			m.sentence++
		}
	case thai:
		m.thai++
		m.letters++
	case letter:
		upper := unicode.IsUpper(r)
		m.letter(upper, upper || unicode.IsLower(r))
	case mark:
		m.marks++
		m.endWord()
	case other:
		if r != '’' && r != '‘' {
			m.endWord()
		}
	}
	m.last = r
}

type script uint8

const (
	other script = iota
	letter
	han
	thai
	mark
)

func scriptOf(r rune) script {
	switch {
	case r < 0x370:
		if r == '·' || r == '»' || r == '«' {
			if r == '«' {
				return other
			}
			return mark
		}
		if unicode.IsLetter(r) {
			return letter
		}
	case r >= 0xe00 && r < 0xf00, r >= 0x1000 && r < 0x10a0, r >= 0x1780 && r < 0x1800:
		return thai
	case r >= 0x2000 && r < 0x2c00:
		switch r {
		case '•', '›', '→', '▶', '►', '▸', '|', '■', '●':
			return mark
		}
	case r >= 0x2e80 && r <= 0x9fff, r >= 0xff01 && r <= 0xff9f, r >= 0x20000 && r <= 0x3ffff:
		return han
	case unicode.IsLetter(r) || unicode.IsMark(r):
		return letter
	}
	return other
}

// ending looks at how a line ends.
func (h *shape) ending(s string) {
	for s != "" {
		r, n := utf8.DecodeLastRuneInString(s)
		switch r {
		case '"', '\'', '”', '’', '»', ')', ']', ' ', '“', '「', '」', '』', '）', '*', '`':
			s = s[:len(s)-n]
			continue
		case '.', '!', '?', '…', '。', '！', '？', '؟', '।', '۔', '።', '．', '‥':
			h.terminal = true
		case ':', '：':
			h.colon = true
		}
		return
	}
}

// prose reports whether the line reads as running text.
func (h shape) prose() bool {
	switch {
	case h.thai:
		return h.words >= 18
	case h.dense:
		return h.words >= 15 && h.terminal || h.words >= 30
	case h.words >= 35:
		return h.marks < h.words/5
	}
	return h.words >= 9 && h.terminal
}

// headline reports whether the line could be a headline: some words and no
// full stop.
func (h shape) headline() bool {
	if h.dense {
		return h.words >= 4 && h.words <= 40 && !(h.terminal && h.sentence > 1)
	}
	return h.words >= 3 && h.words <= 30 && h.letters > h.digits && h.sentence <= 1
}

// label reports whether the line is as short as a menu entry.
func (h shape) label() bool {
	if h.dense {
		return h.words <= 8 && !h.terminal
	}
	return h.words <= 4 && !h.terminal
}

// titled reports whether most of the words begin with a capital, as English
// headlines have it.
func (h shape) titled() bool {
	return h.long >= 3 && h.capped*10 >= h.long*7
}

// shouted reports whether the line is all capitals.
func (h shape) shouted() bool { return h.bicase >= 4 && h.upper*10 >= h.bicase*9 }

// folded is a line in lower case with quotes and dashes made alike and only
// single spaces, for comparing with the tables and with other lines.
func folded(s string) string {
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
	return strings.Map(func(r rune) rune {
		switch r {
		case '‘', '’', '‛', 'ʼ', '´', '`':
			return '\''
		case '“', '”', '„', '«', '»', '‟':
			return '"'
		case '‐', '‑', '‒', '–', '—', '―', '−':
			return '-'
		case 'İ':
			return 'i'
		}
		return unicode.ToLower(r)
	}, s)
}
