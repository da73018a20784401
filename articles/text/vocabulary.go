package text

import (
	"unicode"
	"unicode/utf8"
)

// vocabulary is the set of the words of a story, for telling which headline
// is its own. Scripts without spaces give pairs of letters.
type vocabulary map[string]bool

func (d *draft) vocabulary() vocabulary { return d.vocabularyOf(d.from, d.to) }

func (d *draft) vocabularyOf(from, to int) vocabulary {
	v := vocabulary{}
	size := 0
	for i := from; i < to && size < 20_000; i++ {
		if d.units[i].prose() {
			s := d.units[i].Text[:min(len(d.units[i].Text), 8000)]
			size += len(s)
			eachTerm(s, func(t string) { v[t] = true })
		}
	}
	return v
}

// share tells which part of the terms of a line the story uses.
func (v vocabulary) share(s string) float64 {
	n, hit := 0, 0
	eachTerm(s, func(t string) {
		n++
		if v[t] {
			hit++
		}
	})
	if n < 2 {
		return 0
	}
	return float64(hit) / float64(n+1)
}

// eachTerm yields the words of four letters and more, cut to six so that most
// endings do not matter, or pairs of letters of a dense script.
func eachTerm(s string, yield func(string)) {
	s = folded(s)
	start, runes := -1, 0
	var last rune
	lastAt := 0
	end := func(i int) {
		if start >= 0 && runes >= 4 {
			t := s[start:i]
			if runes > 6 {
				t = string([]rune(t)[:6])
			}
			yield(t)
		}
		start, runes = -1, 0
	}
	for i, r := range s {
		switch k := scriptOf(r); {
		case k == han || k == thai:
			end(i)
			if scriptOf(last) == k {
				yield(s[lastAt : i+utf8.RuneLen(r)])
			}
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			if start < 0 {
				start = i
			}
			runes++
		default:
			end(i)
		}
		last, lastAt = r, i
	}
	end(len(s))
}
