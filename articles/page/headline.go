package page

import (
	"net/url"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"broadsheet/articles"

	"golang.org/x/net/html"
)

// headlineOf is the headline that a link says. Where the link is a whole item,
// with a kicker, a dek and a byline about it, it is the heading within, or what
// is named as one; else all its words.
func headlineOf(a *html.Node) string {
	h := find(a, func(n *html.Node) bool {
		return n != a && (heading(n) > 0 || isNamed(n, "headline", "title", "titel", "titre", "titulo")) && headlineLike(content(n))
	})
	if h == nil {
		return spaced(a)
	}
	return spaced(h)
}

// isNamed reports whether a class of an element ends in one of the words:
// "teaser__title" does, "subtitle" does not.
func isNamed(n *html.Node, words ...string) bool {
	for _, class := range strings.Fields(strings.ToLower(attr(n, "class"))) {
		last := class[strings.LastIndexAny(class, "-_")+1:]
		if slices.Contains(words, last) && !strings.Contains(class, "sub") {
			return true
		}
	}
	return false
}

// spaced is the text under a node on one line. Pages that stack a kicker on a
// headline by style alone have no space between the two: one is set where a
// word ends in small letters, a figure or a stop and the next element begins
// with a capital.
func spaced(root *html.Node) string {
	var b strings.Builder
	var before *html.Node
	descend(root, func(n *html.Node) (bool, bool) {
		if n.Type != html.TextNode || n.Data == "" {
			return !silent(n) || n == root, false
		}
		if before != nil && before.Parent != n.Parent {
			last, _ := utf8.DecodeLastRuneInString(before.Data)
			first, _ := utf8.DecodeRuneInString(n.Data)
			if (unicode.IsLower(last) || unicode.IsDigit(last) || unicode.IsPunct(last) && last != '-') && unicode.IsUpper(first) {
				b.WriteByte(' ')
			}
		}
		b.WriteString(n.Data)
		before = n
		return true, false
	})
	return fold(b.String())
}

// headlineLike reports whether the text of a link may be a headline.
func headlineLike(s string) bool {
	n := articles.CountWords(s)
	return n >= 3 && n <= 40 && letters(s) >= 8
}

// leadsToStory reports whether a link of a list of related headlines may lead
// to a story: not what asks for a click, not a picture, and not the page of a
// site, a section, a topic or a shop.
func leadsToStory(title, address string) bool {
	words := articles.CountWords(title)
	if words <= 8 && isCall(strings.ToLower(title)) {
		return false
	}
	if address == "" {
		return words > 5 || !relatedHeading(title) // the heading of the list itself
	}
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "" && u.Scheme != "http" && u.Scheme != "https" {
		return false
	}
	p := strings.ToLower(strings.Trim(u.Path, "/"))
	switch path.Ext(p) {
	case ".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".mp3", ".mp4", ".zip", ".xml", ".rss":
		return false
	}
	if u.Host != "" && p == "" && u.RawQuery == "" || isTopic(p) {
		return false
	}
	// A short way of plain words, /news or /reviews/cars, is a section's. Its
	// name is short, too, and has no stop in it.
	section := strings.Count(p, "/") < 2 && !strings.ContainsAny(p, "-_.0123456789%") && u.RawQuery == ""
	return !section || words > 6 || strings.ContainsAny(title, ":?!“”")
}

// isCall reports a line that asks the reader to do something rather than says
// what happened.
func isCall(lower string) bool {
	for _, w := range []string{"click here", "click to", "view all", "view more", "see all", "see more", "show all", "show more", "more from ", "learn more",
		"subscribe", "sign up", "log in", "share this", "share all", "share on", "alle anzeigen", "mehr anzeigen", "voir plus", "voir tous", "ver más", "ver todo", "lee más", "leer más"} {
		if strings.HasPrefix(lower, w) {
			return true
		}
	}
	return strings.Contains(lower, "opens in a new")
}

// isTopic reports the way to a list of stories of one kind. A last step as
// long as a headline is a story's all the same.
func isTopic(way string) bool {
	if strings.Count(way[strings.LastIndexByte(way, '/')+1:], "-") >= 5 {
		return false
	}
	for _, no := range []string{"tag/", "tags/", "topic/", "topics/", "category/", "categories/", "author/", "autor/", "thema/", "themen/", "tema/", "search", "wp-content/"} {
		if strings.HasPrefix(way, no) || strings.Contains(way, "/"+no) {
			return true
		}
	}
	return false
}

// storyAddress reports whether an address looks like a story's and not like
// a section's or a topic's.
func storyAddress(u string) bool {
	p, err := url.Parse(u)
	if err != nil {
		return false
	}
	way := strings.Trim(p.Path, "/")
	if isTopic(way) {
		return false
	}
	if i := strings.LastIndexByte(way, '/'); i >= 0 {
		way = way[i+1:]
	}
	digits := 0
	for _, c := range way {
		if c >= '0' && c <= '9' {
			digits++
		}
	}
	return strings.Count(way, "-") >= 3 || digits >= 5 || strings.HasSuffix(way, ".html") && len(way) > 15
}
