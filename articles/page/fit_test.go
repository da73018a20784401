package page

import (
	"fmt"
	"hash/fnv"
	"math"
	"os"
	"strings"
	"sync"
	"testing"
)

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

func TestFit(t *testing.T) {
	if os.Getenv("BROADSHEET_FIT") == "" {
		t.Skip("BROADSHEET_FIT is not set")
	}
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
		r := evaluate(xs, func(x *sample) string { return x.textOf(f(x), thr) })
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
	if os.Getenv("BROADSHEET_ABLATE") != "" {
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

// contextNames name what context measures, in order.
func contextNames() []string {
	return []string{"one", "own", "before", "after", "around 2", "around 5", "best of 2 before", "best of 2 after", "section", "siblings", "short, around", "short, own", "heading, section", "heading, own", "own*around", "linked, around", "edge", "votes", "first", "last",
		"cut: company", "cut: repeated", "cut: caption", "cut: head", "cut: related", "cut: request", "cut: credit",
		"long cut: company", "long cut: repeated", "long cut: caption", "long cut: head", "long cut: related", "long cut: request", "long cut: credit"}
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
