package term

import (
	"encoding/binary"
	"math/rand"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"
	"unicode/utf8"

	"broadsheet/articles/ascii"
)

func TestTermsAreWordsAsAReaderWouldTypeThem(t *testing.T) {
	for text, want := range map[string]string{
		"":                            "",
		"The ferry ran AGROUND.":      "the ferry ran aground",
		"Ostrel's mayor doesn't know": "ostrel mayor doesnt know",
		"Ostrel’s mayor doesn’t know": "ostrel mayor doesnt know",
		"the crews' quarters":         "the crews quarters",
		"$1,200 or 3.5 per cent.":     "1200 or 3.5 per cent",
		"on 6,June":                   "on 6 june",
		"Müller, Škoda, Łódź, Straße, Ærø":  "muller skoda lodz strasse aero",
		"Ελλάδος Ёлка":                      "ελλαδοσ елка",
		"co\u00adoperate":                   "cooperate",
		"e\u0301te\u0301":                   "ete",
		"ﬁnal Ｗｉｄｅ １２":                      "final wide 12",
		"東京の天気":                             "東京 京の の天 天気",
		"山":                                 "山",
		"iPhone手机 ok":                       "iphone 手机 ok",
		"서울시":                               "서울 울시",
		"قَلْب كتاب":                        "قلب کتاب",
		"зʼїзд пʼять ʼн' ʼ ʼ's ʼ":           "зізд пять н s",
		"well-known a/b c_d":                "well known a b c d",
		"'quoted' \"words\" — and … dashes": "quoted words and dashes",
	} {
		if got := strings.Join(Of(text), " "); got != want {
			t.Errorf("Of(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestPlacesCoverTheWordAsWritten(t *testing.T) {
	text := "Ostrel’s Łódź 東京の"
	var got []string
	var s Scanner
	for s.Reset(text); s.Next(); {
		got = append(got, text[s.Start:s.End])
	}
	if want := []string{"Ostrel", "Łódź", "東京", "京の"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestNoSignHoldsTheScannerUp reads every sign there is, alone and before a
// word. An apostrophe that is a letter to Unicode once held it for good.
func TestNoSignHoldsTheScannerUp(t *testing.T) {
	var at atomic.Int32
	done := make(chan bool)
	go func() {
		defer close(done)
		var s Scanner
		for r := rune(0); r <= utf8.MaxRune; r++ {
			at.Store(r)
			for _, text := range []string{string(r), string(r) + " end", "a" + string(r), string(r) + string(r) + "'s"} {
				for s.Reset(text); s.Next(); {
				}
			}
		}
	}()
	select {
	case <-done:
	case <-time.After(time.Minute):
		t.Fatalf("%U is not got past", at.Load())
	}
}

func FuzzScanner(f *testing.F) {
	for _, s := range []string{"", "Ostrel’s 1,200", "東京の天気 山", "e\u0301\xff\xfe'", "''’s", "กรุงเทพ", "9.", "A’", "ʼ ʼ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var s Scanner
		last := 0
		for s.Reset(text); s.Next(); {
			switch {
			case s.Start < last || s.End <= s.Start || s.End > len(text):
				t.Fatalf("place %d-%d after %d in %q", s.Start, s.End, last, text)
			case len(s.Term()) == 0 || len(s.Term()) > MaxLen:
				t.Fatalf("a term of %d bytes in %q", len(s.Term()), text)
			case utf8.ValidString(text) && !utf8.Valid(s.Term()):
				t.Fatalf("term %q of %q is not UTF-8", s.Term(), text)
			}
			last = s.Start
		}
	})
}

func BenchmarkScanner(b *testing.B) {
	text := strings.Repeat("The pilot of the ferry that ran aground off Karsk told the inquiry on Friday that Ostrel's second radar had been out of order since 1,200 hours. ", 20)
	b.SetBytes(int64(len(text)))
	var s Scanner
	for b.Loop() {
		for s.Reset(text); s.Next(); {
		}
	}
}

func TestLettersAreReadAsOneByOne(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	near := []byte("abzAZ`{@[ '.,09-\n\x80\xc3\xa9")
	for range 20000 {
		raw := make([]byte, wordLen)
		for i := range raw {
			if raw[i] = near[r.Intn(len(near))]; r.Intn(3) == 0 {
				raw[i] = byte(r.Intn(256))
			}
		}
		var want uint64
		n := 0
		for ; n < wordLen && (class[raw[n]] == lower || class[raw[n]] == upper); n++ {
			want |= uint64(folded[raw[n]]) << (8 * n)
		}
		if word, got := letters(ascii.Eight(string(raw))); word != want || got != n {
			t.Fatalf("%q: %d letters %x, want %d %x", raw, got, word, n, want)
		}
	}
}

func TestAShortTermIsItsNumber(t *testing.T) {
	for _, text := range []string{"a", "Ferry", "aground", "shipping", "1,200", "émigré", "東京", "émigrés", "longshoremen", "xxxxxxxxxxx’s"} {
		var s Scanner
		s.Reset(text + " and so on for a while")
		s.Next()
		word, ok := s.Short()
		if ok != (len(s.Term()) <= 8) {
			t.Errorf("%s: short is %t, with %d bytes", text, ok, len(s.Term()))
		}
		if bytes := binary.LittleEndian.AppendUint64(nil, word); ok && string(bytes[:len(s.Term())]) != string(s.Term()) {
			t.Errorf("%s: %q, want %q", text, bytes, s.Term())
		}
	}
}
