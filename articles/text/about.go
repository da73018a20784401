package text

import (
	"strings"

	"broadsheet/articles"
)

// seekAround looks for a date and a byline that a page did not put right under
// its headline: behind the story, then above the headline, the nearest first.
func (d *draft) seekAround() {
	if !d.page || d.wire {
		return
	}
	d.signedBeside()
	var order []int
	for i := d.title + 1; i < d.to+8 && i < len(d.units); i++ {
		order = append(order, i)
	}
	for i := d.title - 1; i >= 0 && i >= d.title-10; i-- {
		order = append(order, i)
	}
	for _, i := range order {
		u := &d.units[i]
		if i < 0 || u.title || u.shape.words > 16 || u.prose() {
			continue
		}
		if d.out.Published.IsZero() && d.above.IsZero() && u.digits > 3 {
			if at, _, _, ok := d.find(u.Text, articles.Date{}); ok && at.Precision() >= articles.Day {
				d.publish(at, u.words)
			}
		}
		if len(d.out.Authors) == 0 && i > 0 && labelsAuthor(d.units[i-1].words) && u.shape.words <= 5 && !u.terminal {
			if name, rest := oneName(u.Text); name != "" && len(rest) < 20 && !u.colon {
				d.addAuthors([]string{strings.Trim(u.Text, " ,;|")})
				continue
			}
		}
		if len(d.out.Authors) == 0 && (i < d.from || i >= d.to) {
			before := d.beforeDate(u)
			names, rest, marked := byline(before)
			marked = marked || before != u.Text && len(names) > 0 && len(rest) < 12 && isName(names[0]) && i >= d.title-4
			if marked && len(names) > 0 && len(rest) < 40 && strings.Contains(names[0], " ") && u.cue.class != articles.ClassPhotoCredit {
				d.addAuthors(names)
			}
		}
	}
}

// signedBeside reads a line above the text that is a name and nothing more,
// next to the date of the story or under a line that ends in "by".
func (d *draft) signedBeside() {
	if len(d.out.Authors) > 0 || d.title < 0 {
		return
	}
	for i := d.title + 1; i < len(d.units) && i <= d.from+3 && i <= d.title+headLines; i++ {
		u := &d.units[i]
		if u.title || u.terminal || u.digits > 0 || u.shape.words > 9 || u.cue.strength >= 6 || d.said[u.words] > 2 {
			continue
		}
		names, rest := namesIn(u.Text)
		if len(names) == 0 || rest != "" || !isName(names[0]) || !isName(names[len(names)-1]) {
			continue
		}
		if endsInBy(d.units[i-1].words) || d.dateBeside(i) {
			d.addAuthors(names)
			if i >= d.from {
				u.drop(articles.ClassByline)
			}
			return
		}
	}
}

// dateBeside reports whether the line above or below, but for an address of
// the writer's, holds a date.
func (d *draft) dateBeside(i int) bool {
	for _, step := range [...]int{-1, 1} {
		j := i + step
		if j > 0 && j+1 < len(d.units) && d.units[j].shape.words <= 1 && d.units[j].digits == 0 {
			j += step
		}
		if j >= 0 && j < len(d.units) && j != d.title && d.holdsDate(j) {
			return true
		}
	}
	return false
}

// endsInBy reports a line whose last word announces a name.
func endsInBy(words string) bool {
	for _, w := range [...]string{" von ", " by ", " por ", " par ", " di ", " door ", " av "} {
		if strings.HasSuffix(words, w) || words == w[1:] {
			return true
		}
	}
	return false
}

// labelsAuthor reports a line that says no more than that the next names who
// wrote.
func labelsAuthor(words string) bool {
	switch strings.TrimSuffix(words, " ") {
	case "author", "authors", "by", "autor in", "autoren", "auteurs", "autores", "written by", "autor", "autorin", "autorka", "auteur", "autrice", "autore", "автор", "текст", "door", "tekst", "skribent", "yazar", "بقلم", "الكاتب", "szerző", "συντάκτης", "作者", "記者", "文":
		return true
	}
	return false
}

// readBehindDate reads a byline that stands behind the date of its line:
// "6 June 2014 by Runa Tell".
func (d *draft) readBehindDate(u *unit) {
	if u.digits == 0 || len(d.out.Authors) > 0 {
		return
	}
	_, _, end, ok := d.find(u.Text, articles.Date{})
	if !ok {
		return
	}
	rest := strings.Trim(u.Text[end:], " ,|•·~-–—/()")
	if _, marked := afterBy(rest); marked {
		if names, _, sure := byline(rest); sure && len(names) > 0 {
			d.addAuthors(names)
		}
		return
	}
	if name, _ := oneName(rest); isName(name) && d.out.Title != "" {
		d.addAuthors([]string{name})
	}
}
