package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"broadsheet/articles/dates"
)

// linedAuthors reads "By Mira Olt" from the lines around the head of the
// story and under its end, then a name that stands beside the date, then a
// name that signs the story.
func (r *reading) linedAuthors() []string {
	prose, last := r.firstProse(), r.lastProse()
	near := func(from, to int, read func(i int) string) []string {
		for i := max(0, from); i < min(len(r.s.blocks), to); i++ {
			if r.drop[i] || r.s.near[i]&tagCaption != 0 {
				continue
			}
			if names := r.f.people([]string{read(i)}, false); nameList(names) {
				return names
			}
		}
		return nil
	}
	for _, try := range []struct {
		from, to int
		read     func(i int) string
	}{
		{prose - 12, prose + 2, r.byLine},
		{max(prose+2, last-2), last + 6, r.byLine},
		{prose - 8, prose, r.dateAndName},
		{last, last + 2, r.signature},
	} {
		if names := near(try.from, try.to, try.read); names != nil {
			return names
		}
	}
	return nil
}

// byLine is the name in a line that says it is the author's, or that follows
// such a line.
func (r *reading) byLine(i int) string {
	b := &r.s.blocks[i]
	if b.words > 16 || b.words < 1 {
		return ""
	}
	if byAlone(b.text) && i+1 < len(r.s.blocks) && r.s.blocks[i+1].words <= 6 {
		return firstName(r.s.blocks[i+1].text)
	}
	if b.words < 2 {
		return ""
	}
	return firstName(afterBy(b.text))
}

// dateAndName is the name in a line that is a date and a name.
func (r *reading) dateAndName(i int) string {
	b := &r.s.blocks[i]
	if b.words > 16 || b.words < 3 {
		return ""
	}
	_, start, end, ok := dates.Find(b.text, dates.Hint{Language: r.lang})
	if !ok {
		return ""
	}
	for _, side := range []string{b.text[end:], b.text[:start]} {
		for part := range strings.FieldsFuncSeq(side, func(c rune) bool { return strings.ContainsRune("|–—•·-/,;", c) }) {
			part = strings.TrimSpace(part)
			if name := afterBy(part); name != "" {
				return firstName(name)
			}
			if name := firstName(part); personLike(name) && !linksElsewhere(b, name) {
				return name
			}
		}
		if at := strings.Index(side, " by "); at >= 0 {
			return firstName(side[at+len(" by "):])
		}
	}
	return ""
}

// linksElsewhere reports whether words of a line lead to something other than
// an author's page: a section's, most often.
func linksElsewhere(b *block, words string) bool {
	for _, a := range linksIn(b) {
		if strings.Contains(content(a), words) && !authorPage(attr(a, "href")) {
			return true
		}
	}
	return false
}

// signature is the name that a story ends with, in a line of its own set in
// bold or italics, or in brackets after its last sentence.
func (r *reading) signature(i int) string {
	b := &r.s.blocks[i]
	t := strings.TrimRight(b.text, " +*.–—-")
	if at := strings.LastIndexByte(t, '('); at >= 0 && strings.HasSuffix(t, ")") {
		if name := t[at+1 : len(t)-1]; personLike(name) {
			return name
		}
	}
	if b.words <= 4 && setApart(b) && personLike(t) {
		return t
	}
	return ""
}

// personLike reports whether every word of a text begins as the parts of a
// person's name do, and there are two or three of them.
func personLike(s string) bool {
	full := 0
	for w := range strings.FieldsSeq(s) {
		first, n := utf8.DecodeRuneInString(w)
		if strings.ContainsAny(w, "0123456789:!?&") || !unicode.IsUpper(first) && !particle(w) {
			return false
		}
		if len(w) > n && w[len(w)-1] != '.' && !particle(w) {
			if strings.ToUpper(w) == w {
				return false // an agency or a place
			}
			full++
		}
	}
	return full == 2 || full == 3
}

// setApart reports whether all of a block is set in bold or italics.
func setApart(b *block) bool {
	for _, p := range b.pieces {
		if p.mark == 0 && strings.TrimSpace(p.text) != "" {
			if l := lookOf(p.node, b.el, nil); !l.strong && !l.em {
				return false
			}
		}
	}
	return len(b.pieces) > 0
}

// byAlone reports a line that only says that a name follows.
func byAlone(s string) bool {
	switch strings.ToLower(strings.Trim(s, " :")) {
	case "by", "von", "autor", "autorin", "author", "autor/in", "written by", "text", "par", "por", "words", "redaktion", "auteur", "autore":
		return true
	}
	return false
}

// firstName is a text up to what stands after the name it begins with: the
// words that part a writer from whom he talks with, where he writes from.
func firstName(s string) string {
	for _, w := range []string{" mit ", " with ", " for ", " für ", " (", " | ", " - ", " – ", " — ", "/", " • ", " · ", " in "} {
		if at := strings.Index(s, w); at > 3 {
			s = s[:at]
		}
	}
	return s
}

// lastProse is the last block of the story that is prose.
func (r *reading) lastProse() int {
	for i := len(r.s.blocks) - 1; i >= 0; i-- {
		if r.chance[i] > .5 && r.s.good[i] {
			return i
		}
	}
	return 0
}
