package field

import (
	"strings"
	"testing"
)

func obj(pairs ...any) Object {
	var o Object
	for i := 0; i+1 < len(pairs); i += 2 {
		o = append(o, Member{pairs[i].(string), pairs[i+1]})
	}
	return o
}

func TestFieldsAreKnownByTheWaysTheyAreCalled(t *testing.T) {
	for role, names := range map[Role][]string{
		Title:     {"title", "Title", "HEADLINE", "webTitle", "og:title", "article__title"},
		Text:      {"text", "maintext", "articleBody", "content_html", "body", "full_text", "content:encoded", "article"},
		Dek:       {"description", "dek", "standfirst", "trailText", "highlights"},
		Author:    {"author", "authors", "byline", "dc:creator"},
		Outlet:    {"source", "site_name", "publisher", "source_domain", "og:site_name"},
		Published: {"date", "published", "publishedAt", "date_publish", "publish_date", "pubDate", "webPublicationDate", "datePublished"},
		Modified:  {"updated_at", "dateModified", "lastmod"},
		Saved:     {"saved_at", "time_added", "date_download"},
		URL:       {"url", "link", "canonical_link", "webUrl", "resolved_url"},
		Image:     {"image", "top_image", "urlToImage", "image_url"},
		Tags:      {"tags", "keywords", "meta_keywords"},
		ID:        {"id", "guid", "_id"},
		Related:   {"related", "related_articles", "See also"},
		None:      {"", "score", "is_archived", "foo", "x"},
	} {
		for _, n := range names {
			if got, _ := Of(n); got != role {
				t.Errorf("Of(%q) = %d, want %d", n, got, role)
			}
		}
	}
}

func TestOfTwoFieldsTheBetterStatementCounts(t *testing.T) {
	a := Gather(obj("name", "x17", "title", "Depot fire", "created_at", "2014-06-09", "published", "2014-06-05",
		"source", "https://courier.example/depot", "image", obj("url", "https://courier.example/a.jpg"))).Known()
	if a.Title != "Depot fire" || a.Published.String() != "2014-06-05" || a.URL != "https://courier.example/depot" || a.Source != "" || a.Image != "https://courier.example/a.jpg" {
		t.Errorf("got %+v", a)
	}
}

func TestFieldsAreFoundOneLevelDown(t *testing.T) {
	a := Gather(obj("_id", "17", "_source", obj("title", "Depot fire", "text", "Nobody was hurt."), "source", obj("id", "oc", "name", "Ostrel Courier", "url", "https://courier.example"))).Known()
	if a.Title != "Depot fire" || a.Source != "Ostrel Courier" || a.PublisherID != "17" {
		t.Errorf("got %+v", a)
	}
	s := Gather(obj("title", obj("rendered", "Depot fire"), "content", obj("rendered", "<p>Nobody</p>", "protected", false)))
	if a := s.Known(); a.Title != "Depot fire" || len(s.Proses()) != 1 || s.Proses()[0].Text != "<p>Nobody</p>" {
		t.Errorf("got %+v, %v", a, s.Proses())
	}
}

func TestDatesInEveryForm(t *testing.T) {
	for _, c := range []struct {
		v    any
		want string
	}{
		{"2014-06-06", "2014-06-06"},
		{"2014-06-06 11:44:06", "2014-06-06T11:44:06"},
		{"2014-06-06T11:44:06.123456+00:00", "2014-06-06T11:44:06Z"},
		{"2014-06-06T11:44:06+0200", "2014-06-06T11:44:06+02:00"},
		{"2014-06-06 11:44:06 UTC", "2014-06-06T11:44:06Z"},
		{"2014-06-06T11:44:06.000Z", "2014-06-06T11:44:06Z"},
		{"Fri, 06 Jun 2014 11:44:06 +0200", "2014-06-06T11:44:06+02:00"},
		{Number("1402047846"), "2014-06-06T09:44:06Z"},
		{"1402047846", "2014-06-06T09:44:06Z"},
		{Number("1402047846123"), "2014-06-06T09:44:06Z"},
		{Number("1402047846.5"), "2014-06-06T09:44:06Z"},
		{"20140606", "2014-06-06"},
		{"20140606114406", "2014-06-06T11:44:06"},
		{Number("2014"), "2014"},
		{obj("$date", "2014-06-06T11:44:06Z"), "2014-06-06T11:44:06Z"},
		{obj("$date", obj("$numberLong", "1402047846123")), "2014-06-06T09:44:06Z"},
		{[]any{"2014-06-06"}, "2014-06-06"},
	} {
		if d, ok := Date(c.v, "en"); !ok || d.String() != c.want {
			t.Errorf("Date(%v) = %v, want %s", c.v, d, c.want)
		}
	}
	for _, v := range []any{nil, "", "soon", Number("17"), Number("-5"), "0000-00-00", true, []any{}} {
		if d, ok := Date(v, "en"); ok {
			t.Errorf("Date(%v) = %v, want none", v, d)
		}
	}
}

func TestNamesInEveryForm(t *testing.T) {
	for _, c := range []struct {
		v    any
		want string
	}{
		{"By Ada Orr and Bo Lind", "Ada Orr|Bo Lind"},
		{"Ada Orr, Bo Lind & Cy Mo Vasska", "Ada Orr|Bo Lind|Cy Mo Vasska"},
		{"Orr, Ada", "Orr, Ada"},
		{"Ada Orr; Bo Lind", "Ada Orr|Bo Lind"},
		{[]any{"Ada Orr", "ada orr", "Bo Lind"}, "Ada Orr|Bo Lind"},
		{[]any{obj("name", "Ada Orr", "url", "https://x.example"), "Bo Lind"}, "Ada Orr|Bo Lind"},
		{obj("firstname", "Ada", "lastname", "Orr"), "Ada Orr"},
		{obj("original", "By ADA ORR"), "ADA ORR"},
		{"['Ada Orr', \"Bo O'Lind\"]", "Ada Orr|Bo O'Lind"},
		{"ada@courier.example (Ada Orr)", "Ada Orr"},
		{"Ada Orr (ada@courier.example)", "Ada Orr"},
		{"Ada Orr <ada@courier.example>", "Ada Orr"},
		{"[[Ada Orr]]", "Ada Orr"},
		{"Ada Orr, Ostrel Courier chief political correspondent at large", "Ada Orr"},
		{"Ada Orr, Bo Lind, Tarrovia Press", "Ada Orr|Bo Lind"},
		{"Ada Orr, member of the harbour board since 1998", "Ada Orr, member of the harbour board since 1998"},
		{"https://facebook.example/courier", ""},
		{"N/A", ""}, {nil, ""}, {"[]", ""},
	} {
		if got := strings.Join(Names(c.v), "|"); got != c.want {
			t.Errorf("Names(%v) = %q, want %q", c.v, got, c.want)
		}
	}
}

func TestTagsInEveryForm(t *testing.T) {
	for _, c := range []struct {
		v    any
		want string
	}{
		{"sea, harbour , Sea", "sea|harbour"},
		{"sea|harbour, east", "sea|harbour, east"},
		{[]any{"#sea", "[[Harbour]]", nil, "null"}, "sea|Harbour"},
		{[]any{obj("name", "sea"), obj("label", "harbour")}, "sea|harbour"},
		{obj("12", "sea", "13", "harbour"), "sea|harbour"},
		{obj("sea", obj("item_id", "1"), "harbour", obj("item_id", "1")), "sea|harbour"},
		{"['sea', 'harbour']", "sea|harbour"},
		{Number("7"), "7"}, {"", ""},
	} {
		if got := strings.Join(Strings(c.v), "|"); got != c.want {
			t.Errorf("Strings(%v) = %q, want %q", c.v, got, c.want)
		}
	}
}

func TestRelatedInEveryForm(t *testing.T) {
	for what, v := range map[string]any{
		"objects":   []any{obj("id", "17", "title", "Inquiry opens", "url", "https://courier.example/2014/06/03/inquiry-opens", "pic", "/2014/06/03/a.jpg")},
		"titles":    []any{"Inquiry opens"},
		"Markdown":  []any{"[Inquiry opens](https://courier.example/2014/06/03/inquiry-opens)"},
		"wrapped":   obj("items", []any{obj("headline", "Inquiry opens")}),
		"addresses": []any{"https://courier.example/2014/06/03/inquiry-opens-today?x=1"},
		"a string":  "Inquiry opens\nhttps://courier.example/",
	} {
		got := Links(v, "en")
		if len(got) != 1 || !strings.HasPrefix(got[0].Title, "Inquiry opens") {
			t.Errorf("%s: %+v", what, got)
		}
	}
	l := Links([]any{obj("id", "17", "title", "Inquiry opens", "pic", "/2014/06/03/a_4x3.jpg")}, "en")[0]
	if l.ID != "17" || l.Image != "/2014/06/03/a_4x3.jpg" || l.Published.String() != "2014-06-03" {
		t.Errorf("got %+v", l)
	}
}

func TestWhatStandsForNothingIsNothing(t *testing.T) {
	a := Gather(obj("title", "N/A", "headline", nil, "author", "None", "url", "not an address", "language", "unknown language", "tags", "", "image", "two words")).Known()
	if a.Title+a.Language+a.URL+a.Image != "" || a.Authors != nil || a.Tags != nil {
		t.Errorf("got %+v", a)
	}
}

func TestAFrontDoorIsTheAddressOfNoStory(t *testing.T) {
	for _, c := range []struct{ name, address, wantURL, wantSource string }{
		{"source_url", "https://courier.example", "", "courier.example"},
		{"source_url", "https://www.courier.example/", "", "courier.example"},
		{"url", "//Courier.example/#", "", "courier.example"},
		{"source", "www.courier.example", "", "courier.example"},
		{"source_url", "https://courier.example/depot", "https://courier.example/depot", ""},
		{"url", "https://courier.example/?p=17", "https://courier.example/?p=17", ""},
		{"url", "https://courier.example?p=17", "https://courier.example?p=17", ""},
	} {
		a := Gather(obj("title", "Depot fire", c.name, c.address)).Known()
		if a.URL != c.wantURL || a.Source != c.wantSource {
			t.Errorf("%s %s: address %q, source %q; want %q, %q", c.name, c.address, a.URL, a.Source, c.wantURL, c.wantSource)
		}
	}
}

func TestWhatACrawlerFoundBesideTheFactsGoes(t *testing.T) {
	for _, c := range []struct{ title, outlet, url, want string }{
		{"Depot fire: nobody was hurt – Ostrel Courier", "Ostrel Courier", "", "Depot fire: nobody was hurt"},
		{"Depot fire: nobody was hurt ⋆ OSTREL COURIER", "Ostrel Courier", "", "Depot fire: nobody was hurt"},
		{"Depot fire: nobody was hurt | Courier", "", "https://www.courier.example/fire", "Depot fire: nobody was hurt"},
		{"Depot fire: nobody was hurt -", "", "", "Depot fire: nobody was hurt"},
		{"Depot fire: nobody was hurt – police", "Ostrel Courier", "", "Depot fire: nobody was hurt – police"},
		{"Ostrel – Courier", "Courier", "", "Ostrel – Courier"},
	} {
		if a := Gather(obj("title", c.title, "site_name", c.outlet, "url", c.url)).Known(); a.Title != c.want {
			t.Errorf("%q of %q became %q, want %q", c.title, c.outlet, a.Title, c.want)
		}
	}
	for in, want := range map[string]string{
		"Ostrel Courier | The news you came for": "Ostrel Courier",
		"Ostrel Courier":                         "Ostrel Courier",
		"Ostrel | Courier":                       "Ostrel | Courier",
	} {
		if a := Gather(obj("title", "Depot fire", "site_name", in)).Known(); a.Source != want {
			t.Errorf("outlet %q became %q", in, a.Source)
		}
	}
	for in, want := range map[string]string{
		"View All Posts|Runa Tell":                    "Runa Tell",
		"Please Enter Your Name Here|Runa Tell":       "Runa Tell",
		"Runa Tell|More Runa|Senior Harbour Producer": "Runa Tell",
		"About Runa|Edda Millow|Ostrel Courier":       "Edda Millow",
		"Runa Has Never Seen A Ship She Did Not Like": "",
		"View All Posts":                              "",
		"Ostrel Courier":                              "Ostrel Courier",
	} {
		var names []any
		for _, n := range strings.Split(in, "|") {
			names = append(names, n)
		}
		a := Gather(obj("title", "Depot fire", "site_name", "Ostrel Courier", "authors", names)).Known()
		if got := strings.Join(a.Authors, "|"); got != want {
			t.Errorf("authors %q became %q, want %q", in, got, want)
		}
	}
}

func TestADayThatAProgramMadeAMomentIsADay(t *testing.T) {
	for in, want := range map[string]string{"1402012800": "2014-06-06", "1402012800000": "2014-06-06", "1402055046": "2014-06-06T11:44:06Z"} {
		if d, ok := Date(Number(in), ""); !ok || d.String() != want {
			t.Errorf("%s is %s, want %s", in, d, want)
		}
	}
}

func TestMidnightOfAProgramIsADay(t *testing.T) {
	for in, want := range map[string]string{
		"2014-06-06 00:00:00":       "2014-06-06",
		"2014-06-06T00:00:00Z":      "2014-06-06",
		"2014-06-06T00:00:00+00:00": "2014-06-06",
		"2014-06-06T00:00:00+02:00": "2014-06-06T00:00:00+02:00",
		"2014-06-06T00:00":          "2014-06-06T00:00",
		"2014-06-06 11:44:06":       "2014-06-06T11:44:06",
	} {
		if d, ok := Date(in, ""); !ok || d.String() != want {
			t.Errorf("%s is %s, want %s", in, d, want)
		}
	}
}

func TestTheAddressOfTheStoryTellsTheOutletBeforeAShortOne(t *testing.T) {
	a := Gather(obj("title", "Depot fire", "url", "https://www.courier.example/depot", "source", "https://crr.example")).Known()
	if a.Source != "" || a.URL != "https://www.courier.example/depot" {
		t.Errorf("source %q, url %q", a.Source, a.URL)
	}
}

func FuzzStrings(f *testing.F) {
	f.Add("['a', \"b\"]")
	f.Add("By A and B <c@d>")
	f.Add("[x](http://y)")
	f.Fuzz(func(t *testing.T, s string) {
		Names(s)
		Strings(s)
		Links(s, "")
		Date(s, "")
		ISO(s)
		Of(s)
	})
}
