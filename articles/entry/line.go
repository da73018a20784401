package entry

import (
	"html"
	"strings"
	"unicode/utf8"
)

// Line makes one line of plain text of a title, a name or a summary that may
// carry tags and entities.
func Line(s string) string {
	if strings.IndexByte(s, '&') >= 0 {
		s = html.UnescapeString(s)
	}
	if strings.IndexByte(s, '<') >= 0 {
		s = dropTags(s)
		if strings.IndexByte(s, '&') >= 0 {
			s = html.UnescapeString(s)
		}
	}
	return strings.Join(strings.Fields(s), " ")
}

// dropTags takes out what stands between angle brackets where that is a tag;
// "a < b" is not one.
func dropTags(s string) string {
	var b strings.Builder
	for {
		i := strings.IndexByte(s, '<')
		if i < 0 || i+1 >= len(s) {
			break
		}
		end := strings.IndexByte(s[i:], '>')
		if end < 0 || !tagStart(s[i+1]) {
			b.WriteString(s[:i+1])
			s = s[i+1:]
			continue
		}
		b.WriteString(s[:i])
		if !inlineTag(s[i : i+end+1]) {
			b.WriteByte(' ')
		}
		s = s[i+end+1:]
	}
	b.WriteString(s)
	return b.String()
}

func tagStart(c byte) bool {
	return c == '/' || c == '!' || c|0x20 >= 'a' && c|0x20 <= 'z'
}

// inlineTag reports a tag that may stand within a word.
func inlineTag(tag string) bool {
	name := strings.ToLower(strings.Trim(tag, "</>"))
	if i := strings.IndexAny(name, " \t\n/"); i >= 0 {
		name = name[:i]
	}
	switch name {
	case "a", "abbr", "b", "em", "font", "i", "mark", "s", "small", "span",
		"strong", "sub", "sup", "u", "wbr":
		return true
	}
	return false
}

// LooksHTML reports whether a content is HTML rather than plain text that
// happens to hold an angle bracket.
func LooksHTML(s string) bool {
	tags := 0
	for rest := firstRunes(s, 64<<10); ; {
		i := strings.IndexByte(rest, '<')
		if i < 0 || i+2 >= len(rest) {
			return false
		}
		rest = rest[i+1:]
		name, closing := strings.CutPrefix(rest, "/")
		n := 0
		for n < len(name) && n < 12 && (name[n]|0x20 >= 'a' && name[n]|0x20 <= 'z' || n > 0 && name[n] >= '1' && name[n] <= '6') {
			n++
		}
		if n == 0 || n >= len(name) || !strings.ContainsRune(" \t\r\n/>", rune(name[n])) {
			if strings.HasPrefix(rest, "!--") || strings.HasPrefix(strings.ToLower(firstRunes(rest, 8)), "!doctype") {
				tags++
			}
			continue
		}
		switch strings.ToLower(name[:n]) {
		case "p", "br", "div", "html", "body", "table", "ul", "ol", "blockquote",
			"h1", "h2", "h3", "figure", "article", "section":
			return true
		case "a", "b", "i", "em", "strong", "img", "span", "li", "td", "tr",
			"h4", "h5", "h6", "head", "meta", "script", "style", "font", "center",
			"hr", "pre", "code", "iframe", "sup", "sub", "small":
			tags++
			if closing {
				tags++
			}
		}
		if tags >= 2 {
			return true
		}
	}
}

// fold makes two ways of writing one headline equal.
func fold(s string) string {
	return strings.Join(strings.Fields(strings.ToLower(s)), " ")
}

// firstRunes is the head of s, at most n bytes, cut between runes.
func firstRunes(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

func firstNonEmpty(ss ...string) string {
	for _, s := range ss {
		if s != "" {
			return s
		}
	}
	return ""
}
