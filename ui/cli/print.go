package cli

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"

	"broadsheet/articles"
)

// printText writes a story for a person or a pipe: plain paragraphs, the
// related headlines numbered under them, and with cuts at their places if
// asked for.
func printText(w io.Writer, a articles.Article, withCuts bool) error {
	var b strings.Builder
	fmt.Fprintln(&b, titleOf(a))
	if a.Dek != "" {
		fmt.Fprintln(&b, a.Dek)
	}
	if line := metaLine(a); line != "" {
		fmt.Fprintln(&b, line)
	}
	fmt.Fprintln(&b)
	if withCuts {
		writeWithCuts(&b, a)
	} else if a.Text != "" {
		fmt.Fprintln(&b, a.Text)
	}
	writeRelated(&b, a)
	for _, warning := range a.Warnings {
		fmt.Fprintf(&b, "\n(%s)\n", warning)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func titleOf(a articles.Article) string {
	if a.Title == "" {
		return "(no headline)"
	}
	return a.Title
}

func metaLine(a articles.Article) string {
	var parts []string
	for _, s := range []string{
		strings.Join(a.Authors, ", "), a.Source, readableDate(a.Published),
		fmt.Sprintf("%d words", a.Words()), string(a.Format),
	} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, " · ")
}

func readableDate(d articles.Date) string {
	return strings.Replace(d.String(), "T", " ", 1)
}

func writeRelated(b *strings.Builder, a articles.Article) {
	if len(a.Related) == 0 {
		return
	}
	fmt.Fprint(b, "\nRelated\n")
	for i, l := range a.Related {
		fmt.Fprintf(b, "%2d  %s", i+1, l.Title)
		for _, s := range []string{readableDate(l.Published), l.URL, idNote(l.ID)} {
			if s != "" {
				fmt.Fprintf(b, " · %s", s)
			}
		}
		fmt.Fprintln(b)
	}
}

func idNote(id string) string {
	if id == "" {
		return ""
	}
	return "id " + id
}

// writeWithCuts interleaves the paragraphs with what was cut, in the order of
// the source, each cut behind a mark and its class.
func writeWithCuts(b *strings.Builder, a articles.Article) {
	type piece struct {
		line int
		text string
	}
	var pieces []piece
	paragraphs := a.Paragraphs()
	for i, p := range paragraphs {
		line := 0
		if i < len(a.Lines) {
			line = a.Lines[i]
		}
		pieces = append(pieces, piece{line, p})
	}
	for _, c := range a.Cuts {
		pieces = append(pieces, piece{c.Line, cutMark(c)})
	}
	if len(a.Lines) == len(paragraphs) {
		slices.SortStableFunc(pieces, func(x, y piece) int { return x.line - y.line })
	}
	for _, p := range pieces {
		fmt.Fprintf(b, "%s\n\n", p.text)
	}
}

func cutMark(c articles.Cut) string {
	text := strings.ReplaceAll(strings.TrimSpace(c.Text), "\n", "\n- | ")
	return fmt.Sprintf("- [%s, line %d] %s", c.Class, c.Line, text)
}

// frontMatter is what `show --format md` puts above the body, by the names
// that Markdown clippers use.
type frontMatter struct {
	Title     string   `yaml:"title,omitempty"`
	Dek       string   `yaml:"description,omitempty"`
	Authors   []string `yaml:"authors,omitempty"`
	Source    string   `yaml:"source,omitempty"`
	Section   string   `yaml:"section,omitempty"`
	Published string   `yaml:"date,omitempty"`
	Modified  string   `yaml:"modified,omitempty"`
	Language  string   `yaml:"language,omitempty"`
	URL       string   `yaml:"url,omitempty"`
	Image     string   `yaml:"image,omitempty"`
	Tags      []string `yaml:"tags,omitempty"`
}

// printMarkdown writes a story as a Markdown clipping, which the program can
// read again.
func printMarkdown(w io.Writer, a articles.Article, withCuts bool) error {
	head, err := yaml.Marshal(frontMatter{
		Title: a.Title, Dek: a.Dek, Authors: a.Authors, Source: a.Source,
		Section: a.Section, Published: a.Published.String(),
		Modified: a.Modified.String(), Language: a.Language, URL: a.URL,
		Image: a.Image, Tags: a.Tags,
	})
	if err != nil {
		return fmt.Errorf("writing front matter of %s: %w", a.ID, err)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "---\n%s---\n\n%s\n", head, strings.TrimSpace(a.Body))
	if len(a.Related) > 0 {
		fmt.Fprint(&b, "\n## Related\n\n")
		for _, l := range a.Related {
			fmt.Fprintf(&b, "- %s\n", markdownLink(l))
		}
	}
	if withCuts && len(a.Cuts) > 0 {
		fmt.Fprint(&b, "\n<!-- cut\n")
		for _, c := range a.Cuts {
			fmt.Fprintln(&b, strings.ReplaceAll(cutMark(c), "--", "- -"))
		}
		fmt.Fprint(&b, "-->\n")
	}
	_, err = io.WriteString(w, b.String())
	return err
}

func markdownLink(l articles.Link) string {
	title := strings.NewReplacer("[", `\[`, "]", `\]`).Replace(l.Title)
	if l.URL == "" {
		return title
	}
	return fmt.Sprintf("[%s](<%s>)", title, strings.NewReplacer("<", "%3C", ">", "%3E").Replace(l.URL))
}
