package text

import (
	"html"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"broadsheet/articles"
)

// letterCount counts the letters and digits of texts, in lower case.
func letterCount(texts ...string) map[rune]int {
	n := map[rune]int{}
	for _, s := range texts {
		for _, r := range s {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				n[unicode.ToLower(r)]++
			}
		}
	}
	return n
}

// checkNothingLost holds "no cut without a record": headline, line under it,
// body and cuts give back every letter of the source.
func checkNothingLost(t *testing.T, src string, a articles.Article) {
	t.Helper()
	prose, dumped, _ := liftDumps(src)
	want := []string{}
	for _, l := range splitLines(prose) {
		want = append(want, l.text)
	}
	for _, c := range dumped {
		want = append(want, c.Text)
	}
	got := []string{a.Title, a.Dek, a.Text}
	for _, c := range a.Cuts {
		got = append(got, c.Text)
	}
	have := letterCount(got...)
	for r, n := range letterCount(want...) {
		if have[r] < n {
			t.Fatalf("%d of %d %q are gone from %q:\n%q\nfirst of them in %q", n-have[r], n, r, src, got, lostLine(want, got))
		}
	}
}

// lostLine is the first line whose words stand nowhere in what came out.
func lostLine(want, got []string) string {
	all := wordsOf(strings.Join(got, "\n"))
	for _, l := range want {
		if !strings.Contains(all, wordsOf(l)) {
			return l
		}
	}
	return ""
}

func checkSafe(t *testing.T, s string) {
	t.Helper()
	if !utf8.ValidString(s) {
		t.Fatalf("not UTF-8: %q", s)
	}
	for _, r := range s {
		if r != '\n' && isInvisible(r) {
			t.Fatalf("%U left in %q", r, s)
		}
	}
}

func FuzzClean(f *testing.F) {
	f.Add(seedStory)
	for _, s := range samples() {
		f.Add(s)
	}
	f.Add("a\n\n\n(RELATED: x y z\n[\n{\"a\":\n")
	f.Add("^BC-x<\n^\n^By =\n\tKarsk (AP) _ x\n^AP-WF-13-40-99 0000GMT<")
	f.Add("eca100 3 s 5 dpa 1\nx\ny =\nBy\n# Notebook\n")
	f.Add("\x01\x02")
	f.Add("&#1;")
	f.Add("\nstring(0)\"00\"")
	f.Add("\u202eabc\u00ad\n&#27;[31m &amp;lt; \u200b")
	f.Fuzz(func(t *testing.T, src string) {
		src = strings.ToValidUTF8(src, "\uFFFD")
		a := Clean(src, Options{})
		checkSafe(t, a.Text)
		checkSafe(t, a.Body)
		checkSafe(t, a.Title)
		checkNothingLost(t, src, a)
		if n := len(a.Paragraphs()); n != len(a.Lines) {
			t.Fatalf("%d paragraphs, %d lines", n, len(a.Lines))
		}
		if prose, _, _ := liftDumps(src); a.Text+a.Title+a.Dek == "" && hasLetter(spelledOut(prose)) && len(a.Cuts) == 0 {
			t.Fatal("it came out blank, and nothing was cut")
		}
		for _, c := range a.Cuts {
			if c.Class == "" || c.Text == "" || c.EndLine < c.Line || c.End < c.Start {
				t.Fatalf("a cut without a class, a text or a place: %+v", c)
			}
		}
		for i := 1; i < len(a.Lines); i++ {
			if a.Lines[i] < a.Lines[i-1] {
				t.Fatalf("lines go back: %v", a.Lines)
			}
		}
	})
}

// spelledOut undoes entities, which may stand for signs that nobody sees, as
// often as they were escaped.
func spelledOut(s string) string {
	for range 8 {
		plain := html.UnescapeString(s)
		if plain == s {
			break
		}
		s = plain
	}
	return s
}

func FuzzCleanBlocksIsIdempotent(f *testing.F) {
	f.Add(seedStory)
	for _, s := range samples() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		src = strings.ToValidUTF8(src, "\uFFFD")
		r := CleanBlocks(unwrap(splitLines(src)), Options{})
		again := CleanBlocks(r.Keep, Options{Title: r.Title})
		_, want, _ := Body(r.Keep)
		if _, got, _ := Body(again.Keep); got != want {
			t.Fatalf("%q\nbecame\n%q\nby %v", want, got, again.Cuts)
		}
	})
}

func FuzzDump(f *testing.F) {
	for _, s := range []string{
		`string(9) "[{"id":"1","title":"Salt"}]"`, "Array\n(\n [id] => 1\n [title] => Salt\n)", `array(1) { ["title"]=> string(4) "Salt" }`,
		`[{u'id': 1, u'title': u'Salt'}]`, `window.x={"a":[{"title":"S\u00e4lt\ud83d`, `{"a":{"a":{"a":`, "OrderedDict([('id', '1'), ('title', 'Salt')])",
		`a:1:{s:5:"title";s:4:"Salt";}`, `O:5:"Story":1:{s:5:"title";s:9:"Salt`, "array ( 'title' => 'Salt', )", `[{b'title': b'\xe2\x80\x93'}]`, `{:title=>"Salt"}`, `[{“title”:“Salt”}]`,
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		src = strings.ToValidUTF8(src, "\uFFFD") // as Clean hands it on
		at := 0
		for _, d := range findDumps(src) {
			if d.start < at || d.end <= d.start || d.end > len(src) {
				t.Fatalf("dump at %d:%d after %d in %q", d.start, d.end, at, src)
			}
			at = d.end
			for _, l := range d.links {
				checkSafe(t, l.Title)
			}
		}
	})
}
