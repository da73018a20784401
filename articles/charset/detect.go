package charset

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	uni "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"
)

// candidate is an encoding that text without a mark may be in.
type candidate struct {
	name  string
	e     encoding.Encoding
	reads reading
	prior float64 // what it is worth to be common
}

// candidates are tried in this order; of equals the first wins.
func candidates() []candidate {
	western := reading{latin: westernAlphabets}
	central := reading{latin: centralAlphabets}
	return []candidate{
		{"windows-1252", charmap.Windows1252, western, .3},
		{"utf-8", strays{}, reading{latin: allAlphabets, greek: true, cyrillic: true, semitic: true, thai: true, han: anyHan, hangul: true}, 0},
		{"windows-1250", charmap.Windows1250, central, .1},
		{"windows-1251", charmap.Windows1251, reading{cyrillic: true}, .1},
		{"windows-1254", charmap.Windows1254, reading{latin: turkish}, .1},
		{"windows-1257", charmap.Windows1257, reading{latin: baltic}, .1},
		{"windows-1253", charmap.Windows1253, reading{greek: true}, .1},
		{"windows-1255", charmap.Windows1255, reading{semitic: true}, .1},
		{"windows-1256", charmap.Windows1256, reading{semitic: true, latin: french}, .1},
		{"windows-1258", charmap.Windows1258, reading{latin: vietnamese}, 0},
		{"windows-874", charmap.Windows874, reading{thai: true}, .1},
		{"gb18030", simplifiedchinese.GB18030, reading{han: simplifiedHan}, .1},
		{"shift_jis", japanese.ShiftJIS, reading{han: japaneseHan}, .1},
		{"euc-jp", japanese.EUCJP, reading{han: japaneseHan}, .1},
		{"big5", traditionalchinese.Big5, reading{han: traditionalHan}, .1},
		{"euc-kr", korean.EUCKR, reading{hangul: true, han: traditionalHan}, .1},
		{"koi8-r", charmap.KOI8R, reading{cyrillic: true}, .05},
		{"koi8-u", charmap.KOI8U, reading{cyrillic: true}, 0},
		{"iso-8859-2", charmap.ISO8859_2, central, .05},
		{"iso-8859-5", charmap.ISO8859_5, reading{cyrillic: true}, 0},
		{"iso-8859-6", charmap.ISO8859_6, reading{semitic: true}, 0},
		{"iso-8859-7", charmap.ISO8859_7, reading{greek: true}, 0},
		{"iso-8859-8", charmap.ISO8859_8, reading{semitic: true}, 0},
		{"iso-8859-15", charmap.ISO8859_15, western, 0},
		{"iso-8859-16", charmap.ISO8859_16, reading{latin: centralAlphabets}, -.1},
		{"macintosh", charmap.Macintosh, western, 0},
		{"x-mac-cyrillic", charmap.MacintoshCyrillic, reading{cyrillic: true}, -.1},
		{"ibm866", charmap.CodePage866, reading{cyrillic: true}, 0},
		{"ibm850", charmap.CodePage850, western, -.2},
		{"ibm852", charmap.CodePage852, central, -.2},
	}
}

// wideCandidates are for text of which no zero byte tells: Chinese, mostly.
func wideCandidates() []candidate {
	as := reading{han: anyHan, hangul: true}
	return []candidate{
		{"utf-16le", uni.UTF16(uni.LittleEndian, uni.IgnoreBOM), as, 0},
		{"utf-16be", uni.UTF16(uni.BigEndian, uni.IgnoreBOM), as, 0},
	}
}

// vote is what a declaration is worth, on the scale of plausible. It moves
// the choice between readings that are nearly as good, no further.
const vote = 1.2

// detect finds the encoding of src, which is not valid UTF-8, and reads it.
func detect(src []byte, declared string) (text, name string) {
	sample := sampleOf(src)
	all := candidates()
	if e, err := htmlindex.Get(declared); err == nil && !known(all, declared) {
		all = append(all, candidate{declared, e, reading{latin: allAlphabets, cyrillic: true, greek: true, semitic: true}, 0})
	}
	if len(src)%2 == 0 {
		all = append(all, wideCandidates()...)
	}
	best, most := all[0], -1e9
	for _, c := range all {
		part := sample
		if strings.HasPrefix(c.name, "utf-16") { // its line ends are not bytes
			part = src[:min(len(src), sampled)]
		}
		score := plausible(read(c.e, part), c.reads, c.name == "utf-8") + c.prior
		if c.name == declared {
			score += vote
		}
		if score > most {
			best, most = c, score
		}
	}
	return with(best.e, src), best.name
}

func known(all []candidate, name string) bool {
	for _, c := range all {
		if c.name == name {
			return true
		}
	}
	return false
}

// read decodes a sample, without the rune that its end may have cut.
func read(e encoding.Encoding, sample []byte) string {
	s := with(e, sample)
	if r, n := utf8.DecodeLastRuneInString(s); r == utf8.RuneError {
		s = s[:len(s)-n]
	}
	return norm.NFC.String(s)
}

// sampled is how much of a file is read by every candidate.
const sampled = 6 << 10

// sampleOf gathers the lines of src that hold non-ASCII bytes, up to the size
// of a sample. A line end is a line end in every candidate.
func sampleOf(src []byte) []byte {
	if len(src) <= sampled {
		return src
	}
	var sample []byte
	for line := range bytes.Lines(src) {
		first := bytes.IndexFunc(line, func(r rune) bool { return r >= utf8.RuneSelf })
		if first < 0 {
			continue
		}
		if len(line) > sampled { // not from inside a character
			from := bytes.LastIndexAny(line[:first], " <>\t") + 1
			line = line[from:]
		}
		sample = append(sample, line[:min(len(line), sampled-len(sample))]...)
		if len(sample) >= sampled {
			break
		}
	}
	return sample
}
