package page

import (
	"slices"
	"strings"

	"broadsheet/articles"
)

// authors reads who wrote the story: JSON-LD, then meta, then microdata and
// links to an author's page, then what the page prints by the headline or
// signs the story with. Where print names more of the writers, or by a fuller
// name, or a person where a meta element names some office, print wins.
func (r *reading) authors() []string {
	stated, linked := r.f.statedAuthors(false)
	printed, rank := r.printedAuthors(false)
	if len(printed) == 0 {
		printed, rank = r.linedAuthors(), rankLine
	}
	switch {
	case len(printed) == 0 && len(stated) == 0:
		// A site may sign by its own name.
		if stated, _ = r.f.statedAuthors(true); len(stated) == 0 {
			stated, _ = r.printedAuthors(true)
		}
	case len(printed) == 0:
	case len(stated) == 0, covers(printed, stated), fuller(printed, stated):
		return printed
	case !linked && rank <= rankLinked && personLike(printed[0]) && !personLike(stated[0]):
		return printed
	}
	if len(stated) == 1 && !fullName(stated[0]) {
		if lined := r.linedAuthors(); fuller(lined, stated) {
			return lined
		}
	}
	return stated
}

// covers reports whether more names all the names of less and others.
func covers(more, less []string) bool {
	if len(more) <= len(less) {
		return false
	}
	for _, l := range less {
		if !slices.ContainsFunc(more, func(m string) bool { return articles.Letters(m) == articles.Letters(l) }) {
			return false
		}
	}
	return true
}

// fuller reports whether names give in full what is stated as one word: a
// first name, initials, a name to log in with.
func fuller(names, stated []string) bool {
	return len(stated) == 1 && !strings.Contains(stated[0], " ") && len(names) > 0 && fullName(names[0])
}

// fullName reports whether a name has a first part and a last.
func fullName(s string) bool {
	words := strings.Fields(s)
	return len(words) >= 2 && len(words) <= 5 && titleCase(words[0]) && titleCase(words[len(words)-1])
}

// statedAuthors are those of JSON-LD, then of meta elements; linked tells
// that it was JSON-LD.
func (f *facts) statedAuthors(sites bool) (names []string, linked bool) {
	for _, o := range f.ld {
		if o.isSite() {
			continue
		}
		for _, k := range []string{"author", "creator"} {
			if names = f.people(o.names(k), sites); len(names) > 0 {
				return names, true
			}
			if n := f.persons[o.ref(k)]; n != "" {
				if names = f.people([]string{n}, sites); len(names) > 0 {
					return names, true
				}
			}
		}
	}
	for n := range 3 {
		k := string(rune('1' + n))
		if label := f.first("twitter:label" + k); label != "" && byLabel(label) {
			if names = f.people([]string{f.first("twitter:data" + k)}, sites); len(names) > 0 {
				return names, false
			}
		}
	}
	for _, k := range []string{"author", "article:author", "dc.creator", "dcterms.creator", "dc.creator.personalname", "parsely-author", "sailthru.author", "byl", "og:article:author", "article:author_name", "citation_author", "creator", "article.author", "cxenseparse:author"} {
		if names = f.people(f.meta[k], sites); len(names) > 0 {
			return names, false
		}
	}
	return nil, false
}

// byLabel reports whether the label of a card's field says that the field is
// who wrote the story.
func byLabel(s string) bool {
	switch strings.ToLower(s) {
	case "written by", "verfasst von", "geschrieben von", "écrit par", "escrito por", "scritto da", "geschreven door", "autor", "author", "by", "napisane przez", "yazan", "автор", "skrevet af", "skrevet av", "skriven av", "от", "publié par":
		return true
	}
	return false
}
