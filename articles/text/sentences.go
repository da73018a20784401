package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"broadsheet/articles"
)

// Prompts stand at the ends of paragraphs too: "He left on Friday. Tell us
// what you think!" Such a paragraph is judged sentence by sentence, and only
// the run of prompts that opens or ends it goes.

// span is a sentence: bytes of a text.
type span struct{ start, end int }

// sentences splits a paragraph where a stop is followed by a space and a
// capital, a digit or a quote. It errs towards too few.
func sentences(s string) []span {
	var out []span
	from := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '.', '!', '?':
		default:
			continue
		}
		j := i + 1
		for j < len(s) {
			r, n := utf8.DecodeRuneInString(s[j:])
			if !strings.ContainsRune(".!?\"'”’)…]", r) {
				break
			}
			j += n
		}
		if j >= len(s) || s[j] != ' ' {
			i = j - 1
			continue
		}
		r, _ := utf8.DecodeRuneInString(s[j+1:])
		if (unicode.IsUpper(r) || unicode.IsDigit(r) || strings.ContainsRune("\"“‘'([¿¡", r)) && !abbreviation(s[from:i]) {
			out = append(out, span{from, j + 1})
			from = j + 1
		}
		i = j
	}
	return append(out, span{from, len(s)})
}

// abbreviation reports whether the word before a stop is one that stops end:
// an initial, Mr, U.S.
func abbreviation(s string) bool {
	w := s[strings.LastIndexByte(s, ' ')+1:]
	switch w {
	case "Mr", "Mrs", "Ms", "Dr", "St", "Sen", "Rep", "Gov", "Gen", "Lt", "Col", "Sgt", "Prof", "Rev", "Jr", "Sr", "No", "vs", "Inc", "Co", "Nr", "bzw":
		return true
	}
	return len(w) == 1 && w[0] >= 'A' && w[0] <= 'Z' || strings.Contains(w, ".")
}

// prompts finds the run of prompts that ends a paragraph, or opens it. whole
// says that there is nothing else in it.
func (u *unit) prompts() (parts []part, whole bool) {
	all := sentences(u.Text)
	if len(all) < 2 {
		return nil, true
	}
	cues := make([]cue, len(all))
	for i, s := range all {
		cues[i] = promptCue(u.Text[s.start:s.end])
	}
	strong := func(i, beside int) bool {
		return cues[i].strength >= 7 || cues[i].strength == 6 && beside >= 0 && beside < len(cues) && cues[beside].strength >= 6
	}
	head, tail := 0, len(all)
	for head < tail && (strong(head, head+1) && cues[head].strength >= 9 || strong(head, head+1) && head+1 == len(all)) {
		head++
	}
	for tail > head && strong(tail-1, tail) {
		tail--
	}
	if head >= tail || tail == 0 || tail < len(all) && u.shape.words <= 60 && questions(u.Text, all[head:tail]) {
		return nil, true
	}
	if head > 0 && u.shape.words <= 60 && questions(u.Text, all[head:tail]) {
		return nil, true
	}
	if head > 0 {
		parts = append(parts, part{all[0].start, all[head-1].end, cues[0].class})
	}
	if tail < len(all) {
		parts = append(parts, part{all[tail].start, len(u.Text), cues[tail].class})
	}
	return parts, false
}

// questions reports whether all sentences ask.
func questions(s string, all []span) bool {
	for _, p := range all {
		if !strings.HasSuffix(strings.TrimRight(s[p.start:p.end], " \"'”’!"), "?") {
			return false
		}
	}
	return true
}

// promptCue is the cue of a sentence that speaks to the reader, or none.
func promptCue(s string) cue {
	f := folded(s)
	words := wordsOf(s)
	c := cueOf(words, f, false)
	n := strings.Count(words, " ")
	switch {
	case !promptClass(c.class) || c.how == '*' || c.how == '$' || n > 34,
		strings.ContainsAny(f, "\"") || strings.Contains(f, " said "):
		return cue{}
	case c.how == '=' || !strings.Contains(" "+words, " the ") && !asciiOnly(f):
		return c // another language: the table says enough
	}
	if !opensPrompt(words) && !(strings.HasSuffix(strings.TrimRight(f, " "), "?") && strings.Contains(" "+words, " you ")) {
		return cue{}
	}
	if c.class == articles.ClassGallery && !pointsAtPicture(words) {
		return cue{}
	}
	return c
}

func asciiOnly(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// opensPrompt reports whether a sentence begins as those do that tell the
// reader to do something.
func opensPrompt(words string) bool {
	first, rest, _ := strings.Cut(words, " ")
	switch first {
	case "click", "watch", "see", "check", "tell", "let", "share", "sound", "follow", "like", "subscribe", "sign", "read", "scroll", "leave", "join", "comment", "please",
		"email", "drop", "tweet", "weigh", "vote", "hollywoodlifers", "download", "get", "support", "donate", "visit", "find", "enter", "view", "listen", "take", "send", "contact", "register", "stay", "keep", "pick", "don't", "become", "have", "do", "what":
		return true
	case "and", "also", "so", "for", "if", "to", "then", "now", "but", "be":
		return strings.Contains(" "+rest, " you") || strings.Contains(" "+rest, " us ") || strings.Contains(" "+rest, " our ") || strings.Contains(" "+rest, " below ") || strings.Contains(" "+rest, " here ") || strings.Contains(" "+rest, " follow ") || strings.Contains(" "+rest, " pick up ")
	}
	return false
}

func pointsAtPicture(words string) bool {
	for w := range strings.SplitSeq(words, " ") {
		switch w {
		case "below", "here", "above", "video", "clip", "gallery", "pics", "footage", "trailer", "slideshow", "photos":
			return true
		}
	}
	return false
}

func promptClass(c articles.Class) bool {
	switch c {
	case articles.ClassCommentPrompt, articles.ClassShare, articles.ClassNewsletter, articles.ClassFollow, articles.ClassGallery, articles.ClassPromo, articles.ClassReadMore:
		return true
	}
	return false
}
