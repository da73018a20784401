package cli

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"broadsheet/articles"
)

func TestInOrderKeepsTheOrderHoweverLongEachTakes(t *testing.T) {
	numbers := func(yield func(int) bool) {
		for i := range 50 {
			if !yield(i) {
				return
			}
		}
	}
	slow := func(i int) iter.Seq[string] {
		return func(yield func(string) bool) {
			time.Sleep(time.Duration(50-i) % 7 * time.Millisecond)
			for j := range i % 20 { // some more than a worker may hold
				if !yield(fmt.Sprintf("%d.%d", i, j)) {
					return
				}
			}
		}
	}
	var want []string
	for i := range 50 {
		want = slices.AppendSeq(want, slow(i))
	}
	if got := slices.Collect(inOrder(t.Context(), numbers, slow)); !slices.Equal(got, want) {
		t.Errorf("got %v\nwant %v", got, want)
	}
	for s := range inOrder(t.Context(), numbers, slow) {
		if s == "30.3" {
			break // leaves workers waiting; they must end
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for range inOrder(ctx, numbers, slow) {
	}
}

func TestStandardInputIsAFileSystemOfOneFile(t *testing.T) {
	if err := fstest.TestFS(single{"standard-input", []byte("A story.")}, "standard-input"); err != nil {
		t.Error(err)
	}
}

func TestCutsStandAtTheirPlaces(t *testing.T) {
	a := articles.Article{
		Title: "Ferry runs aground", Text: "First paragraph.\n\nSecond paragraph.", Lines: []int{3, 7},
		Cuts: []articles.Cut{
			{Line: 1, Class: articles.ClassDate, Text: "6 June"},
			{Line: 5, EndLine: 6, Class: articles.ClassShare, Text: "Share\nMail"},
			{Line: 9, Class: articles.ClassSignOff, Text: "TO/RK"},
		},
	}
	var b strings.Builder
	if err := printText(&b, a, true); err != nil {
		t.Fatal(err)
	}
	const want = `Ferry runs aground
4 words

- [date, line 1] 6 June

First paragraph.

- [share, line 5] Share
- | Mail

Second paragraph.

- [sign-off, line 9] TO/RK

`
	if got := b.String(); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}
