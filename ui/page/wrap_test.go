package page

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// broken is a text wrapped to rows of so many cells, as strings.
func broken(text string, width int) []string {
	var out []string
	for _, r := range wrap(text, width, width) {
		out = append(out, text[r.from:r.to])
	}
	return out
}

func TestRowsEndWhereTheScriptAllows(t *testing.T) {
	for _, c := range []struct {
		what, text string
		width      int
		want       []string
	}{
		{"between words", "the second radar", 10, []string{"the second", "radar"}},
		{"a word to the last cell", "radar off", 5, []string{"radar", "off"}},
		{"a word that is too long", "aground", 3, []string{"agr", "oun", "d"}},
		{"after a hyphen between letters", "a well-known pilot", 8, []string{"a well-", "known", "pilot"}},
		{"never in a number", "from 10-12 on", 8, []string{"from", "10-12 on"}},
		{"after a dash", "out—of order", 5, []string{"out—", "of", "order"}},
		{"at a forced end", "one\u2028two", 9, []string{"one", "two"}},
		{"an address at its slashes", "see http://a.example/b/c now", 18, []string{"see", "http://a.example/", "b/c now"}},
		{"no-break space", "10\u00a0000 km", 6, []string{"10\u00a0000", "km"}},
		{"a French mark with its word", "Qui l'a su ?", 10, []string{"Qui l'a", "su ?"}},
		{"a French quotation with its marks", "Il dit « oui » fort", 8, []string{"Il dit", "« oui »", "fort"}},
		{"between Han", "港務局長証言", 6, []string{"港務局", "長証言"}},
		{"no full stop first", "港務局。証言", 6, []string{"港務", "局。証", "言"}},
		{"no small kana first", "フェリーでした", 2, []string{"フ", "ェ", "リ", "ー", "で", "し", "た"}},
		{"no long vowel first", "港のレーダー", 6, []string{"港の", "レー", "ダー"}},
		{"no opening bracket last", "港の「灯」は", 6, []string{"港の", "「灯」", "は"}},
		{"between Han and Latin", "港radar港", 6, []string{"港", "radar", "港"}},
		{"Korean at its spaces", "여객선의 선장은", 10, []string{"여객선의", "선장은"}},
		{"an emoji of many parts whole", "a👩‍👩‍👧‍👦b", 2, []string{"a", "👩‍👩‍👧‍👦", "b"}},
		{"a flag whole", "🇫🇷🇩🇪", 3, []string{"🇫🇷", "🇩🇪"}},
		{"a letter with its marks", "e\u0301e\u0301e\u0301", 2, []string{"e\u0301e\u0301", "e\u0301"}},
		{"Thai before a vowel that leads", "วันศุกร์และไม่มี", 5, []string{"วันศุกร์", "และ", "ไม่มี"}},
		{"nothing", "", 5, []string{""}},
	} {
		got := broken(c.text, c.width)
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q at %d breaks into %q, want %q", c.what, c.text, c.width, got, c.want)
		}
	}
}

func TestNoRowBeginsOrEndsWithWhatItMayNot(t *testing.T) {
	text := flatten([]span{{text: strings.Repeat(japanese, 3)}}).text
	for width := 6; width < 90; width++ {
		for _, l := range broken(text, width) {
			if l == "" {
				continue
			}
			runes := []rune(l)
			if strings.ContainsRune("、。」』ー）", runes[0]) {
				t.Fatalf("at %d a row begins with %q: %q", width, runes[0], l)
			}
			if strings.ContainsRune("「『（", runes[len(runes)-1]) {
				t.Fatalf("at %d a row ends with %q: %q", width, runes[len(runes)-1], l)
			}
		}
	}
}

func TestThaiVowelsStayWithTheirConsonants(t *testing.T) {
	for width := 4; width < 80; width++ {
		for i, l := range broken(thai, width) {
			first, _ := firstRune(l)
			if i > 0 && trailing(first) || leading(lastRune(l)) {
				t.Fatalf("at %d a vowel is torn off: %q", width, l)
			}
		}
	}
}

func firstRune(s string) (rune, bool) {
	for _, r := range s {
		return r, true
	}
	return 0, false
}

// FuzzWrap holds that rows take all of a text but the blanks between them,
// that none is wider than it may be unless one cluster is, and that clusters
// stay whole.
func FuzzWrap(f *testing.F) {
	for _, s := range []string{"", "a", "the second radar", thai, japanese, korean, emoji, arabic, french} {
		f.Add(s, uint8(9), uint8(12))
	}
	f.Fuzz(func(t *testing.T, s string, first, rest uint8) {
		text := flatten([]span{{text: s}}).text
		rows := wrap(text, int(first), int(rest))
		at, room := 0, max(1, int(first))
		for _, r := range rows {
			if gap := text[at:r.from]; strings.Trim(gap, " \u2028") != "" {
				t.Fatalf("%q is lost", gap)
			}
			l := text[r.from:r.to]
			if w := ansi.StringWidth(l); w != r.w && !strings.ContainsRune(l, '\u2028') {
				t.Fatalf("%q is %d cells wide, not %d", l, w, r.w)
			}
			if n, _ := clusterOf(l); r.w > room && n != len(l) {
				t.Fatalf("%q is wider than %d", l, room)
			}
			at, room = r.to, max(1, int(rest))
		}
		if strings.Trim(text[at:], " \u2028") != "" {
			t.Fatalf("%q is lost at the end", text[at:])
		}
	})
}

func clusterOf(s string) (int, int) {
	if s == "" {
		return 0, 0
	}
	return cluster(s)
}

func TestTitlesAreEven(t *testing.T) {
	text := "Harbour inquiry hears the pilot who brought the ferry in"
	rows := balance(text, 50)
	if len(rows) != 2 || rows[1].w < rows[0].w*2/3 {
		t.Errorf("the rows are %v", rows)
	}
	if got := len(wrap(text, 50, 50)); got != len(rows) {
		t.Errorf("evened out, %d rows became %d", got, len(rows))
	}
}
