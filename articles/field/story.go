package field

import (
	"strings"

	"broadsheet/articles"
)

// Story gathers the fields of one record.
type Story struct {
	fields []found
	order  int
}

type found struct {
	name  string
	role  Role
	rank  int
	order int
	value any
}

// Prose is a field that may hold the story itself.
type Prose struct {
	Name string // folded
	Text string
}

// maxDeep caps how far down fields are looked for.
const maxDeep = 4

// Gather finds the fields of a record, also those that stand one level down
// under a name that says they are the story's.
func Gather(o Object) Story {
	var s Story
	s.gather(o, 0)
	return s
}

func (s *Story) gather(o Object, depth int) {
	for _, m := range o {
		s.order++
		role, rank := Of(m.Name)
		inner, isObject := m.Value.(Object)
		if isObject && depth < maxDeep && deep(m.Name, inner) {
			s.gather(inner, depth+1)
			continue
		}
		if role == None || m.Value == nil {
			continue
		}
		// What stands deeper says less surely that it is of the story.
		s.fields = append(s.fields, found{Fold(m.Name), role, rank + 100*depth, s.order, m.Value})
	}
}

// deep reports an object under a name that may hold a record, and that holds
// more of one than its own value: {"rendered": "..."} does not, {"title",
// "text"} does, and a source of {"id", "name", "url"} is an outlet.
func deep(name string, o Object) bool {
	if !opens(name) {
		return false
	}
	roles := 0
	for _, m := range o {
		switch r, _ := Of(m.Name); r {
		case Title:
			if Fold(m.Name) != "name" {
				roles += 2
			}
		case Text:
			roles += 2
		case Published, Author, Dek, URL:
			roles++
		}
	}
	return roles >= 2
}

// all returns the fields of a role, the best statement first.
func (s Story) all(role Role) []found {
	var fs []found
	for _, f := range s.fields {
		if f.role != role {
			continue
		}
		i := len(fs)
		for i > 0 && fs[i-1].rank > f.rank {
			i--
		}
		fs = append(fs, found{})
		copy(fs[i+1:], fs[i:])
		fs[i] = f
	}
	return fs
}

func (s Story) line(role Role, ok func(string) bool) string {
	for _, f := range s.all(role) {
		if l := Line(f.value); l != "" && (ok == nil || ok(l)) {
			return l
		}
	}
	return ""
}

// Known is what the fields say of the story in so many words; Dek is left to
// Summary.
func (s Story) Known() articles.Article {
	a := articles.Article{
		Language: s.language(),
		Section:  s.section(),
		URL:      s.url(),
		Image:    s.image(),
	}
	a.Title = s.line(Title, func(l string) bool { return len(l) < 1000 && !isAddress(l) })
	a.Source = withoutMotto(s.outlet())
	a.Title = withoutOutlet(a.Title, a.Source, a.URL)
	for _, f := range s.all(Author) {
		if a.Authors = signatures(Names(f.value), a.Source); len(a.Authors) > 0 {
			break
		}
	}
	for _, f := range s.all(Tags) {
		for _, t := range Strings(f.value) {
			if !contains(a.Tags, t) && len(a.Tags) < 64 {
				a.Tags = append(a.Tags, t)
			}
		}
	}
	a.Published = s.date(Published, a.Language)
	a.Modified = s.date(Modified, a.Language)
	if a.Published.IsZero() && a.Modified.IsZero() {
		a.Published = s.date(Saved, a.Language)
	}
	a.PublisherID = s.line(ID, func(l string) bool { return len(l) < 300 })
	for _, f := range s.all(Related) {
		a.Related = append(a.Related, Links(f.value, a.Language)...)
	}
	return a
}

// Summary is the best statement of the dek.
func (s Story) Summary() string {
	for _, f := range s.all(Dek) {
		if t := String(f.value); !blank(strings.TrimSpace(t)) {
			return t
		}
	}
	return ""
}

// Proses are the fields that may hold the story, the likeliest first.
func (s Story) Proses() []Prose {
	var ps []Prose
	for _, f := range s.all(Text) {
		if t := String(f.value); !blank(strings.TrimSpace(t)) {
			ps = append(ps, Prose{f.name, t})
		}
	}
	return ps
}

func (s Story) date(role Role, lang string) articles.Date {
	var best articles.Date
	for _, f := range s.all(role) {
		d, ok := Date(f.value, lang)
		if ok && d.Precision() > best.Precision() && (best.IsZero() || best.Precision() < articles.Day) {
			best = d
		}
	}
	return best
}

// url is the story's own address. "source" and "id" hold it in many clippings
// and feeds. An outlet's front door is the address of none of its stories: two
// that shared it would be taken for one.
func (s Story) url() string {
	for _, role := range []Role{URL, Outlet, ID} {
		if u := s.line(role, func(l string) bool { return isAddress(l) && !isFrontDoor(l) }); u != "" {
			return u
		}
	}
	return ""
}

func (s Story) outlet() string {
	name := s.line(Outlet, func(l string) bool { return !isAddress(l) && len(l) < 200 })
	if name != "" {
		return name
	}
	for _, f := range s.all(Outlet) {
		if o, ok := f.value.(Object); ok {
			if n := firstLine(o, "name", "title", "id"); n != "" {
				return n
			}
		}
	}
	own, _ := site(s.url())
	for _, role := range []Role{Outlet, URL} {
		if u := s.line(role, isFrontDoor); u != "" {
			if name, _ := site(u); own == "" || own == name {
				return name // else it may be that of a service that shortens addresses
			}
		}
	}
	return ""
}

func (s Story) section() string {
	for _, f := range s.all(Section) {
		if list := Strings(f.value); len(list) > 0 {
			return list[0]
		}
	}
	return ""
}

func (s Story) language() string {
	l := strings.ReplaceAll(s.line(Language, nil), "_", "-")
	if len(l) < 2 || len(l) > 12 {
		return ""
	}
	if head, _, _ := strings.Cut(l, "-"); len(head) < 2 || len(head) > 3 {
		return ""
	}
	return l
}

func (s Story) image() string {
	for _, f := range s.all(Image) {
		if l := Line(f.value); l != "" && !strings.Contains(l, " ") && len(l) < 2000 {
			return l
		}
		if o, ok := f.value.(Object); ok {
			if l := firstLine(o, "url", "src", "href", "contenturl"); l != "" {
				return l
			}
		}
	}
	return ""
}
