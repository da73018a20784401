package cli

import (
	"context"
	"fmt"
	"io"
	"strings"

	"broadsheet/articles"
	"broadsheet/store"
)

// absentJSON is a headline that stories of a library name and the library
// lacks.
type absentJSON struct {
	Title     string        `json:"title"`
	URL       string        `json:"url,omitempty"`
	ID        string        `json:"id,omitempty"`
	Published articles.Date `json:"published,omitzero"`
	Count     int           `json:"count"`
	Stories   []articles.ID `json:"stories"`
}

// The formats of the list of what is absent.
const (
	absentMarkdown = "md"
	absentJSONL    = "json"
	absentURLs     = "urls"
)

// absent prints what the stories of a library point to and it lacks.
func (a *app) absent(ctx context.Context, f listFlags, format string) error {
	if f.json {
		format = absentJSONL
	}
	switch format {
	case absentMarkdown, absentJSONL, absentURLs:
	default:
		return usagef("there is no format %q; there are md, json and urls", format)
	}
	lib, err := a.scanned(ctx, a.libraryPaths)
	if err != nil {
		return err
	}
	defer lib.Close()
	all, err := lib.Absent(ctx)
	if err != nil {
		return err
	}
	f.json = format == absentJSONL
	l := a.lines(f)
	if format == absentURLs {
		all = addressed(all)
	}
	for i, one := range all {
		if f.n > 0 && i == f.n {
			break
		}
		line := absentJSON{
			Title: one.Title, URL: one.URL, ID: one.ID, Published: one.Published,
			Count: len(one.Stories), Stories: one.Stories,
		}
		if err := l.print(line, func(w io.Writer) {
			if format == absentURLs {
				fmt.Fprintln(w, one.URL)
				return
			}
			fmt.Fprintln(w, absentItem(one))
		}); err != nil {
			return fmt.Errorf("writing: %w", err)
		}
	}
	if err := l.out.Flush(); err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	return nil
}

// addressed leaves those with an address that a program can fetch.
func addressed(all []store.Absent) []store.Absent {
	var some []store.Absent
	for _, one := range all {
		u := strings.ToLower(one.URL)
		if strings.HasPrefix(u, "https://") || strings.HasPrefix(u, "http://") {
			some = append(some, one)
		}
	}
	return some
}

// absentItem is a line of a Markdown list.
func absentItem(one store.Absent) string {
	name := escapeMarkdown(title(one.Title))
	if one.URL != "" {
		name = "[" + name + "](<" + strings.NewReplacer("<", "%3C", ">", "%3E", " ", "%20", "\n", "").Replace(one.URL) + ">)"
	}
	times := "once"
	if n := len(one.Stories); n > 1 {
		times = fmt.Sprintf("by %d stories", n)
	}
	last := ""
	if !one.Last.IsZero() {
		last = "last on " + one.Last.Day()
	}
	return "- " + joined(name, idNote(one.ID), "named "+times, last)
}

func escapeMarkdown(s string) string {
	var b strings.Builder
	for _, r := range s {
		if strings.ContainsRune("\\`*_[]<>", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
