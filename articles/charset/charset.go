// Package charset turns the bytes of a file into text. It knows encodings and
// what letters are common in which language; it knows nothing of formats, and
// it does not ask what the text says.
//
// # How the encoding is found
//
// A mark at the head of the file settles it. So does being valid UTF-8, which
// no text of any length in another encoding is by chance. Zero bytes at every
// second or fourth place mean UTF-16 or UTF-32. What is left is a legacy
// encoding, or UTF-8 with some bytes broken, and it is found by reading: each
// candidate decodes a sample rich in non-ASCII bytes, and the one whose result
// looks most like writing wins. Looking like writing means: letters that one
// language uses together (è with ù, but not with ř), in sensible places (no
// capital after a small letter, no ³ inside a word, quotes that open before
// words and close after them), and for Chinese, Japanese and Korean the few
// hundred characters that make half of any page. What the file or its server
// declared counts as one strong vote, since it is wrong often.
//
// # How mojibake is repaired
//
// See Repair.
package charset

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
	"golang.org/x/text/unicode/norm"

	"broadsheet/articles/ascii"
)

// ErrBinary says that bytes are no text in any encoding.
var ErrBinary = errors.New("not text")

// Decode reads src as text. declared is what the file, or whoever sent it,
// says of its encoding, or "". The text is valid UTF-8 in NFC with \n for
// every line end, and has no mark at its head; name is the encoding it was
// read by, in the spelling of the Encoding Standard.
func Decode(src []byte, declared string) (text, name string) {
	text, name = decode(src, declared)
	return tidy(text), name
}

func decode(src []byte, declared string) (text, name string) {
	if e, n, name := mark(src); e != nil {
		return with(e, src[n:]), name
	}
	if e, name := wide(src); e != nil {
		return with(e, src), name
	}
	if utf8.Valid(src) {
		if bytes.Contains(src, []byte("\x1b$")) {
			if t := with(japanese.ISO2022JP, src); !strings.ContainsRune(t, utf8.RuneError) {
				return t, "iso-2022-jp"
			}
		}
		return string(src), "utf-8"
	}
	return detect(src, canonical(declared))
}

// with decodes src by e. What cannot be decoded becomes U+FFFD.
func with(e encoding.Encoding, src []byte) string {
	out, err := e.NewDecoder().Bytes(src)
	if err != nil {
		return strings.ToValidUTF8(string(src), "\ufffd")
	}
	return string(out)
}

// mark reads the byte order mark at the head of src.
func mark(src []byte) (e encoding.Encoding, size int, name string) {
	if len(src) == 0 || strings.IndexByte("\xef\xff\x00\xfe\x84", src[0]) < 0 {
		return nil, 0, ""
	}
	for _, m := range []struct {
		mark, name string
		e          encoding.Encoding
	}{
		{"\xef\xbb\xbf", "utf-8", strays{}},
		{"\xff\xfe\x00\x00", "utf-32le", utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM)},
		{"\x00\x00\xfe\xff", "utf-32be", utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM)},
		{"\xff\xfe", "utf-16le", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
		{"\xfe\xff", "utf-16be", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
		{"\x84\x31\x95\x33", "gb18030", simplifiedchinese.GB18030},
	} {
		if bytes.HasPrefix(src, []byte(m.mark)) {
			return m.e, len(m.mark), m.name
		}
	}
	return nil, 0, ""
}

// canonical returns the standard name of a declared encoding, or "".
func canonical(declared string) string {
	e, err := htmlindex.Get(strings.Trim(declared, " \t\"'"))
	if err != nil {
		return ""
	}
	name, err := htmlindex.Name(e)
	if err != nil {
		return ""
	}
	return name
}

// tidy gives text one kind of line end and one way to write each letter.
func tidy(s string) string {
	if strings.Contains(s, "\r") {
		s = strings.ReplaceAll(s, "\r\n", "\n")
		s = strings.ReplaceAll(s, "\r", "\n")
	}
	if composed(s) {
		return s
	}
	return norm.NFC.String(s)
}

// composed reports, at the cost of one look at each lead byte, that s holds
// nothing that NFC could change. It may say no where NFC changes nothing.
func composed(s string) bool {
	for i := 0; i < len(s); i++ {
		if i += ascii.Run(s[i:]); i == len(s) {
			break
		}
		switch c := s[i]; {
		case c < 0x80 || c >= 0x80 && c < 0xc0: // ASCII, and what follows a lead
		case c < 0xcc: // to U+02FF
		case c == 0xd0 || c == 0xd1: // Cyrillic letters
		case c == 0xe2 && i+2 < len(s) && s[i+1] == 0x80: // punctuation
		case c == 0xe3 && i+2 < len(s) && (s[i+1] > 0x82 || s[i+1] == 0x81 ||
			s[i+1] == 0x80 && s[i+2] < 0xaa || s[i+1] == 0x82 && s[i+2] < 0x99): // kana
		case c == 0xef && i+1 < len(s) && s[i+1] >= 0xbc: // full width
		case c >= 0xe4 && c <= 0xe9: // Han
		case c >= 0xeb && c <= 0xec: // Hangul
		case c == 0xf0 && i+1 < len(s) && s[i+1] == 0x9f: // emoji
		default:
			return norm.NFC.IsNormalString(s)
		}
	}
	return true
}
