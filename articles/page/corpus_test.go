package page

import (
	"encoding/json"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"sort"
	"strings"
	"sync"
	"testing"

	"golang.org/x/net/html"

	"broadsheet/articles"
)

// sample is a labelled page laid out for judging.
type sample struct {
	set, name  string
	src        []byte
	s          *sheet
	label      []float64 // 1, 0, -1 unknown
	weight     []float64
	own        [][]float64
	with, wout []string
	gold       string
	rule       []bool
}

// corpora is a folder with the unpacked pages; the test is skipped where
// BROADSHEET_CORPORA names none.
func corpora(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("the corpora take minutes under the race detector")
	}
	root := os.Getenv("BROADSHEET_CORPORA")
	if root == "" {
		t.Skip("BROADSHEET_CORPORA is not set")
	}
	if _, err := os.Stat(filepath.Join(root, "html-984", "gold.json")); err == nil {
		return root
	}
	dir := t.TempDir()
	for _, name := range []string{"html-984", "html-fixtures"} {
		to := dir
		if out, err := exec.Command("tar", "-C", to, "-xJf", filepath.Join(root, name+".tar.xz")).CombinedOutput(); err != nil {
			t.Fatalf("unpacking %s: %v: %s", name, err, out)
		}
	}
	return dir
}

// loadSamples lays out every labelled page.
func loadSamples(t *testing.T) []*sample {
	root := corpora(t)
	var jobs []func() *sample
	gold := map[string]struct {
		File          string
		With, Without []string
	}{}
	b, _ := os.ReadFile(filepath.Join(root, "html-984/gold.json"))
	json.Unmarshal(b, &gold)
	for _, g := range gold {
		jobs = append(jobs, func() *sample {
			src, _ := os.ReadFile(filepath.Join(root, "html-984/pages", g.File))
			x := newSample("984", g.File, src)
			x.with, x.wout = g.With, g.Without
			x.labelPassages()
			return x
		})
	}
	pages, _ := filepath.Glob(filepath.Join(root, "mozilla/test/test-pages/*/source.html"))
	for _, p := range pages {
		jobs = append(jobs, func() *sample {
			src, _ := os.ReadFile(p)
			x := newSample("moz", filepath.Base(filepath.Dir(p)), src)
			e, _ := os.ReadFile(filepath.Join(filepath.Dir(p), "expected.html"))
			doc, _ := html.Parse(strings.NewReader(string(e)))
			for _, b := range split(doc, shownAndHidden) {
				if !inFigure(b.el) { // the expected text keeps captions, which are no prose
					x.gold += b.text + "\n"
				}
			}
			x.labelGold()
			return x
		})
	}
	pages, _ = filepath.Glob(filepath.Join(root, "defuddle/tests/fixtures/*.html"))
	for _, p := range pages {
		jobs = append(jobs, func() *sample {
			src, _ := os.ReadFile(p)
			x := newSample("def", filepath.Base(p), src)
			e, _ := os.ReadFile(filepath.Join(root, "defuddle/tests/expected", strings.TrimSuffix(filepath.Base(p), ".html")+".md"))
			x.gold = markdownText(string(e))
			x.labelGold()
			return x
		})
	}
	out := make([]*sample, len(jobs))
	var wg sync.WaitGroup
	sem := make(chan struct{}, runtime.NumCPU())
	for i, j := range jobs {
		wg.Add(1)
		sem <- struct{}{}
		go func() { defer wg.Done(); out[i] = j(); <-sem }()
	}
	wg.Wait()
	var kept []*sample
	for _, x := range out {
		if len(x.s.blocks) > 0 {
			kept = append(kept, x)
		} else {
			t.Log("no blocks", x.set, x.name)
		}
	}
	sort.Slice(kept, func(i, j int) bool { return kept[i].set+kept[i].name < kept[j].set+kept[j].name })
	return kept
}

func inFigure(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n.Data == "figure" {
			return true
		}
	}
	return false
}

var mdLink = regexp.MustCompile(`!?\[((?:[^\[\]]|\[[^\]]*\])*)\]\([^)]*\)`)
var mdImage = regexp.MustCompile(`!\[[^\]]*\]\([^)]*\)`)

// markdownText is the text of Markdown: without its syntax, without the HTML
// that stands in it for pictures and players, and without what the fixtures'
// own tool adds (names of boxes and of code's languages).
func markdownText(s string) string {
	if strings.HasPrefix(s, "```json") {
		if _, rest, ok := strings.Cut(s[7:], "\n```"); ok {
			s = rest
		}
	}
	s = regexp.MustCompile("(?m)^([> ]*)```[a-z+#-]*$").ReplaceAllString(s, "$1")
	s = regexp.MustCompile(`(?s)<(svg|iframe|video|audio)\b.*?</(svg|iframe|video|audio)>`).ReplaceAllString(s, "")
	s = regexp.MustCompile(`</?[a-z][a-z0-9]*(\s[^<>]*)?/?>`).ReplaceAllString(s, "")
	s = regexp.MustCompile(`\[!\w+\][-+]?`).ReplaceAllString(s, "")
	s = mdImage.ReplaceAllString(s, "")
	for range 2 {
		s = mdLink.ReplaceAllString(s, "$1")
	}
	return regexp.MustCompile(`\\([\\*_\[\]<>#~|+.!(){}$-]|`+"`)").ReplaceAllString(s, "$1")
}

func newSample(set, name string, src []byte) *sample {
	doc, _ := parse(decode(src, ""))
	r := reading{doc: doc, root: doc}
	prepare(doc)
	r.f = gather(doc, Options{})
	x := &sample{set: set, name: name, src: src, s: lay(r.root, r.open(), r.f, false)}
	n := len(x.s.blocks)
	x.label, x.weight = make([]float64, n), make([]float64, n)
	x.own = make([][]float64, n)
	x.rule = make([]bool, n)
	for i := range x.own {
		x.own[i] = x.s.measure(i)
		x.label[i] = -1
		x.rule[i] = ruledOut(x.s, i)
	}
	return x
}

func ruledOut(s *sheet, i int) bool {
	return s.blocks[i].picture() || s.near[i]&tagCaption != 0 || i == s.top
}

// labelPassages labels the block that a passage is most likely meant by: a
// passage may stand in a menu too.
func (x *sample) labelPassages() {
	norm := make([]string, len(x.s.blocks))
	for i := range norm {
		norm[i] = normText(x.s.blocks[i].text)
	}
	for _, p := range x.wout {
		p = normText(p)
		for i, t := range norm {
			if !x.rule[i] && t != "" && strings.Contains(t, p) && (3*len(p) > len(t) || x.s.votes[i] < .5) {
				x.label[i], x.weight[i] = 0, 1
			}
		}
	}
	for _, p := range x.with {
		p = normText(p)
		best, worth := -1, -1.0
		for i, t := range norm {
			if x.rule[i] || t == "" || !strings.Contains(t, p) && !(len(t) > 20 && strings.Contains(p, t)) {
				continue
			}
			w := x.s.votes[i] + yes(x.s.good[i]) + x.s.inMain[i] - x.s.blocks[i].density() + min(1, float64(len(t))/500)
			if w > worth {
				best, worth = i, w
			}
		}
		if best >= 0 {
			x.label[best], x.weight[best] = 1, 1
		}
	}
}

func (x *sample) labelGold() {
	gold := articles.Letters(x.gold)
	lines := map[string]bool{}
	for l := range strings.SplitSeq(x.gold, "\n") {
		lines[articles.Letters(l)] = true
	}
	total := 0.0
	for i := range x.s.blocks {
		b := &x.s.blocks[i]
		if x.rule[i] || b.chars == 0 {
			continue
		}
		t := articles.Letters(b.text)
		in := lines[t] || len(t) >= 15 && strings.Contains(gold, t)
		if !in && b.words > 8 {
			in = shingleShare(b.text, x.gold) > .7
		}
		x.label[i] = yes(in)
		x.weight[i] = math.Sqrt(float64(b.words) + 1)
		total += x.weight[i]
	}
	for i := range x.weight {
		x.weight[i] *= 8 / (total + 1)
	}
}

// TestCorpora holds the figures of the whole way from bytes to story.
func TestCorpora(t *testing.T) {
	xs := loadSamples(t)
	texts := make(map[*sample]string, len(xs))
	for _, x := range xs {
		if a, err := Read(x.src, Options{}); err == nil {
			texts[x] = a.Text
		} else {
			t.Errorf("%s %s: %v", x.set, x.name, err)
		}
	}
	got := evaluate(xs, func(x *sample) string { return texts[x] })
	for set, least := range map[string]float64{"984": .94, "moz": .96, "def": .89} {
		t.Log(set, got[set])
		if _, _, f := got[set].figures(); f < least {
			t.Errorf("%s: F %.4f, want %.3f", set, f, least)
		}
	}
}
