package page

import (
	"strings"

	"broadsheet/articles"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The warnings of a page that is not a story, or not a whole one.
const (
	WarnIndex   = "this looks like a page of headlines, not a story"
	WarnGallery = "this looks like a gallery: pictures and few words"
	WarnVideo   = "this looks like a video's page: few words"
	WarnError   = "this looks like an error page"
	WarnScript  = "the page was saved without its text: it asks for JavaScript or a check"
	WarnPaywall = "the page may hold only the beginning of the story"
	WarnFrames  = "the page is made of frames: its text is in other files"
	WarnShort   = "the page holds very little text"
)

// tell warns of a page that is no story.
func (r *reading) tell(a articles.Article) {
	words := a.Words()
	low := strings.ToLower(a.Title + "\n" + firstBytes(a.Text, 1500))
	switch {
	case words < 150 && holdsAny(low, "enable javascript", "javascript is disabled", "javascript aktivieren", "activer javascript", "activar javascript", "requires javascript", "verify you are human", "are you a robot", "captcha", "checking your browser", "enable cookies"):
		r.warn(WarnScript)
	case words < 150 && holdsAny(strings.ToLower(a.Title+" "+r.f.headTag), "404", "not found", "403 forbidden", "access denied", "nicht gefunden", "page introuvable", "no encontrada", "non trovata", "internal server error", "bad gateway", "service unavailable"):
		r.warn(WarnError)
	case words < 120 && r.frames():
		r.warn(WarnFrames)
	case r.index:
		r.warn(WarnIndex)
	case words < 120 && (r.f.ldHas("VideoObject") || strings.HasPrefix(r.f.first("og:type"), "video")):
		r.warn(WarnVideo)
	case words < 150 && r.countPictures() >= 8:
		r.warn(WarnGallery)
	case words < 25:
		r.warn(WarnShort)
	}
	if words < 250 && r.locked() {
		r.warn(WarnPaywall)
	}
}

func firstBytes(s string, n int) string { return strings.ToValidUTF8(s[:min(n, len(s))], "") }

func holdsAny(s string, list ...string) bool {
	for _, w := range list {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// isHeadline reports a block that is a link to a story.
func (r *reading) isHeadline(i int) bool {
	b := &r.s.blocks[i]
	return b.density() > .8 && b.words >= 4 && (r.s.near[i]|r.s.far[i])&(tagNav|tagFooter) == 0
}

// headlines reports a page whose text is mostly links to stories.
func (r *reading) headlines() bool {
	linked, heads, good, words := 0, 0, 0, 0
	for i := range r.s.blocks {
		b := &r.s.blocks[i]
		if r.isHeadline(i) {
			linked += b.words
			heads++
		} else if r.chance[i] > kept {
			words += b.words
			if r.s.good[i] && b.words >= 25 {
				good++
			}
		}
	}
	return !r.whole && heads >= 15 && good <= 1 && linked > 3*words && words < 120
}

// keepHeadlines keeps what a page of headlines is about.
func (r *reading) keepHeadlines(keep []bool) {
	for i := range keep {
		if r.isHeadline(i) {
			keep[i] = true
		}
	}
}

func (r *reading) frames() bool {
	return find(r.doc, func(n *html.Node) bool { return n.DataAtom == atom.Frameset || n.DataAtom == atom.Frame }) != nil
}

// countPictures is how many pictures the page shows.
func (r *reading) countPictures() int {
	n := 0
	for i := range r.s.blocks {
		for _, p := range r.s.blocks[i].pieces {
			if p.mark == 'i' {
				n++
			}
		}
	}
	return n
}

// locked reports whether the page says that it is not free to read.
func (r *reading) locked() bool {
	for _, o := range r.f.ld {
		switch v := o["isAccessibleForFree"].(type) {
		case bool:
			if !v {
				return true
			}
		case string:
			if strings.EqualFold(v, "false") {
				return true
			}
		}
	}
	tier := r.f.first("article:content_tier")
	return tier == "locked" || tier == "metered"
}

// ldHas reports whether an object of the page's JSON-LD is of a type.
func (f *facts) ldHas(name string) bool { return f.kinds[name] }
