package text

import (
	"strings"

	"broadsheet/articles"
	"broadsheet/articles/dates"
)

// draft is a story under the knife.
type draft struct {
	opts  Options
	units []unit
	wire  bool // the envelope of a wire message was opened: what is left is story
	page  bool // a copy of a whole page
	from  int  // the first unit of the story's stretch
	to    int  // behind the last
	title int  // the unit that is the headline, or -1

	titleWords string         // the words of the headline
	spaced     bool           // paragraphs stand apart by blank lines
	first      int            // first confident paragraph
	last       int            // last confident paragraph
	thread     int            // paragraphs that stand as comments do
	twice      map[string]int // how often a paragraph stands in a page
	tail       int            // first unit of the stretch of prompts and credits at the end
	indents    int            // lines that begin with one space
	doubled    int            // lines that stand twice running
	said       map[string]int // how often a short line stands in the text

	settled  int    // in a page, the unit behind the last that running text brought in
	dateLine []int8 // which short lines hold a date, where that was asked
	nameLine []int8 // which are bylines
	of       struct {
		from, to int
		words    vocabulary
	} // the words of the part of the page looked at last

	seen  foundDate
	above articles.Date // a date right above the headline, for want of a better
	out   Result
}

func newDraft(units []unit, o Options) *draft {
	d := &draft{opts: o, units: units, title: -1}
	d.out.Title, d.out.Source, d.out.Language, d.out.Published = o.Title, o.Source, o.Language, o.Published
	if d.out.Language == "" {
		d.out.Language = d.language()
	}
	for i := range d.units {
		if u := &d.units[i]; !u.asked {
			d.dateUnit(u)
		}
	}
	return d
}

// measure finds what the judges need to know of the whole.
func (d *draft) measure() {
	gaps, n := 0, 0
	d.indents = 0
	d.first, d.last = -1, -1
	for i := range d.units {
		u := &d.units[i]
		if u.indent == 1 {
			d.indents++
		}
		if u.confident() && !u.cut && !u.title && (!d.page || i >= d.from && i < d.to) {
			if d.first < 0 {
				d.first = i
			}
			d.last = i
			if i > 0 {
				n++
			}
			if u.gap > 0 {
				gaps++
			}
		}
	}
	if d.first < 0 {
		d.first, d.last = 0, len(d.units)-1
	}
	d.spaced = gaps*10 >= n*6 && n > 0
	d.tail = d.findTail()
}

// findTail is the first unit of the tail: the stretch at the end in which
// prompts and credits outweigh running text. One paragraph among them that
// no phrase marks does not end it.
func (d *draft) findTail() int {
	to := len(d.units)
	if d.page {
		to = d.to
	}
	best, sum, at := 0, 0, to
	for i := to - 1; i > d.first; i-- {
		u := &d.units[i]
		switch {
		case u.cut || u.cue.strength >= 8:
			sum += 3
		case u.cue.strength >= 6:
			sum += 2
		case u.confident():
			sum -= 2 + min(u.shape.words/8, 5)
		case u.prose():
			sum--
		}
		if sum > best {
			best, at = sum, i
		}
		if sum < -12 {
			break
		}
	}
	return min(at, max(d.last+1, 1))
}

// clean runs the cutter once.
func (d *draft) clean() Result {
	d.run()
	return d.result()
}

// quiet reports whether no unit gave a reason to think of cutting it.
func (d *draft) quiet() bool {
	for i := range d.units {
		u := &d.units[i]
		if u.cut || u.dek || u.cue.strength > 0 || u.dated || !u.title && !u.prose() {
			return false
		}
	}
	return true
}

// nothingLeft reports whether a further round could find nothing: what went is
// head, or was said twice, and no unit that stays gives a reason to think of
// cutting it.
func (d *draft) nothingLeft() bool {
	if d.page || d.out.Title == "" {
		return false
	}
	for i := range d.units {
		u := &d.units[i]
		switch {
		case u.title:
		case u.cut:
			switch u.class {
			case articles.ClassDupTitle, articles.ClassDate, articles.ClassByline, articles.ClassURL, articles.ClassRepeated:
			default:
				return false
			}
		case u.dek || u.cue.strength > 0 || u.dated || len(u.parts) > 0 || !u.prose() && !u.terminal:
			return false
		}
	}
	return true
}

// run cuts. Each step leaves on the units what it found.
func (d *draft) run() {
	d.page = d.isPage()
	d.from, d.to = 0, len(d.units)
	if d.page {
		d.from, d.to = d.findRegion()
	}
	d.openSlug()
	d.title = d.findTitle()
	d.takeTitle()
	d.measure()
	d.readHead()
	d.readTags()
	d.readStamp()
	d.cutTraces()
	d.cutReprs()
	if d.page {
		d.cutOutside()
	}
	d.cutLists()
	d.cutGroups()
	d.cutBlocks()
	d.cutAsides()
	d.cutCopies()
	d.judge()
	d.trim()
	d.seekAround()
	if d.out.Source == "" {
		d.out.Source = d.findSource()
	}
	if w, ok := d.datelineOf(); ok && d.opts.Source == "" && d.out.URL == "" {
		d.out.Source = first(d.out.Source, w.agency) // an address would name the outlet itself
	}
}

// dateline is the date that opens the first paragraph, as blogs and some
// agencies have it: "June 6, 2014: Trams return".
func (d *draft) dateline() articles.Date {
	for i := range d.units {
		u := &d.units[i]
		if u.cut || u.title || u.dek {
			continue
		}
		at, start, end, ok := dates.Find(u.Text[:min(len(u.Text), 80)], dates.Hint{Language: d.out.Language})
		if !ok || start > 0 || at.Precision() < articles.Day {
			return articles.Date{}
		}
		rest := strings.TrimLeft(u.Text[end:], " ")
		for _, stop := range [...]string{":", "-", "–", "—", "|"} {
			if strings.HasPrefix(rest, stop) {
				return at
			}
		}
		return articles.Date{}
	}
	return articles.Date{}
}

// neverBlank takes every cut back where nothing of the text would be left: a
// story that reads badly is better than none.
func (d *draft) neverBlank() {
	for i := range d.units {
		if u := &d.units[i]; !u.cut && !u.title && !u.dek && u.letters > 0 {
			return
		}
	}
	for i := range d.units {
		u := &d.units[i]
		if u.dek {
			u.dek, d.out.Dek = false, ""
			return
		}
	}
	for i := range d.units {
		u := &d.units[i]
		switch u.class {
		case articles.ClassDupTitle, articles.ClassURL, articles.ClassDebugDump, articles.ClassDate, articles.ClassByline:
			continue
		}
		u.cut = false
	}
}

// result gathers what is left and what was cut.
func (d *draft) result() Result {
	d.neverBlank()
	d.out.Authors = people(d.out.Authors)
	if d.out.Published.IsZero() {
		d.out.Published = d.above
	}
	if d.out.Published.IsZero() {
		d.out.Published = d.dateline()
	}
	if w, ok := d.datelineOf(); ok && d.out.Published.IsZero() {
		d.out.Published = w.date
	}
	if d.out.Published.IsZero() {
		d.out.Published = d.out.Modified // all that the text says of when
	}
	d.out.Keep = make([]Block, 0, len(d.units))
	for i := range d.units {
		u := &d.units[i]
		switch {
		case u.title || u.dek:
		case d.goes(u):
			d.out.Cuts = append(d.out.Cuts, articles.Cut{Line: u.Line, EndLine: u.EndLine, Class: u.class, Text: u.Text})
		default:
			d.out.Keep = append(d.out.Keep, d.keep(u))
		}
	}
	return d.out
}

// goes reports whether a unit is cut, and cut is what the caller wants it.
func (d *draft) goes(u *unit) bool { return u.cut && !d.opts.Keep[u.class] }

// left is what stays, for the next round.
func (d *draft) left() []unit {
	left := make([]unit, 0, len(d.out.Keep))
	for i := range d.units {
		if u := &d.units[i]; !u.title && !u.dek && !d.goes(u) {
			left = append(left, u.again(d.out.Keep[len(left)]))
		}
	}
	return left
}
