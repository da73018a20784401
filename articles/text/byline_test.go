package text

import (
	"slices"
	"strings"
	"testing"
)

func TestBylinesAreRead(t *testing.T) {
	for _, c := range []struct {
		in    string
		names []string
		sure  bool
	}{
		{"By Runa Tell", []string{"Runa Tell"}, true},
		{"BY RUNA TELL AND EDDA MILLOW", []string{"RUNA TELL", "EDDA MILLOW"}, true},
		{"By Runa Tell, Edda Millow and Perrin Oule", []string{"Runa Tell", "Edda Millow", "Perrin Oule"}, true},
		{"ByRuna Tell", []string{"Runa Tell"}, true},
		{"By Runa Tell Runa Tell", []string{"Runa Tell"}, true},
		{"Posted by Runa Tell | Harbour", []string{"Runa Tell"}, true},
		{"Von Edda Millow", []string{"Edda Millow"}, true},
		{"Par Perrin de Oule", []string{"Perrin de Oule"}, true},
		{"Por Runa van der Tell", []string{"Runa van der Tell"}, true},
		{"Автор: Руна Телль", []string{"Руна Телль"}, true},
		{"بقلم: رونا تيل", []string{"رونا تيل"}, true},
		{"^By RUNA TELL=", []string{"RUNA TELL"}, true},
		{"Runa Tell | Staff Writer | 5 days ago", []string{"Runa Tell"}, true},
		{"RUNA TELL 8:10:00 PM HARBOUR", []string{"RUNA TELL"}, true},
		{"Runa Tell", []string{"Runa Tell"}, false},
		{"By Edda Millow, dpa", []string{"Edda Millow", "dpa"}, true},
		{"Von: Edda Millow", []string{"Edda Millow"}, true},
		{"Autorin: Edda Millow", []string{"Edda Millow"}, true},
		{"Artikel von Edda Millow", []string{"Edda Millow"}, true},
		{"Geschrieben von Edda Millow am 6. Juni 2014", []string{"Edda Millow"}, true},
		{"By Runa TellStaff Writer", []string{"Runa Tell"}, true},
		{"von Perrin Oule Foto: Depot Karsk", []string{"Perrin Oule"}, true},
		{"Von Perrin Oule Kategorien: Hafen", []string{"Perrin Oule"}, true},
		{"Von Sprachregeln und ganz normalem Salz", []string{"Sprachregeln"}, false},
		{"By the river they found a radar", nil, false},
		{"By and by the trams came back", nil, false},
		{"Trams hit by drought", []string{"Trams"}, false},
		{"Small firms hit by rising costs", []string{"Small"}, false},
	} {
		names, _, sure := byline(c.in)
		if c.names == nil && !sure {
			continue
		}
		if !slices.Equal(names, c.names) || sure != c.sure {
			t.Errorf("byline(%q) = %q, %v; want %q, %v", c.in, names, sure, c.names, c.sure)
		}
	}
}

func TestANameIsToldFromALine(t *testing.T) {
	for s, want := range map[string]bool{
		"Runa Tell": true, "EDDA MILLOW": true, "Perrin van der Oule": true, "Руна Телль": true,
		"The Harbour": false, "Runa": false, "Trams return to Karsk": false, "Runa Tell said": false, "What Now": false, "": false,
	} {
		if got := isName(s); got != want {
			t.Errorf("isName(%q) = %v", s, got)
		}
	}
}

func TestSentencesAreSplitWithCare(t *testing.T) {
	for s, want := range map[string]int{
		"One. Two! Three?": 3,
		"Mr. Oule met Dr. Tell at 3.30 p.m. in Karsk.":   1,
		"“He left.” She stayed.":                         2,
		"The U.S. Navy came. It left.":                   2,
		"no stop":                                        1,
		"It cost 3.50 crowns. 40 were sold.":             2,
		"He wrote “Stop!” and left... Then he was back.": 2,
	} {
		if got := len(sentences(s)); got != want {
			t.Errorf("%q has %d sentences, want %d", s, got, want)
		}
	}
	for _, s := range []string{"One. Two! Three?", "a. B. c", ""} {
		var joined strings.Builder
		for _, p := range sentences(s) {
			joined.WriteString(s[p.start:p.end])
		}
		if joined.String() != s {
			t.Errorf("the sentences of %q are %q", s, joined.String())
		}
	}
}

func TestWordsAreFolded(t *testing.T) {
	for in, want := range map[string]string{
		"69.9k SHARES Share Tweet": "k shares share tweet ",
		"It’s “RELATED:” — É":      "it's related é ",
		"© 2014 (c) @runa":         "© © @ runa ",
		"Play Video3:26":           "play video ",
		"'quoted' rock'n'roll":     "quoted rock'n'roll ",
		"12 34":                    "",
	} {
		if got := wordsOf(in); got != want {
			t.Errorf("wordsOf(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestTheTableOfCuesIsWellMade(t *testing.T) {
	classes := map[string]bool{}
	for l := range strings.SplitSeq(cueText, "\n") {
		if l == "" || strings.HasPrefix(l, "#") {
			continue
		}
		head, list, ok := strings.Cut(l, ": ")
		f := strings.Fields(head)
		if !ok || len(f) != 3 || len(f[2]) != 1 || !strings.Contains("=^$~*d", f[2]) || list == "" {
			t.Errorf("cannot be read: %.80q", l)
			continue
		}
		classes[f[0]] = true
		for s := range strings.SplitSeq(list, " | ") {
			if f[2] != "d" && wordsOf(s) == "" && s != "a a" && s != "a a a" {
				t.Errorf("%s: %q says nothing", head, s)
			}
		}
	}
	for _, c := range articlesClasses() {
		if !classes[c] {
			t.Errorf("no phrase for class %s", c)
		}
	}
}

// articlesClasses are the classes that words can tell.
func articlesClasses() []string {
	return []string{
		"photo-credit", "share", "advert", "newsletter", "promo", "comment-prompt", "label", "nav", "cookie", "copyright", "source-credit",
		"contributor-credit", "author-bio", "tags", "url", "read-more", "follow", "gallery", "most-read", "syndication", "sign-off", "disclaimer", "paywall", "related", "caption",
	}
}

func TestShapesTellProseFromLabels(t *testing.T) {
	for s, want := range map[string]string{
		paragraphs[0]:                    "prose",
		"Home":                           "label",
		"Mehr zum Thema":                 "label",
		"Trams Return To Karsk At Night": "headline",
		"夜の路面電車が二年ぶりにカルスクの町へ戻ってくる":           "headline",
		"フェリーの船長は金曜日、二つ目のレーダーが春から壊れていたと述べた。": "prose",
		"กัปตันเรือเฟอร์รี่บอกศาลเมื่อวันศุกร์ว่าเรดาร์ตัวที่สองเสียมาตั้งแต่ฤดูใบไม้ผลิและไม่มีใครซ่อมมันเลยจนถึงวันนี้": "prose",
		"ホーム": "label",
		"Капитан парома сказал суду, что второй радар не работал с самой весны.": "prose",
	} {
		h := shapeOf(s)
		got := ""
		switch {
		case h.prose():
			got = "prose"
		case h.label():
			got = "label"
		case h.headline():
			got = "headline"
		}
		if got != want {
			t.Errorf("%q is %q, want %q: %+v", s, got, want, h)
		}
	}
}

func TestTheQuickNoKnowsEveryWordThatOpensABylineLine(t *testing.T) {
	for _, w := range bylineWords() {
		if !mayOpenByline(w) {
			t.Errorf("%q is never looked for", w)
		}
	}
	for _, s := range []string{"", "the pilot", "bystander"} {
		if mayOpenByline(s) {
			t.Errorf("%q is looked at", s)
		}
	}
}

func TestWhoWroteIsReadFromTheHead(t *testing.T) {
	story := strings.Join(paragraphs, "\n\n")
	for head, want := range map[string]string{
		"Mon May 19, 2014":                             "",
		"Sat May 24, 2014 11:30":                       "",
		"Tue, May 20 2014 | Ostrel":                    "",
		"6 June 2014 by Runa Tell":                     "Runa Tell",
		"Runa Tell, TW\nJune 6, 2014":                  "Runa Tell",
		"By Runa Tell, dpa":                            "Runa Tell",
		"By dpa":                                       "dpa",
		"By Runa Tell, Reuters and Edda Millow, AFP":   "Runa Tell|Edda Millow",
		"Por Runa Tell Oulerunatell@courier.example":   "Runa Tell",
		"Periodista: Runa Tell":                        "",
		"Redacción: EFE":                               "EFE",
		"By Runa Tell\nPhotographs by Edda Millow, AP": "Runa Tell",
	} {
		a := Clean(headline+"\n"+head+"\n\n"+story, Options{})
		if got := strings.Join(a.Authors, "|"); got != want {
			t.Errorf("%q names %q, want %q", head, got, want)
		}
		if want != "" && a.Text != story {
			t.Errorf("%q left\n%s", head, a.Text[:min(len(a.Text), 200)])
		}
	}
}

func TestAPageNamesItsAuthorUnderALabel(t *testing.T) {
	page := samples()["page"]
	for label, name := range map[string]string{"Author": "Perrin Oule", "Autor": "Zespół Kuriera", "Auteur": "Perrin Oule,"} {
		src := strings.Replace(strings.Replace(page, "By Edda Millow\n", "", 1), "Comments\n", label+"\n"+name+"\nComments\n", 1)
		a := Clean(src, Options{})
		if got := strings.Join(a.Authors, "|"); got != strings.Trim(name, ",") {
			t.Errorf("%s: %q", label, got)
		}
	}
}
