package page

import (
	"cmp"
	"html"
	"net/url"
	"slices"
	"strings"

	"broadsheet/articles"
)

// describe fills in what the page says of its story.
func (r *reading) describe(a *articles.Article) {
	f := &r.f
	a.Language = cmp.Or(r.o.Language, f.languageOf())
	a.Authors = r.authors()
	a.Published, a.Modified = r.when()
	a.URL = r.canonical()
	a.Source = cmp.Or(r.o.Source, f.source(a.URL))
	a.Section = f.section()
	a.Tags = f.tags(a.Section)
	a.Image = r.resolve(cmp.Or(f.first("og:image", "og:image:url", "twitter:image", "twitter:image:src"), f.ldImage()))
	a.PublisherID = f.publisherID()
}

func (f *facts) languageOf() string {
	l := f.language
	if l == "" {
		l = f.first("og:locale", "content-language", "dc.language", "language", "inlanguage")
	}
	if l == "" {
		for _, o := range f.ld {
			if l = o.text("inLanguage"); l != "" {
				break
			}
		}
	}
	l, _, _ = strings.Cut(l, ",")
	l = strings.ReplaceAll(strings.TrimSpace(l), "_", "-")
	if len(l) < 2 || len(l) > 12 || len(l) > 3 && !strings.Contains(l, "-") {
		return ""
	}
	main, rest, ok := strings.Cut(l, "-")
	if !ok {
		return strings.ToLower(l)
	}
	if len(rest) == 2 {
		rest = strings.ToUpper(rest)
	}
	return strings.ToLower(main) + "-" + rest
}

// canonical is the page's own address.
func (r *reading) canonical() string {
	f := &r.f
	for _, u := range []string{f.first("link:canonical"), f.first("og:url"), r.o.URL, f.saved, f.ldURL()} {
		if a := original(r.resolve(u)); strings.HasPrefix(a, "http") {
			if p, err := url.Parse(a); err == nil && p.Hostname() != "" {
				return a
			}
		}
	}
	return ""
}

func (f *facts) ldURL() string {
	for _, o := range f.ld {
		if u := o.text("url"); u != "" {
			return u
		}
	}
	return ""
}

func (r *reading) resolve(ref string) string {
	base, _ := url.Parse(r.f.base)
	return address(ref, base)
}

// original is the address under which a page first stood, where it was saved
// from a web archive: the archive's holds it behind the hour of the copy.
func original(address string) string {
	_, way, ok := strings.Cut(address, "://web.archive.org/web/")
	if !ok {
		return address
	}
	if _, first, ok := strings.Cut(way, "/"); ok && (strings.HasPrefix(first, "http://") || strings.HasPrefix(first, "https://")) {
		return first
	}
	return address
}

func (f *facts) source(address string) string {
	if s := f.first("og:site_name"); s != "" {
		return siteName(s)
	}
	for _, o := range f.ld {
		if n := o.names("publisher"); len(n) > 0 && n[0] != "" {
			return n[0]
		}
	}
	if s := f.first("application-name", "dc.publisher"); s != "" {
		return s
	}
	if u, err := url.Parse(address); err == nil {
		return strings.TrimPrefix(u.Hostname(), "www.")
	}
	return ""
}

// siteName is what a site calls itself; where that is its address, the host.
func siteName(s string) string {
	if h := hostOf(s); h != "" && !strings.Contains(s, " ") {
		return h
	}
	return s
}

func (f *facts) section() string {
	if s := f.first("article:section", "og:article:section", "parsely-section", "sailthru.section", "section"); s != "" {
		return s
	}
	for _, o := range f.ld {
		if s := fold(o.text("articleSection")); s != "" && len(s) < 60 {
			return s
		}
	}
	return ""
}

func (f *facts) tags(section string) []string {
	var out []string
	add := func(s string) {
		for t := range strings.SplitSeq(s, ",") {
			t = fold(html.UnescapeString(t)) // scripts are often escaped twice
			if t != "" && len(t) < 60 && len(out) < 30 && !slices.Contains(out, t) && t != section {
				out = append(out, t)
			}
		}
	}
	for _, t := range f.meta["article:tag"] {
		add(t)
	}
	if len(out) > 0 {
		return out
	}
	for _, o := range f.ld {
		switch k := o["keywords"].(type) {
		case string:
			add(k)
		case []any:
			for _, x := range k {
				add(ldText(x))
			}
		}
	}
	if len(out) == 0 {
		add(f.first("news_keywords", "keywords", "parsely-tags", "sailthru.tags"))
	}
	return out
}

func (f *facts) ldImage() string {
	for _, o := range f.ld {
		v := o["image"]
		if l, ok := v.([]any); ok && len(l) > 0 {
			v = l[0]
		}
		switch v := v.(type) {
		case string:
			return v
		case map[string]any:
			if s, ok := v["url"].(string); ok {
				return s
			}
		}
	}
	return ""
}

// publisherID is the id by which the publisher knows the story.
func (f *facts) publisherID() string {
	if s := f.first("article:id", "articleid", "article_id", "article-id", "cxenseparse:recs:articleid", "cxenseparse:articleid", "parsely-post-id", "bt:id", "post_id", "contentid", "content_id", "brightspot.contentid"); s != "" && len(s) < 100 {
		return s
	}
	for _, o := range f.ld {
		if s, ok := o["identifier"].(string); ok && len(s) < 100 {
			return s
		}
	}
	return ""
}

// dek is the line under the headline, as the metadata gives it. Where the
// story opens with it anyway it is left there and not said twice.
func (f *facts) dek(a articles.Article) string {
	d := ""
	for _, o := range f.ld {
		if d = fold(plainOf(o.text("alternativeHeadline"))); d != "" {
			break
		}
	}
	d = cmp.Or(d, f.first("og:description", "description", "twitter:description", "dc.description"))
	d = fold(plainOf(d))
	if d == "" || len(d) > 400 || articles.Letters(d) == articles.Letters(a.Title) {
		return ""
	}
	if opens := articles.Letters(firstBytes(a.Text, 3*len(d)+600)); strings.Contains(opens, firstBytes(articles.Letters(d), 80)) {
		return ""
	}
	return d
}
