package page

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func TestTheHeadlineOfAnItemThatIsOneLink(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain words", `<a href=x>Night trams return to Ostrel</a>`, "Night trams return to Ostrel"},
		{"the heading within", `<a href=x><span>Harbour</span><h3>Pilot had no second radar</h3><p>The inquiry heard him on Friday.</p></a>`, "Pilot had no second radar"},
		{"what is named as a title", `<a href=x><div class="teaser__kicker">Harbour</div><div class="teaser__title">Pilot had no second radar</div>By Wilma Stroud</a>`, "Pilot had no second radar"},
		{"a subtitle is not the title", `<a href=x>Pilot had no second radar <i class="sub-title">What the inquiry heard</i></a>`, "Pilot had no second radar What the inquiry heard"},
		{"a heading too short to be one", `<a href=x><h4>Harbour</h4> Pilot had no second radar</a>`, "Harbour Pilot had no second radar"},
		{"a kicker set on it by style", `<a href=x><span>After the grounding</span><span>Pilot had no second radar</span></a>`, "After the grounding Pilot had no second radar"},
		{"letters in two inks", `<a href=x>The i<b>Tram</b> comes to O<b>strel</b> next</a>`, "The i Tram comes to Ostrel next"},
		{"no code", `<a href=x><style>.a{fill:none}</style>Night trams return to Ostrel</a>`, "Night trams return to Ostrel"},
	} {
		doc, err := html.Parse(strings.NewReader(c.in))
		if err != nil {
			t.Fatal(err)
		}
		a := find(doc, func(n *html.Node) bool { return n.Data == "a" })
		if got := headlineOf(a); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestWhatLeadsToAStory(t *testing.T) {
	for _, c := range []struct {
		title, address string
		want           bool
	}{
		{"Pilot had no second radar", "https://courier.example/2014/06/pilot-had-no-second-radar", true},
		{"Pilot had no second radar", "", true},
		{"Zero waste at the fish market", "https://courier.example/zero-waste/", true},
		{"Share prices of rope makers rise", "https://courier.example/rope-shares-rise", true},
		{"A week without the ferry, and what Karsk ate", "https://courier.example/weekwithout", true},
		{"Heron: a profile", "https://courier.example/science/heron", true},
		{"The ferry in six pictures", "https://courier.example/thema/the-ferry-in-six-fine-pictures", true},
		{"You may also like", "", false},
		{"View more issues", "https://courier.example/archive/issues-2014", false},
		{"click to enlarge", "https://img.courier.example/1234", false},
		{"Subscribe this link opens in a new tab", "https://shop.courier.example/paper-14", false},
		{"The Ostrel Maid aground", "https://img.courier.example/maid.JPG?w=900", false},
		{"All about the harbour", "https://courier.example/tag/harbour-of-ostrel", false},
		{"The Ostrel Courier online", "https://courier.example/", false},
		{"More of our news", "https://courier.example/news/harbour", false},
		{"letters to the desk", "mailto:desk@courier.example", false},
	} {
		if got := leadsToStory(c.title, c.address); got != c.want {
			t.Errorf("%q at %q: %v, want %v", c.title, c.address, got, c.want)
		}
	}
}
