package cli

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"broadsheet/store"
)

// savedFlags are what search does with searches by name, instead of searching.
type savedFlags struct {
	save   string
	forget string
	list   bool
}

func (a *app) searchCommand() *cobra.Command {
	var f listFlags
	var saved savedFlags
	cmd := &cobra.Command{
		Use:   "search QUERY",
		Short: "Search a library; the best match first",
		Long: `Searches titles and texts. A query is made of

  words            all of them must be there
  "a phrase"       in this order
  -word            must not be there
  this OR that     one of them must
  harb*            words that begin so
  title: source: author: tag: lang:      a word in that field
  is:unread is:starred is:dated          what you did, what is known
  after:2014-06 before:2014-07 on:2014-06-06

  @harbour         what you saved under that name with --save harbour

Put the query in quotes, or before it two dashes, so that the shell and the
program leave it alone.`,
		Example: `broadsheet search 'harbour is:unread' --library ~/archive
broadsheet search --json 'title:ferry after:2014-06' | jq -r .story
broadsheet search -- '"second radar" -fog'
broadsheet search --save harbour 'ferry OR pilot'
broadsheet search @harbour after:2014`,
		RunE: func(cmd *cobra.Command, args []string) error {
			line := strings.Join(args, " ")
			switch {
			case saved != savedFlags{}:
				return a.savedSearches(cmd.Context(), saved, line, f)
			case line == "":
				return usagef("search needs a query; broadsheet search --saved lists the saved ones")
			}
			return a.search(cmd.Context(), line, f)
		},
	}
	a.libraryFlag(cmd)
	cmd.Flags().StringVar(&saved.save, "save", "", "keep the query under this name; @NAME then stands for it")
	cmd.Flags().StringVar(&saved.forget, "forget", "", "forget the search of this name")
	cmd.Flags().BoolVar(&saved.list, "saved", false, "list the searches that were saved")
	cmd.MarkFlagsMutuallyExclusive("save", "forget", "saved")
	f.register(cmd, 20, "at most this many; 0 is all")
	f.fold(cmd)
	return cmd
}

func (a *app) search(ctx context.Context, line string, f listFlags) error {
	lib, err := a.scanned(ctx, a.libraryPaths)
	if err != nil {
		return err
	}
	defer lib.Close()
	if err := unknownName(ctx, lib, line); err != nil {
		return err
	}
	hits, _, err := lib.Search(ctx, store.View{Query: line, Copies: f.copies}, f.n)
	if err != nil {
		return queryMistake(err, line)
	}
	l := a.lines(f)
	for _, h := range hits {
		hit := hitJSON{
			Story: h.ID, Title: h.Title, Score: h.Score, Snippet: h.Snippet.Text,
			Published: h.Published, Source: h.Source,
		}
		if err := l.print(hit, func(w io.Writer) {
			printHeadline(w, h.Headline)
			if h.Snippet.Text != "" {
				fmt.Fprintf(w, "  %-10s  %s\n", "", h.Snippet.Text)
			}
		}); err != nil {
			return fmt.Errorf("writing: %w", err)
		}
	}
	return a.finish(ctx, lib, l, len(hits))
}

// queryMistake shows a mistake in a query at its place; any other error stays
// what it is.
func queryMistake(err error, line string) error {
	problem, ok := queryProblem(err)
	if !ok {
		return err
	}
	from := min(problem.Pos, len(line))
	to := min(from+problem.Len, len(line))
	return usagef("%s\n  %s\n  %s%s", problem.Message, line,
		strings.Repeat(" ", utf8.RuneCountInString(line[:from])),
		strings.Repeat("^", max(1, utf8.RuneCountInString(line[from:to]))))
}

// unknownName refuses a line that is nothing but the name of a saved search
// that there is not. In a longer line, what no search is called is a word.
func unknownName(ctx context.Context, lib *library, line string) error {
	name, at := strings.CutPrefix(line, "@")
	if !at || strings.ContainsAny(name, " \t") {
		return nil
	}
	saved, err := lib.Searches(ctx)
	if err != nil {
		return err
	}
	names := []string{}
	for _, s := range saved {
		if s.Name == name {
			return nil
		}
		names = append(names, "@"+s.Name)
	}
	if len(names) == 0 {
		return usagef("there is no saved search %s; broadsheet search --save %s QUERY makes one", line, name)
	}
	return usagef("there is no saved search %s; there are %s", line, strings.Join(names, ", "))
}

// savedSearches lists the saved searches, or changes one of them. They belong
// to the reader, not to a library, which is therefore not scanned.
func (a *app) savedSearches(ctx context.Context, do savedFlags, line string, f listFlags) error {
	if (line == "") == (do.save != "") {
		return usagef("--save needs a name and a query; --saved and --forget need no query")
	}
	lib, err := a.openLibrary(ctx, a.libraryPaths, false)
	if err != nil {
		return err
	}
	defer lib.Close()
	saved, err := lib.Searches(ctx)
	if err != nil {
		return err
	}
	switch {
	case do.save != "":
		return queryMistake(lib.SaveSearch(ctx, store.SavedSearch{Name: do.save, Query: line}), line)
	case do.forget != "":
		if !slices.ContainsFunc(saved, func(s store.SavedSearch) bool { return s.Name == do.forget }) {
			return usagef("there is no saved search %q", do.forget)
		}
		return lib.SaveSearch(ctx, store.SavedSearch{Name: do.forget})
	}
	l := a.lines(f)
	for _, s := range saved {
		if err := l.print(searchJSON(s), func(w io.Writer) { fmt.Fprintf(w, "@%s  %s\n", s.Name, s.Query) }); err != nil {
			return fmt.Errorf("writing: %w", err)
		}
	}
	return l.out.Flush()
}

// searchJSON is a saved search as a line of JSON.
type searchJSON struct {
	Name  string `json:"name"`
	Query string `json:"query"`
}
