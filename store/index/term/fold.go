package term

import (
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Unspaced reports whether a rune is of a script written without spaces, which
// is indexed in pairs of letters. Korean has spaces, but its particles cling to
// the words, so that pairs serve it better.
func Unspaced(r rune) bool {
	switch {
	case r < 0x0e00:
		return false
	case r <= 0x0eff: // Thai, Lao
		return unicode.IsLetter(r) || unicode.IsMark(r)
	case r >= 0x1000 && r <= 0x109f, r >= 0x1780 && r <= 0x17d3: // Burmese, Khmer
		return unicode.IsLetter(r) || unicode.IsMark(r)
	case r >= 0x3040 && r <= 0x30ff: // kana
		return unicode.IsLetter(r)
	case r >= 0x3400 && r <= 0x4dbf, r >= 0x4e00 && r <= 0x9fff, r >= 0xf900 && r <= 0xfaff:
		return true
	case r >= 0xac00 && r <= 0xd7a3: // Hangul
		return true
	}
	return r >= 0x20000 && r <= 0x3ffff
}

const latinEnd = 0x250

// latin holds the folded form of the letters news is mostly written with.
var latin = sync.OnceValue(func() *[latinEnd]string {
	t := new([latinEnd]string)
	for r := rune(utf8.RuneSelf); r < latinEnd; r++ {
		t[r] = string(foldSlow(nil, r))
	}
	return t
})

// fold appends the folded form of r, which may be nothing.
func fold(dst []byte, r rune) []byte {
	switch {
	case r < utf8.RuneSelf:
		if class[r] == upper {
			r |= 0x20
		}
		return append(dst, byte(r))
	case r < latinEnd:
		return append(dst, latin()[r]...)
	}
	return foldSlow(dst, r)
}

func foldSlow(dst []byte, r rune) []byte {
	switch r {
	case 0x00ad, 0x200c, 0x200d, 0x0640: // unseen, or the Arabic stretcher
		return dst
	case 'ß', 'ẞ':
		return append(dst, "ss"...)
	case 'æ', 'Æ':
		return append(dst, "ae"...)
	case 'œ', 'Œ':
		return append(dst, "oe"...)
	case 'ø', 'Ø':
		return append(dst, 'o')
	case 'đ', 'Đ', 'ð', 'Ð':
		return append(dst, 'd')
	case 'ł', 'Ł':
		return append(dst, 'l')
	case 'ı', 'İ':
		return append(dst, 'i')
	case 'þ', 'Þ':
		return append(dst, "th"...)
	case 'ي', 'ى':
		r = 'ی' // one letter, three ways to type it
	case 'ك':
		r = 'ک'
	case 'ς':
		r = 'σ'
	}
	var b [utf8.UTFMax]byte
	n := utf8.EncodeRune(b[:], r)
	whole := norm.NFKD.Properties(b[:n]).Decomposition()
	if whole == nil {
		return foldPart(dst, r)
	}
	for len(whole) > 0 {
		p, n := utf8.DecodeRune(whole)
		dst = foldPart(dst, p)
		whole = whole[n:]
	}
	return dst
}

// foldPart appends a rune that stands for itself, leaving out accents. Marks
// beyond those of the alphabets (vowels of Indic scripts) are letters to the
// people who write them, and stay.
func foldPart(dst []byte, r rune) []byte {
	if unicode.Is(unicode.Mn, r) && (r < 0x0700 || r >= 0x1ab0 && r < 0x1b00 || r >= 0x1dc0 && r < 0x1e00 || r >= 0x20d0 && r < 0x2100) {
		return dst
	}
	if r == 'ς' {
		r = 'σ'
	}
	if !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r) {
		return dst
	}
	return utf8.AppendRune(dst, unicode.ToLower(r))
}

// Of lists the terms of a short text, as a query or a name is.
func Of(text string) []string {
	var s Scanner
	var out []string
	for s.Reset(text); s.Next(); {
		out = append(out, string(s.Term()))
	}
	return out
}
