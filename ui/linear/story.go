package linear

import (
	"fmt"
	"slices"
	"strings"

	"broadsheet/articles"
	"broadsheet/articles/safe"
	"broadsheet/ui"
	"broadsheet/ui/page"
)

// pick opens what a number stands for. A headline that the library does not
// hold becomes a search for its words.
func (s *session) pick(n int) {
	if n < 1 || n > len(s.choice) {
		s.say("There is no %d here.", n)
		return
	}
	c := s.choice[n-1]
	if c.do != nil {
		c.do(s)
		return
	}
	if c.id == "" {
		s.say("The library does not hold %s. Searching for its words.", c.title)
		if q := ui.SearchWords(c.title); q != "" {
			s.search(q)
		}
		return
	}
	if s.story != nil {
		s.behind = append(s.behind, s.story.article.ID)
		s.ahead = nil
	}
	if c.at > 0 {
		s.listed = c.at - 1
	}
	s.open(c.id)
}

// open prints the beginning of a story, or goes on where the reader left it.
func (s *session) open(id articles.ID) {
	s.leave()
	a, k, err := s.shelf.Story(s.ctx, id)
	if err != nil {
		s.fail("read the story", err)
		return
	}
	lines, links := page.Spoken(page.Input{Article: a, Marks: k, Now: s.opt.Now()})
	s.story = &story{article: a, marks: k, lines: lines, links: links}
	s.choice = nil
	s.head()
	if at := int(k.Position * float64(len(lines))); at > 0 && at < len(lines) {
		s.say("You were at paragraph %d of %d. Type p to begin at the start.", at+1, len(lines))
		s.story.next = at
	}
	s.paragraphs()
}

// head prints what stands over a story.
func (s *session) head() {
	a := s.story.article
	s.say("%s", orElse(a.Title, "Without a title"))
	if a.Dek != "" {
		s.say("%s", a.Dek)
	}
	var facts []string
	for _, f := range []string{a.Source, spoken(a.Published), strings.Join(a.Authors, ", ")} {
		if f != "" {
			facts = append(facts, f)
		}
	}
	if len(facts) > 0 {
		s.say("%s.", strings.Join(facts, ", "))
	}
	k := s.story.marks
	if k.Starred {
		s.say("Starred.")
	}
	if len(k.Tags) > 0 {
		s.say("Tagged: %s.", strings.Join(k.Tags, ", "))
	}
	if k.Note != "" {
		s.say("Note: %s", k.Note)
	}
	for _, w := range a.Warnings {
		s.say("%s.", w)
	}
}

// paragraphs prints the next few, each on one line.
func (s *session) paragraphs() {
	st := s.story
	end := min(st.next+linesAtOnce, len(st.lines))
	for _, p := range st.lines[st.next:end] {
		s.say("%s", p.Text)
	}
	st.next = end
	if left := len(st.lines) - end; left > 0 {
		s.say("%s: enter.", either(left == 1, "1 more paragraph", fmt.Sprintf("%d more paragraphs", left)))
		return
	}
	s.say("End of story. r for related stories, n for the next one, l for the headlines.")
	s.save(ui.Change{Read: new(true), Position: new(1.0)})
}

// leave keeps the place in the story that is left.
func (s *session) leave() {
	if st := s.story; st != nil && st.next < len(st.lines) {
		s.save(ui.Change{Position: new(float64(st.next) / float64(len(st.lines)))})
	}
}

// related prints what the story leads to, numbered.
func (s *session) related() {
	if !s.inStory() {
		return
	}
	leads, err := s.shelf.Related(s.ctx, s.story.article.ID)
	if err != nil {
		s.fail("look the related stories up", err)
		return
	}
	if len(leads) == 0 {
		s.say("Nothing in the library is near this story.")
		return
	}
	s.choice = nil
	for i, l := range leads[:min(len(leads), relatedAtOnce)] {
		s.choice = append(s.choice, choice{id: l.Headline.ID, title: safe.Line(l.Headline.Title)})
		why := strings.Join(l.Reasons(), ", ")
		if l.Absent() {
			why += ", not in the library"
		}
		s.say("%d. %s. %s.", i+1, s.headline(l.Headline), orElse(why, string(l.Kind)))
	}
}

// thread prints the stories of the same event, numbered by time.
func (s *session) thread() {
	if !s.inStory() {
		return
	}
	all, err := s.shelf.Thread(s.ctx, s.story.article.ID)
	if err != nil {
		s.fail("look the thread up", err)
		return
	}
	if len(all) < 2 {
		s.say("This story is in no thread.")
		return
	}
	s.choice = nil
	for i, h := range all {
		s.choice = append(s.choice, choice{id: h.ID, title: h.Title})
		here := ""
		if h.ID == s.story.article.ID {
			here = " This story."
		}
		s.say("%d. %s.%s", i+1, s.headline(h), here)
	}
}

// trail prints the stories of the walk, numbered, this one among them.
func (s *session) trail() {
	if !s.inStory() {
		return
	}
	walk := append(slices.Clone(s.behind), s.story.article.ID)
	here := len(walk)
	for i := len(s.ahead) - 1; i >= 0; i-- {
		walk = append(walk, s.ahead[i])
	}
	s.choice = nil
	for i, id := range walk {
		title := s.story.article.Title
		if i+1 != here {
			a, _, err := s.shelf.Story(s.ctx, id)
			if err != nil {
				s.fail("read a story of the trail", err)
			}
			title = a.Title
		}
		s.choice = append(s.choice, choice{id: id, title: title})
		s.say("%d. %s.%s", i+1, orElse(title, "Without a title"), either(i+1 == here, " This story.", ""))
	}
}

// back goes to the story this one was reached from.
func (s *session) back() {
	if n := len(s.behind); n > 0 && s.story != nil {
		id := s.behind[n-1]
		s.behind, s.ahead = s.behind[:n-1], append(s.ahead, s.story.article.ID)
		s.open(id)
		return
	}
	s.list()
}

// forward goes where the reader had gone before.
func (s *session) forward() {
	n := len(s.ahead)
	if n == 0 || s.story == nil {
		s.say("The trail ends here.")
		return
	}
	id := s.ahead[n-1]
	s.ahead, s.behind = s.ahead[:n-1], append(s.behind, s.story.article.ID)
	s.open(id)
}

// cuts prints what cleaning took out.
func (s *session) cuts() {
	if !s.inStory() {
		return
	}
	if len(s.story.article.Cuts) == 0 {
		s.say("Nothing was cut from this story.")
	}
	for _, c := range s.story.article.Cuts {
		s.say("Line %d, %s: %s", c.Line, c.Class, c.Text)
	}
}

// address prints where the story came from and where its links lead; nothing
// is opened from here.
func (s *session) address() {
	if !s.inStory() {
		return
	}
	url, ok := safe.URL(s.story.article.URL)
	if !ok {
		url = "This story carries no address."
	}
	s.say("%s", url)
	for _, l := range s.story.links {
		s.say("Link %d, %s: %s", l.Number, l.Text, l.URL)
	}
}

func (s *session) inStory() bool {
	if s.story == nil {
		s.say("Open a story first: type its number.")
	}
	return s.story != nil
}
