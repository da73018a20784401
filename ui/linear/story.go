package linear

import (
	"strings"

	"broadsheet/articles"
	"broadsheet/articles/safe"
	"broadsheet/ui"
)

// pick opens what a number stands for. A headline that the library does not
// hold becomes a search for its words.
func (s *session) pick(n int) {
	if n < 1 || n > len(s.choice) {
		s.say("There is no %d here.", n)
		return
	}
	c := s.choice[n-1]
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
	s.story = &story{article: a, marks: k, paras: a.Paragraphs()}
	s.choice = nil
	s.head()
	if at := int(k.Position * float64(len(s.story.paras))); at > 0 && at < len(s.story.paras) {
		s.say("You were at paragraph %d of %d. Type p to begin at the start.", at+1, len(s.story.paras))
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
	for _, w := range a.Warnings {
		s.say("%s.", w)
	}
}

// paragraphs prints the next few, each on one line.
func (s *session) paragraphs() {
	st := s.story
	if len(st.paras) == 0 {
		s.say("The story has no text.")
	}
	end := min(st.next+paragraphsAtOnce, len(st.paras))
	for _, p := range st.paras[st.next:end] {
		s.say("%s", p)
	}
	st.next = end
	if left := len(st.paras) - end; left > 0 {
		s.say("%d more paragraphs: enter.", left)
		return
	}
	s.say("End of story. r for related stories, l for the headlines.")
	s.save(ui.Change{Read: new(true), Position: new(1.0)})
}

// leave keeps the place in the story that is left.
func (s *session) leave() {
	if st := s.story; st != nil && st.next < len(st.paras) {
		s.save(ui.Change{Position: new(float64(st.next) / float64(len(st.paras)))})
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
		s.choice = append(s.choice, choice{l.Headline.ID, safe.Line(l.Headline.Title)})
		why := strings.Join(l.Why, ", ")
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
		s.choice = append(s.choice, choice{h.ID, h.Title})
		here := ""
		if h.ID == s.story.article.ID {
			here = " This story."
		}
		s.say("%d. %s.%s", i+1, s.headline(h), here)
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

// address prints where the story came from; nothing is opened from here.
func (s *session) address() {
	if s.inStory() {
		url, ok := safe.URL(s.story.article.URL)
		if !ok {
			url = "This story carries no address."
		}
		s.say("%s", url)
	}
}

func (s *session) inStory() bool {
	if s.story == nil {
		s.say("Open a story first: type its number.")
	}
	return s.story != nil
}

func either(is bool, yes, no string) string {
	if is {
		return yes
	}
	return no
}
