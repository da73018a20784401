package text

import (
	"strings"

	"broadsheet/articles"
)

// cutOutside cuts what a page holds beside its story, and keeps the headlines
// that it calls related.
func (d *draft) cutOutside() {
	for i := range d.units {
		if i >= d.from && i < d.to || i > d.title && i < d.from && d.title >= 0 {
			continue
		}
		d.dropAs(i, d.outsideClass(i))
	}
}

func (d *draft) dropAs(i int, c articles.Class) {
	if u := &d.units[i]; !u.title && !u.dek {
		u.drop(c)
	}
}

// outsideClass names what a line outside of the story is.
func (d *draft) outsideClass(i int) articles.Class {
	u := &d.units[i]
	switch {
	case u.cue.strength >= 6 && u.cue.class != articles.ClassRelated:
		return u.cue.class
	case u.dated:
		return articles.ClassDate
	case i >= d.to && u.entry() && u.shape.words >= 5:
		return articles.ClassMostRead
	}
	return articles.ClassNav
}

// cutLists cuts lists of other stories with the labels that head them. A list
// that says it is related gives links.
func (d *draft) cutLists() {
	for i := range d.units {
		u := &d.units[i]
		if u.title || u.dek || u.cut && (i >= d.from && i < d.to) {
			continue
		}
		if title, ok := d.relatedLine(u); ok {
			d.addRelated(title, u.URL)
			u.drop(articles.ClassRelated)
			u.class = articles.ClassRelated
			continue
		}
		if !u.headsList() {
			continue
		}
		d.cutList(i)
	}
}

// headsList reports a label over a list of other stories.
func (u *unit) headsList() bool {
	if u.cue.class == articles.ClassReadMore && u.cue.whole && u.colon {
		u.cue.class = articles.ClassRelated // "Read more:" heads a list as "Related:" does
	}
	if u.cue.class != articles.ClassRelated && u.cue.class != articles.ClassMostRead || u.cue.strength < 8 || u.shape.words > 12 {
		return false
	}
	return u.cue.whole || u.colon || u.cue.strength == 10 || strings.HasSuffix(strings.TrimRight(u.Text, " "), "...")
}

// cutList cuts the label at i and the entries below it.
func (d *draft) cutList(i int) {
	label := &d.units[i]
	inside := i >= d.from && i < d.to
	n, gapped := 0, false
	last := i
	for j := i + 1; j < len(d.units) && n < 24; j++ {
		u := &d.units[j]
		if n == 1 && u.gap > 0 {
			gapped = true
		}
		if u.title || !gapped && u.gap > 0 && n > 1 && !d.page || u.headsList() || u.cue.strength >= 9 && u.cue.whole {
			break
		}
		if u.dated && u.shape.words < 9 {
			last = j
			continue
		}
		if d.dekOfEntry(j, last) {
			last = j
			continue
		}
		if !u.entry() || u.shape.words < 3 && !u.dense || d.page && u.shape.words < 4 && !u.dense || u.cue.strength >= 6 && u.cue.class != articles.ClassRelated && !(u.cue.class == articles.ClassCommentPrompt && u.cue.strength == 6) {
			break
		}
		if inside && d.subhead(j) {
			break
		}
		n++
		last = j
		if label.cue.class == articles.ClassRelated {
			d.addRelated(entryTitle(u.Text), u.URL)
		}
		u.cut, u.class = true, label.cue.class
	}
	if n == 0 && inside && !label.cue.whole && !label.colon {
		return
	}
	label.cut, label.class = true, articles.ClassLabel
	for j := i + 1; j <= last; j++ {
		d.dropAs(j, label.cue.class)
	}
}

// dekOfEntry reports a sentence that stands under an entry of a list and
// above a date or the next entry.
func (d *draft) dekOfEntry(j, last int) bool {
	u := &d.units[j]
	if !d.page || last != j-1 || j+1 >= len(d.units) || u.shape.words > 40 || !u.terminal || u.sentence > 2 {
		return false
	}
	next := &d.units[j+1]
	return next.dated && next.shape.words < 9 || next.entry() && !next.terminal && j >= d.to
}

// subhead reports whether an entry-like line rather heads a part of the story:
// running text stands right below it and right above.
func (d *draft) subhead(j int) bool {
	return d.page && j > d.from && j+1 < d.to && d.units[j-1].confident() && d.units[j+1].confident()
}

// entryTitle is the headline of an entry, without its number and the time
// glued to it.
func entryTitle(s string) string {
	s = strings.TrimLeft(s, " •·-–—*»›→■►▶●")
	n := 0
	for n < len(s) && s[n]-'0' < 10 {
		n++
	}
	if n > 0 && n < 3 && n+1 < len(s) && (s[n] == '.' || s[n] == ')') && s[n+1] == ' ' {
		s = s[n+2:]
	}
	return strings.TrimSpace(s)
}

// relatedLine reads a line that is one related headline: "RELATED: Trams
// return", "[Trams return to Karsk]", and the line above a lone "Read more".
func (d *draft) relatedLine(u *unit) (string, bool) {
	s := strings.TrimSpace(u.Text)
	if u.shape.words > 45 || u.Kind == Pre {
		return "", false
	}
	if in, ok := bracketed(s); ok {
		if t, ok := afterLabel(in); ok {
			return t, true
		}
		h := shapeOf(in)
		if h.words >= 6 && h.headline() && s[0] == '[' && !strings.Contains(in, "http") && !strings.ContainsAny(in, "={}<>") && cueOf(wordsOf(in), "", false).strength < 6 {
			return in, true
		}
		return "", false
	}
	if u.cue.class == articles.ClassRelated && u.cue.strength >= 9 && !u.cue.whole {
		return afterLabel(s)
	}
	if u.terminal && u.stop == '.' {
		return "", false
	}
	if t, ok := pointedAt(s); ok {
		return t, true
	}
	if label, _, ok := strings.Cut(s, ":"); ok && strings.Contains(label, " ") {
		return afterLabel(s) // a label of two words and more is no beginning of a sentence
	}
	return "", false
}

// pointedAt is the headline behind the arrows that some outlets set before a
// link in the text: ">> The ferry affair: what we know".
func pointedAt(s string) (string, bool) {
	for _, arrow := range [...]string{">> ", "» ", "→ ", "► ", "▶ ", "👉 "} {
		if t, ok := strings.CutPrefix(s, arrow); ok {
			if label, title, ok := strings.Cut(t, ": "); ok {
				if c := cueOf(wordsOf(label), "", false); c.whole && c.strength >= 9 {
					t = title // "» Read more: Trams return"
				}
			}
			h := shapeOf(t)
			return strings.TrimSpace(t), h.words >= 4 && h.headline()
		}
	}
	return "", false
}

func bracketed(s string) (string, bool) {
	if len(s) > 4 && (s[0] == '[' && s[len(s)-1] == ']' || s[0] == '(' && s[len(s)-1] == ')') {
		in := s[1 : len(s)-1]
		return strings.TrimSpace(in), !strings.ContainsAny(in, "[]")
	}
	return "", false
}

// afterLabel is the headline behind a label of related stories, where a colon
// or its like divides the two.
func afterLabel(s string) (string, bool) {
	for i, r := range s {
		if i > 60 {
			break
		}
		size := 1
		switch r {
		case ':', '|', '>':
		case '：', '»', '–', '—', '›', '▶', '►', '→':
			size = len(string(r))
		case '-':
			if i == 0 || s[i-1] != ' ' {
				continue
			}
		default:
			continue
		}
		if !relatedLabel(wordsOf(s[:i])) {
			return "", false
		}
		title := strings.Trim(strings.TrimLeft(s[i+size:], " :|>»–—-›▶►→"), " ")
		h := shapeOf(title)
		if h.words < 3 && !(h.dense && h.words >= 2) || h.words > 40 || h.sentence > 2 {
			return "", false
		}
		return title, true
	}
	return "", false
}

func (d *draft) addRelated(title, url string) {
	title = strings.TrimSpace(title)
	if title == "" || len(d.out.Related) >= 200 || strings.EqualFold(title, d.out.Title) || strings.HasPrefix(title, "←") || strings.HasSuffix(title, "→") {
		return // the page before and the one after are no relatives
	}
	for _, l := range d.out.Related {
		if l.Title == title && (url == "" || l.URL == url) {
			return
		}
	}
	d.out.Related = append(d.out.Related, articles.Link{Title: title, URL: url})
}
