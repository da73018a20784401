package record

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"reflect"
	"strings"
	"testing"
	"time"

	"broadsheet/articles"
	"broadsheet/articles/field"
)

func all(seq iter.Seq2[articles.Article, error]) (stories []articles.Article, errs []error) {
	for a, err := range seq {
		if err != nil {
			errs = append(errs, err)
			continue
		}
		stories = append(stories, a)
	}
	return stories, errs
}

func titles(stories []articles.Article) string {
	var ts []string
	for _, a := range stories {
		ts = append(ts, a.Title)
	}
	return strings.Join(ts, "|")
}

const body = "Nobody was hurt when the depot in the east of Ostrel burned down on Thursday, the fire office said. Eleven trams were lost, and it will take until the autumn to replace them."

// TestTheRecordsOfManyPrograms holds the shapes in which programs export
// stories, with invented content.
func TestTheRecordsOfManyPrograms(t *testing.T) {
	for what, src := range map[string]string{
		"newspaper":       `{"title": "Depot fire", "text": "` + body + `", "authors": ["Ada Orr"], "publish_date": 1401955200.0, "source_url": "https://courier.example", "url": "https://courier.example/depot", "top_img": "https://courier.example/d.jpg", "keywords": [], "meta_data": {"og": {"title": "Depot fire | Courier"}}, "canonical_link": "https://courier.example/depot"}`,
		"news-please":     `{"authors": ["Ada Orr"], "date_download": "2019-01-01 00:00:00", "date_publish": "2014-06-05 08:00:00", "description": null, "maintext": "` + body + `", "title": "Depot fire", "source_domain": "courier.example", "url": "https://courier.example/depot", "image_url": "https://courier.example/d.jpg"}`,
		"trafilatura":     `{"title": "Depot fire", "author": "Ada Orr", "hostname": "courier.example", "date": "2014-06-05", "sitename": "Ostrel Courier", "text": "` + body + `", "source": "https://courier.example/depot", "image": "https://courier.example/d.jpg", "categories": "", "tags": ""}`,
		"readability":     `{"title": "Depot fire", "byline": "By Ada Orr", "content": "<div><p>` + body + `</p></div>", "textContent": "` + body + `", "siteName": "Ostrel Courier", "publishedTime": "2014-06-05T08:00:00Z", "url": "https://courier.example/depot", "image": "https://courier.example/d.jpg"}`,
		"news interface":  `{"status": "ok", "totalResults": 1, "articles": [{"source": {"id": null, "name": "Ostrel Courier"}, "author": "Ada Orr", "title": "Depot fire", "description": "Trams lost.", "url": "https://courier.example/depot", "urlToImage": "https://courier.example/d.jpg", "publishedAt": "2014-06-05T08:00:00Z", "content": "` + body + `"}]}`,
		"schema.org":      `{"@context": "https://schema.org", "@graph": [{"@type": "Organization", "name": "Ostrel Courier"}, {"@type": "NewsArticle", "headline": "Depot fire", "articleBody": "` + body + `", "author": [{"@type": "Person", "name": "Ada Orr"}], "datePublished": "2014-06-05T08:00:00Z", "publisher": {"@type": "Organization", "name": "Ostrel Courier"}, "url": "https://courier.example/depot", "image": ["https://courier.example/d.jpg"]}]}`,
		"search engine":   `{"hits": {"total": {"value": 1}, "hits": [{"_index": "news", "_id": "17", "_source": {"title": "Depot fire", "body": "` + body + `", "author": "Ada Orr", "date": "2014-06-05", "url": "https://courier.example/depot", "image": "https://courier.example/d.jpg"}}]}}`,
		"blog interface":  `[{"id": 17, "date": "2014-06-05T08:00:00", "link": "https://courier.example/depot", "title": {"rendered": "Depot fire"}, "content": {"rendered": "<p>` + body + `</p>", "protected": false}, "excerpt": {"rendered": "<p>Trams lost.</p>"}, "author": "Ada Orr", "image": "https://courier.example/d.jpg"}]`,
		"wire (ninjs)":    `{"guid": "urn:17", "type": "text", "headline": "Depot fire", "body_html": "<p>` + body + `</p>", "byline": "Ada Orr", "versioncreated": "2014-06-05T08:00:00Z", "source": "Tarrovia Wire", "uri": "https://courier.example/depot", "image": "https://courier.example/d.jpg", "slugline": "depot"}`,
		"document store":  `{"_id": {"$oid": "17"}, "title": "Depot fire", "content": "` + body + `", "author": "Ada Orr", "published": {"$date": "2014-06-05T08:00:00Z"}, "url": "https://courier.example/depot", "image": "https://courier.example/d.jpg"}`,
		"columns":         `{"title": {"0": "Depot fire"}, "text": {"0": "` + body + `"}, "author": {"0": "Ada Orr"}, "date": {"0": "2014-06-05"}, "url": {"0": "https://courier.example/depot"}, "image": {"0": "https://courier.example/d.jpg"}}`,
		"split table":     `{"columns": ["title", "text", "author", "date", "url", "image"], "index": [0], "data": [["Depot fire", "` + body + `", "Ada Orr", "2014-06-05", "https://courier.example/depot", "https://courier.example/d.jpg"]]}`,
		"by key":          `{"a17": {"title": "Depot fire", "text": "` + body + `", "author": "Ada Orr", "date": "2014-06-05", "url": "https://courier.example/depot", "image": "https://courier.example/d.jpg"}}`,
		"printed Python":  `{'title': 'Depot fire', 'text': "` + body + `", 'authors': ['Ada Orr'], 'date': datetime.datetime(2014, 6, 5, 8, 0), 'url': 'https://courier.example/depot', 'image': 'https://courier.example/d.jpg', 'x': None, 'y': True, }`,
		"escaped twice":   `{"title": "Depot fire", "content": "&lt;p&gt;` + body + `&lt;/p&gt;&lt;p&gt;&lt;/p&gt;", "author": "Ada Orr", "date": "2014-06-05", "url": "https://courier.example/depot", "image": "https://courier.example/d.jpg"}`,
		"trailing commas": "\ufeff" + `[{"title": "Depot fire", "text": "` + body + `", "author": "Ada Orr", "date": "2014-06-05", "url": "https://courier.example/depot", "image": "https://courier.example/d.jpg", "score": NaN,},]`,
		"text in a list":  `{"title": "Depot fire", "text": ["` + body + `"], "author": "Ada Orr", "date": "2014-06-05", "url": "https://courier.example/depot", "image": "https://courier.example/d.jpg"}`,
		"nested":          `{"status": "ok", "article": {"title": "Depot fire", "text": "` + body + `", "author": {"name": "Ada Orr"}, "date": "2014-06-05", "url": "https://courier.example/depot", "image": "https://courier.example/d.jpg"}}`,
	} {
		got, errs := all(JSON([]byte(src), Options{}))
		if len(got) != 1 || errs != nil {
			t.Errorf("%s: %d stories, %v", what, len(got), errs)
			continue
		}
		a := got[0]
		if a.Title != "Depot fire" || a.Text != body || strings.Join(a.Authors, "|") != "Ada Orr" ||
			a.Published.Day() != "2014-06-05" || a.URL != "https://courier.example/depot" || a.Image != "https://courier.example/d.jpg" {
			t.Errorf("%s: %+v", what, a)
		}
	}
}

func TestRelatedHeadlinesOfARecord(t *testing.T) {
	src := `{"title": "Depot fire", "text": "` + body + `", "related_articles": [
		{"id": "16", "title": "Trams return", "url": "https://courier.example/trams", "date": "2014-06-01"}, "What the fire office says"]}`
	got, _ := all(JSON([]byte(src), Options{}))
	if len(got) != 1 || len(got[0].Related) != 2 {
		t.Fatalf("got %+v", got)
	}
	if l := got[0].Related[0]; l.ID != "16" || l.Title != "Trams return" || l.Published.String() != "2014-06-01" {
		t.Errorf("got %+v", l)
	}
}

func TestARecordWithoutTextSaysWhatItLacks(t *testing.T) {
	got, errs := all(JSON([]byte(`[{"title": "Depot fire", "excerpt": "Eleven trams were lost."}, {"title": "Trams return"}, {"x": 1}]`), Options{}))
	if len(got) != 2 || len(got[0].Warnings) != 1 || len(got[1].Warnings) != 1 || got[0].Text != "Eleven trams were lost." {
		t.Errorf("got %+v", got)
	}
	if len(errs) != 1 || !errors.Is(errs[0], ErrNoStory) {
		t.Errorf("errors %v", errs)
	}
}

func TestAListIsReadElementByElement(t *testing.T) {
	src := "[\n{\"title\": \"One\", \"text\": \"1.\"},\n{\"title\": \"Two\", \"text\" \"2.\"},\n" +
		"{\"title\": \"Big\", \"text\": \"" + strings.Repeat("x", 3000) + "\"},\n{\"title\": \"Three ]}\", \"text\": \"it's 3.\"}, {\"title\": \"cut"
	got, errs := all(Stream(strings.NewReader(src), Options{MaxRecord: 2000}))
	if titles(got) != "One|Three ]}" {
		t.Errorf("got %s", titles(got))
	}
	if len(errs) != 3 || !errors.Is(errs[0], ErrSyntax) || !errors.Is(errs[1], ErrTooLarge) || !errors.Is(errs[2], ErrSyntax) {
		t.Fatalf("errors %v", errs)
	}
	for i, line := range []int{3, 4, 5} {
		if e := (*Error)(nil); !errors.As(errs[i], &e) || e.Line != line {
			t.Errorf("error %d: %v, want line %d", i, errs[i], line)
		}
	}
}

func TestValuesOneAfterAnother(t *testing.T) {
	got, errs := all(JSON([]byte("{\n \"title\": \"One\"\n}\n{\n \"title\": \"Two\"\n}\n"), Options{}))
	if titles(got) != "One|Two" || errs != nil {
		t.Errorf("got %s, %v", titles(got), errs)
	}
}

func TestJSONLinesOfAnySize(t *testing.T) {
	one := `{"title": "Depot fire", "text": "` + body + `"}` + "\n"
	r, n := io.LimitReader(strings.NewReader(strings.Repeat(one, 3000)), int64(3000*len(one))), 0
	for _, err := range JSONL(r, Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		n++
	}
	if n != 3000 {
		t.Errorf("got %d", n)
	}
}

func TestTables(t *testing.T) {
	for what, c := range map[string]struct{ src, titles string }{
		"commas":            {"id,title,text\n1,Depot fire,\"" + body + "\"\n2,\"Trams, again\",Text.\n", "Depot fire|Trams, again"},
		"semicolons":        {"title;text\nDepot fire;Text, with commas, in it.\n", "Depot fire"},
		"tabs":              {"title\ttext\nDepot fire\tText \"so called\".\n", "Depot fire"},
		"line breaks":       {"title,text\n\"Depot\nfire\",\"First.\n\nSecond.\"\nTrams,Text.\n", "Depot fire|Trams"},
		"doubled quotes":    {"title,text\n\"The \"\"depot\"\" fire\",Text.\n", "The \"depot\" fire"},
		"quotes not closed": {"title\ttext\n\"Depot fire\tText.\nTrams\tText.\n", "\"Depot fire|Trams"},
		"Windows":           {"\ufefftitle,text\r\nDepot fire,Text.\r\n\r\nTrams,Text.\r\n", "Depot fire|Trams"},
		"sfeed":             {"1401955200\tDepot fire\thttps://courier.example/depot\tFirst, a, b, c, d, e, f, g, h, i.\\n\\nSecond \\\\ third.\tplain\tid-1\tAda Orr\t\tharbour|east\n1401955201\tTrams\thttps://courier.example/t\t\thtml\t\t\t\t\n", "Depot fire|Trams"},
	} {
		got, errs := all(CSV(strings.NewReader(c.src), Options{}))
		if titles(got) != c.titles || errs != nil {
			t.Errorf("%s: got %q, %v", what, titles(got), errs)
		}
	}
	got, _ := all(CSV(strings.NewReader("1401955200\tDepot fire\thttps://courier.example/depot\tFirst.\\n\\nSecond \\\\ third.\tplain\tid-1\tAda Orr\t\tharbour|east\n"), Options{}))
	if a := got[0]; a.Text != "First.\n\nSecond \\ third." || a.PublisherID != "id-1" || a.Published.String() != "2014-06-05T08:00:00Z" || len(a.Tags) != 2 {
		t.Errorf("sfeed: %+v", a)
	}
	if _, errs := all(CSV(strings.NewReader("17,18\n"), Options{})); len(errs) != 1 || !errors.Is(errs[0], ErrNoHeader) {
		t.Errorf("a table without names: %v", errs)
	}
}

func TestHostileJSONCostsLittle(t *testing.T) {
	for name, src := range map[string]string{
		"deep lists":   strings.Repeat("[", 1<<20),
		"deep objects": strings.Repeat(`{"a":`, 1<<18),
		"deep calls":   "[" + strings.Repeat("a(", 1<<23),
		"deep names":   "[" + strings.Repeat("a=", 1<<23),
		"many values":  "[" + strings.Repeat("[],", 1<<20) + "[]]",
		"wide object":  `{"a":{` + strings.Repeat(`"title":"x",`, 1<<17) + `"b":1}}`,
		"open string":  `{"title": "` + strings.Repeat("x", 1<<22),
		"quotes":       "title,text\n" + strings.Repeat("\"a,\n", 1<<18),
	} {
		start := time.Now()
		for range JSON([]byte(src), Options{}) {
		}
		for range JSONL(strings.NewReader(src), Options{}) {
		}
		for range CSV(strings.NewReader(src), Options{}) {
		}
		if d := time.Since(start); d > 8*time.Second {
			t.Errorf("%s took %v", name, d)
		}
	}
}

// plain brings lenient values to those of encoding/json.
func plain(v any) any {
	switch v := v.(type) {
	case field.Number:
		return json.Number(v)
	case field.Object:
		m := map[string]any{}
		for _, f := range v {
			m[f.Name] = plain(f.Value)
		}
		return m
	case []any:
		out := []any{}
		for _, e := range v {
			out = append(out, plain(e))
		}
		return out
	}
	return v
}

func FuzzParseReadsWhatEncodingJSONReads(f *testing.F) {
	for _, s := range []string{`{"a": [1, -2.5e3, "x\u00e9\ud83d\ude00\n", null, true]}`, `[]`, `"\\"`, `{'a': None}`, `[[[[`, `{"a":1,}`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, err := parse(s)
		var want any
		d := json.NewDecoder(strings.NewReader(s))
		d.UseNumber()
		if d.Decode(&want) != nil || d.More() || !json.Valid([]byte(s)) || strings.Contains(s, `\b`) || strings.Contains(s, `\f`) {
			return
		}
		if err != nil {
			if strings.Contains(err.Error(), "deep") {
				return
			}
			t.Fatalf("%q: %v", s, err)
		}
		// Lone surrogates and broken UTF-8 are put right elsewhere.
		if a, b := fmt.Sprint(plain(got)), fmt.Sprint(want); !reflect.DeepEqual(plain(got), want) && !strings.ContainsRune(b, '\ufffd') {
			t.Fatalf("%q: got %s, want %s", s, a, b)
		}
	})
}

func FuzzReaders(f *testing.F) {
	f.Add(`[{"title": "a", "related": [{"title": "b"}]}]`)
	f.Add("title,text\n\"a\",b\n")
	f.Add("{\"a\":1}\n{\"b\":2}\n")
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 1<<14 {
			return
		}
		for range JSON([]byte(s), Options{}) {
		}
		for range JSONL(strings.NewReader(s), Options{MaxRecord: 1 << 12}) {
		}
		for range CSV(strings.NewReader(s), Options{MaxRecord: 1 << 12}) {
		}
	})
}
