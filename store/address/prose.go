package address

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"broadsheet/articles"
)

const (
	mostOf   = 64   // addresses of one story; more is a list of links
	longest  = 2000 // bytes of one address
	farthest = 2000 // bytes back to where the words of a link begin
)

// Outside lists the pages outside its own site that the prose of a story leads
// to, in their canonical form, each once and in the order they stand there.
// Front doors are left out, and what outlets put on every page: pictures,
// profiles, ways to share, shops for apps. They say nothing of the story.
func Outside(a articles.Article) []string {
	var found []string
	for raw := range prose(a.Body) {
		page := Canonical(raw)
		if page == "" || slices.Contains(found, page) || !telling(page) || inside(page, a) {
			continue
		}
		if found = append(found, page); len(found) == mostOf {
			break
		}
	}
	return found
}

// prose yields the addresses of links and those that stand in the text as they
// are, but for those of pictures.
func prose(body string) iter.Seq[string] {
	return func(yield func(string) bool) {
		schemes, hosts := sign{body, "://", 0}, sign{body, "www.", 0}
		for at := 0; ; {
			from, host := schemes.after(at), hosts.after(at)
			if from == len(body) && host == len(body) {
				return
			}
			if from = scheme(body, at, from); host < from {
				from = host
			}
			end := from + length(body, from)
			if at = max(end, from+1); end-from <= longest && stands(body, from) && !pictured(body, from) {
				if !yield(plain(body[from:end])) {
					return
				}
			}
		}
	}
}

// sign is something that addresses are found by, and where it stands next.
type sign struct {
	text, is string
	at       int
}

// after is where it stands at some place or after it, or the end of the text.
func (s *sign) after(place int) int {
	if s.at < place || s.at == 0 {
		if i := strings.Index(s.text[min(place, len(s.text)):], s.is); i >= 0 {
			s.at = place + i
		} else {
			s.at = len(s.text)
		}
	}
	return s.at
}

// scheme is where the scheme begins whose end stands at a colon.
func scheme(s string, from, colon int) int {
	for _, is := range []string{"https", "http"} {
		if head := colon - len(is); head >= from && colon < len(s) && strings.EqualFold(s[head:colon], is) {
			return head
		}
	}
	return colon
}

// stands reports whether an address begins there, and not in the midst of a
// word or of another address.
func stands(s string, at int) bool {
	if !strings.EqualFold(s[at:min(len(s), at+4)], "http") && !strings.HasPrefix(s[at:], "www.") {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(s[:at])
	return at == 0 || !(unicode.IsLetter(before) && before < 0x2e80) && !unicode.IsDigit(before) && before != '/' && before != '.'
}

// length is how long the address is that begins in a text at from. In a link
// it goes on to the bracket that ends it, elsewhere to the end of the word,
// without what closes a sentence.
func length(s string, from int) int {
	open := 0
	end := strings.IndexFunc(s[from:], func(r rune) bool {
		switch r {
		case '(':
			open++
		case ')':
			open--
		case '<', '>', '"', '`', '|':
			return true
		}
		return open < 0 || unicode.IsSpace(r) || !unicode.IsPrint(r)
	})
	if end < 0 {
		end = len(s) - from
	}
	return len(strings.TrimRight(s[from:from+end], ".,;:!?'’”*_]\\"))
}

// pictured reports whether the address that begins at from is that of a
// picture: ![words](address).
func pictured(s string, from int) bool {
	head := strings.TrimSuffix(s[max(0, from-farthest):from], "<")
	if !strings.HasSuffix(head, "](") {
		return false
	}
	open := 1
	for i := len(head) - 3; i >= 0; i-- {
		switch head[i] {
		case ']':
			open++
		case '[':
			if open--; open == 0 {
				return i > 0 && head[i-1] == '!'
			}
		}
	}
	return false
}

// plain takes back what Markdown did to an address.
func plain(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && s[i+1] < utf8.RuneSelf && unicode.IsPunct(rune(s[i+1])) {
			continue
		}
		b.WriteByte(s[i])
	}
	return strings.ReplaceAll(b.String(), "&amp;", "&")
}

// telling reports whether a page may say what a story is about.
func telling(page string) bool {
	all, query, _ := strings.Cut(page, "?")
	host, bare, _ := strings.Cut(all, "/")
	if i := strings.LastIndexByte(host, '.'); i <= 0 || i == len(host)-1 {
		return false
	}
	return !door(bare, query) && !picture(bare) && !everywhere(host, bare)
}

// door reports the front door of a site, in one language or all.
func door(path, query string) bool {
	name, _, _ := strings.Cut(strings.ToLower(path), ".")
	return query == "" && !strings.Contains(path, "/") &&
		(len(path) <= 2 || len(path) == 5 && path[2] == '-' || slices.Contains([]string{"index", "home", "default", "welcome", "landing"}, name))
}

// picture reports a path to what is shown and not read.
func picture(path string) bool {
	path = strings.ToLower(path)
	for _, end := range []string{".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".avif", ".ico", ".css", ".js"} {
		if strings.HasSuffix(path, end) {
			return true
		}
	}
	return false
}

// everywhere reports pages that stand on every page of many outlets. Of places
// where people write, a post tells something and a profile does not.
func everywhere(host, path string) bool {
	first, rest, _ := strings.Cut(path, "/")
	switch host {
	case "twitter.com", "x.com", "instagram.com", "facebook.com", "tiktok.com", "threads.net", "bsky.app", "t.me", "medium.com":
		return rest == "" || slices.Contains([]string{"intent", "share", "sharer", "dialog", "hashtag", "plugins", "pages"}, first)
	case "linkedin.com", "pinterest.com", "reddit.com", "tumblr.com", "flipboard.com", "news.google.com":
		return slices.Contains([]string{"in", "company", "sharing", "shareArticle", "pin", "user", "submit", "share", "widgets", "publications"}, first)
	case "youtube.com":
		return first != "watch" && first != "shorts" && first != "live"
	case "play.google.com", "apps.apple.com", "itunes.apple.com", "wa.me", "api.whatsapp.com", "web.whatsapp.com",
		"plus.google.com", "feeds.feedburner.com", "amzn.to", "fonts.googleapis.com", "maps.google.com":
		return true
	}
	return false
}

// inside reports whether a page is of the site of a story, as its address
// tells, or its outlet.
func inside(page string, a articles.Article) bool {
	host, own := hostOf(page), hostOf(Canonical(a.URL))
	if own != "" && within(host, own) {
		return true
	}
	source := strings.ToLower(strings.TrimSpace(a.Source))
	if strings.Contains(source, ".") && !strings.Contains(source, " ") {
		return within(host, hostOf(Canonical("//"+source)))
	}
	return named(host, source)
}

func hostOf(page string) string {
	if end := strings.IndexAny(page, "/?"); end >= 0 {
		return page[:end]
	}
	return page
}

// within reports whether one of two hosts is the other or a part of it.
func within(a, b string) bool {
	return a == b || strings.HasSuffix(a, "."+b) || strings.HasSuffix(b, "."+a)
}

// named reports whether a host is called like an outlet: ostrelcourier.example
// is that of the Ostrel Courier.
func named(host, source string) bool {
	letters := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, source)
	for label := range strings.SplitSeq(host, ".") {
		label = strings.ReplaceAll(label, "-", "")
		if len(label) > 2 && (label == letters || label == strings.TrimPrefix(letters, "the")) {
			return true
		}
	}
	return false
}
