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
	"slices"
	"strconv"
	"strings"
	"time"

	"broadsheet/articles"
	"broadsheet/articles/safe"
	"broadsheet/ui"
	"broadsheet/ui/page"
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
	listed int           // where in the list the story last opened from it stands
	story  *story        // the one being read
	behind []articles.ID // the trail: where back goes
	ahead  []articles.ID // and forward
}

// choice is a story that a number stands for, or a headline without one.
type choice struct {
	id    articles.ID
	title string
	at    int            // where in the list it stands, from 1; 0 elsewhere
	do    func(*session) // what else the number does; nil: it opens the story
}

// story is an open story and how much of it was printed.
type story struct {
	article articles.Article
	marks   articles.Marks
	lines   []page.SpokenLine
	links   []page.Link
	next    int // the first line not printed
}

// How much is printed before the prompt comes.
const (
	headlinesAtOnce = 10
	linesAtOnce     = 5
	relatedAtOnce   = 9
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
		s.say("%s could not be read. Type problems to hear why.", either(failed == 1, "1 file", fmt.Sprintf("%d files", failed)))
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
	name, words, _ := strings.Cut(line, " ")
	for _, c := range commands() {
		if name == c.name || slices.Contains(c.letters, name) || line == "" && c.name == "more" {
			return c.do(s, strings.TrimSpace(words))
		}
	}
	s.say("%q is not known. Question mark lists the commands.", name)
	return nil
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}
