package ui

import (
	"fmt"
	"os/exec"
	"strings"

	tea "charm.land/bubbletea/v2"

	"broadsheet/articles"
)

// target is the story that a key is about: the one under the cursor, in the
// pane with the keys.
func (m *Model) target() (id articles.ID, title string, ok bool) {
	switch m.focus {
	case InList:
		it, ok := m.list.chosen()
		return it.ID, titleOf(it.Headline), ok
	case InLeads:
		if all := m.shownLeads(); m.leads.cursor < len(all) {
			l := all[m.leads.cursor]
			return l.Headline.ID, titleOf(l.Headline), !l.Absent()
		}
		return "", "", false
	}
	return m.story.id, m.story.title, m.story.id != "" && !m.story.loading && m.story.err == nil
}

// markTarget changes the marks of that story and says so.
func (m *Model) markTarget(change func(articles.Marks) (Change, string)) tea.Cmd {
	id, title, ok := m.target()
	if !ok {
		m.say("there is no story here to mark")
		return nil
	}
	k, _ := m.marksOf(id)
	c, said := change(k)
	m.say(said + ": " + title)
	return m.mark(id, c)
}

func (m *Model) star(press) tea.Cmd {
	return m.markTarget(func(k articles.Marks) (Change, string) {
		if k.Starred {
			return Change{Starred: new(false)}, "star taken away"
		}
		return Change{Starred: new(true)}, "starred"
	})
}

func (m *Model) read(press) tea.Cmd {
	return m.markTarget(func(k articles.Marks) (Change, string) {
		if k.Read {
			return Change{Read: new(false)}, "unread again"
		}
		return Change{Read: new(true)}, "read"
	})
}

// undo takes the last mark back.
func (m *Model) undo(press) tea.Cmd {
	return m.marks.add(m.ctx, m.shelf, &job{undo: true})
}

// tag asks for the tags of a story.
func (m *Model) tag(press) tea.Cmd {
	id, title, ok := m.target()
	if !ok {
		m.say("there is no story here to tag")
		return nil
	}
	k, _ := m.marksOf(id)
	m.prompt = &prompt{
		label: "tags", entry: newEntry(strings.Join(k.Tags, " ")),
		help: "words with blanks between; none takes them away",
		done: func(m *Model, text string) tea.Cmd {
			tags := uniqueWords(text)
			m.say(countOf(len(tags), "tag on", "tags on") + " " + title)
			return m.mark(id, Change{Tags: &tags})
		},
	}
	return nil
}

func uniqueWords(text string) []string {
	var out []string
	seen := map[string]bool{}
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == ',' || r == '#' }) {
		if !seen[w] {
			seen[w] = true
			out = append(out, w)
		}
	}
	return out
}

// note asks for a note on a story, or on the chosen paragraph of it.
func (m *Model) note(press) tea.Cmd {
	if one, ok := m.paragraph(); ok {
		return m.noteParagraph(one)
	}
	id, title, ok := m.target()
	if !ok {
		m.say("there is no story here to note")
		return nil
	}
	k, _ := m.marksOf(id)
	m.prompt = &prompt{
		label: "note", entry: newEntry(k.Note), help: "on " + title,
		done: func(m *Model, text string) tea.Cmd {
			m.say("note kept on " + title)
			if text == "" {
				m.say("no note on " + title)
			}
			return m.mark(id, Change{Note: &text})
		},
	}
	return nil
}

// toggleCuts shows the story with what cleaning took out, or without.
func (m *Model) toggleCuts(press) tea.Cmd {
	n := len(m.story.article.Cuts)
	if n == 0 && !m.story.cuts {
		m.say("nothing was cut from this story")
		return nil
	}
	m.story.cuts = !m.story.cuts
	if m.story.cuts {
		m.say(fmt.Sprintf("%s, shown in place; %s hides them", countOf(n, "cut", "cuts"), m.keyFor(Cuts)))
	}
	m.focus, m.story.chosen = InStory, chosen{} // the cuts count as paragraphs
	return nil
}

// toggleZoom gives the story the whole screen, or its pane again.
func (m *Model) toggleZoom(press) tea.Cmd {
	m.zoom = !m.zoom
	if m.lay.shape == narrow {
		m.zoom = false
		m.say("the story has the whole screen already")
	}
	if m.zoom {
		m.focus = InStory
	}
	return nil
}

// pipe asks for a command that gets the text of the story, or of the chosen
// paragraph.
func (m *Model) pipe(press) tea.Cmd {
	if m.opt.Pipe == nil {
		m.say("no command can be run from here")
		return nil
	}
	if _, _, ok := m.target(); !ok || m.story.loading {
		m.say("there is no story to pipe")
		return nil
	}
	text, what := m.story.title+"\n\n"+m.story.article.Text+"\n", "story"
	if one, ok := m.paragraph(); ok {
		text, what = one.Text+"\n", "paragraph"
	}
	m.prompt = &prompt{
		label: "|", help: "a command; it gets the text of the " + what,
		done: func(m *Model, command string) tea.Cmd {
			if strings.TrimSpace(command) == "" {
				return nil
			}
			cmd, err := m.opt.Pipe(command)
			if err != nil {
				m.fail("the command could not be run", err)
				return nil
			}
			cmd.Stdin = strings.NewReader(text)
			return m.run(cmd, "the command failed")
		},
	}
	return nil
}

// edit opens the file of a story in the reader's editor.
func (m *Model) edit(press) tea.Cmd {
	id, _, ok := m.target()
	switch {
	case !ok:
		m.say("there is no file here to open")
	case m.opt.Editor == nil:
		m.say("no editor is known: set EDITOR")
	default:
		cmd, err := m.opt.Editor(id)
		if err != nil {
			m.fail("the editor could not be started", err)
			return nil
		}
		return m.run(cmd, "the editor failed")
	}
	return nil
}

// run gives the terminal to a program until it ends.
func (m *Model) run(cmd *exec.Cmd, failed string) tea.Cmd {
	return tea.ExecProcess(cmd, func(err error) tea.Msg { return openedMsg{failed, err} })
}
