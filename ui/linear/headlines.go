package linear

import (
	"fmt"
	"slices"
	"strings"

	"broadsheet/articles"
	"broadsheet/ui"
)

// headlines prints a stretch of the list, numbered from 1.
func (s *session) headlines(from int) {
	w, err := s.shelf.Headlines(s.ctx, s.view, from, headlinesAtOnce)
	switch {
	case err != nil:
		s.fail("read the list", err)
		return
	case w.Problem != nil:
		s.say("The search was not understood: %s, at letter %d.", w.Problem.Message, w.Problem.Pos+1)
		return
	case w.Total == 0 && s.view.Filtered():
		s.say("No story matches. Type a for all stories.")
		return
	case w.Total == 0:
		s.say("There are no stories here.")
		return
	case len(w.Items) == 0:
		s.say("That was the last headline.")
		return
	}
	s.from, s.total, s.choice = from, w.Total, nil
	unread := ""
	if w.Unread >= 0 {
		unread = fmt.Sprintf(", %d unread", w.Unread)
	}
	s.say("%s%s. From %d to %d:", stories(w.Total), unread, from+1, from+len(w.Items))
	for i, it := range w.Items {
		s.choice = append(s.choice, choice{id: it.ID, title: it.Title, at: from + i + 1})
		s.say("%d. %s", i+1, s.headline(it.Headline))
	}
	if next := from + len(w.Items); next < w.Total {
		s.say("%d more: enter.", w.Total-next)
	}
}

// headline is a headline as it is read out.
func (s *session) headline(h articles.Headline) string {
	facts := []string{orElse(h.Title, "Without a title")}
	if h.Source != "" {
		facts = append(facts, h.Source)
	}
	if d := spoken(h.Published); d != "" {
		facts = append(facts, d)
	}
	switch {
	case h.Marks.Starred:
		facts = append(facts, "starred")
	case h.Marks.Read:
		facts = append(facts, "read")
	}
	if h.Copies > 0 {
		facts = append(facts, fmt.Sprintf("%d copies", h.Copies+1))
	}
	return strings.Join(facts, ", ")
}

// spoken is a date as one says it, with what is known of it only.
func spoken(d articles.Date) string {
	t := d.Time()
	switch d.Precision() {
	case articles.Unknown:
		return ""
	case articles.Year:
		return t.Format("2006")
	case articles.Month:
		return t.Format("January 2006")
	case articles.Day:
		return t.Format("2 January 2006")
	}
	return t.Format("2 January 2006 15:04")
}

// more goes on in the list or in the story.
func (s *session) more() {
	if s.story != nil {
		s.paragraphs()
		return
	}
	s.headlines(s.from + headlinesAtOnce)
}

// previous goes back in the list, or to the start of the story.
func (s *session) previous() {
	if s.story != nil {
		s.story.next = 0
		s.head()
		s.paragraphs()
		return
	}
	if s.from == 0 {
		s.say("These are the first headlines.")
		return
	}
	s.headlines(max(s.from-headlinesAtOnce, 0))
}

// show prints another view from its start.
func (s *session) show(v ui.View) {
	s.leave()
	s.view, s.story, s.from = v, nil, 0
	s.headlines(0)
}

func (s *session) search(query string) { s.show(ui.View{Query: query}) }

func (s *session) all() { s.show(ui.View{}) }

func (s *session) unread() { s.show(ui.View{Unread: true}) }

func (s *session) starred() { s.show(ui.View{Starred: true}) }

// sources prints the outlets, numbered; a number shows the stories of one.
func (s *session) sources() {
	all, err := s.shelf.Sources(s.ctx)
	if err != nil {
		s.fail("list the outlets", err)
		return
	}
	s.choice = nil
	for _, src := range all {
		if src.Name == "" {
			continue
		}
		s.choice = append(s.choice, choice{do: func(s *session) { s.show(ui.View{Source: src.Name}) }})
		s.say("%d. %s, %s, %d unread.", len(s.choice), src.Name, stories(src.Total), src.Unread)
	}
	if len(s.choice) == 0 {
		s.say("No story names its outlet.")
	}
}

// sort shows the list by the next order.
func (s *session) sort() {
	orders := []ui.Sort{ui.SortNewest, ui.SortOldest, ui.SortSource, ui.SortTitle}
	said := []string{"the newest first", "the oldest first", "by outlet", "by title"}
	at := (slices.Index(orders, s.view.Sort) + 1) % len(orders)
	if s.view.Sort == ui.SortAuto && s.view.Query == "" {
		at = 1 // that is the newest first
	}
	s.view.Sort = orders[at]
	s.say("The list is now %s.", said[at])
	s.show(s.view)
}

// following opens the story that comes after the last one in the list.
func (s *session) following() {
	at := s.listed
	if s.story != nil {
		at++
	}
	w, err := s.shelf.Headlines(s.ctx, s.view, at, 1)
	switch {
	case err != nil:
		s.fail("read the list", err)
	case len(w.Items) == 0:
		s.say("That was the last story of the list.")
	default:
		s.listed = at
		s.behind, s.ahead = nil, nil
		s.open(w.Items[0].ID)
	}
}

// list goes up to the headlines, where the reader was in them.
func (s *session) list() {
	s.leave()
	s.story = nil
	s.headlines(s.from)
}

// problems prints the files that could not be read.
func (s *session) problems() {
	all, err := s.shelf.Problems(s.ctx)
	if err != nil {
		s.fail("list the problems", err)
		return
	}
	if len(all) == 0 {
		s.say("Every file was read.")
	}
	for _, p := range all {
		s.say("%s: %s.", p.Path, p.Reason)
	}
}

func stories(n int) string {
	if n == 1 {
		return "1 story"
	}
	return fmt.Sprintf("%d stories", n)
}
