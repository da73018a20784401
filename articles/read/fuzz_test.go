package read

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// FuzzFile holds what must hold of any bytes under any name: every failure
// names the file and has a class, every story can be shown.
func FuzzFile(f *testing.F) {
	for _, ext := range []string{".txt", ".md", ".html", ".json", ".jsonl", ".csv", ".xml", ".eml", ".zip", ".mht", ".gz", ".story"} {
		f.Add("a"+ext, []byte("---\ntitle: a\n---\n<p>{\"title\": \"b\"}\nFrom: c\n\n@highlight\n"))
	}
	f.Add("a.json", []byte(`[{"title":"a","text":"<p>b"},{`))
	f.Add("a.xml", []byte("<rss><item><title>a</title></item>"))
	f.Add("a", []byte("\xff\xfea\x00b\x00"))
	f.Fuzz(func(t *testing.T, name string, src []byte) {
		if len(src) > 1<<14 || len(name) > 200 {
			return
		}
		wanted(name)
		start, n := time.Now(), 0
		in := Input{Name: name, Reader: bytes.NewReader(src), Size: int64(len(src))}
		for a, err := range File(in, Options{MaxDocument: 1 << 20, MaxRecord: 1 << 16}) {
			n++
			if err != nil {
				var e *Error
				if !errors.As(err, &e) || e.Class == nil || e.Name != name || errors.Is(err, ErrPanic) {
					t.Fatalf("%q: %v", name, err)
				}
				continue
			}
			if a.Title == "" || !strings.HasPrefix(string(a.ID), name) || a.Path != name || a.Format == "" {
				t.Fatalf("%q: a story without its marks: %+v", name, a)
			}
			if a.Words() == 0 && len(a.Warnings) == 0 {
				t.Fatalf("%q: a story without words does not say so", name)
			}
			if !utf8.ValidString(a.Text) || strings.ContainsAny(a.Title+a.Text, "\x1b\x00\u009b\u202e") {
				t.Fatalf("%q: unsafe text %q", name, a.Text)
			}
		}
		if n == 0 {
			t.Fatalf("%q: neither a story nor an error", name)
		}
		if time.Since(start) > 15*time.Second {
			t.Fatal("too slow")
		}
	})
}

// BenchmarkFile reads a story of usual length in each of the common formats.
func BenchmarkFile(b *testing.B) {
	var paras []string
	for i := range 24 {
		paras = append(paras, "On day "+strings.Repeat("x", i)+" the pilot of the ferry that ran aground off Karsk told the inquiry that the second radar had been out of order since the spring, and that he had written about it twice.")
	}
	plain := strings.Join(paras, "\n\n")
	for name, src := range map[string]string{
		"text.txt":    "Pilot heard\n\n" + plain,
		"clip.md":     "---\ntitle: \"Pilot heard\"\ndate: 2014-06-06\nsource: \"Ostrel Courier\"\n---\n\n" + plain,
		"page.html":   "<!doctype html><html><head><title>Pilot heard</title></head><body><nav><a href='/'>Home</a></nav><article><h1>Pilot heard</h1><p>" + strings.Join(paras, "</p><p>") + "</p></article></body></html>",
		"lines.jsonl": `{"title": "Pilot heard", "date": "2014-06-06", "text": "` + strings.Join(paras, `\n\n`) + `"}`,
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(src)))
			for b.Loop() {
				in := Input{Name: name, Reader: strings.NewReader(src), Size: int64(len(src))}
				for _, err := range File(in, Options{}) {
					if err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}
