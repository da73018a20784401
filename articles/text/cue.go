package text

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

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

// table is cues.txt by the first word of each phrase.
type table struct {
	byWord map[string][]phrase
	known  prints // the first words
	sets   map[string]articles.Class
	dense  []phrase
}

var cues = sync.OnceValue(func() *table {
	t := &table{byWord: map[string][]phrase{}, sets: map[string]articles.Class{}}
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
		t.known.add(first)
		t.byWord[first] = append(t.byWord[first], phrase{cue: c, how: how, s: words})
	}
}

// wordsOf is a line as folded words with a space behind each: no punctuation,
// no figures.
func wordsOf(s string) string {
	f := folder{b: make([]byte, 0, len(s)+2)}
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf {
			i = f.ascii(s, i)
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		f.wide(r, letterAt(s, i+n))
		i += n
	}
	f.end()
	return string(f.b)
}

// folder writes the words of a line.
type folder struct {
	b    []byte
	word int // where the word it is in begins
}

func (f *folder) end() {
	if f.word < len(f.b) {
		f.b = append(f.b, ' ')
	}
	f.word = len(f.b)
}

// mark writes a character that is a word by itself.
func (f *folder) mark(s string) {
	f.end()
	f.b = append(append(f.b, s...), ' ')
	f.word = len(f.b)
}

// ascii reads what stands at i, and returns where it ends.
func (f *folder) ascii(s string, i int) int {
	switch c := s[i]; {
	case c|0x20 >= 'a' && c|0x20 <= 'z':
		from := i
		for i++; letterAt(s, i); i++ {
		}
		f.b = append(f.b, s[from:i]...)
		for k := len(f.b) - (i - from); k < len(f.b); k++ {
			f.b[k] |= 0x20
		}
		return i
	case c == '\'' && f.word < len(f.b) && letterAt(s, i+1):
		f.b = append(f.b, '\'')
	case c == '@':
		f.mark("@")
	case c == '(' && i+2 < len(s) && s[i+1]|0x20 == 'c' && s[i+2] == ')':
		f.mark("©")
		return i + 3
	default:
		f.end()
	}
	return i + 1
}

func (f *folder) wide(r rune, letterNext bool) {
	switch {
	case r == '’' || r == '‘' || r == 'ʼ':
		if f.word < len(f.b) && letterNext {
			f.b = append(f.b, '\'')
		} else {
			f.end()
		}
	case r == '©':
		f.mark("©")
	case r == 'İ':
		f.b = append(f.b, 'i')
	case unicode.IsLetter(r) || unicode.IsMark(r):
		f.b = utf8.AppendRune(f.b, unicode.ToLower(r))
	default:
		f.end()
	}
}

func letterAt(s string, i int) bool { return i < len(s) && s[i]|0x20 >= 'a' && s[i]|0x20 <= 'z' }

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
	for at := 0; at < len(words); {
		end := strings.IndexByte(words[at:], ' ')
		if end < 0 {
			break
		}
		word := words[at : at+end]
		if end == 0 || !t.known.may(word) {
			at += end + 1
			continue
		}
		for _, p := range t.byWord[word] {
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
		at += end + 1
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
	for _, p := range cues().byWord[head] {
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
