package charset

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
	"golang.org/x/text/unicode/norm"
)

func encodingOf(t testing.TB, name string) encoding.Encoding {
	t.Helper()
	for _, c := range candidates() {
		if c.name == name {
			return c.e
		}
	}
	e, err := htmlindex.Get(name)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// encoded writes s in an encoding; windows-1258 has its tones apart.
func encoded(t testing.TB, name, s string) []byte {
	t.Helper()
	if name == "windows-1258" {
		s = spread(s)
	}
	b, err := encodingOf(t, name).NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatalf("%s: %q: %v", name, s, err)
	}
	return b
}

// writable are those texts that the encoding can write.
func writable(t testing.TB, name string, texts []string) []string {
	var out []string
	for _, s := range texts {
		if name == "windows-1258" {
			s = spread(s)
		}
		if _, err := encodingOf(t, name).NewEncoder().String(s); err == nil {
			out = append(out, norm.NFC.String(s))
		}
	}
	if len(out) == 0 {
		t.Fatalf("no text can be written in %s", name)
	}
	return out
}

// spread takes the tone off each Vietnamese letter and leaves the rest of it.
func spread(s string) string {
	var b strings.Builder
	for _, r := range s {
		d := norm.NFD.String(string(r))
		tone := ""
		base := ""
		for _, m := range d {
			if strings.ContainsRune("\u0300\u0301\u0303\u0309\u0323", m) {
				tone += string(m)
			} else {
				base += string(m)
			}
		}
		b.WriteString(norm.NFC.String(base) + tone)
	}
	return b.String()
}

func TestDecodeReadsEveryLanguageInItsEncodings(t *testing.T) {
	for _, l := range languages {
		for _, name := range l.encodings {
			t.Run(l.name+"/"+name, func(t *testing.T) {
				for _, text := range writable(t, name, append([]string{strings.Join(l.text, "\n")}, l.text...)) {
					got, as := Decode(encoded(t, name, text), "")
					if got != text {
						t.Errorf("as %s: %q", as, got)
					}
				}
			})
		}
	}
}

func TestDecodeFollowsADeclarationThatMayBeTrue(t *testing.T) {
	src := encoded(t, "windows-1250", "Č. 5")
	if got, name := Decode(src, "Windows-1250"); got != "Č. 5" || name != "windows-1250" {
		t.Errorf("got %q as %s", got, name)
	}
	russian := languages[17].text[0]
	if got, name := Decode(encoded(t, "windows-1251", russian), "iso-8859-1"); got != russian {
		t.Errorf("believed iso-8859-1 of Russian: %q as %s", got, name)
	}
	if got, name := Decode([]byte("déjà"), "iso-8859-1"); got != "déjà" || name != "utf-8" {
		t.Errorf("read UTF-8 as %s: %q", name, got)
	}
	if got, _ := Decode(encoded(t, "windows-1252", "déjà vu"), "no-such-charset"); got != "déjà vu" {
		t.Errorf("an unknown declaration: %q", got)
	}
}

func TestDecodeReadsUnicodeOfEveryWidth(t *testing.T) {
	for _, l := range languages {
		text := strings.Join(l.text, "\n") + "\n"
		for name, e := range map[string]encoding.Encoding{
			"utf-16le": unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM),
			"utf-16be": unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM),
			"utf-32le": utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM),
			"utf-32be": utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM),
		} {
			b, err := e.NewEncoder().Bytes([]byte(text))
			if err != nil {
				t.Fatal(err)
			}
			if got, as := Decode(b, ""); got != text || as != name {
				t.Errorf("%s in %s without a mark: as %s: %.60q", l.name, name, as, got)
			}
			m, err := e.NewEncoder().Bytes([]byte("\ufeff" + text))
			if err != nil {
				t.Fatal(err)
			}
			if got, as := Decode(m, ""); got != text || as != name {
				t.Errorf("%s in %s with a mark: as %s: %.60q", l.name, name, as, got)
			}
			if err := Sniff(b); err != nil {
				t.Errorf("%s in %s: %v", l.name, name, err)
			}
		}
	}
}

func TestDecodeMakesTextTidy(t *testing.T) {
	for in, want := range map[string]string{
		"":                               "",
		"\xef\xbb\xbfa\r\nb\rc\n":        "a\nb\nc\n",
		"cafe\u0301":                     "café",
		"caf\u00e9":                      "café",
		"soft\u00adhyphen":               "soft\u00adhyphen",
		"\u304b\u3099":                   "が",
		"\x1b$B9A\x1b(B":                 "港",
		"the d\xc3\xa9j\xc3\xa0\x92s":    "the déjà’s",
		"pair \xed\xa0\xbd\xed\xb8\x80.": "pair 😀.",
		"pair \xed\xa7\xbf\xed\xb7\xbf.": "pair \U0008fdff.",
		"cut at the end d\xc3\xa9j\xc3":  "cut at the end déj\ufffd",
	} {
		if got, _ := Decode([]byte(in), ""); got != want {
			t.Errorf("Decode(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestSniffTellsWhatIsNoText(t *testing.T) {
	for in, text := range map[string]bool{
		"":                             true,
		"plain":                        true,
		"caf\xe9":                      true,
		"a b c\td e f\r\ng\fh i j k l": true,
		strings.Repeat("a", 90) + strings.Repeat("\x01", 10):           true,
		strings.Repeat("a", 89) + strings.Repeat("\x01", 11):           false,
		strings.Repeat("a b ", 99) + "\x00\x00\x00\x00":                true,
		strings.Repeat("a", 391) + "\x00\x00\x00\x00\x00":              false,
		strings.Repeat("a", sniffed) + strings.Repeat("\x00", sniffed): true, // only the head is looked at
		"\x89PNG\r\n\x1a\n":                   false,
		"PK\x03\x04":                          false,
		"%PDF-1.4":                            false,
		"a\x00b\x00\x00\x07\x00\x01\x02\x03":  false,
		"\x1b[31mcoloured":                    true,
		strings.Repeat("\x01\x02\x03abc", 99): false,
	} {
		if err := Sniff([]byte(in)); (err == nil) != text || err != nil && !errors.Is(err, ErrBinary) {
			t.Errorf("Sniff(%.20q) = %v", in, err)
		}
	}
}

// TestWhatLooksLikeWriting sets what is printed beside what is not.
func TestWhatLooksLikeWriting(t *testing.T) {
	western := reading{latin: westernAlphabets}
	cyrillic, greek := reading{cyrillic: true}, reading{greek: true}
	semitic, thai := reading{semitic: true}, reading{thai: true}
	han, hangul := reading{han: anyHan}, reading{hangul: true}
	for _, c := range []struct {
		what       string
		as         reading
		right, not string
	}{
		{"a capital begins a word", western, "Élan vital", "elan vitaÉl"},
		{"a small letter stands before no capital", western, "vue d’été", "vue d’étéA"},
		{"no letter stands by a digit", western, "née 5", "né5e"},
		{"a letter stands in a word", western, "un ûlu", "un û lu"},
		{"letters of one language", western, "où être", "où řtre"},
		{"a quote opens before a word", western, "dit “oui", "dit“oui"},
		{"a quote closes after one", western, "oui” dit", "oui ”dit"},
		{"an arrow stands between blanks", western, "Home » News", "Home »News"},
		{"an apostrophe stands before a letter", western, "l’an", "l ’ an"},
		{"a dash stands between words", western, "an – mer", "an–mer"},
		{"a no-break space ends a number", western, "100\u00a0x", "a\u00a0b"},
		{"a soft hyphen stands in a word", western, "har\u00adbour", "har \u00ad bour"},
		{"a currency stands by a number", western, "a £5", "a£b"},
		{"no small figure stands in a word", western, "5 m² an", "m²an"},
		{"no odd sign stands in a word", western, "a ¤ b", "a¤b"},
		{"no control is printed", western, "a ¤ b", "a \u0085 b"},
		{"what is lost is lost", western, "a ¤ b", "a \ufffd b"},
		{"no frames", western, "a ¤ b", "a ┌ b"},
		{"a letter of another script", cyrillic, "в море", "в мoре"},
		{"a capital in a word", cyrillic, "Москва", "москВа"},
		{"common letters", cyrillic, "торонто", "фъщюэфъ"},
		{"a word of one letter", cyrillic, "торон", "т о р о н"},
		{"another script", western, "été", "эээ"},
		{"the sigma of the end", greek, "λόγος", "λόγςο"},
		{"scripts mixed", greek, "λόγος", "λόгος"},
		{"a letter of the end", semitic, "שלום", "שםול"},
		{"a comma is at home anywhere", western, "a ، b", "a ي b"},
		{"a mark on nothing", thai, "ที่นี่", " ่ที นี"},
		{"letters seldom used", thai, "ดงกน", "ฃฅฆฌ"},
		{"common characters", han, "的一是", "龘靐齉"},
		{"half a kana", han, "かなか", "ｶﾅｶ"},
		{"one character by itself", han, "的一", "a的b"},
		{"syllables", hangul, "이다의", "뷁뙓쀍"},
		{"no hangul", han, "的一", "이다"},
	} {
		if right, not := plausible(c.right, c.as, false), plausible(c.not, c.as, false); right <= not {
			t.Errorf("%s: %q scores %.2f, %q %.2f", c.what, c.right, right, c.not, not)
		}
	}
}

func FuzzDecode(f *testing.F) {
	for _, l := range languages {
		f.Add(encoded(f, l.encodings[0], l.text[0]), l.encodings[0])
	}
	f.Add([]byte("\xff\xfe\x00\xd8a"), "utf-16")
	f.Add([]byte{0, 0, 0, 'a', 0xed, 0xa0}, "")
	f.Fuzz(func(t *testing.T, src []byte, declared string) {
		text, name := Decode(src, declared)
		if !utf8.ValidString(text) {
			t.Fatalf("not UTF-8: %q", text)
		}
		if strings.Contains(text, "\r") || name == "" {
			t.Fatalf("%q as %q", text, name)
		}
		if !norm.NFC.IsNormalString(text) {
			t.Fatalf("not in NFC: %q", text)
		}
	})
}

func BenchmarkDecode(b *testing.B) {
	for name, s := range map[string]string{
		"ascii":  strings.Repeat("The pilot said nothing at all to anyone.\n", 10_000),
		"french": strings.Repeat(languages[1].text[0]+"\n", 4000),
		"han":    strings.Repeat(languages[25].text[0]+"\n", 4000),
		"1252":   string(encoded(b, "windows-1252", strings.Repeat(languages[1].text[0]+"\n", 4000))),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			for b.Loop() {
				Decode([]byte(s), "")
			}
		})
	}
}
