package ui

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"charm.land/lipgloss/v2"

	"broadsheet/articles/safe"
	"broadsheet/ui/theme"
)

// meeting is the sentences of two stories in which the terms stand that the
// two share; "" where none does.
type meeting struct{ here, there string }

// meet finds them: in each story the sentence with the most of the terms, the
// first of several.
func meet(terms []string, here, there string) meeting {
	return meeting{bestSentence(terms, here), bestSentence(terms, there)}
}

// sentenceMost is how many letters of a sentence are shown.
const sentenceMost = 320

func bestSentence(terms []string, text string) string {
	folded := make([]string, 0, len(terms))
	for _, t := range terms {
		if t != "" {
			folded = append(folded, strings.ToLower(t))
		}
	}
	best, most := "", 0
	for s := range strings.SplitSeq(text, "\n\n") {
		if holds(strings.ToLower(s), folded) <= most {
			continue // no sentence of it can have more
		}
		for _, one := range sentences(s) {
			if n := holds(strings.ToLower(one), folded); n > most {
				best, most = one, n
			}
		}
	}
	letters := []rune(safe.Line(best))
	if len(letters) > sentenceMost {
		return string(letters[:sentenceMost]) + "…"
	}
	return string(letters)
}

func holds(text string, terms []string) int {
	n := 0
	for _, t := range terms {
		if wordAt(text, t) >= 0 {
			n++
		}
	}
	return n
}

// wordAt is where a term begins in a text at the beginning of a word, or -1.
func wordAt(text, term string) int {
	for from := 0; ; {
		i := strings.Index(text[from:], term)
		if i < 0 {
			return -1
		}
		at := from + i
		if r, _ := utf8.DecodeLastRuneInString(text[:at]); at == 0 || !unicode.IsLetter(r) || !spaced(r) {
			return at
		}
		from = at + len(term)
	}
}

// spaced reports a letter of a script that sets spaces between words.
func spaced(r rune) bool {
	return !unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer)
}

// sentences cuts a paragraph after full stops that a new sentence follows.
func sentences(s string) []string {
	var out []string
	from := 0
	runes := []rune(s)
	for i, r := range runes {
		end := strings.ContainsRune("。！？", r)
		if strings.ContainsRune(".!?…", r) {
			j := i + 1
			for j < len(runes) && strings.ContainsRune("\"”’»)'", runes[j]) {
				j++
			}
			end = j+1 < len(runes) && unicode.IsSpace(runes[j]) && !unicode.IsLower(runes[j+1]) &&
				!(r == '.' && abbreviates(runes[:i]))
			if end {
				i = j - 1
			}
		}
		if end && i+1 > from {
			out = append(out, strings.TrimSpace(string(runes[from:i+1])))
			from = i + 1
		}
	}
	return append(out, strings.TrimSpace(string(runes[from:])))
}

// abbreviates reports a word too short to end many sentences: Mr, St, U.S.
func abbreviates(before []rune) bool {
	const short = 3
	n := 0
	for n < len(before) && unicode.IsLetter(before[len(before)-1-n]) {
		n++
	}
	return n > 0 && n <= short && unicode.IsUpper(before[len(before)-n])
}

// drawMeeting sets the two sentences under a reason, the terms in weight.
func drawMeeting(t meeting, terms []string, width int, th *theme.Theme) []string {
	const most = 5
	var lines []string
	for _, one := range []struct{ label, text string }{{"here", t.here}, {"there", t.there}} {
		if one.text == "" {
			continue
		}
		for _, l := range wrapAtMost(one.label+": “"+one.text+"”", width, most) {
			lines = append(lines, weighted(l, terms, th.Snippet, th.SnippetTerm))
		}
	}
	return lines
}

// weighted draws a line with the terms in it in a style of their own.
func weighted(line string, terms []string, plain, strong lipgloss.Style) string {
	lower := strings.ToLower(line)
	if len(lower) != len(line) { // the places would not tell
		return plain.Render(line)
	}
	var b strings.Builder
	for {
		first, end := len(line), 0
		for _, t := range terms {
			if i := wordAt(lower, strings.ToLower(t)); t != "" && i >= 0 && i < first && i+len(t) <= len(line) {
				first, end = i, i+len(t)
			}
		}
		if first > 0 {
			b.WriteString(plain.Render(line[:first]))
		}
		if end == 0 {
			return b.String()
		}
		b.WriteString(strong.Render(line[first:end]))
		line, lower = line[end:], lower[end:]
	}
}
