// Package mail reads saved mails as stories: newsletters most of all, and
// stories that people sent one another. It knows nothing of mailboxes or of
// how mail is fetched.
package mail

import (
	"errors"
	"net/mail"
	"slices"
	"strings"

	"broadsheet/articles"
	"broadsheet/articles/entry"
	"broadsheet/articles/field"
	"broadsheet/articles/parts"
)

// Options are what a caller may ask of the reader.
type Options = entry.Options

// ErrNoStory is returned for a mail with neither a subject nor a text.
var ErrNoStory = errors.New("the mail has neither a subject nor a text")

// Read reads one mail.
func Read(src []byte, o Options) (articles.Article, error) {
	m := parts.Parse(src)
	if inner := forwarded(m); inner != nil {
		m = inner
	}
	e := entry.Entry{Page: true, Known: known(m)}
	html, plain := bodies(m)
	if html != "" {
		e.Contents = append(e.Contents, entry.Content{Text: html, Type: entry.HTML})
	}
	var foot []articles.Cut
	if plain != "" {
		var f forward
		plain, f = unforward(plain)
		f.apply(&e.Known)
		if html == "" {
			plain, foot = footer(plain)
		}
		e.Contents = append(e.Contents, entry.Content{Text: unflow(m, plain), Type: entry.Plain})
	}
	a, ok := e.Article(o)
	if !ok {
		return articles.Article{}, ErrNoStory
	}
	a.Format = articles.FormatMail
	a.Cuts = append(a.Cuts, foot...)
	a.Related = slices.DeleteFunc(a.Related, func(l articles.Link) bool { return errand(l.Title) })
	return a, nil
}

// known is what the header says.
func known(m *parts.Part) articles.Article {
	a := articles.Article{
		Title:       subject(m.Header("Subject")),
		Language:    language(m.Header("Content-Language")),
		PublisherID: strings.Trim(m.Get("Message-ID"), "<> "),
		URL:         strings.Trim(m.Get("Archived-At"), "<> "),
	}
	a.Authors, a.Source = sender(m)
	a.Published = date(m.Get("Date"))
	if a.Published.IsZero() {
		_, stamp, _ := strings.Cut(m.Get("Received"), ";")
		a.Published = date(strings.TrimSpace(stamp))
	}
	return a
}

// errand reports the title of a link under a newsletter that leads to no
// story: to one's subscription, or to the same mail in a browser.
func errand(title string) bool {
	title = strings.ToLower(title)
	for _, w := range [...]string{"unsubscribe", "preferences", "subscription", "in your browser", "in a browser", "view online", "privacy", "abmelden", "abbestellen", "im browser", "désabonner", "désinscri", "navigateur", "darse de baja", "navegador"} {
		if strings.Contains(title, w) {
			return true
		}
	}
	return false
}

// subject takes off what mail programs put before one.
func subject(s string) string {
	for {
		i := strings.IndexByte(s, ':')
		if i < 0 || i > 4 {
			return s
		}
		switch strings.ToLower(s[:i]) {
		case "fw", "fwd", "wg", "tr", "rv", "re", "aw", "sv", "vs", "enc", "i", "pd":
			s = strings.TrimSpace(s[i+1:])
		default:
			return s
		}
	}
}

func language(s string) string {
	s, _, _ = strings.Cut(s, ",")
	if s = strings.TrimSpace(s); len(s) < 2 || len(s) > 8 {
		return ""
	}
	return s
}

func date(s string) articles.Date {
	if t, err := mail.ParseDate(s); err == nil {
		return articles.NewDate(t, articles.Second, true)
	}
	if i := strings.IndexByte(s, '('); i > 0 {
		s = s[:i]
	}
	d, _ := field.Date(strings.TrimSpace(s), "en")
	return d
}

// sender tells who wrote a mail and which outlet sent it. A list or a
// newsletter is an outlet; a person is not.
func sender(m *parts.Part) (authors []string, outlet string) {
	name, address := person(m.Get("From"))
	if name == "" || strings.Contains(name, "@") {
		name = ""
	}
	for _, sep := range []string{" from ", " at ", " via ", " | ", " - ", ", "} {
		who, whom, ok := strings.Cut(name, sep)
		if ok && len(strings.Fields(who)) >= 2 && whom != "" {
			return []string{strings.TrimSpace(who)}, strings.TrimSpace(whom)
		}
	}
	list := m.Header("List-Id")
	if i := strings.IndexByte(list, '<'); i > 0 {
		outlet = strings.Trim(list[:i], ` "`)
	}
	if bulk(m, address) {
		if name != "" {
			outlet = name
		}
	} else if name != "" {
		authors = []string{name}
	}
	if _, host, ok := strings.Cut(address, "@"); ok && outlet == "" && bulk(m, address) {
		outlet = host
	}
	return authors, outlet
}

// person reads an address, however it is written.
func person(s string) (name, address string) {
	if list, err := (&mail.AddressParser{}).ParseList(s); err == nil && len(list) > 0 {
		return parts.DecodeWords(list[0].Name), list[0].Address
	}
	name, address, ok := strings.Cut(s, "<")
	switch {
	case !ok && strings.Contains(s, "@"):
		return "", strings.TrimSpace(s)
	case !ok: // a name alone, as Outlook quotes it
		return parts.DecodeWords(strings.TrimSpace(s)), ""
	}
	address, _, _ = strings.Cut(address, ">")
	return parts.DecodeWords(strings.Trim(name, ` "`)), strings.TrimSpace(address)
}

// bulk reports mail that goes to many.
func bulk(m *parts.Part, address string) bool {
	if m.Get("List-Unsubscribe") != "" || m.Get("List-Id") != "" || strings.EqualFold(m.Get("Precedence"), "bulk") {
		return true
	}
	local, _, _ := strings.Cut(strings.ToLower(address), "@")
	for _, word := range []string{"news", "noreply", "no-reply", "reply", "info", "editor", "alert", "hello", "briefing", "daily", "digest", "bulletin", "redaktion", "redaction"} {
		if strings.Contains(local, word) {
			return true
		}
	}
	return false
}
