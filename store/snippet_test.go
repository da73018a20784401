package store

import (
	"context"
	"strings"
	"sync"
	"testing"

	"broadsheet/articles"
)

// lit lists the words that are lit in a snippet.
func lit(s Snippet) (words []string) {
	for _, h := range s.Hits {
		words = append(words, s.Text[h[0]:h[1]])
	}
	return words
}

func TestSnippetsShowWhatAQueryFindsInTheOrderAsked(t *testing.T) {
	l := newHome(t,
		"a.txt=title: Ferry aground||The ferry stood at Karsk, and the pilot said so.",
		"b.txt=title: Trams||Night trams return. Nobody ferried them.",
		"c.txt=title: Fog||Fog over the mole.",
	).scanned()
	for _, c := range []struct {
		v    View
		ids  string
		want string // lit words of each story
	}{
		{View{Query: "ferry"}, "a.txt b.txt", "ferry / "},
		{View{Query: "ferry"}, "b.txt a.txt", " / ferry"},
		{View{Query: "ferr", Live: true}, "a.txt b.txt c.txt", "ferry / ferried / "},
		{View{Query: `"pilot said"`}, "a.txt", "pilot said"},
		{View{Query: "mole", Sort: SortNewest, Unread: true}, "gone.txt c.txt", " / mole"},
		{View{Query: `"open`}, "a.txt", ""},
		{View{}, "a.txt", ""},
	} {
		var ids []articles.ID
		for _, id := range strings.Fields(c.ids) {
			ids = append(ids, articles.ID(id))
		}
		all, err := l.Snippets(t.Context(), c.v, ids)
		var got []string
		for _, s := range all {
			got = append(got, strings.Join(lit(s), " "))
		}
		if err != nil || len(all) != len(ids) || strings.Join(got, " / ") != c.want {
			t.Errorf("%+v of %s: %q, %v; want %q", c.v, c.ids, strings.Join(got, " / "), err, c.want)
		}
	}
}

// TestASnippetIsOfTheStoryAsItIsNow changes a story between two searches.
func TestASnippetIsOfTheStoryAsItIsNow(t *testing.T) {
	h := newHome(t, "a.txt=title: Ferry||The ferry stood at Karsk.")
	l := h.scanned()
	ids := []articles.ID{"a.txt"}
	text := func() string {
		t.Helper()
		all, err := l.Snippets(t.Context(), View{Query: "ferry"}, ids)
		if err != nil {
			t.Fatal(err)
		}
		return all[0].Text
	}
	if got := text(); got != "The ferry stood at Karsk." {
		t.Fatalf("%q", got)
	}
	h.write("a.txt", "title: Ferry||The ferry was towed to Ostrel.")
	scanLibrary(t, l)
	if got := text(); got != "The ferry was towed to Ostrel." {
		t.Errorf("%q", got)
	}
}

func TestSnippetsThatNobodyWaitsForAreGivenUp(t *testing.T) {
	l := newHome(t, "a.txt=title: Ferry||The ferry stood at Karsk.").scanned()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := l.Snippets(ctx, View{Query: "ferry"}, []articles.ID{"a.txt"}); err == nil {
		t.Error("no error")
	}
}

// TestAFrugalLibraryAnswersAsAnother asks one while others do.
func TestAFrugalLibraryAnswersAsAnother(t *testing.T) {
	l := newHome(t, "a.txt=title: Ferry||The ferry stood at Karsk.", "b.txt=title: Fog||The ferry again.").scanned()
	l.Frugal()
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			for range 20 {
				if _, total, err := l.Search(t.Context(), View{Query: "ferry"}, 5); err != nil || total != 2 {
					t.Errorf("%d found, %v", total, err)
					return
				}
			}
		})
	}
	group.Wait()
}
