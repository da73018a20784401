package index

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"broadsheet/store/index/term"
)

// told is a story's own words for the terms that neighbours share.
type told map[string]*seen

// seen is how a story writes a term that some neighbour shares.
type seen struct {
	surface string
	inside  bool             // surface is from inside a sentence
	upper   string           // as it stands in a name
	named   bool             // it stands with a capital inside a sentence
	times   int              // that the term stands in the text
	after   map[string]joint // terms that stand right after it
	counts  counted          // of a number: what it counts

	calls int      // how often it stands in words with capitals
	rows  []called // those of more than one word
}

// joint is how one term stands right after another.
type joint struct {
	times, hyphens int
	upper          bool // both with capitals, as the parts of a name
}

func (j joint) joint() string {
	if 2*j.hyphens > j.times {
		return "-"
	}
	return " "
}

// counted is the word after a number.
type counted struct{ term, surface string }

// read looks for the shared terms in a text, and where it is no headline for
// what stands beside them.
func (t told) read(text string, prose bool) {
	var s term.Scanner
	last, lastUpper, end := "", false, 0
	names := caller{t: t, text: text}
	for s.Reset(text); s.Next(); {
		between := text[min(end, s.Start):s.Start]
		if prose && (s.Upper || len(names.terms) > 0) {
			names.take(string(s.Term()), Span{s.Start, s.End}, s.Upper, beside(between), end > 0 && inSentence(between))
		} else {
			names.after = false
		}
		w := t[string(s.Term())]
		if w == nil {
			last, end = "", s.End
			continue
		}
		name := string(s.Term())
		w.note(text[s.Start:s.End], prose && end > 0 && inSentence(between))
		if prose {
			w.times++
			if before := t[last]; before != nil && beside(between) {
				before.follow(name, text[s.Start:s.End], lastUpper, s.Upper, between)
			}
		}
		last, lastUpper, end = name, s.Upper, s.End
	}
	names.close()
}

// beside reports whether two words are one phrase by what is between them.
func beside(between string) bool {
	return between == " " || between == "\u00a0" || between == "-" || between == "‑"
}

// follow notes the term after this one.
func (w *seen) follow(name, surface string, was, is bool, between string) {
	if digit(w.surface) {
		if w.counts.term == "" && !is && !digit(name) && len(name) > 3 {
			w.counts = counted{name, surface}
		}
		return
	}
	if was != is || digit(name) {
		return
	}
	if w.after == nil {
		w.after = map[string]joint{}
	}
	j := w.after[name]
	if j.times > 0 && j.upper != is {
		if j.upper {
			return // a name once is a name
		}
		j = joint{}
	}
	j.times, j.upper = j.times+1, is
	if !strings.ContainsAny(between, " \u00a0") {
		j.hyphens++
	}
	w.after[name] = j
}

// note keeps the better of two ways to write a term: inside a sentence a
// capital means something.
func (w *seen) note(surface string, inside bool) {
	w.named = w.named || inside && capital(surface)
	if capital(surface) && (w.upper == "" || shouting(w.upper)) {
		w.upper = surface
	}
	if w.surface == "" || inside && !w.inside || inside == w.inside && shouting(w.surface) && !shouting(surface) {
		w.surface, w.inside = surface, inside
	}
}

func shouting(s string) bool { return len(s) > 3 && strings.ToUpper(s) == s }

func digit(s string) bool { return s[0] >= '0' && s[0] <= '9' }

// year reports whether a number is one that stands in many stories for when
// they were written.
func year(s string) bool { return len(s) == 4 && (s[:2] == "19" || s[:2] == "20") }

func capital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}
