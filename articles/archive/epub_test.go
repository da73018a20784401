package archive

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
)

const para = "<p>" + "The ferry ran aground off Karsk in fog and the pilot had no second radar. " + "The ferry ran aground off Karsk in fog and the pilot had no second radar. " + "The ferry ran aground off Karsk in fog and the pilot had no second radar. </p>"

func manifest(ids ...string) string {
	var b strings.Builder
	for _, id := range ids {
		fmt.Fprintf(&b, `<item id=%q href="%s.xhtml" media-type="application/xhtml+xml"/>`, id, id)
	}
	return b.String()
}

func spine(ids ...string) string {
	var b strings.Builder
	for _, id := range ids {
		fmt.Fprintf(&b, `<itemref idref=%q/>`, id)
	}
	return b.String()
}

// newspaper is a book with the pages a, b and c; more are pairs of name and
// content.
func newspaper(t *testing.T, manifest, spine string, more ...string) *bytes.Reader {
	t.Helper()
	pairs := []string{"META-INF/container.xml", `<container><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>`}
	for _, page := range []string{"a", "b", "c"} {
		pairs = append(pairs, page+".xhtml", "<html><body>"+para+"</body></html>")
	}
	if len(more) == 0 || more[0] != "book.opf" {
		pairs = append(pairs, "book.opf", "<package><metadata><title>Ostrel Courier</title></metadata><manifest>"+manifest+"</manifest><spine>"+spine+"</spine></package>")
	}
	return zipped(t, append(pairs, more...)...)
}

func TestABookGivesWhatIsToBeRead(t *testing.T) {
	for what, c := range map[string]struct{ manifest, spine, want string }{
		"in the order of its spine":      {manifest("a", "b", "c"), spine("c", "a", "b"), "c.xhtml a.xhtml b.xhtml"},
		"without what is not in its run": {manifest("a", "b"), spine("a") + `<itemref idref="b" linear="no"/>`, "a.xhtml"},
		"without what is not declared":   {manifest("a"), spine("a", "b"), "a.xhtml"},
		"without its table of contents": {
			manifest("a") + `<item id="b" href="b.xhtml" media-type="application/xhtml+xml" properties="scripted nav"/>`, spine("a", "b"), "a.xhtml",
		},
		"without pictures": {manifest("a") + `<item id="b" href="b.xhtml" media-type="image/svg+xml"/>`, spine("a", "b"), "a.xhtml"},
	} {
		r := newspaper(t, c.manifest, c.spine)
		ms, errs := collect(EPUB(r, r.Size(), Limits{}))
		if names(ms) != c.want || errs != nil {
			t.Errorf("%s: got %s, %v; want %s", what, names(ms), errs, c.want)
		}
	}
}

func TestAPageOfLinksIsNotRead(t *testing.T) {
	r := newspaper(t, manifest("a", "links"), spine("links", "a"), "links.xhtml", "<html><body><ol><li>"+para+"</li></ol><p>Short.</p></body></html>")
	if ms, errs := collect(EPUB(r, r.Size(), Limits{})); names(ms) != "a.xhtml" || errs != nil {
		t.Errorf("got %s, %v", names(ms), errs)
	}
}

func TestABookHoldsItsCaps(t *testing.T) {
	r := newspaper(t, manifest("a", "b", "c"), spine("a", "b", "c"))
	for what, l := range map[string]Limits{"members": {Members: 2}, "bytes": {Total: 300}} {
		ms, errs := collect(EPUB(r, r.Size(), l))
		if names(ms) != "a.xhtml b.xhtml" || len(errs) != 1 || !errors.Is(errs[0], ErrTooLarge) {
			t.Errorf("%s: got %s, %v", what, names(ms), errs)
		}
	}
	var e *Error
	if ms, errs := collect(EPUB(r, r.Size(), Limits{Member: 100})); len(ms) != 0 || len(errs) != 3 || !errors.As(errs[0], &e) || e.Name != "a.xhtml" {
		t.Errorf("a page over the cap: got %s, %v", names(ms), errs)
	}
	big := newspaper(t, "", "", "book.opf", strings.Repeat("<x>", maxPackage/3+1))
	if ms, errs := collect(EPUB(big, big.Size(), Limits{})); len(ms) != 0 || len(errs) != 1 || !errors.As(errs[0], &e) || e.Name != "book.opf" {
		t.Errorf("a description over the cap: got %s, %v", names(ms), errs)
	}
}

func TestWhoWroteABook(t *testing.T) {
	for meta, want := range map[string]string{
		`<creator>Ada Orr</creator>`: "Ada Orr",
		`<creator role="aut">Ada Orr</creator><creator role="edt">Bo Lind</creator>`: "Ada Orr",
		`<creator>calibre</creator>`:                                                               "",
		`<creator>Ada Orr</creator><creator>Bo Lind</creator>`:                                     "Ada Orr, Bo Lind",
		`<contributor>Bo Lind</contributor><date>0101-01-01</date><date>2014-06-06</date>`:         "",
		`<creator opf:role="bkp">calibre (1.0)</creator><creator opf:role="aut">Ada Orr</creator>`: "Ada Orr",
	} {
		r := newspaper(t, "", "", "book.opf", "<package><metadata>"+meta+"</metadata><manifest>"+manifest("a")+"</manifest><spine>"+spine("a")+"</spine></package>")
		ms, errs := collect(EPUB(r, r.Size(), Limits{}))
		if len(ms) != 1 || errs != nil {
			t.Fatalf("%s: %d pages, %v", meta, len(ms), errs)
		}
		if got := strings.Join(ms[0].Authors, ", "); got != want {
			t.Errorf("%s: by %q, want %q", meta, got, want)
		}
		if strings.Contains(meta, "2014") && ms[0].Date.String() != "2014-06-06" {
			t.Errorf("%s: of %s", meta, ms[0].Date)
		}
	}
}

func TestWhatAnArchiveIs(t *testing.T) {
	many := make([]string, 0, 140)
	for i := range 65 {
		many = append(many, fmt.Sprintf("%d.txt", i), "")
	}
	for _, c := range []struct {
		what  string
		pairs []string
		want  string
	}{
		{"a book", []string{"mimetype", "application/epub+zip", "META-INF/container.xml", ""}, "epub"},
		{"a text document", []string{"mimetype", "application/vnd.oasis.opendocument.text", "META-INF/manifest.xml", ""}, "office"},
		{"a workbook", []string{"[Content_Types].xml", "", "xl/workbook.xml", ""}, "office"},
		{"texts", []string{"a.txt", "One.", "b.txt", "Two."}, ""},
		{"a book behind many files", append(many, "META-INF/container.xml", ""), ""},
	} {
		r := zipped(t, c.pairs...)
		if got := Kind(r, r.Size()); got != c.want {
			t.Errorf("%s: %q, want %q", c.what, got, c.want)
		}
	}
	if got := Kind(strings.NewReader("none"), 4); got != "" {
		t.Errorf("no archive: %q", got)
	}
}
