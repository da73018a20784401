package page

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"broadsheet/articles"
)

var update = flag.Bool("update", false, "write the golden files")

// TestPages reads the invented pages of testdata and compares all that is
// read of them with what was found good.
func TestPages(t *testing.T) {
	pages, err := filepath.Glob("testdata/*.html")
	if err != nil || len(pages) == 0 {
		t.Fatal("no pages", err)
	}
	for _, p := range pages {
		t.Run(filepath.Base(p), func(t *testing.T) {
			src, err := os.ReadFile(p)
			if err != nil {
				t.Fatal(err)
			}
			a, err := Read(src, Options{})
			if err != nil {
				t.Fatal(err)
			}
			got := report(a)
			golden := strings.TrimSuffix(p, ".html") + ".golden"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != strings.ReplaceAll(string(want), "\r\n", "\n") {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// report writes a story field by field.
func report(a articles.Article) string {
	var b strings.Builder
	field := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s: %s\n", name, value)
		}
	}
	field("title", a.Title)
	field("dek", a.Dek)
	field("authors", strings.Join(a.Authors, ", "))
	field("source", a.Source)
	field("section", a.Section)
	field("tags", strings.Join(a.Tags, ", "))
	field("published", a.Published.String())
	field("modified", a.Modified.String())
	field("language", a.Language)
	field("url", a.URL)
	field("image", a.Image)
	field("id", a.PublisherID)
	for _, w := range a.Warnings {
		field("warning", w)
	}
	for _, l := range a.Related {
		field("related", strings.TrimSpace(fmt.Sprintf("%s <%s> %s %s", l.Title, l.URL, l.Image, l.Published)))
	}
	for _, c := range a.Cuts {
		field("cut", fmt.Sprintf("%d %s %q", c.Line, c.Class, c.Text))
	}
	fmt.Fprintf(&b, "lines: %v\n\n%s\n\n--- text\n%s\n", a.Lines, a.Body, a.Text)
	return b.String()
}
