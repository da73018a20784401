package store

import (
	"context"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"broadsheet/articles"
	"broadsheet/store/walk"
)

// plain reads a file as one story: the first line is the headline.
func plain(_ context.Context, in Input) iter.Seq2[articles.Article, error] {
	return func(yield func(articles.Article, error) bool) {
		var b strings.Builder
		buf := make([]byte, 4096)
		for {
			n, err := in.Reader.Read(buf)
			b.Write(buf[:n])
			if err != nil {
				break
			}
		}
		title, text, _ := strings.Cut(strings.TrimSpace(b.String()), "\n\n")
		a := articles.Article{ID: in.ID, Path: in.Name, Format: articles.FormatText, Title: title, Text: text, Body: text, Source: "Ostrel Courier"}
		for i := range a.Paragraphs() {
			a.Lines = append(a.Lines, 3+2*i)
		}
		yield(a, nil)
	}
}

func TestTheLibraryTeachesWhatIsFurniture(t *testing.T) {
	const refrain = "Letters to this paper are read aloud in the printing works on Thursdays"
	dir := t.TempDir()
	write := func(i int) {
		text := fmt.Sprintf("Headline number %d of the week\n\n%s\n\n%s\n", i, strings.Repeat(fmt.Sprintf(
			"The harbour of Ostrel saw ship number %d arrive before the tide turned and leave again, with %d crates of tea. ", i, i*17), 4), refrain)
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%02d.txt", i)), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for i := range 3 {
		write(i)
	}
	for _, keep := range []bool{false, true} {
		l, err := Open(t.Context(), Config{
			Roots: []walk.Root{{Path: dir}}, CacheDir: t.TempDir(), StateDir: t.TempDir(), Read: plain, KeepRepeated: keep,
		})
		if err != nil {
			t.Fatal(err)
		}
		defer l.Close()
		scan := func() {
			t.Helper()
			if err := l.Scan(t.Context(), func(Progress) {}); err != nil {
				t.Fatal(err)
			}
		}
		cut := func() bool {
			t.Helper()
			a, _, err := l.Story(t.Context(), "01.txt")
			if err != nil {
				t.Fatal(err)
			}
			gone := slices.ContainsFunc(a.Cuts, func(c articles.Cut) bool {
				return c.Class == articles.ClassRepeated && c.Text == refrain && c.Line == 5
			})
			if gone == strings.Contains(a.Text, refrain) {
				t.Fatalf("the line is either in the text or among the cuts: %q, %v", a.Text, a.Cuts)
			}
			return gone
		}
		scan()
		if !keep && cut() {
			t.Error("a line of three stories is not furniture yet")
		}
		for i := range 9 {
			write(i)
		}
		scan()
		if got := cut(); got == keep {
			t.Errorf("keep %v: a line of nine stories was cut: %v", keep, got)
		}
	}
}
