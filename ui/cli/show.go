package cli

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"iter"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"broadsheet/articles"
	"broadsheet/articles/read"
	"broadsheet/articles/safe"
	"broadsheet/store/walk"
)

type showFlags struct {
	format string
	cuts   bool
}

func (a *app) showCommand() *cobra.Command {
	var f showFlags
	cmd := &cobra.Command{
		Use:   "show PATH...|-",
		Short: "Print stories, cleaned",
		Long: `Prints every story in the files, and in the files below the folders, cleaned.
"-" reads one file from standard input. Nothing is kept.

The formats: text (paragraphs), md (Markdown with front matter, which this
program can read again) and json (one line a story).`,
		Example: `broadsheet show saved.html
broadsheet show --format json archive/ | jq -r .title
curl -s https://news.example/story | broadsheet show --cuts -`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return a.show(cmd.Context(), args, f) },
	}
	cmd.Flags().StringVar(&f.format, "format", "text", "text, md or json")
	cmd.Flags().BoolVar(&f.cuts, "cuts", false, "print what cleaning took out, at its place, with its class (json always carries it)")
	return cmd
}

func (f showFlags) printer() (func(io.Writer, articles.Article) error, error) {
	switch f.format {
	case "text":
		return f.spaced(printText), nil
	case "md":
		return f.spaced(printMarkdown), nil
	case "json":
		return func(w io.Writer, a articles.Article) error {
			return encoder(w).Encode(encodeStory(a))
		}, nil
	}
	return nil, usagef("there is no format %q; there are text, md and json", f.format)
}

// spaced puts a rule between one story and the next.
func (f showFlags) spaced(print func(io.Writer, articles.Article, bool) error) func(io.Writer, articles.Article) error {
	first := true
	return func(w io.Writer, a articles.Article) error {
		if !first {
			if _, err := fmt.Fprint(w, "\n\n"); err != nil {
				return err
			}
		}
		first = false
		return print(w, a, f.cuts)
	}
}

func (a *app) show(ctx context.Context, paths []string, f showFlags) error {
	print, err := f.printer()
	if err != nil {
		return err
	}
	c, warnings, err := a.loadConfig()
	if err != nil {
		return err
	}
	a.warn(warnings)
	out := bufio.NewWriter(a.Out)
	if f.format != "json" { // which escapes for itself
		out = bufio.NewWriter(safe.Writer(a.Out))
	}
	failed, shown := false, 0
	files, closeTrees := a.files(ctx, paths)
	stories := inOrder(ctx, files, func(s source) iter.Seq[outcome] {
		return s.read(read.Options{Context: ctx, Keep: c.keep()})
	})
	for o := range stories {
		if o.err != nil {
			failed = true
			fmt.Fprintln(a.Err, "broadsheet: "+safe.Text(o.err.Error()))
			continue
		}
		shown++
		if err := print(out, o.story); err != nil {
			return fmt.Errorf("writing: %w", err)
		}
	}
	closeTrees()
	if err := out.Flush(); err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if failed {
		return errSome
	}
	if shown == 0 {
		return fmt.Errorf("%s: no story found", strings.Join(paths, ", "))
	}
	return nil
}

// warn prints what the user should know but need not stop for.
func (a *app) warn(warnings []string) {
	for _, w := range warnings {
		fmt.Fprintln(a.Err, "broadsheet: "+safe.Text(w))
	}
}

// source is one file to be shown, or why there is none.
type source struct {
	tree  *walk.Tree
	file  walk.File
	stdin io.Reader
	err   error
}

type outcome struct {
	story articles.Article
	err   error
}

// files walks the paths in the order given; "-" is standard input. A file that
// was named is read whatever it is called. The trees stay open until close.
func (a *app) files(ctx context.Context, paths []string) (files iter.Seq[source], close func()) {
	var trees []*walk.Tree
	files = func(yield func(source) bool) {
		for _, p := range paths {
			if p == "-" {
				if !yield(source{stdin: a.In}) {
					return
				}
				continue
			}
			tree, err := walk.New([]walk.Root{{Path: p}})
			if err != nil {
				if !yield(source{err: err}) {
					return
				}
				continue
			}
			trees = append(trees, tree)
			for f, err := range tree.Files(ctx) {
				if !yield(source{tree: tree, file: f, err: err}) {
					return
				}
			}
		}
	}
	return files, func() {
		for _, t := range trees {
			t.Close()
		}
	}
}

func (s source) read(o read.Options) iter.Seq[outcome] {
	return func(yield func(outcome) bool) {
		if s.err != nil {
			yield(outcome{err: s.err})
			return
		}
		in := read.Input{Name: "-", Reader: s.stdin}
		if s.stdin == nil {
			f, now, err := s.tree.Open(s.file)
			if err != nil {
				yield(outcome{err: fmt.Errorf("reading %s: %w", s.tree.Path(s.file.Root, s.file.Rel), err)})
				return
			}
			defer f.Close()
			in = read.Input{
				Name: s.tree.Path(s.file.Root, s.file.Rel), ID: s.tree.ID(s.file.Root, s.file.Rel),
				Reader: f, Size: now.Size,
			}
		}
		for story, err := range read.File(in, o) {
			if !yield(outcome{story, err}) {
				return
			}
		}
	}
}

// inOrder runs work over a sequence on all cores and yields what it yields in
// the order of the sequence. Work that is ahead of its turn waits once it has
// a few results, so that a file of any length passes through.
func inOrder[In, Out any](ctx context.Context, seq iter.Seq[In], work func(In) iter.Seq[Out]) iter.Seq[Out] {
	return func(yield func(Out) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		lines := make(chan chan Out, runtime.GOMAXPROCS(0))
		go func() {
			defer close(lines)
			for in := range seq {
				line := make(chan Out, 8)
				select {
				case lines <- line:
				case <-ctx.Done():
					return
				}
				go func() {
					defer close(line)
					for out := range work(in) {
						select {
						case line <- out:
						case <-ctx.Done():
							return
						}
					}
				}()
			}
		}()
		for line := range lines {
			for out := range line {
				if !yield(out) {
					return
				}
			}
		}
	}
}
