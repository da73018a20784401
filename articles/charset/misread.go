package charset

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// misread is an encoding as which UTF-8 was read by mistake.
type misread struct {
	byteOf func(rune) (byte, bool)
	judge  func(first, becomes rune, n neighbours) verdict
}

// neighbours are what stands around a hit, before it put right, and the last
// rune of the hit itself.
type neighbours struct{ prev, final, next rune }

// misreadings finds the first misreading of which text[i], where first
// stands, begins a hit.
func misreadings(text string, i int, first rune, around neighbours) (hit, bool) {
	if first >= 0xc2 && first <= 0xf4 {
		m := misread{western, judgeWestern}
		if h, ok := m.read(text, i, around); ok {
			return h, true
		}
	}
	if isMacLead(first) {
		m := misread{mac, judgeMac}
		return m.read(text, i, around)
	}
	if isCyrillicLead(first) {
		m := misread{cyrillic, judgeCyrillic}
		return m.read(text, i, around)
	}
	return hit{}, false
}

// mayBegin reports whether a hit may begin with r.
func mayBegin(r rune) bool {
	return r >= 0x80 && r < 0xa0 || r >= 0xc2 && r <= 0xf4 || isCyrillicLead(r) || isMacLead(r)
}

// isMacLead reports whether r is a lead byte of UTF-8 in Mac OS Roman.
func isMacLead(r rune) bool {
	switch r {
	case '√', '¬', '‚', 'ƒ', '≈', '–', '—', 'Œ', 'œ', '◊', 'ÿ', 'Ÿ', '⁄', '€', '‡', '·', '„',
		'‰', 'Â', 'Ê', 'Á', 'Ë', 'È', 'Í', 'Î', 'Ï', 'Ì', 'Ô':
		return true
	}
	return false
}

// isCyrillicLead reports whether r is one of the lead bytes that news needs,
// in windows-1251.
func isCyrillicLead(r rune) bool {
	switch r {
	case 'Р', 'С', 'в', 'В', 'Г':
		return true
	}
	return false
}

// read reads a hit at text[i].
func (m *misread) read(text string, i int, around neighbours) (hit, bool) {
	first, n := utf8.DecodeRuneInString(text[i:])
	lead, ok := m.byteOf(first)
	size := 0
	switch {
	case !ok || lead < 0xc2 || lead > 0xf4:
		return hit{}, false
	case lead < 0xe0:
		size = 2
	case lead < 0xf0:
		size = 3
	default:
		size = 4
	}
	var buf [4]byte
	buf[0] = lead
	end := i + n
	for k := 1; k < size; k++ {
		if end == len(text) || text[end] < utf8.RuneSelf {
			return hit{}, false
		}
		r, n := utf8.DecodeRuneInString(text[end:])
		c, ok := m.byteOf(r)
		if !ok || c < 0x80 || c > 0xbf {
			return hit{}, false
		}
		buf[k] = c
		around.final = r
		end += n
	}
	becomes, n := utf8.DecodeRune(buf[:size])
	if n != size || becomes == utf8.RuneError && size != 3 {
		return hit{}, false
	}
	around.next = ' '
	if end < len(text) {
		around.next, _ = utf8.DecodeRuneInString(text[end:])
	}
	v := m.judge(first, becomes, around)
	return hit{i, end, string(becomes), becomes, v}, v != no
}

// western writes a rune back as windows-1252, or as Latin-1, of which the
// controls were left.
func western(r rune) (byte, bool) {
	if r < 0x100 {
		return byte(r), r >= 0x80
	}
	return charmap.Windows1252.EncodeRune(r)
}

func mac(r rune) (byte, bool) { return charmap.Macintosh.EncodeRune(r) }

func cyrillic(r rune) (byte, bool) { return charmap.Windows1251.EncodeRune(r) }

// isPlain reports whether r is what Western text is made of.
func isPlain(r rune) bool {
	return r >= 0xa0 && r < 0x250 || r >= 0x2000 && r < 0x2070 || r >= 0x20a0 && r < 0x20d0 ||
		r >= 0x2100 && r < 0x2400 || r >= 0x25a0 && r < 0x27c0 || r >= 0xfb00 && r < 0xfb07 ||
		r == 0xfeff || r == 0xfffd || r >= 0x1f000 && r < 0x20000
}

// ends are the signs that may stand after a word.
const ends = "»”’“‘…–—›„‚‹«™®©\u00a0"

// isForeign reports whether r is a letter, or goes with letters, of the other
// scripts that news is written in.
func isForeign(r rune) bool {
	switch {
	case r < 0x800:
		return r >= 0x300 && r < 0x370 || r >= 0x386 && r < 0x530 || r >= 0x5d0 && r < 0x5eb ||
			r >= 0x600 && r < 0x700
	case r < 0x3000:
		return r >= 0x900 && r < 0x1100 || r >= 0x1780 && r < 0x1800 || r >= 0x1e00 && r < 0x2000
	}
	return isCJK(r)
}

// isRare reports whether r is a Latin letter that no newspaper prints.
func isRare(r rune) bool {
	return r >= 0x180 && r < 0x250 && !strings.ContainsRune("ƠơƯưȘșȚțƒƏəǍǎ", r)
}

func judgeWestern(first, becomes rune, n neighbours) verdict {
	switch {
	case becomes < 0x250 && isRare(becomes):
		return no
	case becomes < 0x250:
		if strings.ContainsRune(ends, n.final) && !unicode.IsLetter(n.next) && !unicode.IsLower(n.prev) {
			if first == 'Â' && !unicode.IsLetter(n.prev) && n.prev != '«' {
				return sure
			}
			return doubtful
		}
		return sure
	case first == 'â' && isPlain(becomes) || becomes >= 0x1f000 && isPlain(becomes):
		return sure
	case isPlain(becomes) && first == 'ï':
		return sure // a byte order mark, a ligature
	case becomes >= 0x1e00 && becomes < 0x1f00 && unicode.IsLetter(n.next):
		return sure // Vietnamese
	case isForeign(becomes) || becomes == 'ˆ' || becomes == '˜':
		return pair
	}
	return no
}

func judgeMac(first, becomes rune, n neighbours) verdict {
	switch first {
	case '‚':
		if isPlain(becomes) {
			return sure
		}
	case '¬':
		return sure
	case '√', 'ƒ', '≈':
		if unicode.IsLetter(becomes) && (unicode.IsLetter(n.prev) || unicode.IsLetter(n.next)) {
			return sure
		}
		return doubtful
	case '·':
		if unicode.IsLetter(n.prev) || unicode.IsLetter(n.next) {
			return doubtful // Vietnamese
		}
		return no
	}
	if isForeign(becomes) {
		return triple
	}
	return no
}

func judgeCyrillic(first, becomes rune, n neighbours) verdict {
	switch first {
	case 'в':
		if becomes >= 0x2010 && becomes < 0x2070 || becomes == '€' || becomes == '№' || becomes == '™' {
			return sure
		}
		return no
	case 'В', 'Г':
		return doubtful
	}
	if isForeign(becomes) {
		return triple
	}
	return no
}
