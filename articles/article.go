// Package articles is the domain: what a news story is. It knows nothing of
// terminals, databases or folders, and not how a file is read: that is
// articles/read, which draws on one package per stage or family of formats.
package articles

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// ID names a story within its library: its path under the library root with
// "/" as separator, and "#N" (from 1) appended inside containers.
type ID string

// Format is the family a file belongs to, as the reader sees it named.
type Format string

// The formats. FormatText covers raw scrapes and page copies.
const (
	FormatText     Format = "text"
	FormatMarkdown Format = "markdown"
	FormatHTML     Format = "html"
	FormatJSON     Format = "json"
	FormatJSONL    Format = "jsonl"
	FormatCSV      Format = "csv"
	FormatFeed     Format = "feed"
	FormatMail     Format = "mail"
	FormatWire     Format = "wire"
)

// Article is one news story after reading. It is built once and never edited:
// whoever holds an old one is still right.
type Article struct {
	ID     ID
	Path   string // as the caller gave it
	Format Format

	Title     string
	Dek       string // the line under the headline
	Authors   []string
	Source    string // the outlet
	Section   string
	Published Date
	Modified  Date
	Language  string // BCP 47, most often two letters
	URL       string // canonical address
	Image     string // lead image, an address or a path
	Tags      []string

	// PublisherID is the id by which the publisher knows the story, so that
	// another story's link may be resolved to this one.
	PublisherID string

	Body string // Markdown
	Text string // plain paragraphs, one blank line between

	// Lines holds, for each paragraph of Text, the line of the source it
	// began on, counted from 1. It is empty where a format has no lines.
	// With Cuts it lets a reader see the story as it was.
	Lines []int

	Related  []Link   // headlines the publisher named
	Cuts     []Cut    // what cleaning took out, in the order of the source
	Warnings []string // what a reader should know of how the story was read
}

// Link is a headline that the publisher named beside the story. Any field but
// Title may be empty.
type Link struct {
	Title     string
	URL       string
	ID        string // the publisher's id
	Image     string
	Published Date
}

// Cut is something cleaning took out of a story.
type Cut struct {
	Line    int // first line of the source it stood on, from 1
	EndLine int // last line, at least Line
	// Start and End are rune offsets in the (repaired) line, End exclusive;
	// both are 0 where whole lines were cut.
	Start, End int
	Class      Class
	Text       string
}

// Class says what kind of thing a cut was.
type Class string

// The cut classes.
const (
	ClassDupTitle          Class = "dup-title"
	ClassDate              Class = "date"
	ClassByline            Class = "byline"
	ClassCaption           Class = "caption"
	ClassPhotoCredit       Class = "photo-credit"
	ClassShare             Class = "share"
	ClassAdvert            Class = "advert"
	ClassNewsletter        Class = "newsletter"
	ClassPromo             Class = "promo"
	ClassCommentPrompt     Class = "comment-prompt"
	ClassLabel             Class = "label"
	ClassNav               Class = "nav"
	ClassCookie            Class = "cookie"
	ClassCopyright         Class = "copyright"
	ClassSourceCredit      Class = "source-credit"
	ClassContributorCredit Class = "contributor-credit"
	ClassAuthorBio         Class = "author-bio"
	ClassTags              Class = "tags"
	ClassPullQuote         Class = "pull-quote"
	ClassWireHeader        Class = "wire-header"
	ClassWireTrailer       Class = "wire-trailer"
	ClassURL               Class = "url"
	ClassDebugDump         Class = "debug-dump"
	ClassReadMore          Class = "read-more"
	ClassFollow            Class = "follow"
	ClassGallery           Class = "gallery"
	ClassMostRead          Class = "most-read"
	ClassSyndication       Class = "syndication"
	ClassSignOff           Class = "sign-off"
	ClassDisclaimer        Class = "disclaimer"
	ClassPaywall           Class = "paywall"
	ClassRelated           Class = "related"
	ClassRepeated          Class = "repeated"
)

// Classes lists every cut class, in the order help and config show them.
func Classes() []Class {
	return []Class{
		ClassDupTitle, ClassDate, ClassByline, ClassCaption, ClassPhotoCredit,
		ClassShare, ClassAdvert, ClassNewsletter, ClassPromo,
		ClassCommentPrompt, ClassLabel, ClassNav, ClassCookie, ClassCopyright,
		ClassSourceCredit, ClassContributorCredit, ClassAuthorBio, ClassTags,
		ClassPullQuote, ClassWireHeader, ClassWireTrailer, ClassURL,
		ClassDebugDump, ClassReadMore, ClassFollow, ClassGallery,
		ClassMostRead, ClassSyndication, ClassSignOff, ClassDisclaimer,
		ClassPaywall, ClassRelated, ClassRepeated,
	}
}

// Paragraphs returns the paragraphs of Text.
func (a Article) Paragraphs() []string {
	if a.Text == "" {
		return nil
	}
	return strings.Split(a.Text, "\n\n")
}

// Words counts the words of Text. Scripts written without spaces (Han, kana,
// Thai, Lao, Khmer, Burmese) count two letters as a word, which is near
// enough for a reading time.
func (a Article) Words() int { return CountWords(a.Text) }

// CountWords counts words as Article.Words does.
func CountWords(s string) int {
	words, dense, in := 0, 0, 0
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf { // most of most texts
			i++
			part := wordParts[c]
			words += int(part & wordLetter &^ uint8(in))
			in = int(part&wordLetter | part>>1&uint8(in))
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		switch {
		case r >= 0x0e00 && isDense(r):
			dense++
			in = 0
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			words += 1 - in
			in = 1
		case unicode.IsMark(r) || r == '’':
		default:
			in = 0
		}
	}
	return words + (dense+1)/2
}

// What a byte of ASCII is to a word: a letter of it, something that may stand
// inside it, or, as most, its end.
const (
	wordLetter = 1 << iota
	wordInside
)

var wordParts = func() (t [utf8.RuneSelf]uint8) {
	for c := range t {
		switch {
		case c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9':
			t[c] = wordLetter
		case c == '\'' || c == '-':
			t[c] = wordInside
		}
	}
	return t
}()

func isDense(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana,
		unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}
