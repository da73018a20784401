package ui

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"broadsheet/ui/theme"
)

// drawSnippet shows the passage found, with what matched in it.
func drawSnippet(p Snippet, width int, th *theme.Theme) string {
	first := [2]int{}
	if len(p.Hits) > 0 {
		first = p.Hits[0]
	}
	from, to := snippetWindow(p.Text, first, width)
	var b strings.Builder
	put := func(text string, matched bool) {
		switch {
		case text == "":
		case matched:
			b.WriteString(th.SnippetTerm.Render(text))
		default:
			b.WriteString(th.Snippet.Render(text))
		}
	}
	if from > 0 {
		put(th.Marks.Ellipsis, false)
	}
	at := from
	for _, h := range p.Hits {
		if h[0] < at || h[0] >= to {
			continue
		}
		end := min(h[1], to)
		put(p.Text[at:h[0]], false)
		put(p.Text[h[0]:end], true)
		at = end
	}
	put(p.Text[at:to], false)
	if to < len(p.Text) {
		put(th.Marks.Ellipsis, false)
	}
	return b.String()
}

// snippetWindow is the part of a passage that fits, in whole words where it
// has words, with its first match in sight and some words before it. Room is
// left for an ellipsis where the passage is cut.
func snippetWindow(s string, hit [2]int, width int) (from, to int) {
	const ellipsis, least, after = 1, 3, 6 // cells that some words after the match take
	switch {
	case cells(s) <= width:
		return 0, len(s)
	case width < least:
		return 0, 0
	}
	before := max(width-cells(s[hit[0]:hit[1]]), 0) / 3
	all := cells(s[:hit[0]])
	if all > before && cells(s[:hit[1]])+after > width {
		kept := ansi.TruncateLeft(s[:hit[0]], all-before+ellipsis, "")
		if i := strings.IndexByte(kept, ' '); i >= 0 {
			kept = kept[i+1:]
		}
		from = hit[0] - len(kept)
	}
	room := width
	if from > 0 {
		room -= ellipsis
	}
	if cells(s[from:]) <= room {
		return from, len(s)
	}
	to = from + len(ansi.Truncate(s[from:], room-ellipsis, ""))
	return from, max(wordEnd(s, to), min(hit[1], to))
}

// wordEnd is where to cut a text at or before a place: between words, and
// without what joins them. A text without blanks is cut where it must be.
func wordEnd(s string, at int) int {
	if r, _ := utf8.DecodeRuneInString(s[at:]); !unicode.IsSpace(r) {
		const longest = 20 // of the words that a line may lose
		i := strings.LastIndexByte(s[:at], ' ')
		if i < 0 || cells(s[i:at]) > longest {
			return at
		}
		at = i
	}
	return len(strings.TrimRight(s[:at], " .,;:–—-"))
}
