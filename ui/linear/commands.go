package linear

import "strings"

// command is a word that may be typed, with words of its own behind it.
type command struct {
	name    string
	letters []string
	help    string
	do      func(s *session, words string) error
}

// bare is a command that takes no words.
func bare(f func(*session)) func(*session, string) error {
	return func(s *session, _ string) error { f(s); return nil }
}

// with is a command that does.
func with(f func(*session, string)) func(*session, string) error {
	return func(s *session, words string) error { f(s, words); return nil }
}

// commands lists what may be typed, in the order help says it.
func commands() []command {
	return []command{
		{"more", nil, "enter alone: more headlines, or more of the story", bare((*session).more)},
		{"previous", []string{"p"}, "the headlines before, or the story from its start", bare((*session).previous)},
		{"next", []string{"n"}, "the next story of the list", bare((*session).following)},
		{"related", []string{"r"}, "what the story leads to and why, by numbers", bare((*session).related)},
		{"thread", []string{"t"}, "the stories of the same event, by time", bare((*session).thread)},
		{"back", []string{"b"}, "back to the story before", bare((*session).back)},
		{"forward", []string{"f"}, "forward again", bare((*session).forward)},
		{"trail", nil, "the stories you came by, by numbers", bare((*session).trail)},
		{"list", []string{"l"}, "up to the headlines", bare((*session).list)},
		{"all", []string{"a"}, "every story, after a search or unread", bare((*session).all)},
		{"unread", []string{"u"}, "only unread stories", bare((*session).unread)},
		{"starred", nil, "only starred stories", bare((*session).starred)},
		{"sources", nil, "the outlets, by numbers: one shows its stories", bare((*session).sources)},
		{"sort", nil, "the list by another order", bare((*session).sort)},
		{"star", []string{"s"}, "star the story, or take the star away", bare((*session).star)},
		{"mark", []string{"m"}, "mark the story read, or unread again", bare((*session).mark)},
		{"keep", []string{"k"}, "mark the paragraph heard last, or take its mark away", bare((*session).keep)},
		{"note", nil, "say the note on the story; with words behind it, write it", with((*session).note)},
		{"tag", nil, "say the tags of the story; with words behind it, set them", with((*session).tag)},
		{"undo", nil, "take the last mark back", bare((*session).undo)},
		{"notes", nil, "all notes and marked paragraphs, by numbers", bare((*session).notes)},
		{"cuts", []string{"x"}, "what cleaning took out of the story", bare((*session).cuts)},
		{"address", []string{"o"}, "the address of the original, and of the links in the text", bare((*session).address)},
		{"problems", []string{"!"}, "files that could not be read, and why", bare((*session).problems)},
		{"help", []string{"?", "h"}, "this", bare((*session).help)},
		{"quit", []string{"q"}, "leave", func(*session, string) error { return errQuit }},
	}
}

func (s *session) help() {
	s.say("A number opens what it stands for. A slash and words search: /harbour radar.")
	for _, c := range commands() {
		if len(c.letters) == 0 {
			s.say("%s: %s.", c.name, c.help)
			continue
		}
		s.say("%s or %s: %s.", strings.Join(c.letters, " or "), c.name, c.help)
	}
}
