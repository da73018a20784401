package text

import (
	"slices"
	"strings"

	"broadsheet/articles"
	"broadsheet/articles/dates"
)

// takeTitle lifts the headline out of the prose, and cuts its repetitions.
func (d *draft) takeTitle() {
	words := wordsOf(d.opts.Title)
	if d.title >= 0 {
		u := &d.units[d.title]
		at := d.withoutSite(u.Text)
		d.out.Title = u.Text[:at]
		u.title = true
		words = wordsOf(d.out.Title)
		if at < len(u.Text) {
			d.cutPart(u, part{at, len(u.Text), articles.ClassSourceCredit})
			if d.out.Source == "" {
				d.out.Source = strings.Trim(u.Text[at:], " |-–—:«»•")
			}
		}
	}
	d.titleWords = words
	if len(words) < 4 {
		return
	}
	for i := range d.units {
		u := &d.units[i]
		if u.title || u.words == "" || u.cut || onlyURL(u.Text) {
			continue
		}
		extra := u.shape.words - strings.Count(words, " ")
		if rest, ok := strings.CutPrefix(u.Text, d.out.Title); ok && rest != "" && i <= d.title+5 && len(rest) < 120 && !u.terminal {
			d.readGlued(rest)
			u.drop(articles.ClassDupTitle)
			continue
		}
		switch {
		case u.words == words && figures(u.Text) == figures(d.out.Title):
			u.drop(articles.ClassDupTitle)
		case u.prose() && !u.dense || i > d.from+3 && !d.page || len(words) < 16:
		case strings.HasPrefix(u.words, words) && extra <= 8, strings.HasSuffix(u.words, " "+words) && extra <= 3:
			u.drop(articles.ClassDupTitle)
		}
	}
}

// readGlued reads what lost the space between it and the headline: a section,
// a byline, a date.
func (d *draft) readGlued(rest string) {
	date, start, _, ok := dates.Find(rest, dates.Hint{Language: d.out.Language})
	if ok && date.Precision() >= articles.Day {
		d.publish(date, "")
		rest = rest[:start]
	}
	f := strings.ToLower(rest)
	if at := strings.Index(f, "by "); at >= 0 && (at == 0 || f[at-1] == ' ') && len(f) == len(rest) {
		names, _ := namesIn(rest[at+3:])
		d.addAuthors(names)
	}
}

// readHead reads the lines between the headline and the story: who, when, and
// the line under the headline.
func (d *draft) readHead() {
	end := d.headEnd()
	from := d.title + 1
	if d.page {
		d.readAbove()
	}
	lastMeta := -1
	for i := from; i < end; i++ {
		if d.readMeta(i) {
			lastMeta = i
		}
	}
	for i := from; i < end; i++ {
		if d.readName(i, end) {
			lastMeta = max(lastMeta, i)
		}
	}
	if d.page && d.out.Published.IsZero() {
		d.out.Published = d.above // nearer to the headline than any date below
	}
	if d.out.Title == "" || lastMeta < 0 {
		return
	}
	for i := from; i < lastMeta; i++ {
		u := &d.units[i]
		if u.cut || u.shape.words < 6 || u.shape.words > 60 || u.cue.strength >= 6 || u.dated {
			continue
		}
		if d.out.Dek == "" && !d.wire && i <= from+3 && !u.terminal && d.page {
			u.dek = true
			d.out.Dek = u.Text
		}
	}
}

// headEnd is the unit behind the lines that belong to the head. A first
// paragraph with a byline or a date right below it is still head.
func (d *draft) headEnd() int {
	first := max(d.first, d.title+1)
	end := first
	for i := first; i < len(d.units) && i <= end+3 && i-d.title <= 12; i++ {
		u := &d.units[i]
		if i > first && u.confident() && u.shape.words > 45 {
			break
		}
		if u.shape.words > 14 || d.units[first].shape.words > 60 {
			continue
		}
		names, _, sure := byline(u.Text)
		if u.dated || sure && len(names) > 0 && !u.prose() {
			end = i + 1
		}
	}
	return end
}

// readAbove reads dates that stand right above the headline of a page.
func (d *draft) readAbove() {
	for i := d.title - 1; i >= 0 && i >= d.title-3; i-- {
		u := &d.units[i]
		if names, _, sure := byline(d.beforeDate(u)); sure && len(names) > 0 && !u.prose() {
			d.addAuthors(names)
			u.drop(articles.ClassByline)
		}
		if date, _, _, ok := d.find(u.Text, articles.Date{}); ok && u.shape.words <= 14 && !u.prose() && date.Precision() >= articles.Day {
			d.readBehindDate(u)
			u.drop(articles.ClassDate)
			if d.above.IsZero() {
				d.above = date
			}
		}
	}
}

// readMeta reads one line of the head, and reports whether it was one that
// tells of the story.
func (d *draft) readMeta(i int) bool {
	u := &d.units[i]
	if u.cut || u.title {
		return false
	}
	if u.cue.class == articles.ClassURL && u.shape.words < 30 && !strings.ContainsRune(u.Text, ' ') {
		if d.out.URL == "" {
			d.out.URL = u.Text
		}
		u.drop(articles.ClassURL)
		return true
	}
	if u.shape.words > 24 || u.terminal && u.shape.words > 16 && !u.dated {
		return false
	}
	before := d.beforeDate(u)
	names, rest, sure := byline(before)
	if len(names) > 0 && (sure || before != u.Text && len(rest) < 12 && isName(names[0]) || u.dated && len(rest) > 0 && isName(names[0])) && (u.cue.class != articles.ClassPhotoCredit || sure && u.cue.how == '$') {
		d.addAuthors(names)
		d.readDate(u)
		u.cut, u.class = true, articles.ClassByline
		return true
	}
	return d.readDate(u)
}

// readName reads a line of the head that is a name and nothing more, where no
// line says who wrote.
func (d *draft) readName(i, end int) bool {
	u := &d.units[i]
	name, code, _ := strings.Cut(u.Text, ", ")
	if u.cut || u.title || !isName(name) || code != "" && !outletCode(code) || u.cue.strength >= 8 || !d.nameHere(i, end) || d.saysMore(i) {
		return false
	}
	d.addAuthors([]string{strings.Trim(name, " -–—|")})
	u.drop(articles.ClassByline)
	return true
}

// saysMore reports a name that stands alone on another line too: who speaks in
// a transcript.
func (d *draft) saysMore(i int) bool {
	for j := i + 1; j < len(d.units); j++ {
		if d.units[j].words == d.units[i].words {
			return !d.page
		}
	}
	return false
}

// beforeDate is the text of a unit up to the date within it: "Mon May 19, 2014"
// names nobody.
func (d *draft) beforeDate(u *unit) string {
	if u.digits == 0 {
		return u.Text
	}
	if _, start, _, ok := d.find(u.Text, articles.Date{}); ok {
		return u.Text[:start]
	}
	return u.Text
}

// nameHere reports whether a bare name stands where a byline does: between
// the headline and the story, beside a date or right under the headline.
func (d *draft) nameHere(i, end int) bool {
	if len(d.out.Authors) > 0 || d.out.Title == "" {
		return false
	}
	dated := func(j int) bool { return j >= 0 && j < len(d.units) && d.units[j].dated }
	return dated(i+1) || dated(i-1) || dated(i+2) || i == d.title+1 && i+1 == end && !d.page
}

// readDate reads a line of the head that holds a date.
func (d *draft) readDate(u *unit) bool {
	date := u.date
	if !u.dated {
		if u.terminal || u.shape.words > 20 {
			return false
		}
		found, _, _, ok := d.find(u.Text, d.out.Published)
		if !ok || found.Precision() < articles.Day {
			return false
		}
		date = found
	}
	d.publish(date, u.words)
	d.readBehindDate(u)
	u.drop(articles.ClassDate)
	return true
}

// publish keeps a date as that of publication, or of change where its line
// says so.
func (d *draft) publish(date articles.Date, words string) {
	if changed(words) && !strings.Contains(words, "publi") && !strings.Contains(words, "posted") {
		if d.out.Modified.IsZero() {
			d.out.Modified = date
		}
		return
	}
	if d.out.Published.IsZero() || d.out.Published.Precision() == articles.Day && date.Day() == d.out.Published.Day() && date.Precision() > articles.Day {
		d.out.Published = date
	}
}

func changed(words string) bool {
	for _, w := range [...]string{"updated", "modified", "aktualisiert", "mis à jour", "modifié", "actualizado", "atualizado", "aggiornato", "aktualizacja", "обновлено", "изменено", "оновлено", "bijgewerkt", "uppdaterad", "opdateret", "oppdatert", "güncelleme", "تحديث"} {
		if at := strings.Index(words, w); at == 0 || at > 0 && at < 14 && words[at-1] == ' ' {
			return true
		}
	}
	return false
}

func (d *draft) addAuthors(names []string) {
	for _, n := range names {
		known := false
		for _, a := range d.out.Authors {
			known = known || strings.EqualFold(a, n)
		}
		if !known && len(d.out.Authors) < 12 {
			d.out.Authors = append(d.out.Authors, n)
		}
	}
}

// readTags reads the lists of tags.
func (d *draft) readTags() {
	for i := range d.units {
		u := &d.units[i]
		if u.cut || u.title || u.cue.class != articles.ClassTags || u.cue.strength < 9 {
			continue
		}
		head, list, colon := strings.Cut(u.Text, ":")
		if u.terminal && (u.shape.words > 20 || len(strings.Fields(head)) > u.cue.end) || colon && len(strings.Fields(head)) > 4 {
			continue
		}
		if !colon {
			if u.shape.words > 3 && i <= d.last || d.page && (i < d.title || i > d.to+40) {
				continue // a menu of topics
			}
			list = ""
		}
		u.drop(articles.ClassTags)
		d.addTags(list)
		if strings.TrimSpace(list) == "" {
			d.tagsBelow(i)
		}
	}
}

// tagsBelow reads tags that stand one a line under their label.
func (d *draft) tagsBelow(i int) {
	for j := i + 1; j < len(d.units) && j <= i+20; j++ {
		u := &d.units[j]
		if u.cut || u.title || !u.label() || u.cue.strength > 0 || !d.page && j <= d.last {
			return
		}
		u.drop(articles.ClassTags)
		d.addTags(u.Text)
	}
}

func (d *draft) addTags(list string) {
	for t := range strings.FieldsFuncSeq(list, func(r rune) bool { return strings.ContainsRune(",|;،、，；#", r) }) {
		if t = strings.TrimSpace(t); t != "" && len(t) < 80 && len(d.out.Tags) < 40 && !slices.Contains(d.out.Tags, t) {
			d.out.Tags = append(d.out.Tags, t)
		}
	}
}
