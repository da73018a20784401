package copies

import (
	"bufio"
	"encoding/json"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// item is a story of a corpus.
type item struct{ ID, Title, Source, Date, Body string }

// haystack reads the stories of the large corpus, where it is at hand.
func haystack(t *testing.T) []item {
	if testing.Short() {
		t.Skip("the corpora take minutes under the race detector")
	}
	root := os.Getenv("BROADSHEET_CORPORA")
	if root == "" {
		t.Skip("BROADSHEET_CORPORA is not set")
	}
	unpack := exec.Command("xz", "-dc", filepath.Join(root, "related", "haystack", "docs.jsonl.xz"))
	out, err := unpack.StdoutPipe()
	if err == nil {
		err = unpack.Start()
	}
	if err != nil {
		t.Skip(err)
	}
	defer unpack.Wait()
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

func sentences(s string) []string { return strings.SplitAfter(s, ". ") }

// one chooses a sentence, where it can one of a usual length.
func one(r *rand.Rand, s []string) (i int) {
	for range 20 {
		i = r.IntN(len(s))
		if n := len(strings.Fields(s[i])); n >= 5 && n <= 60 {
			break
		}
	}
	return i
}

// edits are what is done to a text before it stands in another archive. Each
// gets another text to take from. The first line is the title.
func edits(r *rand.Rand) map[string]func(text, other string) string {
	return map[string]func(text, other string) string{
		"truncated": func(text, _ string) string {
			words := strings.Fields(text)
			return strings.Join(words[:len(words)*(30+r.IntN(50))/100], " ")
		},
		"retitled": func(text, other string) string {
			_, body, _ := strings.Cut(text, "\n")
			title, _, _ := strings.Cut(other, "\n")
			return title + "\n" + body
		},
		"re-headed": func(text, other string) string {
			return sentences(other)[0] + "\n" + text
		},
		"paragraphs dropped": func(text, _ string) string {
			p := strings.Split(text, "\n")
			for range max(1, len(p)/4) {
				i := r.IntN(len(p))
				p = slices.Delete(p, i, i+1)
			}
			return strings.Join(p, "\n")
		},
		"sentence swapped": func(text, other string) string {
			s, o := sentences(text), sentences(other)
			s[one(r, s)] = o[one(r, o)]
			return strings.Join(s, "")
		},
	}
}

// renumbered changes one number of a text in the midst of words, if it has
// one that nothing else in the text explains.
func renumbered(r *rand.Rand, text string) (string, bool) {
	words := strings.Split(text, " ")
	var at []int
	for i := 4; i+4 < len(words); i++ {
		if n, err := strconv.Atoi(words[i]); err == nil && n > 1 && n < 1_000_000 {
			at = append(at, i)
		}
	}
	if len(at) == 0 {
		return "", false
	}
	i := at[r.IntN(len(at))]
	n, _ := strconv.Atoi(words[i])
	words[i] = strconv.Itoa(n + 1 + r.IntN(9))
	return strings.Join(words, " "), true
}

// TestEditedCopiesOfRealStories makes 600 edits of each kind and asks which
// would be folded under their original, or it under them.
func TestEditedCopiesOfRealStories(t *testing.T) {
	all := haystack(t)
	r := rand.New(rand.NewPCG(5, 6))
	text := func() string {
		for {
			if one := all[r.IntN(len(all))]; len(strings.Fields(one.Body)) >= 80 && strings.Count(one.Body, "\n") >= 3 {
				return one.Title + "\n" + one.Body
			}
		}
	}
	const rounds = 600
	for name, edit := range edits(r) {
		folded := 0
		for range rounds {
			a := text()
			b := edit(a, text())
			if found(a, b) {
				folded++
				continue
			}
			t.Logf("%s: not folded, of %d and %d words", name, len(strings.Fields(a)), len(strings.Fields(b)))
		}
		t.Logf("%s: %d of %d folded", name, folded, rounds)
		if folded < rounds*99/100 {
			t.Errorf("%s: only %d of %d folded", name, folded, rounds)
		}
	}
	wrong, made := 0, 0
	for made < rounds {
		a := text()
		if b, ok := renumbered(r, a); ok {
			if made++; found(a, b) {
				wrong++
				t.Logf("folded, though a number differs:\n%.600s\n--\n%.600s", a, b)
			}
		}
	}
	t.Logf("numbers changed: %d of %d folded", wrong, made)
	if wrong > 0 {
		t.Errorf("%d of %d stories were folded though a number differs", wrong, made)
	}
}

// TestFoldedPairsOfRealStories shows the pairs, fifty at most, for a person to
// read; what was read is in the documentation of the package.
func TestFoldedPairsOfRealStories(t *testing.T) {
	all := haystack(t)
	slices.SortStableFunc(all, func(a, b item) int { return len(b.Body) - len(a.Body) })
	texts := make([]string, len(all))
	for i, one := range all {
		texts[i] = one.Title + "\n" + one.Body
	}
	f := folding(texts)
	f.Whole()
	var pairs [][2]int
	for i, l := range f.Leader {
		if int(l) != i {
			pairs = append(pairs, [2]int{i, int(l)})
		}
	}
	t.Logf("%d of %d stories are folded under others", len(pairs), len(all))
	r := rand.New(rand.NewPCG(1, 1))
	r.Shuffle(len(pairs), func(i, k int) { pairs[i], pairs[k] = pairs[k], pairs[i] })
	for _, p := range pairs[:min(50, len(pairs))] {
		for _, i := range p {
			t.Logf("%s, %s, %s, %d letters\n\t%.300q", all[i].Title, all[i].Source, all[i].Date, len(all[i].Body), all[i].Body)
		}
		t.Log("--")
	}
}
