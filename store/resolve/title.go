package resolve

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// title is a headline cut into what is compared.
type title struct {
	words   []string // folded, in order
	numbers []string // those of the words that must agree, sorted
	key     string   // the words joined
	short   bool     // cut short by the publisher
}

// Fold gives titles that a reader would call the same the same form: case,
// width, diacritics, quotes, punctuation, rubrics at the head and site names
// at the tail are gone. It is empty for a title without words.
func Fold(s string) string { return parse(s).key }

func parse(s string) title {
	s = strings.TrimSpace(s)
	var t title
	for _, end := range []string{"…", "...", ". . .", "[…]", "[...]"} {
		if cut, ok := strings.CutSuffix(s, end); ok {
			s, t.short = cut, true
			break
		}
	}
	t.words = Words(strip(s))
	if len(t.words) == 0 {
		t.words = Words(s)
	}
	for _, w := range t.words {
		if n, ok := number(w); ok {
			t.numbers = append(t.numbers, n)
		}
	}
	slices.Sort(t.numbers)
	t.key = strings.Join(t.words, " ")
	return t
}

// number tells whether a word must agree for two titles to mean one story:
// numbers, in digits or as an English word, and the days of the week.
func number(w string) (string, bool) {
	switch w {
	case "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten":
		return strconv.Itoa(2 + slices.Index(smallNumbers[:], w)), true
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
		"first", "second", "third", "fourth", "fifth", "sixth":
		return w, true
	}
	return w, strings.ContainsFunc(w, unicode.IsDigit)
}

var smallNumbers = [...]string{"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}

// strip sets a rubric at the head and a site's name at the tail aside, where
// enough of the title is left that it can only be that.
func strip(s string) string {
	for _, separator := range []string{" | ", " – ", " — ", " - ", " :: ", " • ", " » "} {
		if i := strings.LastIndex(s, separator); i > 0 {
			head, tail := s[:i], s[i+len(separator):]
			if n := len(strings.Fields(tail)); n > 0 && n <= 4 && len(strings.Fields(head)) >= leastWords {
				s = head
				break
			}
		}
	}
	if i := strings.IndexByte(s, ':'); i > 0 && rubric(s[:i]) && len(strings.Fields(s[i+1:])) >= 2 {
		s = s[i+1:]
	}
	return s
}

// rubric reports whether the words before a colon name a kind of story rather
// than its subject: one or two words in capitals. "Coronavirus:" is a subject.
func rubric(s string) bool {
	if len(strings.Fields(s)) > 2 {
		return false
	}
	letters := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters >= 4
}

// Words cuts a text into folded words: letters and digits, lower case, without
// diacritics; an apostrophe inside a word is dropped, and digits keep the
// comma or point between them out.
func Words(s string) []string {
	var words []string
	var b strings.Builder
	flush := func() {
		if b.Len() > 0 {
			words = append(words, b.String())
			b.Reset()
		}
	}
	runes := []rune(norm.NFKD.String(s))
	for i, r := range runes {
		switch {
		case r == '\'' || r == '’' || r == 'ʼ': // the last is a letter to Unicode
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if dense(r) {
				flush()
				b.WriteRune(r)
				flush()
				continue
			}
			b.WriteRune(unicode.ToLower(r))
		case unicode.Is(unicode.Mn, r):
		case (r == ',' || r == '.') && i > 0 && i+1 < len(runes) && unicode.IsDigit(runes[i-1]) && unicode.IsDigit(runes[i+1]):
			if r == '.' {
				b.WriteRune('.')
			}
		default:
			flush()
		}
	}
	flush()
	return words
}

// dense scripts have no spaces between words; each letter is a word.
func dense(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai)
}

// slip reports whether two words of five letters or more differ by one typing
// mistake: a letter wrong, left out, put in, or two swapped. Numbers never do.
func slip(a, b string) bool {
	if strings.ContainsFunc(a+b, unicode.IsDigit) {
		return false
	}
	x, y := []rune(a), []rune(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) < 4 || len(y) < 5 || len(y)-len(x) > 1 {
		return false
	}
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	if len(x) < len(y) {
		return slices.Equal(x[i:], y[i+1:])
	}
	if i == len(x) {
		return true
	}
	if slices.Equal(x[i+1:], y[i+1:]) {
		return true
	}
	return i+1 < len(x) && x[i] == y[i+1] && x[i+1] == y[i] && slices.Equal(x[i+2:], y[i+2:])
}
