package address

import (
	"slices"
	"strings"
	"testing"

	"broadsheet/articles"
)

func TestAddressesOfOnePageAreOne(t *testing.T) {
	for raw, want := range map[string]string{
		"https://www.ostrel.example/log/":                     "ostrel.example/log",
		"http://m.ostrel.example/log#page-2":                  "ostrel.example/log",
		"HTTPS://Ostrel.Example/log?utm_source=mail&fbclid=1": "ostrel.example/log",
		"https://ostrel.example/log?page=2&utm_medium=x":      "ostrel.example/log?page=2",
		"www.ostrel.example/log":                              "ostrel.example/log",
		"//ostrel.example/amp":                                "ostrel.example",
		"":                                                    "",
		"https://www.example":                                 "www.example",
		"https://ostrel.example:8080/log":                     "ostrel.example/log",
	} {
		if got := Canonical(raw); got != want {
			t.Errorf("Canonical(%q) is %q, want %q", raw, got, want)
		}
	}
}

func TestProseLeadsOutside(t *testing.T) {
	own := articles.Article{URL: "https://www.courier.example/2014/ferry", Source: "Ostrel Courier"}
	for name, c := range map[string]struct {
		body string
		want []string
	}{
		"a link":                 {"See [the log](https://harbour.example/log/7).", []string{"harbour.example/log/7"}},
		"a link with a title":    {`See [the log](https://harbour.example/log/7 "The log").`, []string{"harbour.example/log/7"}},
		"a link in angles":       {"See [the log](<https://harbour.example/a(b)/log>).", []string{"harbour.example/a(b)/log"}},
		"with brackets":          {"See [it](https://harbour.example/log_(1914)) now.", []string{"harbour.example/log_(1914)"}},
		"by itself":              {"It is at https://harbour.example/log/7, he said.", []string{"harbour.example/log/7"}},
		"at the end of all":      {"It is at www.harbour.example/log", []string{"harbour.example/log"}},
		"in angles":              {"It is at <https://harbour.example/log>.", []string{"harbour.example/log"}},
		"escaped":                {`It is at https://harbour.example/the\_log.`, []string{"harbour.example/the_log"}},
		"twice":                  {"[a](https://harbour.example/log) [b](http://www.harbour.example/log/#2)", []string{"harbour.example/log"}},
		"a picture":              {"![the log](https://harbour.example/log)", nil},
		"a picture that leads":   {"[![the log](https://harbour.example/a.jpg)](https://harbour.example/log)", []string{"harbour.example/log"}},
		"a picture by its name":  {"[large](https://harbour.example/log.jpg)", nil},
		"a front door":           {"[a](https://harbour.example/) [b](https://harbour.example/en) [d](https://harbour.example/en-gb/) [c](https://harbour.example/index.html)", nil},
		"a page asked for":       {"[a](https://harbour.example/?page=7)", []string{"harbour.example?page=7"}},
		"its own site":           {"[before](https://courier.example/2013/ferry) [shop](https://shop.courier.example/mugs)", nil},
		"the site of its outlet": {"[a](https://ostrel-courier.example/log)", nil},
		"a profile":              {"[a](https://twitter.com/ostrel) [b](https://www.facebook.com/sharer/sharer.php?u=x)", nil},
		"a post":                 {"[a](https://twitter.com/ostrel/status/17)", []string{"twitter.com/ostrel/status/17"}},
		"films and who made them": {"https://www.youtube.com/watch?v=17 https://youtube.com/shorts/17 https://youtube.com/live/17 https://youtube.com/@ostrel https://youtube.com/channel/17",
			[]string{"youtube.com/watch?v=17", "youtube.com/shorts/17", "youtube.com/live/17"}},
		"a company and a talk":    {"https://linkedin.com/company/ostrel https://www.reddit.com/r/ostrel/comments/17 https://reddit.com/user/orr", []string{"reddit.com/r/ostrel/comments/17"}},
		"hosts that end nowhere":  {"https://.example/log https://harbour./log https://harbour/log", nil},
		"a shop for apps":         {"[a](https://apps.apple.com/app/ostrel/id17)", nil},
		"no host":                 {"https://:0/ http://localhost/log https:///log", nil},
		"another scheme":          {"ftp://harbour.example/log gopher://www.harbour.example/log", nil},
		"inside a word":           {"xhttps://harbour.example/log", nil},
		"inside an address":       {"https://web.example/old/http://harbour.example/log", []string{"web.example/old/http://harbour.example/log"}},
		"behind letters of Japan": {"記録はhttps://harbour.example/log にある", []string{"harbour.example/log"}},
	} {
		a := own
		a.Body = c.body
		if got := Outside(a); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	if got := Outside(articles.Article{Source: "courier.example", Body: "https://www.courier.example/log https://b.example/log"}); !slices.Equal(got, []string{"b.example/log"}) {
		t.Errorf("of an outlet that goes by its host: %q", got)
	}
}

func TestAListOfLinksIsCutShort(t *testing.T) {
	var b strings.Builder
	for i := range 500 {
		b.WriteString("https://harbour.example/log/" + strings.Repeat("i", i+1) + "\n")
	}
	if got := Outside(articles.Article{Body: b.String()}); len(got) != mostOf {
		t.Errorf("%d addresses, want %d", len(got), mostOf)
	}
}

func TestAnAddressIsShownBriefly(t *testing.T) {
	for page, want := range map[string]string{
		"harbour.example/log?page=2":                                "harbour.example/log",
		"harbour.example/%C3%A9t%C3%A9":                             "harbour.example/été",
		"harbour.example/2014/06/the-log-of-the-pilot-page-by-page": "harbour.example/2014/06/the…e-pilot-page-by-page",
	} {
		if got := Brief(page); got != want {
			t.Errorf("Brief(%q) is %q, want %q", page, got, want)
		}
	}
}

func FuzzOutside(f *testing.F) {
	f.Add("See [the log](<https://harbour.example/log>) www.a.example/b ![x](http://c.example/d)", "https://courier.example/a", "Courier")
	f.Add("http://%zz/ https://[::1]/a http://a.example/\\", "::", "a.example")
	f.Fuzz(func(t *testing.T, body, own, source string) {
		for _, page := range Outside(articles.Article{Body: body, URL: own, Source: source}) {
			if page == "" || strings.ContainsAny(page, " \n\t") {
				t.Errorf("%q is no address", page)
			}
			Brief(page)
		}
	})
}

func BenchmarkOutside(b *testing.B) {
	for name, sentence := range map[string]string{
		"with links": "The pilot [told the inquiry](https://harbour.example/log/7) on Friday what he saw there. ",
		"without":    "The pilot who had the watch told the inquiry: he saw nothing where the wreck lay, while. ",
	} {
		a := articles.Article{Body: strings.Repeat(sentence, 50)}
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(a.Body)))
			for b.Loop() {
				Outside(a)
			}
		})
	}
}
