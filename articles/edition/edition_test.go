package edition_test

import (
	"bytes"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"broadsheet/articles"
	"broadsheet/articles/edition"
	"broadsheet/articles/read"
)

// readAll reads the edition as the program does.
func readAll(t *testing.T) map[articles.ID]articles.Article {
	t.Helper()
	all := make(map[articles.ID]articles.Article)
	files := edition.FS()
	err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		src, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		in := read.Input{Name: name, ID: articles.ID(name), Reader: bytes.NewReader(src), Size: int64(len(src))}
		for a, err := range read.File(in, read.Options{}) {
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			all[a.ID] = a
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestEveryStoryComesOutRight(t *testing.T) {
	all := readAll(t)
	for _, want := range stories() {
		t.Run(want.id, func(t *testing.T) {
			a, ok := all[articles.ID(want.id)]
			if !ok {
				t.Fatal("was not read")
			}
			text := a.Text
			if first, rest, _ := strings.Cut(text, "\n\n"); a.Format == articles.FormatHTML && !strings.HasPrefix(first, want.first) {
				text = rest // a page prints its standfirst above the story
			}
			tail := text[max(0, len(text)-len(want.last)):]
			check := func(field string, got, right any) {
				if got != right {
					t.Errorf("%s: got %v, want %v", field, got, right)
				}
			}
			check("title", a.Title, want.title)
			check("published", a.Published.String(), want.published)
			check("source", a.Source, want.source)
			check("authors", strings.Join(a.Authors, ", "), want.authors)
			check("language", a.Language, want.language)
			check("related", len(a.Related), want.related)
			check("paragraphs", strings.Count(text, "\n\n")+1, want.paragraphs)
			check("first words", text[:min(len(text), len(want.first))], want.first)
			check("last words", tail, want.last)
		})
	}
	if len(all) != len(stories()) {
		t.Errorf("%d stories were read, the table knows %d", len(all), len(stories()))
	}
}

func TestTheLetterStandsOnTop(t *testing.T) {
	names, err := fs.ReadDir(edition.FS(), ".")
	if err != nil {
		t.Fatal(err)
	}
	const letter = "000-letter-from-the-editor.txt"
	if names[0].Name() != letter {
		t.Errorf("the first file is %s", names[0].Name())
	}
	all := readAll(t)
	first := all[letter]
	for id, a := range all {
		if id != letter && !a.Published.Before(first.Published) {
			t.Errorf("%s is as new as the letter: %v", id, a.Published)
		}
	}
	for _, key := range []string{"j goes", "k goes", "Enter", "Press 1", "Press r", "Backspace", "Press x", "slash", "letter s", "letter p", "A finds", "T lays", "question mark", "and q "} {
		if !strings.Contains(first.Text, key) {
			t.Errorf("the letter does not teach %q", key)
		}
	}
}

func TestTheEditionIsAPaper(t *testing.T) {
	all := readAll(t)
	outlets, titles := make(map[string]int), make(map[string]bool)
	for _, a := range all {
		outlets[a.Source]++
		titles[a.Title] = true
		if n := a.Words(); n < 180 || n > 700 {
			t.Errorf("%s has %d words", a.ID, n)
		}
	}
	if len(all) < 42 || len(outlets) < 6 {
		t.Errorf("%d stories of %d outlets", len(all), len(outlets))
	}
	here, absent := 0, 0
	for _, a := range all {
		for _, l := range a.Related {
			if titles[l.Title] {
				here++
			} else {
				absent++
			}
		}
	}
	if here < 60 || absent < 20 {
		t.Errorf("%d related headlines lead somewhere, %d are absent", here, absent)
	}
}

func TestNothingInItIsReal(t *testing.T) {
	for id, a := range readAll(t) {
		urls := []string{a.URL, a.Image}
		for _, l := range a.Related {
			urls = append(urls, l.URL)
		}
		for _, u := range urls {
			_, rest, ok := strings.Cut(u, "://")
			if host, _, _ := strings.Cut(rest, "/"); ok && !strings.HasSuffix(host, ".example") {
				t.Errorf("%s leads to %s", id, u)
			}
		}
	}
}

func TestTheFilesAreStillUgly(t *testing.T) {
	for name, holds := range map[string]string{
		"000-letter-from-the-editor.txt":       `string(1044) "[{"id":"14021"`,
		"admiral-police-arrest-a-scone.txt":    "Ã¢â‚¬Å“",
		"night-tram-fox-trial.txt":             "Theyâ€™re",
		"2014-05-20-green-admiral-missing.txt": "na\xefve",
		"vigie-mirvault-pilotes.txt":           "\xab\xa0On ne juge",
		"tw-0714-karsk-ferry.txt":              "ST LEAD\r\n",
		"vasska-depot-fire.txt":                "Array\n(\n    [0] => Array",
		"mail/lantern-2014-05-31.eml":          "=E2=80=99",
		"shionari-nippo-admiral.txt":           "\x97\xce\x82\xcc\x92\xf1\x93\xc2",
	} {
		src, err := fs.ReadFile(edition.FS(), name)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Contains(src, []byte(holds)) {
			t.Errorf("%s does not hold %q any more", name, holds)
		}
	}
	var foreign []string
	for _, name := range []string{"2014-05-20-green-admiral-missing.txt", "vigie-mirvault-pilotes.txt", "shionari-nippo-admiral.txt", "sada-al-marsa-bell-rope.txt"} {
		src, _ := fs.ReadFile(edition.FS(), name)
		if utf8.Valid(src) {
			foreign = append(foreign, name)
		}
	}
	if slices.Sort(foreign); len(foreign) > 0 {
		t.Errorf("were made UTF-8: %v", foreign)
	}
}
