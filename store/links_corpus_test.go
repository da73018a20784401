package store

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"broadsheet/articles"
	"broadsheet/store/resolve"
)

// item is a story of a corpus.
type item struct{ ID, Title, Source, Date, Body, Event string }

// corpus reads the stories of a labelled corpus, where it is at hand.
func corpus(t *testing.T, name string, unpack ...string) []item {
	if testing.Short() {
		t.Skip("the corpora take minutes under the race detector")
	}
	root := os.Getenv("BROADSHEET_CORPORA")
	if root == "" {
		t.Skip("BROADSHEET_CORPORA is not set")
	}
	cmd := exec.Command(unpack[0], append(unpack[1:], filepath.Join(root, "related", filepath.FromSlash(name)))...)
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Skip(err)
	}
	defer cmd.Wait()
	var all []item
	lines := bufio.NewScanner(out)
	for lines.Buffer(nil, 1<<24); lines.Scan(); {
		var one item
		if err := json.Unmarshal(lines.Bytes(), &one); err != nil {
			t.Fatal(err)
		}
		all = append(all, one)
	}
	return all
}

func (i item) article(id articles.ID) articles.Article {
	published, _ := articles.ParseDate(i.Date[:min(10, len(i.Date))])
	return articles.Article{ID: id, Title: i.Title, Source: i.Source, Published: published, Text: i.Body, Body: i.Body}
}

// shelved is a library of the stories, and of one more a headline that names it
// and nothing else.
func shelved(t *testing.T, stories []item, named []articles.Link, by []string) *Library {
	h := newHome(t, "stories=", "named=")
	h.config.Read = func(_ context.Context, in Input) iter.Seq2[articles.Article, error] {
		return func(yield func(articles.Article, error) bool) {
			id := func(n int) articles.ID { return in.ID + articles.ID(fmt.Sprintf("#%d", n+1)) }
			if in.ID == "stories" {
				for n, one := range stories {
					if !yield(one.article(id(n)), nil) {
						return
					}
				}
				return
			}
			for n, link := range named {
				a := articles.Article{ID: id(n), Title: fmt.Sprint("Naming ", n), Source: by[n], Related: []articles.Link{link}}
				if !yield(a, nil) {
					return
				}
			}
		}
	}
	return h.scanned()
}

// lightEdits are what happens to a headline between two places.
func lightEdits(r *rand.Rand) map[string]func(words []string, source string) string {
	typo := func(w string) string {
		i := 1 + r.IntN(len(w)-2)
		switch r.IntN(3) {
		case 0:
			return w[:i] + w[i+1:]
		case 1:
			return w[:i] + string(w[i+1]) + string(w[i]) + w[min(i+2, len(w)):]
		}
		return w[:i] + string(rune('a'+r.IntN(26))) + w[i:]
	}
	return map[string]func(words []string, source string) string{
		"typing mistakes": func(words []string, _ string) string {
			for range 2 {
				if i := r.IntN(len(words)); len(words[i]) > 5 && strings.IndexFunc(words[i], func(c rune) bool { return c < 'a' || c > 'z' }) < 0 {
					words[i] = typo(words[i])
				}
			}
			return strings.Join(words, " ")
		},
		"cut short": func(words []string, _ string) string {
			return strings.Join(words[:max(6, len(words)*2/3)], " ") + "…"
		},
		"with the outlet's name": func(words []string, source string) string {
			return strings.Join(words, " ") + " | " + source
		},
		"two words changed": func(words []string, _ string) string {
			for done := 0; done < 2; {
				i := r.IntN(len(words))
				if strings.ContainsAny(words[i], "0123456789") && r.IntN(9) > 0 {
					continue // a headline that counts something else is another
				}
				words[i] = []string{"today", "leaders", "amid", "officials", "over", "plan"}[r.IntN(6)]
				done++
			}
			return strings.Join(words, " ")
		},
	}
}

// TestEditedHeadlinesOfRealStories names stories of the library by edited
// headlines, and others that it lacks, and counts what is found and what is
// wrong. A headline is right if the story bears the title that was edited.
func TestEditedHeadlinesOfRealStories(t *testing.T) {
	all := corpus(t, "haystack/docs.jsonl.xz", "xz", "-dc")
	r := rand.New(rand.NewPCG(3, 1))
	r.Shuffle(len(all), func(i, k int) { all[i], all[k] = all[k], all[i] })
	here, lacking := all[:16000], all[16000:]
	const each = 1000
	var links []articles.Link
	var by, want, kind []string
	edits := lightEdits(r)
	for _, name := range slices.Sorted(maps.Keys(edits)) { // the same headlines every time
		edit := edits[name]
		for _, from := range [][]item{here, lacking} {
			for n := 0; n < each; {
				one := from[r.IntN(len(from))]
				words := strings.Fields(one.Title)
				if len(words) < 7 || one.Source == "" {
					continue
				}
				link := articles.Link{Title: edit(words, one.Source)}
				source := one.Source
				if n%2 == 1 {
					source = ""
				}
				links, by, want, kind = append(links, link), append(by, source), append(want, one.Title), append(kind, name)
				n++
			}
		}
	}
	l := shelved(t, here, links, by)
	titles := map[string]bool{}
	for _, one := range here {
		titles[resolve.Fold(one.Title)] = true
	}
	found, present := map[string]int{}, map[string]int{}
	wrong := 0
	for i := range links {
		leads, err := l.Links(t.Context(), articles.ID(fmt.Sprintf("named#%d", i+1)))
		if err != nil {
			t.Fatal(err)
		}
		right := titles[resolve.Fold(want[i])]
		if right {
			present[kind[i]]++
		}
		switch got := leads[0].Headline; {
		case got.ID == "":
		case resolve.Fold(got.Title) == resolve.Fold(want[i]):
			found[kind[i]]++
		default:
			wrong++
			t.Logf("%q (%s) is %q, not %q", links[i].Title, by[i], got.Title, want[i])
		}
	}
	hits, of := 0, 0
	for name, n := range present {
		t.Logf("%s: %d of %d found", name, found[name], n)
		if found[name] < n*9/10 {
			t.Errorf("%s: only %d of %d found", name, found[name], n)
		}
		hits, of = hits+found[name], of+n
	}
	if hits*100 < of*95 {
		t.Errorf("only %d of %d found", hits, of)
	}
	t.Logf("%d of %d wrong", wrong, len(links))
	if wrong*1000 > len(links) {
		t.Errorf("%d of %d headlines lead to the wrong story", wrong, len(links))
	}
}
