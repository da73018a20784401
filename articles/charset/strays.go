package charset

import (
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/transform"
)

// strays is UTF-8 into which other bytes have strayed, as happens when texts
// are pasted together: what is no UTF-8 is read as windows-1252. Surrogates
// written as three bytes each are read as the rune they mean.
type strays struct{}

func (strays) NewDecoder() *encoding.Decoder {
	return &encoding.Decoder{Transformer: strays{}}
}

func (strays) NewEncoder() *encoding.Encoder { return encoding.Nop.NewEncoder() }

func (strays) Reset() {}

// Transform implements transform.Transformer.
func (strays) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	for nSrc < len(src) {
		r, n := rune(src[nSrc]), 1
		if r >= utf8.RuneSelf {
			if !atEOF && len(src)-nSrc < 6 {
				return nDst, nSrc, transform.ErrShortSrc
			}
			r, n = utf8.DecodeRune(src[nSrc:])
			switch {
			case r != utf8.RuneError || n != 1:
			case !utf8.FullRune(src[nSrc:]):
				n = len(src) - nSrc // the file ends inside a character
			default:
				r, n = stray(src[nSrc:])
			}
		}
		if nDst+utf8.UTFMax > len(dst) {
			return nDst, nSrc, transform.ErrShortDst
		}
		nDst += utf8.EncodeRune(dst[nDst:], r)
		nSrc += n
	}
	return nDst, nSrc, nil
}

// stray reads the head of s, which is not UTF-8.
func stray(s []byte) (rune, int) {
	if len(s) >= 6 && s[0] == 0xed && s[3] == 0xed &&
		s[1]&0xf0 == 0xa0 && s[4]&0xf0 == 0xb0 &&
		s[2]&0xc0 == 0x80 && s[5]&0xc0 == 0x80 {
		high := rune(s[1]&0x0f)<<6 | rune(s[2]&0x3f)
		low := rune(s[4]&0x0f)<<6 | rune(s[5]&0x3f)
		return 0x10000 + high<<10 | low, 6
	}
	if r := charmap.Windows1252.DecodeByte(s[0]); r != utf8.RuneError {
		return r, 1
	}
	return rune(s[0]), 1 // one of five bytes without a meaning: C1, as browsers do
}
