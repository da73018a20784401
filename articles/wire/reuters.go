package wire

import (
	"bufio"
	"errors"
	"html"
	"io"
	"iter"
	"strings"

	"broadsheet/articles"
	"broadsheet/articles/entry"
	"broadsheet/articles/field"
	"broadsheet/articles/tree"
)

// ErrTooLarge is a document of a collection that is over the cap.
var ErrTooLarge = errors.New("a document over the cap")

// maxDocument caps one document of a collection.
const maxDocument = 4 << 20

// Reuters yields the documents of a file of the Reuters-21578 collection,
// holding one at a time.
func Reuters(r io.Reader, o Options) iter.Seq2[articles.Article, error] {
	return func(yield func(articles.Article, error) bool) {
		b := bufio.NewReaderSize(r, 64<<10)
		var doc strings.Builder
		inside, over := false, false
		for {
			part, err := b.ReadSlice('\n')
			l := string(part)
			if strings.HasPrefix(l, "<REUTERS") {
				inside, over = true, false
				doc.Reset()
			}
			if inside && doc.Len()+len(l) > maxDocument {
				over = true
			} else if inside {
				doc.WriteString(l)
			}
			if inside && (strings.HasPrefix(l, "</REUTERS>") || err == io.EOF) {
				inside = false
				a, failed := articles.Article{}, ErrTooLarge
				if !over {
					a, failed = reuters(doc.String(), o)
				}
				if !yield(a, failed) {
					return
				}
			}
			if err == io.EOF {
				return
			} else if err != nil && err != bufio.ErrBufferFull {
				yield(articles.Article{}, err)
				return
			}
		}
	}
}

// reuters reads one document.
func reuters(src string, o Options) (articles.Article, error) {
	n := tree.Parse(strings.ReplaceAll(src, "&#", "&amp;#")).Child("reuters")
	t := n.Child("text")
	body := t.Child("body").Text()
	if body == "" && t != nil {
		var loose strings.Builder // a brief has its text beside the title
		for _, k := range t.Kids {
			if k.Name == "" {
				loose.WriteString(k.Data)
			}
		}
		body = loose.String()
	}
	e := entry.Entry{Known: articles.Article{
		Title:       first(clean(line(t, "title"))),
		Source:      "Reuters",
		Language:    "en",
		PublisherID: n.Attr("newid"),
	}}
	day, _, _ := strings.Cut(line(n, "date"), " ")
	e.Known.Published, _ = field.Date(day, "en")
	for _, d := range n.Children("topics", "places") {
		for _, k := range d.Children("d") {
			e.Known.Tags = tags(e.Known.Tags, k.Line())
		}
	}
	if by := line(t, "author"); by != "" {
		e.Known.Authors = field.Names(strings.Trim(strings.TrimSuffix(clean(by), ", Reuters"), " ,"))
	}
	paras := indented(clean(line(t, "dateline")), clean(body))
	if len(paras) > 0 {
		e.Contents = []entry.Content{{Text: strings.Join(paras, "\n\n"), Type: entry.Plain}}
	}
	a, ok := e.Article(o)
	if !ok {
		return articles.Article{}, ErrNoStory
	}
	a.Format = articles.FormatWire
	return a, nil
}

// clean drops the controls that the collection writes as references.
func clean(s string) string {
	s = html.UnescapeString(s)
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' || r == 0x7f {
			return -1
		}
		return r
	}, s)
	return strings.TrimSuffix(strings.TrimRight(s, " \n"), "\n Reuter")
}

// indented makes paragraphs of lines: one begins where a line is set in.
func indented(dateline, body string) []string {
	var paras []string
	para := strings.TrimSpace(dateline)
	for l := range strings.SplitSeq(body, "\n") {
		if strings.HasPrefix(l, "   ") && para != "" && para != strings.TrimSpace(dateline) {
			paras, para = append(paras, para), ""
		}
		if l = strings.TrimSpace(l); l != "" && !strings.EqualFold(l, "reuter") {
			para = strings.TrimSpace(para + " " + l)
		}
	}
	if para != "" && para != strings.TrimSpace(dateline) {
		paras = append(paras, para)
	}
	return paras
}
