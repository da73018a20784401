package cli

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"broadsheet/articles"
	"broadsheet/articles/safe"
	"broadsheet/store"
)

// listFlags are common to the commands that print lines about stories.
type listFlags struct {
	json   bool
	n      int
	copies bool
}

// fold adds the switch of the commands that fold copies.
func (f *listFlags) fold(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&f.copies, "copies", false, "print every copy of a story, and not one for all")
}

func (f *listFlags) register(cmd *cobra.Command, n int, what string) {
	cmd.Flags().BoolVar(&f.json, "json", false, "one line of JSON each")
	cmd.Flags().IntVarP(&f.n, "number", "n", n, what)
	cmd.PreRunE = func(*cobra.Command, []string) error {
		if f.n < 0 {
			return usagef("-n takes a number from 0 on, not %d", f.n)
		}
		return nil
	}
}

// lines prints values as lines of JSON or, by text, for people.
type lines struct {
	out  *bufio.Writer
	json *json.Encoder
}

func (a *app) lines(f listFlags) *lines {
	l := &lines{out: bufio.NewWriter(safe.Writer(a.Out))}
	if f.json { // which escapes for itself
		l.out = bufio.NewWriter(a.Out)
		l.json = encoder(l.out)
	}
	return l
}

func (l *lines) print(v any, text func(io.Writer)) error {
	if l.json != nil {
		return l.json.Encode(v)
	}
	text(l.out)
	return nil
}

func (a *app) listCommand() *cobra.Command {
	var f listFlags
	var sort string
	cmd := &cobra.Command{
		Use:   "list",
		Short: "Print the headlines of a library, newest first",
		Long: `Prints the headlines of a library as the reader lists them: stories with the
same text are one line, which says how many further copies there are.`,
		Example: `broadsheet list --library ~/archive -n 20
broadsheet list --library ~/archive --json | jq -r 'select(.read | not) | .story'`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.list(cmd.Context(), f, store.Sort(sort))
		},
	}
	a.libraryFlag(cmd)
	f.register(cmd, 0, "at most this many; 0 is all")
	f.fold(cmd)
	cmd.Flags().StringVar(&sort, "sort", string(store.SortNewest), "newest, oldest, title, source or unread")
	return cmd
}

func (a *app) list(ctx context.Context, f listFlags, sort store.Sort) error {
	switch sort {
	case store.SortNewest, store.SortOldest, store.SortTitle, store.SortSource, store.SortUnread:
	default:
		return usagef("there is no order %q; there are newest, oldest, title, source and unread", sort)
	}
	lib, err := a.scanned(ctx, a.libraryPaths)
	if err != nil {
		return err
	}
	defer lib.Close()
	l := a.lines(f)
	count := 0
	err = lib.Each(ctx, store.View{Sort: sort, Copies: f.copies}, func(h articles.Headline) error {
		if f.n > 0 && count == f.n {
			return errEnough
		}
		count++
		return l.print(encodeHeadline(h), func(w io.Writer) { printHeadline(w, h) })
	})
	if err == errEnough {
		err = nil
	}
	if err != nil {
		return err
	}
	return a.finish(ctx, lib, l, count)
}

// errEnough ends a walk that has gone far enough.
var errEnough = fmt.Errorf("enough")

// finish writes what is still buffered, and says why a library is empty.
func (a *app) finish(ctx context.Context, lib *library, l *lines, count int) error {
	if err := l.out.Flush(); err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	failed, err := a.reportProblems(ctx, lib)
	if err != nil {
		return err
	}
	if count == 0 && !failed {
		fmt.Fprintln(a.Err, "broadsheet: no story found")
	}
	if failed {
		return errSome
	}
	return nil
}

// reportProblems names on stderr what could not be read.
func (a *app) reportProblems(ctx context.Context, lib *library) (failed bool, err error) {
	problems, err := lib.Problems(ctx)
	if err != nil {
		return false, err
	}
	for _, p := range problems {
		fmt.Fprintln(a.Err, "broadsheet: "+safe.Text(problemLine(p)))
	}
	return len(problems) > 0, nil
}

func problemLine(p store.Problem) string { return p.Path + ": " + p.Reason }

func printHeadline(w io.Writer, h articles.Headline) {
	mark := " "
	switch {
	case h.Marks.Starred:
		mark = "*"
	case !h.Marks.Read:
		mark = "."
	}
	fmt.Fprintf(w, "%s %-10s  %s\n", mark, orDash(h.Published.Day()), title(h.Title))
	fmt.Fprintf(w, "  %-10s  %s\n", "", joined(h.Source, fmt.Sprintf("%d words", h.Words), copiesNote(h.Copies), named(h.ID)))
}

// named is an id for people: names of files do not go past the gate.
func named(id articles.ID) string { return safe.Line(string(id)) }

func copiesNote(n int) string {
	if n == 0 {
		return ""
	}
	return plural(n, "more copy")
}

func joined(parts ...string) string {
	var some []string
	for _, p := range parts {
		if p != "" {
			some = append(some, p)
		}
	}
	return strings.Join(some, " · ")
}

func orDash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

func title(s string) string {
	if s == "" {
		return "(no headline)"
	}
	return s
}
