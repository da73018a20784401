package page

import (
	"cmp"
	"net/url"
	"strconv"
	"strings"

	"broadsheet/articles/text"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The caps on a story's pictures.
const (
	maxPictures = 60
	maxCaption  = 300 // bytes
	smallest    = 90  // a picture less wide or high is an ornament
)

// carriedRef begins the address of a picture that the page carries within
// itself; the number of the picture in the page follows.
const carriedRef = "#picture-"

// dropData puts the numbers of the pictures that a page carries as data: URIs
// in the place of each long run of base64; they can be most of its bytes.
func dropData(s string) string {
	const mark, longest = ";base64,", 512
	var b strings.Builder
	kept, n := 0, 0
	for at := 0; ; {
		i := strings.Index(s[at:], mark)
		if i < 0 {
			break
		}
		from := at + i + len(mark)
		for at = from; at < len(s) && base64Byte(s[at]); {
			at++
		}
		if at-from > longest {
			n++
			b.WriteString(s[kept:from] + carriedRef + strconv.Itoa(n))
			kept = at
		}
	}
	if n == 0 {
		return s
	}
	b.WriteString(s[kept:])
	return b.String()
}

// pictures are the story's pictures as Markdown, by the block they stand in
// or, where that is not kept, before which they stand. A picture's caption is
// its words.
func (r *reading) pictures(keep []bool) map[int][]string {
	first, last := -1, -1
	for i, k := range keep {
		if k {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	for i := range r.drop {
		if i < first && first-i < 12 {
			first = i // pictures stand between the headline and the story, too
		}
	}
	base, _ := url.Parse(r.f.base)
	out := make(map[int][]string)
	seen := make(map[string]bool)
	for i := max(first, 0); i <= last; i++ {
		for _, p := range r.s.blocks[i].pieces {
			if p.mark != 'i' || len(seen) >= maxPictures || !r.ofStory(p.node, keep[i]) {
				continue
			}
			src := r.pictureAddress(p.node, base)
			if src == "" || seen[src] {
				continue
			}
			seen[src], r.lead = true, cmp.Or(r.lead, src)
			out[i] = append(out[i], "!["+text.Escape(pictureWords(p.node))+"]("+target(src)+")")
		}
	}
	return out
}

// ofStory reports whether a picture belongs to the story: it is no ornament,
// and neither it nor what is close around it is named as something else.
func (r *reading) ofStory(img *html.Node, kept bool) bool {
	if ornament(img) {
		return false
	}
	const other = tagNav | tagAside | tagFooter | tagForm | hintNav | hintFoot | hintRelated | hintPopular | hintComment | hintShare | hintAdvert | hintNewsletter | hintAuthor
	if kept {
		return true
	}
	for e, up := img, 0; e != nil && up < 5; e, up = e.Parent, up+1 {
		if e.Type == html.ElementNode && !r.way()[e] && hintsOf(e)&other != 0 {
			return false
		}
		if e.DataAtom == atom.Li || e.DataAtom == atom.Td {
			return false
		}
	}
	return true
}

// way is wayToStory, found once.
func (r *reading) way() map[*html.Node]bool {
	if r.path == nil {
		r.path = r.wayToStory()
	}
	return r.path
}

// ornament reports a picture that shows nothing of the story.
func ornament(img *html.Node) bool {
	for _, k := range []string{"width", "height"} {
		if n, err := strconv.Atoi(strings.TrimSuffix(attr(img, k), "px")); err == nil && n < smallest && n > 0 {
			return true
		}
	}
	name := strings.ToLower(attr(img, "src") + " " + attr(img, "class"))
	if len(name) > maxAddress {
		name = name[:maxAddress]
	}
	return holdsAny(name, "pixel", "spacer", "blank.gif", "1x1", "avatar", "gravatar", "emoji", "/icon", "icon-", "logo", "smil", "tracking", "badge", "button", "doubleclick", "feedburner")
}

// pictureWords is what is said of a picture: the caption of its figure, else
// the words that stand for it.
func pictureWords(img *html.Node) string {
	for e, up := img.Parent, 0; e != nil && up < 6; e, up = e.Parent, up+1 {
		if e.DataAtom == atom.Figure {
			caption := find(e, func(n *html.Node) bool { return n.DataAtom == atom.Figcaption })
			if caption != nil {
				if t := shortText(caption); t != "" {
					return fold(firstBytes(t, maxCaption))
				}
			}
			break
		}
	}
	return fold(firstBytes(cmp.Or(attr(img, "alt"), attr(img, "title")), maxCaption))
}

// pictureAddress is where a picture is: in the page itself, in a file beside
// the page where the page was saved with its files, or at an address.
func (r *reading) pictureAddress(img *html.Node, base *url.URL) string {
	src := strings.TrimSpace(attr(img, "src"))
	if at := strings.Index(src, carriedRef); at >= 0 && strings.HasPrefix(src, "data:") {
		return src[at:]
	}
	if src != "" && len(src) < maxAddress && r.filed(src) {
		return src
	}
	return imageAddress(img, base)
}

// filed reports whether a reference of the page is to a file that was saved
// beside it: those that savers write have no root, and savers say who they
// are or name the folder after the page.
func (r *reading) filed(src string) bool {
	if strings.Contains(src, ":") || strings.HasPrefix(src, "/") || strings.HasPrefix(src, "#") {
		return false
	}
	folder, _, ok := strings.Cut(strings.TrimPrefix(src, "./"), "/")
	return r.f.saved != "" || ok && holdsAny(folder, "_files", "_Dateien", "_fichiers", "_archivos", "_file", ".files")
}
