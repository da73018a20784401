package charset

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// reading says as what a candidate's result is read: the scripts that its
// encoding was made for.
type reading struct {
	latin                                  func() []string
	greek, cyrillic, semitic, thai, hangul bool
	han                                    func(rune) bool
}

// plausible scores how much s looks like writing, per non-ASCII byte it was
// read from: about 3 for text, below 0 for noise.
func plausible(s string, as reading, isUTF8 bool) float64 {
	letters := make(map[rune]int) // Latin, small
	sum, size := 0.0, 0
	prev, rest := ' ', s
	for rest != "" {
		r, n := utf8.DecodeRuneInString(rest)
		rest = rest[n:]
		if r >= utf8.RuneSelf {
			next, _ := utf8.DecodeRuneInString(rest)
			if rest == "" {
				next = ' '
			}
			bytes := 1
			if isCJK(r) {
				bytes = 2
			}
			size += bytes
			c := context{prev, r, next}
			if unicode.Is(unicode.Latin, r) && as.latin != nil && r != 'ª' && r != 'º' {
				letters[unicode.ToLower(r)]++
				sum += c.latin()
			} else {
				sum += float64(bytes) * c.score(as)
			}
		}
		prev = r
	}
	if size == 0 {
		return 0
	}
	if isUTF8 {
		sum -= 4 * float64(strings.Count(s, "\ufffd"))
	}
	if as.latin != nil {
		sum += covered(letters, as.latin())
	}
	return sum / float64(size)
}

// covered scores Latin letters by the language that covers most of them.
func covered(letters map[rune]int, languages []string) float64 {
	if len(letters) == 0 {
		return 0
	}
	best := -1e9
	for _, l := range languages {
		often, seldom, _ := strings.Cut(l, "|")
		sum := 0.0
		for r, n := range letters {
			switch {
			case strings.ContainsRune(often, r):
				sum += 3 * float64(n)
			case strings.ContainsRune(seldom, r):
				sum += float64(n)
			default:
				sum -= 5 * float64(n)
			}
		}
		best = max(best, sum)
	}
	return best
}

// context is a rune beyond ASCII between its neighbours.
type context struct{ prev, r, next rune }

// latin scores where a Latin letter stands; covered scores which it is.
func (c context) latin() float64 {
	switch {
	case unicode.IsUpper(c.r) && unicode.IsLower(c.prev):
		return -5
	case unicode.IsUpper(c.r) && c.prev < utf8.RuneSelf && unicode.IsLower(c.next) && unicode.IsLetter(c.prev):
		return -3
	case unicode.IsDigit(c.prev) || unicode.IsDigit(c.next):
		return -4
	case unicode.IsLower(c.r) && unicode.IsUpper(c.next):
		return -4
	case !unicode.IsLetter(c.prev) && !unicode.IsLetter(c.next) && !strings.ContainsRune("àéóíÀÉÓÍ", c.r):
		return -3
	}
	return 0
}

// score is what a rune that is no Latin letter adds.
func (c context) score(as reading) float64 {
	r := c.r
	switch {
	case r == utf8.RuneError:
		return -12
	case r < 0xa0:
		return -12
	case r < 0xc0 || r >= 0x2000 && r < 0x2400 || r == '×' || r == '÷':
		return c.sign()
	case unicode.Is(unicode.Cyrillic, r):
		return c.letter(as.cyrillic, cyrillicWeight(unicode.ToLower(r)))
	case unicode.Is(unicode.Greek, r):
		return c.letter(as.greek, c.greekWeight())
	case r >= 0x590 && r < 0x780 || r >= 0xfb50 && r < 0xfe00:
		if strings.ContainsRune("،؛؟\u200c\u200f", r) {
			return 1
		}
		if strings.ContainsRune("ךםןףץ", r) && unicode.IsLetter(c.next) {
			return -4 // letters for the end of a word
		}
		return c.letter(as.semitic, 2.8)
	case r >= 0xe00 && r < 0xe80:
		return c.letter(as.thai, c.thaiWeight())
	case r >= 0x200b && r < 0x2010:
		return 0
	case isCJK(r):
		if !isCJK(c.prev) && !isCJK(c.next) {
			return -4 // no one writes one character by itself
		}
		return cjk(r, as)
	case r >= 0x2400 && r < 0x2600: // frames and blocks
		return -5
	case r >= 0xe000 && r < 0xf900:
		return -12
	case r >= 0x1f000 && as.han != nil && as.hangul: // only UTF-8 has them
		return 3
	}
	return -3
}

// letter scores a letter of a script that has no business beside Latin ones.
func (c context) letter(expected bool, weight float64) float64 {
	switch {
	case !expected:
		return -4
	case isASCIILetter(c.prev) || isASCIILetter(c.next):
		return -5
	case unicode.IsUpper(c.r) && unicode.IsLower(c.prev):
		return -5
	case unicode.IsUpper(c.r) && unicode.IsUpper(c.prev):
		weight -= 2.5 // capitals are fewer
	case unicode.IsLetter(c.prev) && c.prev >= utf8.RuneSelf && scriptOf(c.prev) != scriptOf(c.r):
		return -5
	case !unicode.IsLetter(c.prev) && !unicode.IsLetter(c.next) && !unicode.IsMark(c.next):
		return min(weight, 0.5) // a word of one letter
	}
	return weight
}

func isASCIILetter(r rune) bool { return r|0x20 >= 'a' && r|0x20 <= 'z' }

// scriptOf tells apart the scripts that single bytes can mean.
func scriptOf(r rune) int {
	switch {
	case r < 0x370:
		return 0
	case r < 0x400:
		return 1
	case r < 0x590:
		return 2
	case r < 0x600:
		return 3
	case r < 0x780:
		return 4
	}
	return 5
}

func cyrillicWeight(r rune) float64 {
	switch {
	case strings.ContainsRune("оеаинтсрвл", r):
		return 3.6
	case strings.ContainsRune("кмдпуяыьгзбч", r):
		return 2.8
	case strings.ContainsRune("йхжшюцщэфъёіїєґўјљњћџђ", r):
		return 1.5
	}
	return -3
}

func (c context) thaiWeight() float64 {
	digit := c.r >= 0xe50 && c.r < 0xe5a
	switch {
	case digit && unicode.IsLetter(c.prev), unicode.IsMark(c.r) && (c.prev < 0xe00 || c.prev >= 0xe50):
		return -4
	case strings.ContainsRune("ฃฅฆฌฎฏฐฑฒฬฦฤฯๅ฿", c.r) || digit:
		return -0.5
	}
	return 2.8
}

func (c context) greekWeight() float64 {
	switch r := unicode.ToLower(c.r); {
	case r == 'ς' && unicode.IsLetter(c.next):
		return -4
	case strings.ContainsRune("αοιετσνηυρπκμλως", r):
		return 3.2
	case strings.ContainsRune("άέήίόύώ", r):
		return 2.5
	}
	return 1.5
}

// sign scores punctuation and symbols by whether they stand where they do in
// print.
func (c context) sign() float64 {
	word := unicode.IsLetter(c.prev) && unicode.IsLetter(c.next)
	blank := func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("([-–—\"'", r) }
	switch c.r {
	case '’':
		if unicode.IsLetter(c.next) || unicode.IsDigit(c.next) {
			return 4
		}
		return closing(c)
	case '…':
		return 3
	case '»', '›':
		if c.prev == ' ' && c.next == ' ' {
			return 2 // Home » News
		}
		return closing(c)
	case '”':
		return closing(c)
	case '“', '‘', '«', '‹', '„', '‚', '¿', '¡':
		if blank(c.prev) && !unicode.IsSpace(c.next) || c.next == 0xa0 {
			return 3
		}
		if c.r == '“' || c.r == '‘' || c.r == '«' {
			return closing(c) - 1 // German and Danish close with them
		}
		return -3
	case '–', '—':
		if word && c.r == '–' {
			return 0
		}
		return 3
	case 0xa0:
		if word {
			return 1
		}
		return 2
	case 0xad:
		if word {
			return 2.9
		}
		return -3
	case '£', '€', '¥':
		if unicode.IsDigit(c.next) || unicode.IsDigit(c.prev) || blank(c.next) || blank(c.prev) {
			return 3
		}
		return -3
	case '°', '²', '³', '½', '¼', '¾', '§', '©', '®', '™', '•', '·', 'º', 'ª', '±', '×', '¢', '†':
		if unicode.IsLetter(c.prev) && unicode.IsLetter(c.next) {
			return -5
		}
		return 1.5
	}
	if unicode.IsLetter(c.prev) || unicode.IsLetter(c.next) {
		return -5
	}
	return -1.5
}

// closing scores a sign that ends something.
func closing(c context) float64 {
	switch {
	case unicode.IsLetter(c.next) || unicode.IsSpace(c.prev) && c.prev != 0xa0:
		return -2
	}
	return 3
}

func isCJK(r rune) bool {
	return r >= 0x3000 && r < 0xa000 || r >= 0xac00 && r < 0xd7a4 || r >= 0xff00 && r < 0xfff0 ||
		r >= 0xf900 && r < 0xfb00 || r >= 0x20000 && r < 0x30000
}

// cjk scores characters by how common they are.
func cjk(r rune, as reading) float64 {
	switch {
	case r >= 0xff61 && r < 0xffa0: // half-width kana
		return -1.5
	case r >= 0x3041 && r < 0x30ff && as.han != nil:
		return 3
	case r >= 0xac00 && r < 0xd7a4:
		if !as.hangul {
			return -4
		}
		if commonHangul(r) {
			return 4
		}
		return 0.8
	case as.han == nil:
		return -4
	case as.han(r):
		return 4
	case r >= 0x3000 && r < 0x3020 || r >= 0xff00 && r < 0xff61:
		return 2
	case r >= 0x4e00 && r < 0x9fff:
		return -0.7
	}
	return -5
}
