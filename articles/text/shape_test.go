package text

import (
	"math/rand"
	"strings"
	"testing"
	"unicode/utf8"

	"broadsheet/articles"
)

// scraps are what lines are made of to look at: what counts, what ends words
// and sentences, and what lies beside it in the table of ASCII.
var scraps = []string{
	"a", "b", "zed", "The", "ferry", "KARSK", "aground", "constitution", "don't", " ", " ", " ", ". ", "! T", "\" A", "” B", "’", "'s", "é", "É", "Ünder", "漢", "。", "ก",
	"0", "9", "|", "/", ">", "-", ",", ".", "@", "[", "`", "{", "\x00", "\n", "\xff", "·", "(c)", "©", "İ", "the", "of", "på", "und", "é ",
}

// scrapLines yields lines made of scraps.
func scrapLines(n int, yield func(s string)) {
	r := rand.New(rand.NewSource(7))
	for range n {
		var b strings.Builder
		for range r.Intn(60) {
			b.WriteString(scraps[r.Intn(len(scraps))])
		}
		yield(b.String())
	}
}

// letterByLetter measures a line as shapeOf does, one letter at a time.
func letterByLetter(s string) shape {
	var h shape
	h.ending(s)
	m := measurer{shape: &h}
	for i, r := range s[:min(len(s), maxShape)] {
		if r >= utf8.RuneSelf {
			m.wide(r)
			continue
		}
		m.runes++
		switch {
		case r|0x20 >= 'a' && r|0x20 <= 'z':
			m.letter(r < 'a', true)
		case r >= '0' && r <= '9':
			m.digits++
			if m.word == 0 {
				m.capital = false
			}
			m.word++
		case r == '\'' || r == '-' || r == '.' || r == ',':
		default:
			m.endWord()
		}
		switch r {
		case '|', '/', '>':
			m.marks++
		case ' ':
			if strings.ContainsRune(".!?\"”", m.last) && m.last != 0 && i+1 < len(s) && s[i+1] >= 'A' && s[i+1] <= 'Z' {
				m.sentence++
			}
		}
		m.last = r
	}
	m.endWord()
	h.words += m.han/2 + m.thai/5
	h.dense, h.thai = m.han+m.thai > h.letters/2, m.thai > h.letters/2
	return h
}

func TestBlocksOfALineTellWhatItsLettersTellOneByOne(t *testing.T) {
	scrapLines(100_000, func(s string) {
		if got, want := shapeOf(s), letterByLetter(s); got != want {
			t.Fatalf("%q is\n%+v, letter by letter\n%+v", s, got, want)
		}
	})
}

// wordByWord folds a line as wordsOf does, one letter at a time.
func wordByWord(s string) string {
	var b strings.Builder
	open := false
	end := func() {
		if open {
			b.WriteByte(' ')
		}
		open = false
	}
	for i := 0; i < len(s); {
		f, n := folder{}.sign(s, i)
		switch c := s[i]; {
		case letterAt(s, i):
			b.WriteByte(c | 0x20)
			open, n = true, 1
		case (c == '\'' || strings.HasPrefix(s[i:], "’")) && open && letterAt(s, i+n):
			b.WriteByte('\'')
		case len(f.b) > 1 && f.word == len(f.b): // a word by itself
			end()
			b.Write(f.b)
		case len(f.b) > 0:
			b.Write(f.b)
			open = true
		default:
			end()
		}
		i += n
	}
	end()
	return b.String()
}

func TestWordsAreFoldedAsTheirLettersAreOneByOne(t *testing.T) {
	scrapLines(100_000, func(s string) {
		if got, want := wordsOf(s), wordByWord(s); got != want {
			t.Fatalf("the words of %q are %q, letter by letter %q", s, got, want)
		}
	})
}

func TestAWordIsMeasuredWhereverItStands(t *testing.T) {
	words := []string{"", "a", "tram", "harbour", "harbours", "constitution", "né", "å", "ferries'"}
	for _, w := range words {
		for _, behind := range []string{"", " ", " x", " and so on it goes", "  "} {
			print, size := measureWord(w + behind)
			if size != len(w) || print != printOf(w) {
				t.Errorf("the word of %q has %d bytes and print %#x, want %d and %#x", w+behind, size, print, len(w), printOf(w))
			}
		}
	}
}

func TestEveryPhraseIsFoundWhereItMayStand(t *testing.T) {
	for _, all := range cues().opening.byWord {
		for _, p := range all {
			lines := []string{p.s}
			if p.how == '~' || p.how == '$' {
				lines = append(lines, "karsk "+p.s)
			}
			for _, line := range lines {
				if c := cueOf(line, line, false); c.strength < p.strength && p.class != articles.ClassCaption {
					t.Errorf("%q is told to be %q, %d strong; the table has it as %q, %d", line, c.class, c.strength, p.class, p.strength)
				}
			}
		}
	}
}

func TestSmallWordsAreReadAsWordsAre(t *testing.T) {
	scrapLines(20_000, func(s string) {
		got, want := map[print]int{}, map[print]int{}
		for rest := s; rest != ""; {
			word, n := smallWord(rest)
			got[word]++
			rest = rest[n:]
		}
		for rest := s; rest != ""; {
			n, _ := wordLen(rest)
			if w := strings.ToLower(rest[:n]); len(w) <= 8 {
				want[printOf(w)]++
			}
			if n == 0 {
				_, n = utf8.DecodeRuneInString(rest)
			}
			rest = rest[n:]
		}
		delete(got, 0)
		delete(want, 0)
		for w, n := range want {
			if got[w] != n {
				t.Fatalf("%#x stands %d times in %q, was read %d times", w, n, s, got[w])
			}
			delete(got, w)
		}
		if len(got) > 0 {
			t.Fatalf("words %v were read that do not stand in %q", got, s)
		}
	})
}
