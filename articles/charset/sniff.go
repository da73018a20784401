package charset

import (
	"bytes"
	"encoding/binary"
	"fmt"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"

	"broadsheet/articles/ascii"
)

// sniffed is how much of a file is looked at to tell text from what is not.
const sniffed = 8 << 10

// Sniff returns an error that wraps ErrBinary where src, the head of a file
// or all of it, is not text in any encoding: a picture, a program, an
// archive. An empty src is text.
func Sniff(src []byte) error {
	src = src[:min(len(src), sniffed)]
	for _, m := range []struct{ magic, what string }{
		{"\x89PNG", "a picture (PNG)"}, {"\xff\xd8\xff", "a picture (JPEG)"},
		{"GIF8", "a picture (GIF)"}, {"RIFF", "a media file (RIFF)"},
		{"%PDF-", "a PDF file"}, {"PK\x03\x04", "a zip archive"},
		{"\x1f\x8b", "gzip data"}, {"\x7fELF", "a program (ELF)"},
		{"SQLite format 3", "a database (SQLite)"}, {"\xd0\xcf\x11\xe0", "an old Office file"},
		{"7z\xbc\xaf", "a 7z archive"}, {"BZh", "bzip2 data"}, {"\xfd7zXZ", "xz data"},
		{"OggS", "a media file (Ogg)"}, {"ID3", "a media file (MP3)"},
		{"MZ\x90\x00", "a program (Windows)"}, {"\x28\xb5\x2f\xfd", "zstd data"},
	} {
		if bytes.HasPrefix(src, []byte(m.magic)) {
			return fmt.Errorf("%w: %s", ErrBinary, m.what)
		}
	}
	if e, _, _ := mark(src); e != nil {
		return nil
	}
	if e, _ := wide(src); e != nil {
		return nil
	}
	nul, odd := 0, 0
	for i := 0; i < len(src); i++ {
		if i+8 <= len(src) && !ascii.Below(binary.LittleEndian.Uint64(src[i:]), ' ') {
			i += 7
			continue
		}
		switch c := src[i]; {
		case c == 0:
			nul++
		case c < ' ' && (c < '\t' || c > '\r') && c != 0x1b && c != 0x1a:
			odd++
		}
	}
	if nul > len(src)/100 || nul+odd > len(src)/10 {
		return fmt.Errorf("%w: %d of its first %d bytes are control characters",
			ErrBinary, nul+odd, len(src))
	}
	return nil
}

// wide recognises UTF-16 and UTF-32 without a mark by where the zero bytes
// are: text of any script has blanks, line ends or digits, and these have
// their zeros at one place in two, or three in four.
func wide(src []byte) (encoding.Encoding, string) {
	src = src[:min(len(src), sniffed)]
	if len(src) < 4 || bytes.IndexByte(src, 0) < 0 {
		return nil, ""
	}
	var zeros, others [4]int
	for i, c := range src {
		if c == 0 {
			zeros[i%4]++
		} else {
			others[i%4]++
		}
	}
	quarter := len(src) / 4
	full := func(i int) bool { return zeros[i] > quarter*97/100 }
	switch {
	case full(3) && full(2) && others[0] > zeros[0]:
		return utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM), "utf-32le"
	case full(0) && full(1) && others[3] > zeros[3]:
		return utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM), "utf-32be"
	}
	first, second := zeros[0]+zeros[2], zeros[1]+zeros[3]
	least := max(1, len(src)/200)
	switch {
	case second >= least && first*20 <= second && isUTF16(src, 1):
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "utf-16le"
	case first >= least && second*20 <= first && isUTF16(src, 0):
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "utf-16be"
	}
	if len(src)%2 == 0 {
		for _, c := range wideCandidates() { // 一 is U+4E00: zeros at both places
			if s := read(c.e, src); controls(s) == 0 && plausible(s, c.reads, false) > 1 {
				return c.e, c.name
			}
		}
	}
	return nil, ""
}

// controls counts the controls of s that are no line ends or blanks.
func controls(s string) int {
	n := 0
	for _, r := range s {
		if r < ' ' && (r < '\t' || r > '\r') {
			n++
		}
	}
	return n
}

// isUTF16 reports whether src reads as UTF-16 with its high bytes at high (0
// or 1): few different high bytes, no lone surrogates, no controls.
func isUTF16(src []byte, high int) bool {
	bad, seen, units := 0, [256]int{}, 0
	for i := 0; i+1 < len(src); i += 2 {
		h, l := src[i+high], src[i+1-high]
		seen[h]++
		units++
		if h == 0 && l < ' ' && (l < '\t' || l > '\r') || h == 0xff && l >= 0xf0 {
			bad++
		}
		if h >= 0xd8 && h < 0xe0 && seen[h] > 1+units/8 {
			bad++
		}
	}
	common := 0
	for _, n := range seen {
		if n*200 >= units {
			common += n
		}
	}
	return bad*50 <= units && (common*10 >= units*6 || seen[0]*20 >= units)
}
