package text

import (
	"slices"
	"strings"
	"testing"

	"broadsheet/articles"
)

const wireStory = "Karsk (dpa) - The pilot of a ferry that ran aground in May\ntold an inquiry on Friday that the second radar had been out of\norder since the spring.\n\n``We asked for the part in April,'' he said. Nobody had written\nback to him.\n"

func TestTheEnvelopesOfAgenciesAreRead(t *testing.T) {
	for name, c := range map[string]struct {
		src, title, published, source, authors string
	}{
		"dpa, English": {
			"eca100 3 s 586 ccccb   dpa 099\n\nTarrovia-ferry/Karsk/\n1ST LEAD\nFerry pilot blames broken radar =\nBy Edda Millow, dpa =\n\n" + wireStory + "\n# Notebook\n\n## Editorial contacts\n- Reporting by: Edda Millow\n\ndpa em rt\n\n061144 GMT Jun 14\n",
			"Ferry pilot blames broken radar", "2014-06-06T11:44Z", "dpa", "Edda Millow",
		},
		"dpa, German": {
			"bdt0344 3 pl 312  dpa 0912\n\nTarrovia/Schifffahrt/\nEXTRA\nLotse der Fähre macht Radar verantwortlich\nVon Edda Millow, dpa =\n\n" + wireStory + "\n# Notizblock\n\n* * * *\nDie folgenden Informationen sind nicht zur Veröffentlichung bestimmt\n\n061144 GMT Okt 14\n",
			"Lotse der Fähre macht Radar verantwortlich", "2014-10-06T11:44Z", "dpa", "Edda Millow",
		},
		"a headline on two lines": {
			"eca100 3 s 586 ccccb   dpa 099\n\nTarrovia-ferry/Karsk/\nFerry pilot blames broken radar and the guild\nthat did not send the part =\n\n" + wireStory + "\n061144 GMT Jun 14\n",
			"Ferry pilot blames broken radar and the guild that did not send the part", "2014-06-06T11:44Z", "dpa", "",
		},
		"AP": {
			"W2346asian\nr i BC-TR--Tarrovia-Ferry 1stLd-Writethru 06-06 0144\n^BC-TR--Tarrovia-Ferry, 1st Ld-Writethru,144<\n^Ferry pilot blames broken radar<\n^AP Photo KAR101, KAR102<\n^Eds: Adds quote.<\n^By EDDA MILLOW=\n^Associated Press=\n\t   KARSK, Tarrovia (AP) _ The pilot of a ferry that ran aground in May told an inquiry that the radar was broken.\n\n\t   ``We asked for the part in April,'' he said.\n\n\t   AP-WF-06-06-14 1144GMT<\n",
			"Ferry pilot blames broken radar", "2014-06-06T11:44Z", "AP", "EDDA MILLOW",
		},
	} {
		a := Clean(c.src, Options{})
		if a.Title != c.title || a.Published.String() != c.published || a.Source != c.source || strings.Join(a.Authors, "|") != c.authors || a.Format != articles.FormatWire {
			t.Errorf("%s: title %q, published %s, source %q, authors %q, format %s", name, a.Title, a.Published, a.Source, a.Authors, a.Format)
		}
		p := a.Paragraphs()
		if len(p) != 2 || strings.Contains(p[0], "\n") || !strings.HasPrefix(p[1], "“We asked for the part in April,” he said.") {
			t.Errorf("%s: text\n%s", name, a.Text)
		}
		for _, class := range []articles.Class{articles.ClassWireHeader, articles.ClassWireTrailer} {
			if !slices.ContainsFunc(a.Cuts, func(x articles.Cut) bool { return x.Class == class }) {
				t.Errorf("%s: no %s among %v", name, class, a.Cuts)
			}
		}
	}
}

func TestAStoryThatOnlyLooksWiredIsNot(t *testing.T) {
	for _, src := range []string{
		"Route 100 3 times a day\n\nThe bus to Karsk runs three times a day from Monday, the council said.\n\nIt ran once.\n\nNobody knew when.\n",
		"^ is the sign for a mast\n\nThe council of Ostrel has given the mast a sign of its own, and the boats have to learn it by heart.\n",
		"Karsk (dpa) - A ferry ran aground in May, and nobody asked why until the autumn of that year.\n\nThe inquiry goes on.\n",
	} {
		a := Clean(src, Options{})
		if a.Format == articles.FormatWire || slices.ContainsFunc(a.Cuts, func(c articles.Cut) bool {
			return c.Class == articles.ClassWireHeader || c.Class == articles.ClassWireTrailer
		}) {
			t.Errorf("%q: %s, cuts %v", src, a.Format, a.Cuts)
		}
	}
}

func TestOnlyHardWrapsAreJoined(t *testing.T) {
	for name, c := range map[string]struct{ src, want string }{
		"blank lines part paragraphs": {
			"The salt pans of Lower Vasska have given their best yield in a\ngeneration, the guild of the growers told the council on Tuesday\nin a letter of two pages.\n\nThe council will answer it in April, when the master of the guild\nis back from the northern pans, or in May, when the carts are, or\nnot at all.\n",
			"The salt pans of Lower Vasska have given their best yield in a generation, the guild of the growers told the council on Tuesday in a letter of two pages.|The council will answer it in April, when the master of the guild is back from the northern pans, or in May, when the carts are, or not at all.",
		},
		"indents part paragraphs": {
			"    The salt pans of Lower Vasska have given their best yield in a\ngeneration, the guild of the growers told the council on Tuesday\nin a letter of two pages.\n    The council will answer it in April, when the master of the guild\nis back from the northern pans, or in May, when the carts are, or\nnot at all.\n",
			"The salt pans of Lower Vasska have given their best yield in a generation, the guild of the growers told the council on Tuesday in a letter of two pages.|The council will answer it in April, when the master of the guild is back from the northern pans, or in May, when the carts are, or not at all.",
		},
		"broken words are made whole": {
			"The salt pans of Lower Vasska have given their best yield in a gene-\nration, the guild of the growers told the council of Ostrel on Tues-\nday, in a letter of two pages that nobody has read to the end of un-\ntil now, and that nobody will.\n",
			"The salt pans of Lower Vasska have given their best yield in a generation, the guild of the growers told the council of Ostrel on Tuesday, in a letter of two pages that nobody has read to the end of until now, and that nobody will.",
		},
		"a paragraph a line": {
			"The council met on Monday.\nIt decided five things, of which the first was that the trams run again at night.\nNobody voted against it.\nThe library stays open as well.\n",
			"The council met on Monday.|It decided five things, of which the first was that the trams run again at night.|Nobody voted against it.|The library stays open as well.",
		},
		"soft hyphens": {
			"The salt pans of Lower Vasska have given their best gene\u00ad\nration of salt.\n",
			"The salt pans of Lower Vasska have given their best generation of salt.",
		},
	} {
		a := Clean(c.src, Options{})
		got := strings.ReplaceAll(a.Text, "\n\n", "|")
		if a.Title != "" {
			got = a.Title + "|" + got
		}
		if got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, c.want)
		}
	}
}
