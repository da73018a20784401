package page

import (
	"encoding/json"
	"fmt"
	"hash/fnv"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"sort"
	"strings"
	"sync"
	"testing"

	"golang.org/x/net/html"
)

type sample struct {
	set, name  string
	s          *sheet
	label      []float64 // 1, 0, -1 unknown
	weight     []float64
	own        [][]float64
	with, wout []string
	gold       string
	rule       []bool
}

var wordRx = regexp.MustCompile(`[\p{L}\p{N}_]+`)

func normText(s string) string {
	r := strings.NewReplacer("\u00ad", "", "‘", "'", "’", "'", "“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`, "–", "-", "—", "-", "\u00a0", " ")
	return strings.ToLower(fold(r.Replace(s)))
}

func loadSamples(t *testing.T) []*sample {
	root := os.Getenv("BROADSHEET_CORPORA")
	if root == "" {
		t.Skip("BROADSHEET_CORPORA is not set")
	}
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
				x.gold += b.text + "\n"
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

var mdLink = regexp.MustCompile(`!?\[((?:[^\[\]]|\[[^\]]*\])*)\]\([^)]*\)`)
var mdImage = regexp.MustCompile(`!\[[^\]]*\]\([^)]*\)`)

func markdownText(s string) string {
	if strings.HasPrefix(s, "```json") {
		if _, rest, ok := strings.Cut(s[7:], "\n```"); ok {
			s = rest
		}
	}
	s = mdImage.ReplaceAllString(s, "")
	for range 2 {
		s = mdLink.ReplaceAllString(s, "$1")
	}
	s = regexp.MustCompile(`\\([\\*_\[\]<>#~|+.!(){}$-]|`+"`)").ReplaceAllString(s, "$1")
	s = regexp.MustCompile("[*_`|]").ReplaceAllString(s, "")
	return s
}

func newSample(set, name string, src []byte) *sample {
	doc, _ := parse(decode(src, ""))
	r := reading{doc: doc, root: doc}
	prepare(doc)
	r.f = gather(doc, Options{})
	x := &sample{set: set, name: name, s: lay(r.root, r.open(), r.f)}
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

// fitLR fits a scale by gradient descent, without the signals in drop.
func fitLR(rows [][]float64, y, w []float64, drop map[int]bool, l2 float64, iters int) scale {
	n := len(rows[0])
	type term struct {
		k int
		x float64
	}
	sparse := make([][]term, len(rows))
	for r, row := range rows {
		for k, x := range row {
			if x != 0 && !drop[k] {
				sparse[r] = append(sparse[r], term{k, x})
			}
		}
	}
	th, m, v, g := make(scale, n), make([]float64, n), make([]float64, n), make([]float64, n)
	total := 0.0
	for _, x := range w {
		total += x
	}
	for it := 1; it <= iters; it++ {
		for k := range g {
			g[k] = l2 * th[k]
		}
		for r, row := range sparse {
			z := 0.0
			for _, t := range row {
				z += th[t.k] * t.x
			}
			d := (1/(1+math.Exp(-z)) - y[r]) * w[r]
			for _, t := range row {
				g[t.k] += d * t.x
			}
		}
		rate := 0.15
		if it > iters/2 {
			rate = 0.05
		}
		for k := range th {
			gk := g[k] / total
			m[k] = .9*m[k] + .1*gk
			v[k] = .99*v[k] + .01*gk*gk
			th[k] -= rate * (m[k] / (1 - math.Pow(.9, float64(it)))) / (math.Sqrt(v[k]/(1-math.Pow(.99, float64(it)))) + 1e-8)
		}
	}
	return th
}

func fold2(x *sample) int {
	h := fnv.New32a()
	h.Write([]byte(x.name))
	return int(h.Sum32() % 3)
}

func fitBoth(train []*sample, drop, drop2 map[int]bool) weights {
	var rows [][]float64
	var y, w []float64
	for _, x := range train {
		for i, l := range x.label {
			if l >= 0 {
				rows, y, w = append(rows, x.own[i]), append(y, l), append(w, x.weight[i])
			}
		}
	}
	ws := weights{alone: fitLR(rows, y, w, drop, 2, 150)}
	rows = rows[:0]
	for _, x := range train {
		p := make([]float64, len(x.own))
		for i := range p {
			p[i] = ws.alone.sum(x.own[i])
		}
		x.s.ask(p)
		for i, l := range x.label {
			if l >= 0 {
				rows = append(rows, x.s.context(i, p))
			}
		}
	}
	ws.among = fitLR(rows, y, w, drop2, 2, 150)
	return ws
}

type score struct{ tp, fp, fn, n, sp, sr float64 }

func evaluate(xs []*sample, of func(*sample) []float64, thr float64) map[string]*score {
	res := map[string]*score{"984": {}, "moz": {}, "def": {}}
	for _, x := range xs {
		p := of(x)
		var b strings.Builder
		for i := range p {
			if p[i] > thr && !ruledOut(x.s, i) {
				b.WriteString(x.s.blocks[i].text + "\n")
			}
		}
		r := res[x.set]
		r.n++
		if x.set == "984" {
			t := normText(b.String())
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
		a, g := shinglesOf(b.String()), shinglesOf(x.gold)
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

func (r *score) String() string {
	p, rc := r.sp/r.n, r.sr/r.n
	if r.tp > 0 {
		p, rc = r.tp/(r.tp+r.fp), r.tp/(r.tp+r.fn)
	}
	return fmt.Sprintf("F %.4f P %.4f R %.4f", 2*p*rc/(p+rc), p, rc)
}

func TestFit(t *testing.T) {
	xs := loadSamples(t)
	nl := 0
	for _, x := range xs {
		for _, l := range x.label {
			if l >= 0 {
				nl++
			}
		}
	}
	t.Log(len(xs), "pages", nl, "labels")
	show := func(name string, f func(*sample) []float64, thr float64) {
		r := evaluate(xs, f, thr)
		t.Logf("%-14s 984 %v | moz %v | def %v", name, r["984"], r["moz"], r["def"])
	}
	show("vote", func(x *sample) []float64 { return x.s.votes }, .5)
	cv := func(drop, drop2 map[int]bool) func(*sample) []float64 {
		var ws [3]weights
		var wg sync.WaitGroup
		for k := range 3 {
			wg.Add(1)
			go func() {
				defer wg.Done()
				var train []*sample
				for _, x := range xs {
					if fold2(x) != k {
						train = append(train, x)
					}
				}
				ws[k] = fitBoth(train, drop, drop2)
			}()
			wg.Wait() // the line cleaner's verdicts stand in the sheets
		}
		return func(x *sample) []float64 { return x.s.judge(&ws[fold2(x)]) }
	}
	f := cv(nil, nil)
	for _, thr := range []float64{.35, .5, .65} {
		show(fmt.Sprint("cv ", thr), f, thr)
	}
	for _, lim := range []float64{.8, .9, .95, .98} {
		show(fmt.Sprint("cut<", lim), func(x *sample) []float64 {
			p := f(x)
			for i := range p {
				if k := court(x.s.verdict[i]); k > 1 && x.s.blocks[i].words <= 25 && p[i] < lim {
					p[i] = 0
				}
			}
			return p
		}, .5)
	}
	if os.Getenv("ERRS") != "" {
		for _, x := range xs {
			p := f(x)
			for i, l := range x.label {
				if l >= 0 && (l > .5) != (p[i] > .5) && (x.set == "984" || x.weight[i] > .05) {
					tx := x.s.blocks[i].text
					if len(tx) > 110 {
						tx = tx[:110]
					}
					h := ""
					for k := range nHints {
						if x.s.near[i]&(1<<k) != 0 {
							h += hintNames[k] + ","
						}
					}
					fmt.Printf("ERR %s l=%.0f p=%.2f v=%.1f ld=%.1f w=%d <%s> %s %s | %s\n", x.set, l, p[i], x.s.votes[i], x.s.blocks[i].density(), x.s.blocks[i].words, x.s.blocks[i].el.Data, h, x.name, tx)
				}
			}
		}
	}
	if os.Getenv("ABLATE") != "" {
		ablate(show, cv)
	}
	ws := fitBoth(xs, nil, nil)
	show("all", func(x *sample) []float64 { return x.s.judge(&ws) }, .5)
	if os.Getenv("BROADSHEET_WRITE_WEIGHTS") != "" {
		writeWeights(t, ws)
	}
}

// ablate shows the figures without each group of signals.
func ablate(show func(string, func(*sample) []float64, float64), cv func(a, b map[int]bool) func(*sample) []float64) {
	group := func(n string) string {
		switch {
		case strings.Contains(n, "vote") || n == "between" || strings.HasPrefix(n, "between"):
			return "first reading"
		case n == "agrees" || n == "disagrees":
			return "JSON-LD body"
		case strings.HasPrefix(n, "near ") || strings.HasPrefix(n, "usual ") || strings.HasPrefix(n, "far "):
			if strings.Contains(n, "<") || strings.HasSuffix(n, "articleBody") {
				return "elements"
			}
			return "class and id"
		case strings.HasPrefix(n, "words"):
			return "length"
		case strings.Contains(n, "link") || n == "jumps":
			return "link density"
		case n == "prose" || n == "prose near" || n == "main" || n == "share" || strings.Contains(n, "kin"):
			return "where the prose is"
		case n == "stops" || n == "sentence" || n == "commas" || n == "digits" || n == "capitals" || n == "small words" || n == "bars" || n == "quote" || strings.Contains(n, "colon"):
			return "look of the text"
		case strings.Contains(n, "headline") || n == "place" || n == "twice":
			return "place in the page"
		case n == "one":
			return ""
		}
		return "block's element"
	}
	groups := map[string]map[int]bool{}
	for k, sg := range ownSignals {
		if g := group(sg.name); g != "" {
			if groups[g] == nil {
				groups[g] = map[int]bool{}
			}
			groups[g][k] = true
		}
	}
	said, around := map[int]bool{}, map[int]bool{}
	for k, n := range contextNames() {
		if strings.Contains(n, "cut: ") {
			said[k] = true
		} else if n != "one" && n != "own" {
			around[k] = true
		}
	}
	show("- cleaner", cv(nil, said), .5)
	show("- neighbours", cv(nil, around), .5)
	for g, drop := range groups {
		show("- "+g, cv(drop, nil), .5)
	}
}

func writeWeights(t *testing.T, ws weights) {
	var b strings.Builder
	b.WriteString("package page\n\n// Code generated by TestFit with BROADSHEET_WRITE_WEIGHTS set; DO NOT EDIT.\n\n// fitted are the weights found on labelled pages; see the package's essay.\nvar fitted = weights{\n\talone: scale{\n")
	for k, sg := range ownSignals {
		fmt.Fprintf(&b, "\t\t%.2f, // %s\n", ws.alone[k], sg.name)
	}
	b.WriteString("\t},\n\tamong: scale{\n")
	for k, n := range contextNames() {
		fmt.Fprintf(&b, "\t\t%.2f, // %s\n", ws.among[k], n)
	}
	b.WriteString("\t},\n}\n")
	if err := os.WriteFile("weights.go", []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestWeightsFitTheSignals holds that every signal has its weight.
func TestWeightsFitTheSignals(t *testing.T) {
	if got, want := len(fitted.alone), len(ownSignals); got != want {
		t.Errorf("%d weights for %d signals", got, want)
	}
	if got, want := len(fitted.among), len(contextNames()); got != want {
		t.Errorf("%d weights for %d signals of context", got, want)
	}
}
