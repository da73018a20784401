// Package field recognises what the fields of a record are, by what they are
// called and by what is in them: the front matter of a clipping, an object of
// a JSON export and a row of a CSV file name the same things in a hundred
// ways. It does not know how any of them is parsed.
package field

import (
	"slices"
	"strings"
)

// Role is what a field means to a story.
type Role uint8

// The roles. Saved is when the reader kept the story, which is not when it
// was published; Outlet may hold a name or an address.
const (
	None Role = iota
	Title
	Dek
	Author
	Outlet
	Section
	Published
	Modified
	Saved
	Language
	URL
	Image
	Tags
	ID
	Text
	Related
)

// Of tells the role of a field by its name, and the rank of that name among
// the names of the role: of two fields with one role, the lower rank is the
// better statement.
func Of(name string) (Role, int) {
	n := Fold(name)
	for _, t := range table {
		if i := slices.Index(t.names, n); i >= 0 {
			return t.role, i
		}
	}
	return None, 0
}

// Fold makes the ways of writing one name equal: case, and what stands
// between words.
func Fold(name string) string {
	clean := true
	for i := 0; i < len(name) && clean; i++ {
		c := name[i]
		clean = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 0x80
	}
	if clean {
		return name
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r >= 0x80:
			return r
		}
		return -1
	}, strings.TrimPrefix(name, "article__"))
}

// table lists the names of each role, the best statement first. It is never
// written to.
var table = [...]struct {
	role  Role
	names []string
}{
	{Title, []string{
		"headline", "title", "articletitle", "newstitle", "headlines", "webtitle", "maintitle", "printheadline",
		"ogtitle", "resolvedtitle", "giventitle", "titre", "titel", "titulo", "titolo", "heading", "seotitle",
		"slugline", "name", "label", "pagetitle", "newsheadline", "storytitle", "titlefull", "h1", "head",
	}},
	{Text, []string{
		"articlebody", "bodyhtml", "contenthtml", "bodytext", "maintext", "fulltext", "articletext", "storytext",
		"textfull", "text", "body", "content", "contentencoded", "contenttext", "html", "htmlcontent", "cleanedtext",
		"plaintext", "textcontent", "articlecontent", "newscontent", "newstext", "newsarticle", "newsbody",
		"fullcontent", "fullarticle", "rawtext", "story", "storybody", "article", "document", "markdown", "md",
		"note", "message", "post", "posttext", "paragraphs", "sentences", "texte", "corps", "inhalt", "texto",
		"cuerpo", "testo", "maincontent", "contents", "bodycontent", "descriptionhtml", "doc", "news", "data", "selection",
	}},
	{Dek, []string{
		"dek", "standfirst", "subtitle", "subheadline", "subhead", "deck", "trailtext", "kicker", "abstract",
		"summary", "description", "excerpt", "metadescription", "ogdescription", "lead", "leadparagraph", "intro",
		"teaser", "snippet", "descriptiontext", "contentsnippet", "highlights", "shortdescription", "chapo",
		"summaryhtml", "blurb",
	}},
	{Author, []string{
		"authors", "author", "byline", "bylines", "creator", "dccreator", "writer", "writers", "by", "authorname",
		"authornames", "articleauthor", "journalist", "reporter", "reporters", "publishedby", "auteur", "autor",
		"autoren", "autore", "credit", "contributors", "metaauthor",
	}},
	{Outlet, []string{
		"sitename", "source", "publisher", "outlet", "publication", "newspaper", "site", "sourcename", "website",
		"ogsitename", "newssource", "publishername", "newsoutlet", "media", "medianame", "provider", "originsitename",
		"sourcedomain", "domain", "domainname", "hostname", "host", "brand", "agency", "journal", "feedtitle",
		"copyrightholder",
	}},
	{Published, []string{
		"datepublished", "publishedat", "published", "publishdate", "datepublish", "publicationdate", "pubdate",
		"publisheddate", "publishedtime", "publishtime", "datetimepublished", "articlepublishedtime", "firstpublished",
		"firstpublisheddate", "webpublicationdate", "versioncreated", "firstcreated", "date", "datetime", "pubdatetime",
		"publishedon", "publishedtimestamp", "articledate", "newsdate", "time", "timestamp", "posted", "postedat",
		"postdate", "dateposted", "dateline", "publishedparsed", "day", "issued", "displaydate", "created", "createdat", "datecreated",
		"createddate", "year",
	}},
	{Modified, []string{
		"datemodified", "modified", "updated", "updatedat", "lastmod", "lastmodified", "datemodify", "modifieddate",
		"updateddate", "articlemodifiedtime", "lastupdated", "dateupdated", "webupdated",
	}},
	{Saved, []string{
		"savedat", "datesaved", "saved", "timeadded", "dateadded", "clipped", "datedownload", "downloaddate",
		"crawldate", "crawledat", "scraped", "scrapedat", "scrapedate", "retrieved", "accessed", "fetched",
	}},
	{Language, []string{"language", "lang", "locale", "inlanguage", "languagecode", "articlelanguage"}},
	{URL, []string{
		"canonicalurl", "canonical", "canonicallink", "url", "link", "articleurl", "weburl", "resolvedurl", "givenurl",
		"externalurl", "sourceurl", "newsurl", "originalurl", "permalink", "uri", "href", "address", "storyurl",
		"pageurl", "ogurl", "urlfull", "sourcelink", "mainentityofpage", "original",
	}},
	{Image, []string{
		"topimage", "imageurl", "image", "ogimage", "leadimage", "leadimageurl", "urltoimage", "thumbnail", "topimageurl",
		"previewpicture", "cover", "coverimage", "featuredimage", "bannerimage", "picture", "pic", "thumb",
		"thumbnailurl", "img", "photo", "banner", "mainimage", "topimg",
	}},
	{Section, []string{
		"section", "articlesection", "sectionname", "category", "categories", "newscategory", "desk", "rubrique",
		"ressort", "newsdesk", "topic", "anpacategory",
	}},
	{Tags, []string{
		"tags", "keywords", "metakeywords", "labels", "topics", "subjects", "tag", "newskeywords", "articletag",
		"folder", "hashtags", "subject",
	}},
	{ID, []string{
		"id", "guid", "articleid", "storyid", "newsid", "uid", "uuid", "docid", "contentid", "identifier", "pk", "itemid",
		"documentid", "nid",
	}},
	{Related, []string{
		"related", "relatedarticles", "relatedstories", "relatedlinks", "relateditems", "relatedposts", "seealso",
		"relatednews", "relatedcontent", "readalso", "readmore", "morestories", "alsoread", "relatedheadlines",
		"furtherreading", "moreonthis", "associations", "relatedcoverage", "recommended",
	}},
}

// opens reports whether a name may hold a record within the record.
func opens(name string) bool {
	switch Fold(name) {
	case "article", "data", "source", "fields", "item", "news", "story", "doc", "document", "metadata", "meta",
		"content", "attributes", "node", "post", "record", "result", "entry", "og", "opengraph", "props", "json",
		"jsonld", "trafilatura", "extracted", "payload":
		return true
	}
	return false
}
