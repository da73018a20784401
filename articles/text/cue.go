package text

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"broadsheet/articles"
)

//go:embed cues.txt
var cueText string

// cue is what the words of a line say of it, before anything else has a say.
type cue struct {
	class    articles.Class
	strength int  // 0: nothing; 10: enough by itself
	whole    bool // the phrase is the whole line
	end      int  // for a phrase at the beginning: words it takes up
	how      byte // where the phrase stands
	hits     int  // how many phrases of the table stand in the line
	points   int  // how many of the words by which captions point
}

// phrase is an entry of the table.
type phrase struct {
	cue
	how byte
	s   string // its words, single spaces between, one behind
}

// table is cues.txt.
type table struct {
	opening lexicon // every phrase
	within  lexicon // those that may stand behind the beginning of a line
	sets    map[string]articles.Class
	dense   []phrase
}

// lexicon is phrases by their first word.
type lexicon struct {
	known  prints // how they begin: two words, or the one that is the phrase
	byWord map[string][]phrase
}

func (l *lexicon) add(first string, p phrase) {
	second, _, _ := strings.Cut(p.s[len(first)+1:], " ")
	beginning := printOf(first)
	if second != "" {
		beginning = beginning.with(printOf(second))
	}
	l.known.add(beginning)
	l.byWord[first] = append(l.byWord[first], p)
}

var cues = sync.OnceValue(func() *table {
	t := &table{sets: map[string]articles.Class{}}
	t.opening.byWord, t.within.byWord = map[string][]phrase{}, map[string][]phrase{}
	for l := range strings.SplitSeq(cueText, "\n") {
		head, list, ok := strings.Cut(l, ": ")
		f := strings.Fields(head)
		if !ok || len(f) != 3 || f[0] == "#" {
			continue
		}
		strength, _ := strconv.Atoi(f[1])
		c := cue{class: articles.Class(f[0]), strength: strength}
		for s := range strings.SplitSeq(list, " | ") {
			t.add(c, f[2][0], s)
		}
	}
	return t
})

func (t *table) add(c cue, how byte, s string) {
	if how == 'd' {
		t.dense = append(t.dense, phrase{cue: c, how: how, s: s})
		return
	}
	words := wordsOf(s)
	first, _, _ := strings.Cut(words, " ")
	switch {
	case first == "":
	case how == '*':
		t.sets[first] = c.class
	default:
		c.end = strings.Count(words, " ")
		p := phrase{cue: c, how: how, s: words}
		t.opening.add(first, p)
		if how == '~' || how == '$' || c.class == articles.ClassCaption {
			t.within.add(first, p)
		}
	}
}

// cueOf looks a short line up in the table and returns what says most.
func cueOf(words string, line string, dense bool) cue {
	t := cues()
	var best cue
	hits, points := 0, 0
	take := func(c cue) {
		hits++
		switch { // "Share this story on Facebook" credits nobody
		case c.endsCredit() && promptClass(best.class) && best.strength >= 6:
			best.strength = max(best.strength, c.strength)
			return
		case best.endsCredit() && promptClass(c.class) && c.strength >= 6:
			c.strength = max(best.strength, c.strength)
			best = c
			return
		}
		if c.strength > best.strength || c.strength == best.strength && (c.whole && !best.whole || c.whole == best.whole && c.end > best.end) {
			best = c
		}
	}
	in := &t.opening
	word, size := measureWord(words)
	for at, next := 0, 0; at < len(words); at = next {
		end := at + size
		next = end + 1
		first := word
		word, size = measureWord(words[min(next, len(words)):])
		if !in.known.may(first) && !in.known.may(first.with(word)) {
			in = &t.within
			continue
		}
		for _, p := range in.byWord[words[at:end]] {
			if !strings.HasPrefix(words[at:], p.s) {
				continue
			}
			if p.class == articles.ClassCaption {
				points++
				continue
			}
			c, last := p.cue, at+len(p.s) == len(words)
			c.whole, c.how = at == 0 && last, p.how
			if p.how == '~' || p.how == '^' && at == 0 || p.how == '$' && last || p.how == '=' && c.whole {
				take(c)
			}
		}
		in = &t.within
	}
	if best.strength < 10 {
		take(t.setCue(words))
	}
	if dense {
		for _, p := range t.dense {
			if p.strength > best.strength && strings.Contains(line, p.s) {
				take(p.cue)
			}
		}
	}
	best.hits, best.points = hits, points
	return best
}

// endsCredit reports that a line ends in a name that pictures are credited to.
func (c cue) endsCredit() bool { return c.class == articles.ClassPhotoCredit && c.how == '$' }

// relatedLabel reports words that are a label of related stories and nothing
// more.
func relatedLabel(words string) bool {
	head, _, _ := strings.Cut(words, " ")
	for _, p := range cues().opening.byWord[head] {
		if p.s == words && p.class == articles.ClassRelated {
			return true
		}
	}
	for _, p := range cues().dense {
		if p.class == articles.ClassRelated && p.s == strings.TrimSuffix(words, " ") {
			return true
		}
	}
	return false
}

// setCue recognises a line every word of which belongs to one set, as the
// names of networks in a row of share buttons do.
func (t *table) setCue(words string) cue {
	n, strong := 0, 0
	var class articles.Class
	for w := range strings.SplitSeq(strings.TrimSpace(words), " ") {
		c, ok := t.sets[w]
		if !ok || n > 16 {
			return cue{}
		}
		n++
		if len(w) > 3 {
			strong++
			class = c
		}
	}
	if strong == 0 {
		return cue{}
	}
	return cue{class: class, strength: 10, whole: true}
}
