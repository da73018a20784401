package charset

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"broadsheet/articles/ascii"
)

// Repair undoes mojibake: UTF-8 that someone read in another encoding and
// wrote down again, once or several times. It works on the spot and not on
// the file, so that one bad paragraph among right ones is repaired and the
// others are left as they are.
//
// # How it decides
//
// In UTF-8 a lead byte is followed by as many continuation bytes as it says.
// Read as windows-1252 these become a letter like Ã or â and then signs that
// no writer puts there: Ã©, â€™. So a run of such signs that is UTF-8 when
// written back is a hit. How sure a hit is depends on what it would become:
//
//   - Sure: a Latin letter, a quote, a dash, a currency, an emoji. Text that
//     means "Ã©" or "â€™" itself is about mojibake, and is mistaken; that is
//     the risk taken.
//   - Sure in company: letters of other scripts, of which each alone might be
//     an accident ("passé»…" is a character of Chinese), at least two or three
//     in a row.
//   - Doubtful: what a writer may have put there after all. A capital at the
//     end of a word in capitals with a quote after it (“AMANHÔ would be Ô).
//
// A doubtful hit is repaired where the same line holds a sure one, or where
// the text holds several and the line no other accent. Bytes get lost on the
// way, too: a no-break space turns into a blank ("Ã " is à, "Â " is a blank),
// and a byte without a meaning is dropped ("â€" is a closing quote), or all
// but the first are ("donât"). These are put right where nothing else can be
// meant.
//
// The same is done for Mac OS Roman (‚Äô, √©) and windows-1251 (вЂ™), and
// controls that windows-1252 has signs for become these signs. Text is read
// again until nothing is left to repair. Text that Decode made comes back as it
// was where nothing is.
func Repair(text string) (repaired string, changed bool) {
	text = tidy(text)
	for {
		hits := find(text)
		if len(hits) == 0 {
			return text, changed
		}
		next := tidy(rewrite(text, hits))
		if next == text {
			return text, changed
		}
		text, changed = next, true
	}
}

// hit is a place in a text that reads as mojibake.
type hit struct {
	start, end int
	becomes    string
	last       rune // the last rune it becomes
	verdict    verdict
}

type verdict int

const (
	no       verdict = iota
	doubtful         // only beside sure ones
	alone            // sure where the text has no other letter beyond ASCII
	pair             // sure where two are in a row
	triple           // sure where three are in a row
	sure
)

// find returns the hits in text, in order.
func find(text string) []hit {
	var hits []hit
	for i := 0; i < len(text); {
		if i += ascii.Run(text[i:]); i == len(text) {
			break
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if mayBegin(r) {
			if h, ok := hitAt(text, i, hits); ok {
				hits = append(hits, h)
				i = h.end
				continue
			}
		}
		i += n
	}
	company(text, hits)
	return hits
}

// company settles the hits that are sure in a row only, or alone.
func company(text string, hits []hit) {
	only := true
	if slices.ContainsFunc(hits, func(h hit) bool { return h.verdict == alone }) {
		only = strings.IndexFunc(text, func(r rune) bool { return isAccented(r) && r != 'â' }) < 0
	}
	for from := 0; from < len(hits); {
		to := from + 1
		for to < len(hits) && hits[to].start == hits[to-1].end {
			to++
		}
		for i := from; i < to; i++ {
			switch v := hits[i].verdict; {
			case v == pair && to-from >= 2, v == triple && to-from >= 3:
				hits[i].verdict = sure
			case v == alone && only:
				hits[i].verdict = sure
			case v == pair || v == triple || v == alone:
				hits[i].verdict = doubtful
			}
		}
		from = to
	}
}

// rewrite puts right the sure hits and those doubtful ones that others make
// sure.
func rewrite(text string, hits []hit) string {
	certain := 0
	for _, h := range hits {
		if h.verdict == sure {
			certain++
		}
	}
	var b strings.Builder
	done := 0
	for from := 0; from < len(hits); {
		start, end := lineAround(text, hits[from].start)
		to := from
		for to < len(hits) && hits[to].start < end {
			to++
		}
		all := certain >= 2 && !accented(text, start, end, hits[from:to])
		for _, h := range hits[from:to] {
			all = all || h.verdict == sure
		}
		for _, h := range hits[from:to] {
			if h.verdict != sure && !all {
				continue
			}
			b.WriteString(text[done:h.start])
			b.WriteString(h.becomes)
			done = h.end
		}
		from = to
	}
	b.WriteString(text[done:])
	return b.String()
}

// lineAround returns where the line that holds text[at] starts and ends.
func lineAround(text string, at int) (start, end int) {
	start = strings.LastIndexByte(text[:at], '\n') + 1
	if n := strings.IndexByte(text[at:], '\n'); n >= 0 {
		return start, at + n
	}
	return start, len(text)
}

// accented reports whether the line holds letters beyond ASCII that are part
// of no hit: it was written right.
func accented(text string, start, end int, hits []hit) bool {
	for _, h := range hits {
		if strings.IndexFunc(text[start:h.start], isAccented) >= 0 {
			return true
		}
		start = h.end
	}
	return start < end && strings.IndexFunc(text[start:end], isAccented) >= 0
}

func isAccented(r rune) bool { return r >= 0xc0 && unicode.IsLetter(r) }

// hitAt looks for a hit that starts at text[i], a rune beyond ASCII.
func hitAt(text string, i int, before []hit) (hit, bool) {
	r, n := utf8.DecodeRuneInString(text[i:])
	around := neighbours{prev: ' '}
	if len(before) > 0 && before[len(before)-1].end == i {
		around.prev = before[len(before)-1].last
	} else if i > 0 {
		around.prev, _ = utf8.DecodeLastRuneInString(text[:i])
	}
	if i+n < len(text) && text[i+n] >= utf8.RuneSelf {
		if h, ok := misreadings(text, i, r, around); ok {
			return h, true
		}
	}
	switch {
	case r == 'â' || r == 'Ã' || r == 'Â':
		return lost(text, i, around)
	case r == 0x80 && !money(text[i+n:], around.prev):
	case r >= 0x80 && r < 0xa0:
		if w := charmap.Windows1252.DecodeByte(byte(r)); w != utf8.RuneError {
			return hit{i, i + n, string(w), w, sure}, true
		}
	}
	return hit{}, false
}

// money reports whether what stands around a sign makes it a currency: the
// euro's byte is litter elsewhere.
func money(after string, prev rune) bool {
	next, _ := utf8.DecodeRuneInString(strings.TrimPrefix(after, " "))
	return unicode.IsDigit(prev) || unicode.IsSpace(prev) || unicode.IsDigit(next)
}
