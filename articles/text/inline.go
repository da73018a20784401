package text

import (
	"slices"
	"strings"
	"unicode/utf8"

	"broadsheet/articles"
)

// trim cuts what stands inside paragraphs: bracketed links to other stories,
// prompts behind the last sentence.
func (d *draft) trim() {
	for i := range d.units {
		u := &d.units[i]
		if u.cut || u.title || u.Kind == Pre || len(u.Text) > 1<<20 {
			continue
		}
		d.trimBrackets(u)
		d.trimTail(u)
		slices.SortFunc(u.parts, func(a, b part) int { return a.start - b.start })
	}
}

// trimBrackets cuts (RELATED: Trams return) and the like.
func (d *draft) trimBrackets(u *unit) {
	s := u.Text
	brackets := finder{chars: "[(", next: []int{-1, -1}}
	for at := 0; ; {
		i := brackets.from(s, at)
		if i == len(s) {
			return
		}
		end := byte(']')
		if s[i] == '(' {
			end = ')'
		}
		j := closing(s[i:min(len(s), i+400)], end)
		if j < 0 {
			at = i + 1
			continue
		}
		j += i
		in := s[i+1 : j]
		if s[j] != end {
			in = s[i+1 : j+1] // the bracket was lost
		}
		if title, ok := afterLabel(strings.TrimSpace(in)); ok {
			d.addRelated(title, "")
			u.parts = append(u.parts, part{i, j + 1, articles.ClassRelated})
			at = j + 1
			continue
		}
		if c, ok := parenPrompt(s[i+1 : j]); ok {
			u.parts = append(u.parts, part{i, j + 1, c})
			at = j + 1
			continue
		}
		at = i + 1
	}
}

// closing is the byte of the bracket that closes the first one of s. A label
// of related stories may lose its bracket: then the end of the paragraph
// closes it.
func closing(s string, end byte) int {
	depth := 0
	for i := range len(s) {
		switch s[i] {
		case s[0]:
			depth++
		case end:
			if depth--; depth == 0 {
				return i
			}
		}
	}
	if _, ok := afterLabel(s[1:]); ok && len(s) < 200 && len(s) > 1 {
		return len(s) - 1
	}
	return -1
}

// parenPrompt reports a prompt in brackets: (VIDEO BELOW), (Read more here).
func parenPrompt(in string) (articles.Class, bool) {
	words := wordsOf(in)
	if n := strings.Count(words, " "); n == 0 || n > 7 {
		return "", false
	}
	c := cueOf(words, "", false)
	switch c.class {
	case articles.ClassGallery:
		return c.class, c.strength >= 9 && strings.Count(words, " ") >= 2
	case articles.ClassReadMore, articles.ClassAdvert, articles.ClassCommentPrompt:
		return c.class, c.strength >= 9
	}
	return "", false
}

// trimRights cuts the line of rights that ends a paragraph, and returns where
// it begins.
func trimRights(u *unit) int {
	end := len(u.Text)
	if foot := u.Text[max(0, end-80):]; strings.IndexByte(foot, '(') < 0 && !strings.Contains(foot, "©") {
		return end
	}
	for _, mark := range [...]string{"(c)", "©", "(C)"} {
		from := max(0, end-80)
		if at := strings.LastIndex(u.Text[from:], mark); at >= 0 && from+at > 40 {
			at += from
			u.parts = append(u.parts, part{at, end, articles.ClassCopyright})
			end = at
		}
	}
	return end
}

// trimTail cuts a prompt that stands behind the last sentence of a paragraph.
func (d *draft) trimTail(u *unit) {
	end := trimRights(u)
	for _, p := range u.parts {
		if p.end == end && p.start > 0 {
			end = p.start
		}
	}
	for range 2 {
		from := max(0, end-240)
		at := from + lastSentence(u.Text[from:end])
		if at <= from || within(u.parts, at) {
			return
		}
		tail := u.Text[at:end]
		if title, ok := relatedTail(tail); ok {
			d.addRelated(title, "")
			u.parts = append(u.parts, part{at, end, articles.ClassRelated})
		} else if c, ok := prompt(tail); ok && at > 0 {
			u.parts = append(u.parts, part{at, end, c})
		} else {
			return
		}
		end = at
	}
}

// relatedTail is the headline that the last sentence of a paragraph leads to.
func relatedTail(s string) (string, bool) {
	if !relatedUpper(s) {
		return "", false
	}
	return afterLabel(strings.TrimSpace(s))
}

// within reports whether a byte stands in a part that goes.
func within(parts []part, at int) bool {
	for _, p := range parts {
		if at >= p.start && at < p.end {
			return true
		}
	}
	return false
}

// relatedUpper reports whether a label within a paragraph is one that no
// sentence begins with.
func relatedUpper(s string) bool {
	s = strings.TrimLeft(s, " -–—")
	if s == "" || strings.IndexByte("RMSAL\xc3\xd0", s[0]) < 0 {
		return false
	}
	for _, w := range [...]string{"RELATED", "Related", "READ MORE", "Read more", "Read More", "MORE", "SEE ALSO", "See also", "ALSO READ", "Also read", "Also Read", "READ ALSO", "Read also", "À lire aussi", "LIRE AUSSI", "Lesen Sie auch", "LEIA TAMBÉM", "Leia também", "Leggi anche", "LEGGI ANCHE", "Lea también", "Читайте также"} {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// lastSentence is the byte at which the last sentence of a paragraph begins,
// with the dash before it, or 0.
func lastSentence(s string) int {
	end := len(s)
	for end > 0 && strings.IndexByte(" .!?:\")", s[end-1]) >= 0 {
		end--
	}
	for i := end - 2; i > 0; i-- {
		if s[i] != ' ' || letterAt(s, i-1) && letterAt(s, i+1) {
			continue
		}
		switch s[i-1] {
		case '.', '!', '?', '"':
			return i + 1
		}
		switch {
		case strings.HasSuffix(s[:i], "”"):
			return i + 1
		case strings.HasPrefix(s[i+1:], "– "), strings.HasPrefix(s[i+1:], "— "), strings.HasPrefix(s[i+1:], "-- "):
			return i + 1
		}
	}
	return 0
}

// prompt reports a sentence that is no part of the story but tells the reader
// what to press.
func prompt(s string) (articles.Class, bool) {
	if !promptWord(s) {
		return "", false
	}
	f := wordsOf(s)
	for _, p := range [...]struct {
		words string
		class articles.Class
	}{
		{"click here ", articles.ClassReadMore},
		{"click through ", articles.ClassGallery},
		{"read more ", articles.ClassReadMore},
		{"read the full ", articles.ClassReadMore},
		{"read on ", articles.ClassReadMore},
		{"scroll down ", articles.ClassGallery},
		{"watch the ", articles.ClassGallery},
		{"watch it ", articles.ClassGallery},
		{"watch below ", articles.ClassGallery},
		{"see the video below ", articles.ClassGallery},
		{"check out the ", articles.ClassGallery},
		{"share this story if ", articles.ClassShare},
		{"share this article if ", articles.ClassShare},
		{"share this if ", articles.ClassShare},
		{"tell us ", articles.ClassCommentPrompt},
		{"let us know ", articles.ClassCommentPrompt},
		{"sound off ", articles.ClassCommentPrompt},
		{"share your thoughts ", articles.ClassCommentPrompt},
		{"sign up ", articles.ClassNewsletter},
		{"subscribe to ", articles.ClassNewsletter},
		{"follow us ", articles.ClassFollow},
		{"follow @ ", articles.ClassFollow},
		{"like us ", articles.ClassFollow},
		{"for more ", articles.ClassGallery},
	} {
		if !strings.HasPrefix(f, p.words) {
			continue
		}
		if p.words == f {
			return p.class, true // "Read on!"
		}
		switch p.words {
		case "click here ", "read more ", "scroll down ", "click through ", "sound off ", "follow us ", "follow @ ", "like us ", "share this story if ", "share this article if ", "share this if ":
			return p.class, strings.Count(f, " ") <= 24
		}
		for _, w := range [...]string{" below ", " above ", " here ", " newsletter ", " comments ", " video ", " clip ", " gallery "} {
			if strings.Contains(f, w) && strings.Count(f, " ") <= 24 && !strings.Contains(f, " said ") {
				return p.class, true
			}
		}
	}
	return "", false
}

// promptWord reports whether the first word of a sentence is one of those
// that open a prompt. Most sentences are told from prompts by it.
func promptWord(s string) bool {
	var low [12]byte
	n := 0
	for i := range len(s) {
		c := s[i] | 0x20
		letter := c >= 'a' && c <= 'z' && s[i] < utf8.RuneSelf
		if !letter && n > 0 || n == len(low) {
			break
		}
		if letter {
			low[n] = c
			n++
		}
	}
	switch string(low[:n]) {
	case "click", "read", "scroll", "watch", "see", "check", "tell", "let", "sound", "share", "sign", "subscribe", "follow", "like", "for":
		return true
	}
	return false
}

// cutPart records a piece cut out of a unit.
func (d *draft) cutPart(u *unit, p part) {
	start := utf8.RuneCountInString(u.Text[:p.start])
	d.out.Cuts = append(d.out.Cuts, articles.Cut{
		Line: u.Line, EndLine: u.EndLine, Class: p.class, Text: strings.TrimSpace(u.Text[p.start:p.end]),
		Start: start, End: start + utf8.RuneCountInString(u.Text[p.start:p.end]),
	})
}

// withoutParts cuts the parts that go out of a block's Markdown too, or gives
// it up where they are not found in it as they stand in the text.
func withoutParts(markdown string, u *unit, keep map[articles.Class]bool) string {
	for _, p := range u.parts {
		s := strings.TrimSpace(u.Text[p.start:p.end])
		switch {
		case keep[p.class]:
		case markdown == "" || strings.Count(markdown, s) != 1:
			return ""
		default:
			markdown = strings.Replace(markdown, s, "", 1)
		}
	}
	return strings.TrimSpace(markdown)
}

// keep is the block of a unit that stays, without the parts that go.
func (d *draft) keep(u *unit) Block {
	b := u.Block
	if len(u.parts) == 0 {
		return b
	}
	var t strings.Builder
	at := 0
	for _, p := range u.parts {
		if p.start < at || d.opts.Keep[p.class] {
			continue
		}
		d.cutPart(u, p)
		t.WriteString(strings.TrimRight(u.Text[at:p.start], " "))
		rest := u.Text[p.end:]
		if rest != "" && strings.IndexAny(rest[:1], ".,;:!?)") != 0 && t.Len() > 0 {
			t.WriteByte(' ')
		}
		at = p.end + len(rest) - len(strings.TrimLeft(rest, " "))
	}
	t.WriteString(u.Text[at:])
	text := strings.TrimSpace(t.String())
	if text == b.Text {
		return b
	}
	b.Text, b.Markdown = text, withoutParts(b.Markdown, u, d.opts.Keep)
	return b
}
