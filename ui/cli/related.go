package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"github.com/spf13/cobra"

	"broadsheet/articles"
	"broadsheet/store"
	"broadsheet/store/query"
)

// queryProblem finds the mistake in a query that an error stands for.
func queryProblem(err error) (*query.Error, bool) {
	var problem *query.Error
	return problem, errors.As(err, &problem)
}

func (a *app) relatedCommand() *cobra.Command {
	var f listFlags
	var all bool
	cmd := &cobra.Command{
		Use:   "related STORY",
		Short: "Print what a story leads to, and why",
		Long: `Prints the related headlines of a story, in the order of the reader: those the
publisher named, the stories that name this one, copies of the same text, and
similar stories with the words and names they share, or the page elsewhere that
the text of both links to. STORY is an id as
"broadsheet list --json" prints it: the path under the library's folder.

With --all it prints those of every story, one line of JSON a story.`,
		Example: `broadsheet related 2014/ferry.txt --library ~/archive
broadsheet related --all --json --library ~/archive > related.jsonl`,
		Args: func(_ *cobra.Command, args []string) error {
			if all == (len(args) == 1) || len(args) > 1 {
				return usagef("name one STORY, or give --all")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if all {
				return a.relatedAll(cmd.Context(), f)
			}
			return a.related(cmd.Context(), articles.ID(args[0]), f)
		},
	}
	a.libraryFlag(cmd)
	f.register(cmd, 20, "at most this many similar stories each; those that are named come before them")
	cmd.Flags().BoolVar(&all, "all", false, "of every story of the library; one line of JSON a story")
	return cmd
}

func (a *app) related(ctx context.Context, id articles.ID, f listFlags) error {
	lib, err := a.scanned(ctx, a.libraryPaths)
	if err != nil {
		return err
	}
	defer lib.Close()
	leads, err := lib.Related(ctx, id, f.n)
	if err != nil {
		return lib.explain(id, err)
	}
	l := a.lines(f)
	if err := l.print(encodeLeads(id, leads), func(w io.Writer) {
		for i, lead := range leads {
			printLead(w, i+1, lead)
		}
	}); err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	return l.out.Flush()
}

// explain says what to do about a story that is not there.
func (l *library) explain(id articles.ID, err error) error {
	if errors.Is(err, store.ErrUnknown) {
		return fmt.Errorf("the library has no story %q; broadsheet list --json prints the ids", id)
	}
	return err
}

func (a *app) relatedAll(ctx context.Context, f listFlags) error {
	f.json = true
	lib, err := a.scanned(ctx, a.libraryPaths)
	if err != nil {
		return err
	}
	defer lib.Close()
	l := a.lines(f)
	count := 0
	for r := range inOrder(ctx, lib.asked(ctx), func(one asked) iter.Seq[answer] {
		return func(yield func(answer) bool) { yield(lib.answer(ctx, one, f.n)) }
	}) {
		if r.err != nil {
			return r.err
		}
		count += r.stories
		if _, err := l.out.Write(r.lines); err != nil {
			return fmt.Errorf("writing: %w", err)
		}
	}
	return a.finish(ctx, lib, l, count)
}

// asked is some stories that are asked about, or why there are no more.
type asked struct {
	some store.Some
	err  error
}

func (l *library) asked(ctx context.Context) iter.Seq[asked] {
	return func(yield func(asked) bool) {
		for some, err := range l.Places(ctx) {
			if !yield(asked{some, err}) {
				return
			}
		}
	}
}

// answer is what some stories lead to, as lines of JSON.
type answer struct {
	lines   []byte
	stories int
	err     error
}

func (l *library) answer(ctx context.Context, q asked, n int) answer {
	if q.err != nil {
		return answer{err: q.err}
	}
	all, err := l.RelatedOf(ctx, q.some, n)
	if err != nil {
		return answer{err: err}
	}
	var b bytes.Buffer
	lines := encoder(&b)
	for _, one := range all {
		if err := lines.Encode(encodeLeads(one.ID, one.Leads)); err != nil {
			return answer{err: fmt.Errorf("encoding what %s leads to: %w", one.ID, err)}
		}
	}
	return answer{lines: b.Bytes(), stories: len(all)}
}

func encodeLeads(id articles.ID, leads []articles.Lead) relatedJSON {
	r := relatedJSON{Story: id, Related: []leadJSON{}}
	for _, lead := range leads {
		r.Related = append(r.Related, encodeLead(lead))
	}
	return r
}

func printLead(w io.Writer, n int, l articles.Lead) {
	fmt.Fprintf(w, "%3d  %s\n", n, title(l.Headline.Title))
	where := named(l.Headline.ID)
	if l.Absent() {
		where = "not in the library"
	}
	fmt.Fprintf(w, "     %s\n", joined(string(l.Kind), strings.Join(l.Reasons(), ", "),
		l.Headline.Source, readableDate(l.Headline.Published), copiesNote(len(l.Copies)), where))
}

func (a *app) linksCommand() *cobra.Command {
	var f listFlags
	var absent bool
	var format string
	cmd := &cobra.Command{
		Use:   "links STORY",
		Short: "Print the headlines that a story's publisher named, resolved",
		Long: `Prints the headlines that the publisher put beside a story, with their ids,
addresses, images and dates, and which story of the library each one is.

With --absent it prints what the stories of the library name and the library
lacks, those first that most stories name: a shopping list. Its formats: md (a
list), json (one line each, with the stories that name it) and urls (addresses
alone, for a program that fetches them).`,
		Example: `broadsheet links 2014/ferry.txt --library ~/archive --json
broadsheet links --absent --library ~/archive -n 100
broadsheet links --absent --format urls --library ~/archive | wget -i -`,
		Args: func(_ *cobra.Command, args []string) error {
			if absent == (len(args) == 1) || len(args) > 1 {
				return usagef("name one STORY, or give --absent")
			}
			if format != absentMarkdown && !absent {
				return usagef("--format goes with --absent")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if absent {
				return a.absent(cmd.Context(), f, format)
			}
			return a.links(cmd.Context(), articles.ID(args[0]), f)
		},
	}
	a.libraryFlag(cmd)
	f.register(cmd, 0, "at most this many; 0 is all")
	cmd.Flags().BoolVar(&absent, "absent", false, "what all stories name and the library lacks, most wanted first")
	cmd.Flags().StringVar(&format, "format", absentMarkdown, "of what is absent: md, json or urls")
	return cmd
}

func (a *app) links(ctx context.Context, id articles.ID, f listFlags) error {
	lib, err := a.scanned(ctx, a.libraryPaths)
	if err != nil {
		return err
	}
	defer lib.Close()
	leads, err := lib.Links(ctx, id)
	if err != nil {
		return lib.explain(id, err)
	}
	l := a.lines(f)
	for i, lead := range leads {
		if f.n > 0 && i == f.n {
			break
		}
		is := lead.Headline.ID
		if err := l.print(encodeLink(lead.Named, is), func(w io.Writer) { printLink(w, i+1, lead.Named, is) }); err != nil {
			return fmt.Errorf("writing: %w", err)
		}
	}
	return l.out.Flush()
}

func printLink(w io.Writer, n int, l articles.Link, is articles.ID) {
	where := named(is)
	if is == "" {
		where = "not in the library"
	}
	fmt.Fprintf(w, "%3d  %s\n     %s\n", n, l.Title, joined(readableDate(l.Published), l.URL, idNote(l.ID), where))
}
