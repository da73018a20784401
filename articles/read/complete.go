package read

import (
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"broadsheet/articles"
	"broadsheet/articles/dates"
	"broadsheet/articles/entry"
	"broadsheet/articles/field"
	"broadsheet/articles/safe"
	"broadsheet/articles/text"
)

// The warnings of a story whose headline had to be made up.
const (
	WarnTitleFromText = "no headline was found: the first words stand for it"
	WarnTitleFromFile = "no headline was found: the file's name stands for it"
	WarnNoText        = "there is no text to read"
)

// send completes a story, passes it through the gate and hands it over. A
// story without a word and without a headline is none.
func (f *file) send(a articles.Article, format articles.Format, id articles.ID) bool {
	a = safe.Article(a)
	a.ID, a.Path, a.Format = id, f.in.Name, format
	if a.Title == "" && a.Text == "" {
		return f.fail(&Error{Name: f.in.Name, Entry: f.count, Class: ErrNoStory})
	}
	f.complete(&a)
	f.stories++
	return f.give(a, nil)
}

// complete fills in what follows from what is known.
func (f *file) complete(a *articles.Article) {
	if a.Title == "" {
		f.title(a)
		a.Title = safe.Line(a.Title)
	}
	if a.Source == "" {
		a.Source = safe.Line(host(a.URL))
	}
	if a.Published.IsZero() {
		a.Published = f.date(a)
	}
	if f.repaired {
		a.Warnings = append(a.Warnings, entry.WarnRepaired)
		f.repaired = false
	}
	if len(a.Warnings) == 0 && articles.CountWords(a.Text[:min(len(a.Text), 400)]) == 0 && a.Words() == 0 {
		a.Warnings = append(a.Warnings, WarnNoText)
	}
}

// title gives a story without a headline one: the file's name where that is
// words, else the first words of the text.
func (f *file) title(a *articles.Article) {
	if f.named {
		if t := nameTitle(f.name); t != "" {
			a.Title = t
			a.Warnings = append(a.Warnings, WarnTitleFromFile)
			return
		}
	}
	a.Title = firstWords(a.Text)
	a.Warnings = append(a.Warnings, WarnTitleFromText)
}

// nameTitle makes a headline of a file name of three words or more.
func nameTitle(name string) string {
	base := path.Base(strings.ReplaceAll(name, `\`, "/"))
	if ext := path.Ext(base); extensionLike(strings.ToLower(ext)) {
		base = strings.TrimSuffix(base, ext)
		if ext := path.Ext(base); extensionLike(strings.ToLower(ext)) {
			base = strings.TrimSuffix(base, ext)
		}
	}
	words := 0
	fields := strings.FieldsFunc(base, func(r rune) bool { return r == '-' || r == '_' || r == '+' || unicode.IsSpace(r) })
	for len(fields) > 0 && strings.Trim(fields[0], "0123456789") == "" {
		fields = fields[1:] // a date or a number first
	}
	for _, w := range fields {
		letters := 0
		for _, r := range w {
			if unicode.IsLetter(r) {
				letters++
			}
		}
		if letters > 1 && 2*letters > len(w) {
			words++
		}
	}
	if words < 3 {
		return ""
	}
	t := strings.Join(fields, " ")
	first, n := utf8.DecodeRuneInString(t)
	return string(unicode.ToUpper(first)) + t[n:]
}

// firstWords is the first sentence of a text behind its dateline, or as much
// as a headline holds.
func firstWords(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	words := strings.Fields(text.WithoutDateline(s))
	t := ""
	for i, w := range words {
		if i > 0 && len(t)+len(w) > 90 {
			return strings.TrimRight(t, ",;:") + " …"
		}
		if i > 0 {
			t += " "
		}
		t += w
		if i > 3 && strings.HasSuffix(w, ".") {
			return strings.TrimSuffix(t, ".")
		}
	}
	return t
}

// host is the outlet as an address names it.
func host(url string) string {
	_, rest, ok := strings.Cut(url, "://")
	if !ok {
		return ""
	}
	if i := strings.IndexAny(rest, "/?#"); i >= 0 {
		rest = rest[:i]
	}
	if i := strings.LastIndexByte(rest, '@'); i >= 0 {
		rest = rest[i+1:]
	}
	rest, _, _ = strings.Cut(rest, ":")
	return strings.TrimPrefix(strings.ToLower(rest), "www.")
}

// date finds in the address, or in a file name that begins with a day, when a
// story was published that does not say so itself.
func (f *file) date(a *articles.Article) articles.Date {
	if d, ok := dates.FromURL(a.URL); ok {
		return d
	}
	base := path.Base(strings.ReplaceAll(f.name, `\`, "/"))
	if f.named && len(base) > 10 && (base[10] == '-' || base[10] == '_' || base[10] == ' ') {
		if d, ok := field.ISO(base[:10]); ok {
			return d
		}
	}
	return articles.Date{}
}

// highlighted reads a .story file of the CNN and Daily Mail data set: the
// text, then sentences an editor set over it, each after a line "@highlight".
// The file has no headline; the first of the sentences comes nearest to one.
func (f *file) highlighted(src string) articles.Article {
	body, rest, _ := strings.Cut(src, "\n@highlight")
	a := text.Clean(body, text.Options{Keep: f.o.Keep})
	var points []string
	for p := range strings.SplitSeq(rest, "@highlight") {
		if p = strings.Join(strings.Fields(p), " "); p != "" {
			points = append(points, p)
		}
	}
	if len(points) > 0 {
		if a.Title != "" {
			a.Text, a.Body, a.Title, a.Lines = withTitle(a)
		}
		a.Title, a.Dek = points[0], strings.Join(points[1:], " · ")
		a.Warnings = append(a.Warnings, "the file has no headline: the first highlight stands for it")
	}
	return a
}

// withTitle puts what was taken for a headline back at the head of the text.
func withTitle(a articles.Article) (plain, body, title string, lines []int) {
	plain = strings.TrimSpace(a.Title + "\n\n" + a.Text)
	body = strings.TrimSpace(text.Escape(a.Title) + "\n\n" + a.Body)
	if len(a.Lines) > 0 {
		lines = append([]int{1}, a.Lines...)
	}
	return plain, body, "", lines
}

// extensionLike tells the extension of a format from the end of a name that
// happens to hold a dot, as scrapers make of addresses and dates.
func extensionLike(ext string) bool {
	if len(ext) < 2 || len(ext) > 8 {
		return false
	}
	letters := false
	for i := 1; i < len(ext); i++ {
		c := ext[i]
		switch {
		case c >= 'a' && c <= 'z':
			letters = true
		case c >= '0' && c <= '9':
		default:
			return false
		}
	}
	return letters
}
