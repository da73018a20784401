package store

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"broadsheet/articles"
	"broadsheet/store/walk"
)

// reader is a Config.Read for tests. A file is "key: value" lines, an empty
// line, and text; "---" begins another story. It counts the files it reads.
type reader struct{ files atomic.Int64 }

func (r *reader) read(ctx context.Context, in Input) iter.Seq2[articles.Article, error] {
	return func(yield func(articles.Article, error) bool) {
		r.files.Add(1)
		src, err := io.ReadAll(in.Reader)
		if err != nil {
			yield(articles.Article{}, err)
			return
		}
		parts := strings.Split(string(src), "\n---\n")
		for i, part := range parts {
			a := parse(part)
			a.ID, a.Path = in.ID, in.Name
			if len(parts) > 1 {
				a.ID += articles.ID(fmt.Sprintf("#%d", i+1))
			}
			var err error
			if strings.Contains(part, "BROKEN") {
				a, err = articles.Article{}, fmt.Errorf("reading %s: entry %d: broken", in.Name, i+1)
			}
			if !yield(a, err) || ctx.Err() != nil {
				return
			}
		}
	}
}

func parse(src string) articles.Article {
	a := articles.Article{Format: articles.FormatText}
	s := bufio.NewScanner(strings.NewReader(src))
	for s.Scan() && s.Text() != "" {
		key, value, _ := strings.Cut(s.Text(), ": ")
		switch key {
		case "title":
			a.Title = value
		case "date":
			a.Published, _ = articles.ParseDate(value)
		case "source":
			a.Source = value
		case "lang":
			a.Language = value
		case "url":
			a.URL = value
		case "id":
			a.PublisherID = value
		case "link":
			a.Related = append(a.Related, articles.Link{Title: value})
		case "linkid":
			a.Related = append(a.Related, articles.Link{Title: "A headline of " + value, ID: value})
		case "linkurl":
			a.Related = append(a.Related, articles.Link{Title: "A headline at " + value, URL: value})
		}
	}
	var text []string
	for s.Scan() {
		text = append(text, s.Text())
	}
	a.Text = strings.Join(text, "\n")
	a.Body = a.Text
	return a
}

// home is a library's folders.
type home struct {
	t      testing.TB
	dir    string // of the articles
	config Config
	reader *reader
}

func newHome(t testing.TB, files ...string) *home {
	t.Helper()
	base := t.TempDir()
	h := &home{t: t, dir: filepath.Join(base, "archive"), reader: &reader{}}
	h.config = config(h)
	if err := os.MkdirAll(h.dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		name, text, _ := strings.Cut(f, "=")
		h.write(name, text)
	}
	return h
}

func config(h *home) Config {
	base := filepath.Dir(h.dir)
	return Config{
		Roots:    []walk.Root{{Path: h.dir}},
		CacheDir: filepath.Join(base, "cache"), StateDir: filepath.Join(base, "state"),
		Read: h.reader.read,
	}
}

// write puts a file there, its lines divided by "|".
func (h *home) write(name, text string) {
	h.t.Helper()
	path := filepath.Join(h.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		h.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(strings.ReplaceAll(text, "|", "\n")), 0o644); err != nil {
		h.t.Fatal(err)
	}
}

func (h *home) remove(name string) {
	h.t.Helper()
	if err := os.RemoveAll(filepath.Join(h.dir, filepath.FromSlash(name))); err != nil {
		h.t.Fatal(err)
	}
}

func (h *home) open() *Library {
	h.t.Helper()
	l, err := Open(context.Background(), h.config)
	if err != nil {
		h.t.Fatal(err)
	}
	h.t.Cleanup(func() { l.Close() })
	return l
}

func (h *home) scanned() *Library {
	h.t.Helper()
	l := h.open()
	scanLibrary(h.t, l)
	return l
}

func scanLibrary(t testing.TB, l *Library) Progress {
	t.Helper()
	var last Progress
	if err := l.Scan(context.Background(), func(p Progress) { last = p }); err != nil {
		t.Fatal(err)
	}
	return last
}

func titles(t testing.TB, l *Library, v View) []string {
	t.Helper()
	w, err := l.Headlines(context.Background(), v, 0, 10_000)
	if err != nil {
		t.Fatal(err)
	}
	all := []string{}
	for _, i := range w.Items {
		all = append(all, i.Title)
	}
	return all
}

func idOf(n rune) articles.ID { return articles.ID(string(n) + ".txt") }
