package text

import (
	"math/bits"
	"strings"
	"sync"
	"unicode/utf8"

	"broadsheet/articles/ascii"
)

// Language guesses the language of a text: by its script where that decides,
// else by its small words. It returns "" where it does not know.
func Language(s string) string {
	s = s[:min(len(s), 1500)]
	var count [scripts]int
	for i := 0; i < len(s); {
		if w, n := ascii.Lead(s[i:]); n > 0 {
			count[latinScript] += bits.OnesCount64(ascii.Letters(w))
			i += n
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if k := scriptIndex(r); k >= 0 {
			count[k]++
		}
		i += n
	}
	total := 0
	for _, n := range count {
		total += n
	}
	best := 0
	for i, n := range count {
		if n > count[best] {
			best = i
		}
	}
	switch {
	case total < 20:
		return ""
	case count[kana]*20 > total: // among Han
		return "ja"
	}
	switch best {
	case latinScript:
		return bySmallWords(s)
	case cyrillic:
		return byLetters(s, "ru", "іїєґ", "uk", "ўі", "be", "ђћџјљњ", "sr", "ѓќѕ", "mk")
	case arabic:
		return byLetters(s, "ar", "ٹڈڑںےھ", "ur", "پچژگیک", "fa")
	}
	return [scripts]string{greek: "el", hebrew: "he", devanagari: "hi", thaiScript: "th", kana: "ja", hangul: "ko", hanScript: "zh", bengali: "bn"}[best]
}

// The scripts that tell languages apart.
const (
	latinScript = iota
	greek
	cyrillic
	hebrew
	arabic
	devanagari
	thaiScript
	kana
	hangul
	hanScript
	bengali
	scripts
)

func scriptIndex(r rune) int {
	switch {
	case r < 0x80:
		if r|0x20 >= 'a' && r|0x20 <= 'z' {
			return latinScript
		}
		return -1
	case r < 0x250:
		return latinScript
	case r >= 0x370 && r < 0x400:
		return greek
	case r >= 0x400 && r < 0x530:
		return cyrillic
	case r >= 0x590 && r < 0x600:
		return hebrew
	case r >= 0x600 && r < 0x780:
		return arabic
	case r >= 0x900 && r < 0x980:
		return devanagari
	case r >= 0x980 && r < 0xa00:
		return bengali
	case r >= 0xe00 && r < 0xe80:
		return thaiScript
	case r >= 0x3040 && r < 0x3100:
		return kana
	case r >= 0x4e00 && r < 0xa000:
		return hanScript
	case r >= 0xac00 && r < 0xd7a4:
		return hangul
	}
	return -1
}

// byLetters picks the language whose own letters stand in the text, the first
// of those that do in number.
func byLetters(s, otherwise string, own ...string) string {
	for i := 0; i+1 < len(own); i += 2 {
		n := 0
		for _, r := range own[i] {
			n += strings.Count(s, string(r))
		}
		if n*150 > len(s)/2 && n > 3 {
			return own[i+1]
		}
	}
	if otherwise == "ru" && strings.Count(s, "ъ")*60 > len(s)/2 && !strings.ContainsAny(s, "ыэ") {
		return "bg"
	}
	return otherwise
}

// latinWords are words that are frequent in one language and rare in the
// others.
const latinWords = `en the and of to was for that with his from said have were which
de der die und das ist nicht mit von den dem ein eine auch auf für sich wurde
fr le les des est dans pour une qui sur pas que avec été sont du cette de la et en un au ce
es el los las que del con por una para como más fue pero sus está de la en y se un su al lo
pt que não uma com para dos mais foi pelo são da do em ao segundo também de e um se na no
it il che di della per non una del sono gli nel alla anche dei più la un si
nl de het een van en dat is op voor niet zijn met aan werd ook te bij
sv och att det som på är av för inte med till har ett om den
da og at det er på af til ikke med den har som blev der
no og det er på av til ikke med som har ble fra han på
fi ja on ei että se oli hän myös mutta kun sekä ovat ole joka
pl nie na się że jest do to jak od przez który oraz był są
cs se na že je to byl jako pro ale podle které jsem také při
sk sa na že je to bol ako pre ale podľa ktoré aj pri sú
hu hogy az egy nem és is volt meg már mint csak ez azt
ro și în că nu din pentru care mai este sunt fost cu la de un
tr bir ve bu için ile olarak da çok olan daha gibi sonra ne
id yang dan di dengan untuk dari ini itu tidak dalam pada akan oleh
vi của và là có được cho không trong người các những đã một
ca els amb que per una del les són més també aquest des de la el en un
hr je da se na što od za koji su bilo nije kako bio
lt ir kad yra su bet jis iš buvo taip dėl prie
lv un ka ir no par bija uz ar kas viņš tika
et ja on et ei ning oma ta kui oli mis see
tl ang ng mga sa na ay hindi kay ni para niya`

// wordRows is latinWords by word. All of them have eight bytes at most, so
// that their prints are themselves.
type wordRows struct {
	names []string // of the languages, by row
	words [1 << wordBits]wordRow
}

// wordRow is a word and the rows in which it stands.
type wordRow struct {
	word print // 0 where none stands
	n    uint8
	rows [7]uint8
}

const wordBits = 10

// at is where a word stands, or where it would.
func (r *wordRows) at(word print) *wordRow {
	i := word.slot(wordBits)
	for r.words[i].word != word && r.words[i].word != 0 {
		i = (i + 1) % uint64(len(r.words))
	}
	return &r.words[i]
}

// smallWords is made when a text first asks for it.
var smallWords = sync.OnceValue(func() *wordRows {
	var small wordRows
	n := uint8(0)
	for row := range strings.SplitSeq(latinWords, "\n") {
		name, list, _ := strings.Cut(row, " ")
		small.names = append(small.names, name)
		for w := range strings.SplitSeq(list, " ") {
			at := small.at(printOf(w))
			at.word, at.rows[at.n] = printOf(w), n
			at.n++
		}
		n++
	}
	return &small
})

// maxSmallWord is more bytes than the longest of the small words has, in
// capitals.
const maxSmallWord = 24

// bySmallWords tells the language whose small words a text has most of. Half
// of a text mostly tells.
func bySmallWords(s string) string {
	var count [64]int
	half := s[:strings.LastIndexByte(s[:len(s)/2], ' ')+1]
	countSmallWords(half, &count)
	best, second := topTwo(&count)
	if count[best] < 12 || count[best] <= 2*second {
		countSmallWords(s[len(half):], &count)
		best, second = topTwo(&count)
	}
	if count[best] < 3 || count[best] == second {
		return ""
	}
	return smallWords().names[best]
}

// countSmallWords counts the small words of each language.
func countSmallWords(s string, count *[64]int) {
	small := smallWords()
	for s != "" {
		word, n := smallWord(s)
		s = s[n:]
		for at, i := small.at(word), uint8(0); i < at.n; i++ {
			count[at.rows[i]]++
		}
	}
}

// smallWord is the word that s begins with, in small letters, and the size of
// it or of what stands in its place. A word of more than eight bytes is none.
func smallWord(s string) (print, int) {
	if len(s) >= 8 {
		w := ascii.Eight(s)
		n := ascii.First(^(ascii.Letters(w) | ascii.Where(w, '\'')) & ascii.All)
		if n < 8 && s[n] < utf8.RuneSelf {
			return print((w | ascii.Small) & (1<<(8*n) - 1)), n + 1 // and what ends it
		}
	}
	n, ascii := wordLen(s)
	switch {
	case n == 0:
		_, n = utf8.DecodeRuneInString(s)
	case ascii && n > 8 || n > maxSmallWord:
	default:
		if w := strings.ToLower(s[:n]); len(w) <= 8 {
			return printOf(w), n
		}
	}
	return 0, n
}

// topTwo is the row with the most words, and how many the next has.
func topTwo(count *[64]int) (best, second int) {
	for i, n := range count {
		if n > count[best] {
			best, second = i, count[best]
		} else if i != best && n > second {
			second = n
		}
	}
	return best, second
}

// wordLen measures the word that s begins with: letters and apostrophes.
func wordLen(s string) (n int, ascii bool) {
	ascii = true
	for n < len(s) {
		c := s[n]
		if c < utf8.RuneSelf {
			if c|0x20 < 'a' && c != '\'' || c|0x20 > 'z' {
				return n, ascii
			}
			n++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[n:])
		if r < 0xc0 {
			return n, ascii
		}
		ascii = false
		n += size
	}
	return n, ascii
}

// language guesses the language of the units from their running text.
func (d *draft) language() string {
	var b strings.Builder
	b.Grow(2048)
	for i := range d.units {
		if d.units[i].prose() {
			s := d.units[i].Text
			b.WriteString(s[:min(len(s), 500)])
			b.WriteByte(' ')
		}
		if b.Len() > 1400 {
			break
		}
	}
	if b.Len() == 0 {
		for i := range d.units[:min(len(d.units), 40)] {
			b.WriteString(d.units[i].Text[:min(len(d.units[i].Text), 400)])
			b.WriteByte(' ')
		}
	}
	return Language(b.String())
}
