package page

import (
	"fmt"
	"regexp"
	"strings"
)

var wordRx = regexp.MustCompile(`[\p{L}\p{N}_]+`)

// normText folds what a reader would call the same words; it drops the signs
// that Markdown sets emphasis, code and tables with, from both sides of a
// comparison alike.
func normText(s string) string {
	r := strings.NewReplacer("\u00ad", "", "_", "", "*", "", "`", "", "|", " ", "‘", "'", "’", "'", "“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`, "–", "-", "—", "-", "\u00a0", " ")
	return strings.ToLower(fold(r.Replace(s)))
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
