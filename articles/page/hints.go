package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// hint is something that an element's name, class or id says of what stands
// in it.
type hint uint64

// The hints. The last rows are told by the element itself, not by its class.
const (
	hintBody hint = 1 << iota // article-body, entry-content
	hintArticle
	hintLead
	hintTitle
	hintNav
	hintFoot
	hintHead
	hintSide
	hintRelated
	hintPopular
	hintComment
	hintShare
	hintAdvert
	hintNewsletter
	hintAuthor
	hintMeta
	hintMedia
	hintCaption
	hintTags
	hintLegal
	hintPull
	hintForm
	hintTools
	hintTeaser
	hintWidget
	hintList
	hintNote
	tagArticle
	tagMain
	tagNav
	tagAside
	tagFooter
	tagHeader
	tagForm
	tagFigure
	tagCaption
	tagQuote
	tagTable
	tagList
	tagBody // itemprop=articleBody
	tagDetails
	nHints = iota
)

// hintNames are the hints' names, in order, for reports.
var hintNames = [nHints]string{
	"body", "article", "lead", "title", "nav", "foot", "head", "side",
	"related", "popular", "comment", "share", "advert", "newsletter",
	"author", "meta", "media", "caption", "tags", "legal", "pull", "form",
	"tools", "teaser", "widget", "list", "note",
	"<article>", "<main>", "<nav>", "<aside>", "<footer>", "<header>",
	"<form>", "<figure>", "<figcaption>", "<blockquote>", "<table>", "<li>",
	"articleBody", "<details>",
}

// hintsOf reads the hints of one element.
func hintsOf(n *html.Node) hint {
	h := tagHint(n)
	if n.DataAtom == atom.Body || n.DataAtom == atom.Html {
		return 0 // they name the kind of page, not a place in it
	}
	for i := range n.Attr {
		a := &n.Attr[i]
		switch a.Key {
		case "class", "id", "data-component", "data-testid", "data-block":
			if len(a.Val) < 2000 {
				h |= nameHints(a.Val)
			}
		case "role":
			h |= roleHint(a.Val)
		case "itemprop":
			h |= itemHint(a.Val)
		}
	}
	return h
}

func tagHint(n *html.Node) hint {
	switch n.DataAtom {
	case atom.Article:
		return tagArticle
	case atom.Main:
		return tagMain
	case atom.Nav, atom.Menu:
		return tagNav
	case atom.Aside:
		return tagAside
	case atom.Footer:
		return tagFooter
	case atom.Header, atom.Hgroup:
		return tagHeader
	case atom.Form, atom.Fieldset:
		return tagForm
	case atom.Figure:
		return tagFigure
	case atom.Figcaption:
		return tagCaption
	case atom.Blockquote:
		return tagQuote
	case atom.Table:
		return tagTable
	case atom.Li:
		return tagList
	case atom.Details:
		return tagDetails
	}
	return 0
}

func roleHint(v string) hint {
	switch v {
	case "navigation", "menu", "menubar", "tablist", "toolbar":
		return tagNav
	case "complementary":
		return tagAside
	case "contentinfo":
		return tagFooter
	case "banner":
		return tagHeader
	case "main":
		return tagMain
	case "article":
		return tagArticle
	case "search", "form":
		return tagForm
	case "dialog", "alert", "alertdialog":
		return hintTools
	}
	return 0
}

func itemHint(v string) hint {
	switch {
	case strings.Contains(v, "articleBody"):
		return tagBody
	case strings.Contains(v, "author"):
		return hintAuthor
	case strings.Contains(v, "datePublished"), strings.Contains(v, "dateModified"):
		return hintMeta
	case strings.Contains(v, "headline"):
		return hintTitle
	case strings.Contains(v, "caption"):
		return hintCaption
	case v == "comment":
		return hintComment
	case v == "keywords":
		return hintTags
	}
	return 0
}

// nameHints reads a class or id: its words, split at anything but a letter
// and where a capital follows a small letter.
func nameHints(s string) hint {
	var h hint
	subject, part := false, false // of "article-body": what, and which part
	for name := range strings.FieldsSeq(s) {
		subject, part = false, false
		eachWord(name, func(w string) {
			g := wordHint(w)
			h |= g
			subject = subject || g&hintArticle != 0
			part = part || w == "body" || w == "content" || w == "text" || w == "copy" || w == "contents"
		})
		if subject && part {
			h |= hintBody
		}
	}
	return h
}

func eachWord(s string, f func(string)) {
	var buf [40]byte
	w := buf[:0]
	emit := func() {
		if len(w) > 1 {
			f(string(w))
		}
		w = w[:0]
	}
	lower := false
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c >= 'A' && c <= 'Z':
			if lower {
				emit()
			}
			w = append(w, c|0x20)
			lower = false
		case c >= 'a' && c <= 'z' || c >= 0x80:
			w = append(w, c)
			lower = true
		default:
			emit()
			lower = false
		}
		if len(w) == cap(buf[:]) {
			emit()
		}
	}
	emit()
}

// wordHint is what one word of a class or id says.
func wordHint(w string) hint {
	switch w {
	case "articlebody", "bodytext", "maincontent", "entrycontent", "postcontent", "storybody", "storytext", "articletext", "articlecontent", "postbody", "fulltext", "richtext", "prose":
		return hintBody
	case "article", "story", "post", "entry", "artikel", "articolo", "noticia", "news", "blog", "blogpost", "single", "hentry", "beitrag", "page", "main":
		return hintArticle
	case "body", "content", "text", "copy", "contents":
		return 0
	case "lead", "intro", "summary", "dek", "standfirst", "excerpt", "abstract", "description", "lede", "subtitle", "subheadline", "subhead", "deck", "kicker", "vorspann", "chapo", "sapo":
		return hintLead
	case "title", "headline", "heading", "hed", "ueberschrift":
		return hintTitle
	case "nav", "menu", "menus", "navi", "navbar", "navigation", "breadcrumb", "breadcrumbs", "crumb", "crumbs", "breadcrumps", "pagination", "pager", "pagenavi", "topbar", "submenu", "mainnav", "subnav", "skip", "toc", "prev", "previous", "next", "sitemap":
		return hintNav
	case "footer", "foot", "bottom", "colophon", "fuss", "footnav", "pagefooter":
		return hintFoot
	case "header", "masthead", "head", "top", "logo", "branding", "hero":
		return hintHead
	case "sidebar", "aside", "side", "rail", "secondary", "sidebars", "column", "col", "right", "left", "marginal", "rightcol", "leftcol", "sidecol", "tertiary":
		return hintSide
	case "also", "similar", "further", "outbrain", "taboola", "relacionadas", "relacionados", "weitere", "mehr", "more", "readmore", "seealso", "yarpp", "crosslink", "crosslinks", "interlink", "inlink", "jp", "zergnet", "onward", "continue":
		return hintRelated
	case "popular", "trending", "latest", "recent", "hot", "newest", "mostread", "ticker", "top10", "ranking", "best", "meistgelesen":
		return hintPopular
	case "disqus", "reply", "replies", "respond", "discussion", "talkback", "forum", "kommentar", "kommentare", "fb", "guestbook", "commentlist", "feedback", "livefyre", "reactions":
		return hintComment
	case "share", "sharing", "shares", "social", "facebook", "twitter", "follow", "whatsapp", "addthis", "sharedaddy", "addtoany", "shariff", "socials", "sociable", "bookmark", "like", "likes", "pinterest", "linkedin", "googleplus", "sharebar", "teilen", "tweet", "flattr":
		return hintShare
	case "ad", "ads", "adv", "dfp", "gpt", "partner", "partners", "commercial", "affiliate", "affiliates", "werbung", "anzeige", "publicite", "adsense", "shop", "buy", "cart", "product", "products", "offer", "deal", "deals", "cta", "donate", "donation", "support", "amazon", "marketing":
		return hintAdvert
	case "newsletter", "newsletters", "signup", "paywall", "premium", "piano", "register", "registration", "login", "optin", "mailchimp", "mailinglist", "regwall", "membership", "member", "abo", "email":
		return hintNewsletter
	case "author", "authors", "byline", "bylines", "bio", "contributor", "contributors", "vcard", "writer", "autor", "auteur", "autore", "biography", "aboutauthor", "avatar", "profile", "gravatar", "credits":
		return hintAuthor
	case "meta", "date", "time", "timestamp", "published", "posted", "dateline", "datum", "fecha", "info", "infos", "details", "category", "categories", "eyebrow", "section", "updated", "metadata", "postmeta", "pubdate", "byinfo", "cat", "rubrik", "datetime", "reading", "views", "stats":
		return hintMeta
	case "media", "gallery", "slideshow", "slider", "video", "player", "thumbnail", "thumb", "carousel", "slide", "slides", "image", "images", "img", "photo", "photos", "picture", "pictures", "bild", "bilder", "audio", "podcast", "galerie", "embed", "lightbox":
		return hintMedia
	case "caption", "captions", "credit", "figcaption", "bildunterschrift", "bu", "cutline", "legende", "copyrights", "photocredit", "source", "courtesy":
		return hintCaption
	case "tags", "tag", "keywords", "topics", "tagcloud", "taglist", "topic", "taxonomy", "taxonomies", "label", "labels", "terms", "hashtags", "subjects", "schlagworte":
		return hintTags
	case "copyright", "disclaimer", "legal", "cookie", "cookies", "consent", "gdpr", "privacy", "license", "licence", "impressum", "notice", "rights", "correction", "corrections", "cc":
		return hintLegal
	case "pullquote", "pull", "pq", "callout", "quote", "highlight", "infobox", "factbox", "keypoints", "box", "fact", "facts", "inset", "blockquote":
		return hintPull
	case "form", "search", "input", "poll", "survey", "rating", "ratings", "vote", "votes", "quiz", "suche", "stars":
		return hintForm
	case "print", "tools", "tool", "util", "utility", "utilities", "actions", "action", "button", "buttons", "btn", "controls", "toolbar", "modal", "popup", "overlay", "alert", "notification", "hidden", "hide", "invisible", "sr", "tooltip", "dropdown", "toggle", "screen", "visually", "noprint", "drucken", "accessibility", "options":
		return hintTools
	case "teaser", "teasers", "card", "cards", "tile", "tiles", "grid", "item", "items", "row", "feed", "stream", "archive", "loop", "river", "listing", "promo", "promos", "promoted", "featured", "feature", "spotlight", "collection":
		return hintTeaser
	case "widget", "widgets", "module", "block", "plugin", "component", "panel", "textwidget", "box1", "portlet":
		return hintWidget
	case "list", "ul", "links", "link", "linklist", "blogroll":
		return hintList
	case "footnote", "footnotes", "references", "reflist", "note", "notes", "endnotes":
		return hintNote
	}
	switch {
	case strings.HasPrefix(w, "relat"), strings.HasPrefix(w, "recommend"), strings.HasPrefix(w, "recomm"), strings.HasPrefix(w, "suggest"), strings.HasPrefix(w, "verwandt"):
		return hintRelated
	case strings.HasPrefix(w, "comment"):
		return hintComment
	case strings.HasPrefix(w, "advert"), strings.HasPrefix(w, "sponsor"), strings.HasPrefix(w, "banner"):
		return hintAdvert
	case strings.HasPrefix(w, "subscri"), strings.HasPrefix(w, "newsletter"):
		return hintNewsletter
	case strings.HasPrefix(w, "social"), strings.HasPrefix(w, "share"):
		return hintShare
	case strings.HasPrefix(w, "sidebar"):
		return hintSide
	case strings.HasPrefix(w, "footer"):
		return hintFoot
	case strings.HasPrefix(w, "breadcrumb"):
		return hintNav
	case strings.HasPrefix(w, "widget"):
		return hintWidget
	case strings.HasPrefix(w, "popular"), strings.HasPrefix(w, "trending"):
		return hintPopular
	}
	return 0
}
