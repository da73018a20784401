// Package linear is Broadsheet for a screen reader, a Braille line or a
// terminal that can only print: one announcement a line, numbered choices, a
// prompt, and nothing ever redrawn. It knows the shelf that package ui
// declares and no colours, keys or sizes.
package linear

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"broadsheet/articles"
	"broadsheet/articles/safe"
	"broadsheet/ui"
)

// Options are what a session is started with.
type Options struct {
	Shelf  ui.Shelf
	Name   string // the library
	Query  string // a search to begin with
	Notice string // to say at the start
	In     io.Reader
	Out    io.Writer
	Now    func() time.Time
}

// session is one reader at work. Each answer is printed in the order it was
// asked for, so nothing here runs beside anything else.
type session struct {
	ctx   context.Context
	opt   Options
	shelf ui.Shelf
	in    *bufio.Scanner
	out   *bufio.Writer

	view   ui.View
	from   int           // first headline printed last
	total  int           // stories in the view
	choice []choice      // what the numbers stand for
	story  *story        // the one being read
	behind []articles.ID // the trail: where back goes
	ahead  []articles.ID // and forward
}

// choice is a story that a number stands for, or a headline without one.
type choice struct {
	id    articles.ID
	title string
}

// story is an open story and how much of it was printed.
type story struct {
	article articles.Article
	marks   articles.Marks
	paras   []string
	next    int // the first paragraph not printed
}

// How much is printed before the prompt comes.
const (
	headlinesAtOnce  = 10
	paragraphsAtOnce = 5
	relatedAtOnce    = 9
)

// maxLine bounds a line that is typed.
const maxLine = 1 << 16

// errQuit ends a session.
var errQuit = errors.New("quit")

// Run runs a session until the reader quits or the input ends.
func Run(ctx context.Context, o Options) error {
	if o.Now == nil {
		o.Now = time.Now
	}
	s := &session{
		ctx: ctx, opt: o, shelf: o.Shelf, in: bufio.NewScanner(o.In), out: bufio.NewWriter(o.Out),
		view: ui.View{Query: o.Query},
	}
	s.in.Buffer(nil, maxLine)
	s.say("Broadsheet. %s.", orElse(o.Name, "Library"))
	if o.Notice != "" {
		s.say("%s.", o.Notice)
	}
	s.scan()
	s.headlines(0)
	for ctx.Err() == nil {
		s.prompt()
		if !s.in.Scan() {
			s.say("")
			break
		}
		if err := s.answer(strings.TrimSpace(safe.Line(s.in.Text()))); err != nil {
			break
		}
	}
	s.leave()
	return errors.Join(s.in.Err(), s.out.Flush())
}

// say prints one announcement: one line, however long, as a screen reader
// reads on at a line's end as if a thought had ended.
func (s *session) say(format string, args ...any) {
	text := safe.Text(fmt.Sprintf(format, args...))
	fmt.Fprintln(s.out, strings.Join(strings.Fields(text), " "))
}

func (s *session) fail(doing string, err error) { s.say("Could not %s: %v.", doing, err) }

// scan brings the library up to date before the first headline, as what is
// printed is never printed anew.
func (s *session) scan() {
	last, failed := s.opt.Now(), 0
	s.say("Reading the library.")
	s.out.Flush()
	err := s.shelf.Scan(s.ctx, func(p ui.Progress) {
		failed = p.Failed
		if now := s.opt.Now(); now.Sub(last) > 5*time.Second && p.Total > 0 {
			last = now
			s.say("%d of %d files.", p.Done, p.Total)
			s.out.Flush()
		}
	})
	if err != nil {
		s.fail("read the whole library", err)
	}
	if failed > 0 {
		s.say("%d files could not be read. Type problems to hear why.", failed)
	}
}

// prompt says where the reader is and waits.
func (s *session) prompt() {
	where := "Headlines"
	if s.story != nil {
		where = "Story"
	}
	fmt.Fprintf(s.out, "%s, question mark for help: ", where)
	s.out.Flush()
}

// answer does what was typed.
func (s *session) answer(line string) error {
	if n, err := strconv.Atoi(line); err == nil {
		s.pick(n)
		return nil
	}
	if query, ok := strings.CutPrefix(line, "/"); ok {
		s.search(strings.TrimSpace(query))
		return nil
	}
	for _, c := range commands() {
		if line == c.name || line == c.letter { // more has no letter: enter alone
			return c.do(s)
		}
	}
	s.say("%q is not known. Question mark lists the commands.", line)
	return nil
}

// command is a word that may be typed.
type command struct {
	name, letter string
	help         string
	do           func(*session) error
}

func quiet(f func(*session)) func(*session) error {
	return func(s *session) error { f(s); return nil }
}

// commands lists what may be typed, in the order help says it.
func commands() []command {
	return []command{
		{"more", "", "enter alone: more headlines, or more of the story", quiet((*session).more)},
		{"previous", "p", "the headlines before, or the story from its start", quiet((*session).previous)},
		{"related", "r", "what the story leads to, by numbers", quiet((*session).related)},
		{"thread", "t", "the stories of the same event, by time", quiet((*session).thread)},
		{"back", "b", "back to the story before", quiet((*session).back)},
		{"forward", "f", "forward again", quiet((*session).forward)},
		{"list", "l", "up to the headlines", quiet((*session).list)},
		{"all", "a", "every story, after a search or unread", quiet((*session).all)},
		{"unread", "u", "only unread stories", quiet((*session).unread)},
		{"star", "s", "star the story, or take the star away", quiet((*session).star)},
		{"mark", "m", "mark the story read, or unread again", quiet((*session).mark)},
		{"cuts", "x", "what cleaning took out of the story", quiet((*session).cuts)},
		{"address", "o", "the address of the original", quiet((*session).address)},
		{"problems", "!", "files that could not be read, and why", quiet((*session).problems)},
		{"help", "?", "this", quiet((*session).help)},
		{"quit", "q", "leave", func(*session) error { return errQuit }},
	}
}

func (s *session) help() {
	s.say("A number opens what it stands for. A slash and words search: /harbour radar.")
	for _, c := range commands() {
		if c.letter == "" {
			s.say("%s.", c.help)
			continue
		}
		s.say("%s or %s: %s.", c.letter, c.name, c.help)
	}
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}
