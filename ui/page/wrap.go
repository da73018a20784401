package page

import (
	"unicode"
	"unicode/utf8"
)

// row is one line of a paragraph: the bytes from, to of its text, w cells.
type row struct{ from, to, w int }

// wrap breaks text into rows, the first of at most first cells, the others of
// at most rest. It fills each row as far as it goes and breaks where the
// script allows; a word wider than a row is broken between clusters. A
// cluster wider than a whole row stands alone on one, and is replaced when it
// is drawn.
func wrap(text string, first, rest int) []row {
	w := wrapper{text: text, room: max(1, first), rest: max(1, rest)}
	w.run()
	return w.rows
}

// wrapper fills rows. It remembers the last place where the row may end: a
// good one, and for scripts that are written without spaces but whose words
// only a dictionary knows, a fair one between syllables and a poor one
// between letters.
type wrapper struct {
	text       string
	room, rest int
	rows       []row

	start, width int // of the row being filled; width includes blanks
	inked        int // width up to the last cluster that is no blank
	inkedEnd     int
	good, fair   place
	poor         place
}

// place is where a row may end, w cells wide, and the next begin.
type place struct {
	end, w, next int
	ok           bool
}

func (w *wrapper) run() {
	prev := rune(0) // the last rune of the cluster before
	prevWide := false
	for i := 0; i < len(w.text); {
		n, cells := cluster(w.text[i:])
		r := rune(w.text[i])
		if r >= utf8.RuneSelf {
			r, _ = utf8.DecodeRuneInString(w.text[i:])
		}
		if r == hardBreak {
			w.end(w.inkedEnd, w.inked, i+n)
			i, prev, prevWide = i+n, 0, false
			continue
		}
		wide := cells == 2
		if i > w.start {
			w.consider(i, pair{prev: prev, next: r, prevWide: prevWide, nextWide: wide})
		}
		if r == ' ' && n == 1 {
			w.width++
		} else {
			if w.width+cells > w.room && i > w.start {
				i = w.overflow(i)
				continue
			}
			w.width += cells
			w.inked, w.inkedEnd = w.width, i+n
		}
		i += n
		prev, prevWide = lastRune(w.text[i-n:i]), wide
	}
	if w.inkedEnd > w.start || len(w.rows) == 0 {
		w.end(w.inkedEnd, w.inked, len(w.text))
	}
}

func lastRune(s string) rune {
	if c := s[len(s)-1]; c < utf8.RuneSelf {
		return rune(c)
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// consider remembers the boundary before byte i if a row may end there.
func (w *wrapper) consider(i int, p pair) {
	if w.inkedEnd <= w.start {
		return
	}
	here := place{end: w.inkedEnd, w: w.inked, next: i, ok: true}
	switch p.breaks(w.text, i) {
	case goodBreak:
		w.good = here
	case fairBreak:
		w.fair = here
	case poorBreak:
		w.poor = here
	}
}

// overflow ends the row, at its best place, because the cluster at byte i
// does not fit on it. It returns where the next row begins; what stood after
// the place is read again there, for that row may be narrower.
func (w *wrapper) overflow(i int) (next int) {
	at := w.good
	if w.fair.ok && (!at.ok || at.w*3 < w.room*2 && w.fair.w > at.w) {
		at = w.fair
	}
	if !at.ok {
		at = w.poor
	}
	if !at.ok {
		at = place{end: w.inkedEnd, w: w.inked, next: i}
	}
	w.end(at.end, at.w, at.next)
	return at.next
}

// end closes the row and begins the next at byte next.
func (w *wrapper) end(to, width, next int) {
	w.rows = append(w.rows, row{w.start, max(to, w.start), width})
	w.start, w.width, w.inked, w.inkedEnd = next, 0, 0, next
	w.good, w.fair, w.poor = place{}, place{}, place{}
	w.room = w.rest
}

// balance wraps text in as few rows as wrap does, as even as can be: titles
// and deks look unset with one word on their last line.
func balance(text string, room int) []row {
	rows := wrap(text, room, room)
	if len(rows) < 2 || len(rows) > 6 {
		return rows
	}
	low, high := 1, room
	for low < high {
		mid := (low + high) / 2
		if len(wrap(text, mid, mid)) <= len(rows) {
			high = mid
		} else {
			low = mid + 1
		}
	}
	return wrap(text, low, low)
}

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
	}
	return unicode.IsLetter(r) || unicode.IsMark(r)
}
