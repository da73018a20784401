package entry

import "broadsheet/articles/charset"

// WarnRepaired is the warning of a story whose letters were garbled on the
// way and put right.
const WarnRepaired = "garbled letters were put right (UTF-8 that was read as another encoding)"

// repaired undoes mojibake in every field; the entry itself is left alone.
func (e Entry) repaired() (Entry, bool) {
	any := false
	fix := func(s string) string {
		r, changed := charset.Repair(s)
		any = any || changed
		return r
	}
	list := func(ss []string) []string {
		out := make([]string, len(ss))
		for i, s := range ss {
			out[i] = fix(s)
		}
		return out
	}
	k := &e.Known
	k.Title, k.Dek, k.Source, k.Section = fix(k.Title), fix(k.Dek), fix(k.Source), fix(k.Section)
	k.Authors, k.Tags = list(k.Authors), list(k.Tags)
	e.Summary = fix(e.Summary)
	contents := make([]Content, len(e.Contents))
	for i, c := range e.Contents {
		contents[i] = Content{fix(c.Text), c.Type}
	}
	e.Contents = contents
	links := append(k.Related[:0:0], k.Related...)
	for i := range links {
		links[i].Title = fix(links[i].Title)
	}
	k.Related = links
	return e, any
}
