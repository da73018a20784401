package page

import (
	"encoding/json"
	"fmt"
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

var wordRx = regexp.MustCompile(`[\p{L}\p{N}_]+`)

// normText folds what a reader would call the same words; it drops the signs
// that Markdown sets emphasis, code and tables with, from both sides of a
// comparison alike.
func normText(s string) string {
	r := strings.NewReplacer("\u00ad", "", "_", "", "*", "", "`", "", "|", " ", "‘", "'", "’", "'", "“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`, "–", "-", "—", "-", "\u00a0", " ")
	return strings.ToLower(fold(r.Replace(s)))
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
	gold := lettersOf(x.gold)
	lines := map[string]bool{}
	for l := range strings.SplitSeq(x.gold, "\n") {
		lines[lettersOf(l)] = true
	}
	total := 0.0
	for i := range x.s.blocks {
		b := &x.s.blocks[i]
		if x.rule[i] || b.chars == 0 {
			continue
		}
		t := lettersOf(b.text)
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

func shinglesOf(s string) map[string]int {
	w := wordRx.FindAllString(normText(s), -1)
	m := map[string]int{}
	if len(w) == 0 {
		return m
	}
	if len(w) < 4 {
		m[strings.Join(w, " ")]++
		return m
	}
	for i := 0; i+4 <= len(w); i++ {
		m[strings.Join(w[i:i+4], " ")]++
	}
	return m
}

func shingleShare(a, b string) float64 {
	x, y := shinglesOf(a), shinglesOf(b)
	tp, n := 0, 0
	for k, v := range x {
		tp += min(v, y[k])
		n += v
	}
	return float64(tp) / float64(max(n, 1))
}

type score struct{ tp, fp, fn, n, sp, sr float64 }

// textOf is the text of the blocks whose chance is over a threshold.
func (x *sample) textOf(p []float64, thr float64) string {
	var b strings.Builder
	for i := range p {
		if p[i] > thr && !ruledOut(x.s, i) {
			b.WriteString(x.s.blocks[i].text + "\n")
		}
	}
	return b.String()
}

// evaluate scores the text that is read of every page: passages found and
// kept out, or shingles of four words.
func evaluate(xs []*sample, of func(*sample) string) map[string]*score {
	res := map[string]*score{"984": {}, "moz": {}, "def": {}}
	for _, x := range xs {
		text := of(x)
		r := res[x.set]
		r.n++
		if x.set == "984" {
			t := normText(text)
			for _, q := range x.with {
				if strings.Contains(t, normText(q)) {
					r.tp++
				} else {
					r.fn++
				}
			}
			for _, q := range x.wout {
				if strings.Contains(t, normText(q)) {
					r.fp++
				}
			}
			continue
		}
		a, g := shinglesOf(text), shinglesOf(x.gold)
		tp, na, ng := 0, 0, 0
		for k, v := range a {
			tp += min(v, g[k])
			na += v
		}
		for _, v := range g {
			ng += v
		}
		if na > 0 {
			r.sp += float64(tp) / float64(na)
		}
		if ng > 0 {
			r.sr += float64(tp) / float64(ng)
		}
	}
	return res
}

// figures are precision, recall and F1.
func (r *score) figures() (p, rc, f float64) {
	p, rc = r.sp/r.n, r.sr/r.n
	if r.tp > 0 {
		p, rc = r.tp/(r.tp+r.fp), r.tp/(r.tp+r.fn)
	}
	return p, rc, 2 * p * rc / (p + rc)
}

func (r *score) String() string {
	p, rc, f := r.figures()
	return fmt.Sprintf("F %.4f P %.4f R %.4f", f, p, rc)
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
