package linear

import (
	"slices"
	"strings"

	"broadsheet/articles"
	"broadsheet/ui"
)

func (s *session) star() {
	if s.inStory() && s.save(ui.Change{Starred: new(!s.story.marks.Starred)}) {
		s.say("%s", either(s.story.marks.Starred, "Starred.", "Star taken away."))
	}
}

func (s *session) mark() {
	if s.inStory() && s.save(ui.Change{Read: new(!s.story.marks.Read)}) {
		s.say("%s", either(s.story.marks.Read, "Read.", "Unread again."))
	}
}

// keep marks the paragraph that was printed last.
func (s *session) keep() {
	if !s.inStory() {
		return
	}
	st := s.story
	for i := st.next - 1; i >= 0; i-- {
		wanted := st.lines[i].Passage
		if wanted.Quote == "" {
			continue
		}
		all := slices.Clone(st.marks.Passages)
		same := func(p articles.Passage) bool { return p.Quote == wanted.Quote && p.Nth == wanted.Nth }
		had := slices.ContainsFunc(all, same)
		if had {
			all = slices.DeleteFunc(all, same)
		} else {
			all = append(all, wanted)
		}
		if s.save(ui.Change{Passages: &all}) {
			s.say("%s: %s", either(had, "Mark taken away", "Marked"), wanted.Quote)
		}
		return
	}
	s.say("No paragraph was heard yet.")
}

// note says the note on the story, or writes it.
func (s *session) note(words string) {
	switch {
	case !s.inStory():
	case words == "":
		s.say("%s", orElse(s.story.marks.Note, "The story has no note. Type note and words to write one."))
	case s.save(ui.Change{Note: &words}):
		s.say("Noted: %s", words)
	}
}

// tag says the tags of the story, or sets them.
func (s *session) tag(words string) {
	tags := strings.FieldsFunc(words, func(r rune) bool { return r == ' ' || r == ',' || r == '#' })
	switch {
	case !s.inStory():
	case words == "":
		s.say("%s", orElse(strings.Join(s.story.marks.Tags, ", "), "The story has no tags. Type tag and words to set them."))
	case s.save(ui.Change{Tags: &tags}):
		s.say("Tagged: %s.", strings.Join(s.story.marks.Tags, ", "))
	}
}

func (s *session) undo() {
	what, id, k, err := s.shelf.Undo(s.ctx)
	switch {
	case err != nil:
		s.fail("take the mark back", err)
	case what == "":
		s.say("Nothing to undo.")
	default:
		if s.story != nil && s.story.article.ID == id {
			s.story.marks = k
		}
		s.say("Undone: %s.", what)
	}
}

// notes prints everything the reader marked and wrote, numbered.
func (s *session) notes() {
	all, err := s.shelf.Notes(s.ctx)
	if err != nil {
		s.fail("list the notes", err)
		return
	}
	if len(all) == 0 {
		s.say("Nothing is marked yet. In a story, k marks the paragraph heard last.")
		return
	}
	s.choice = nil
	for i, h := range all {
		s.choice = append(s.choice, choice{id: h.ID, title: h.Title})
		s.say("%d. %s.", i+1, s.headline(h))
		if h.Marks.Note != "" {
			s.say("Note: %s", h.Marks.Note)
		}
		for _, p := range h.Marks.Passages {
			s.say("Marked: %s", p.Quote)
			if p.Note != "" {
				s.say("Note: %s", p.Note)
			}
		}
	}
}

func (s *session) save(c ui.Change) bool {
	k, err := s.shelf.Mark(s.ctx, s.story.article.ID, c)
	if err != nil {
		s.fail("save the mark", err)
		return false
	}
	s.story.marks = k
	return true
}

func either(is bool, yes, no string) string {
	if is {
		return yes
	}
	return no
}
