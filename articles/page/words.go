package page

import "strings"

// wordHint is what one word of a class or id says.
func wordHint(w string) hint {
	if h, ok := partHint(w); ok {
		return h
	}
	if h := furnitureHint(w); h != 0 {
		return h
	}
	return stemHint(w)
}

// partHint knows the words for the parts of a page and of a story.
func partHint(w string) (h hint, ok bool) {
	switch w {
	case "articlebody", "bodytext", "maincontent", "entrycontent", "postcontent", "storybody", "storytext", "articletext", "articlecontent", "postbody", "fulltext", "richtext", "prose":
		return hintBody, true
	case "article", "story", "post", "entry", "artikel", "articolo", "noticia", "news", "blog", "blogpost", "single", "hentry", "beitrag", "page", "main":
		return hintArticle, true
	case "body", "content", "text", "copy", "contents":
		return 0, true
	case "lead", "intro", "summary", "dek", "standfirst", "excerpt", "abstract", "description", "lede", "subtitle", "subheadline", "subhead", "deck", "kicker", "vorspann", "chapo", "sapo":
		return hintLead, true
	case "title", "headline", "heading", "hed", "ueberschrift":
		return hintTitle, true
	case "nav", "menu", "menus", "navi", "navbar", "navigation", "breadcrumb", "breadcrumbs", "crumb", "crumbs", "breadcrumps", "pagination", "pager", "pagenavi", "topbar", "submenu", "mainnav", "subnav", "skip", "toc", "prev", "previous", "next", "sitemap":
		return hintNav, true
	case "footer", "foot", "bottom", "colophon", "fuss", "footnav", "pagefooter":
		return hintFoot, true
	case "header", "masthead", "head", "top", "logo", "branding", "hero":
		return hintHead, true
	case "sidebar", "aside", "side", "rail", "secondary", "sidebars", "column", "col", "right", "left", "marginal", "rightcol", "leftcol", "sidecol", "tertiary":
		return hintSide, true
	}
	return 0, false
}

// furnitureHint knows the words for what stands around a story.
func furnitureHint(w string) hint {
	switch w {
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
	return 0
}

// stemHint knows the beginnings of words that are built upon.
func stemHint(w string) hint {
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
