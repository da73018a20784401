package cli

import (
	"broadsheet/articles"
)

// The JSON of the commands is the program's contract with scripts: the names
// below are fixed. Fields that are absent are left out; lists that are the
// point of the line are always there.

type storyJSON struct {
	ID        articles.ID     `json:"id"`
	Path      string          `json:"path"`
	Format    articles.Format `json:"format"`
	Title     string          `json:"title,omitempty"`
	Dek       string          `json:"dek,omitempty"`
	Authors   []string        `json:"authors,omitempty"`
	Source    string          `json:"source,omitempty"`
	Section   string          `json:"section,omitempty"`
	Published articles.Date   `json:"published,omitzero"`
	Modified  articles.Date   `json:"modified,omitzero"`
	Language  string          `json:"language,omitempty"`
	URL       string          `json:"url,omitempty"`
	Image     string          `json:"image,omitempty"`
	Tags      []string        `json:"tags,omitempty"`
	Words     int             `json:"words"`
	Body      string          `json:"body"`
	Text      string          `json:"text"`
	Related   []linkJSON      `json:"related,omitempty"`
	Cuts      []cutJSON       `json:"cuts,omitempty"`
	Warnings  []string        `json:"warnings,omitempty"`
}

type linkJSON struct {
	Title     string        `json:"title"`
	URL       string        `json:"url,omitempty"`
	ID        string        `json:"id,omitempty"`
	Image     string        `json:"image,omitempty"`
	Published articles.Date `json:"published,omitzero"`
	Story     articles.ID   `json:"story,omitempty"` // where a library holds it
}

type cutJSON struct {
	Line    int            `json:"line"`
	EndLine int            `json:"end_line,omitempty"`
	Start   int            `json:"start,omitempty"`
	End     int            `json:"end,omitempty"`
	Class   articles.Class `json:"class"`
	Text    string         `json:"text"`
}

type headlineJSON struct {
	Story     articles.ID   `json:"story"`
	Title     string        `json:"title"`
	Source    string        `json:"source,omitempty"`
	Published articles.Date `json:"published,omitzero"`
	Words     int           `json:"words"`
	Read      bool          `json:"read"`
	Starred   bool          `json:"starred"`
	Copies    int           `json:"copies"`
}

type hitJSON struct {
	Story     articles.ID   `json:"story"`
	Title     string        `json:"title"`
	Score     float64       `json:"score"`
	Snippet   string        `json:"snippet"`
	Published articles.Date `json:"published,omitzero"`
	Source    string        `json:"source,omitempty"`
}

type relatedJSON struct {
	Story   articles.ID `json:"story"`
	Related []leadJSON  `json:"related"`
}

type leadJSON struct {
	Story     *articles.ID  `json:"story"` // null where the library holds no such story
	Title     string        `json:"title"`
	Kind      articles.Kind `json:"kind"`
	Score     float64       `json:"score"`
	Why       []string      `json:"why"`
	Published articles.Date `json:"published,omitzero"`
	Source    string        `json:"source,omitempty"`
	Copies    []articles.ID `json:"copies,omitempty"`
}

func encodeStory(a articles.Article) storyJSON {
	s := storyJSON{
		ID: a.ID, Path: a.Path, Format: a.Format,
		Title: a.Title, Dek: a.Dek, Authors: a.Authors,
		Source: a.Source, Section: a.Section,
		Published: a.Published, Modified: a.Modified,
		Language: a.Language, URL: a.URL, Image: a.Image, Tags: a.Tags,
		Words: a.Words(), Body: a.Body, Text: a.Text, Warnings: a.Warnings,
	}
	for _, l := range a.Related {
		s.Related = append(s.Related, encodeLink(l, ""))
	}
	for _, c := range a.Cuts {
		cut := cutJSON{Line: c.Line, Start: c.Start, End: c.End, Class: c.Class, Text: c.Text}
		if c.EndLine > c.Line {
			cut.EndLine = c.EndLine
		}
		s.Cuts = append(s.Cuts, cut)
	}
	return s
}

func encodeLink(l articles.Link, story articles.ID) linkJSON {
	return linkJSON{
		Title: l.Title, URL: l.URL, ID: l.ID, Image: l.Image,
		Published: l.Published, Story: story,
	}
}

func encodeHeadline(h articles.Headline) headlineJSON {
	return headlineJSON{
		Story: h.ID, Title: h.Title, Source: h.Source, Published: h.Published,
		Words: h.Words, Read: h.Marks.Read, Starred: h.Marks.Starred, Copies: h.Copies,
	}
}

func encodeLead(l articles.Lead) leadJSON {
	lead := leadJSON{
		Title: l.Headline.Title, Kind: l.Kind, Score: l.Score, Why: l.Reasons(),
		Published: l.Headline.Published, Source: l.Headline.Source, Copies: l.Copies,
	}
	if lead.Why == nil {
		lead.Why = []string{}
	}
	if !l.Absent() {
		id := l.Headline.ID
		lead.Story = &id
	}
	return lead
}
