package charset

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// lost reads a hit at text[i] of which a byte was lost on the way.
func lost(text string, i int, n neighbours) (hit, bool) {
	first, size := utf8.DecodeRuneInString(text[i:])
	rest := text[i+size:]
	put := func(length int, becomes string, v verdict) (hit, bool) {
		last, _ := utf8.DecodeLastRuneInString(becomes)
		return hit{i, i + size + length, becomes, last, v}, true
	}
	switch first {
	case 'â':
		if after, ok := strings.CutPrefix(rest, "€"); ok {
			quote, used := lostQuote(after, n.prev)
			return put(len("€")+used, quote, sure)
		}
		sign, used, v := bare(rest, n.prev)
		if v == no {
			break
		}
		return put(used, sign, v)
	case 'Ã':
		if !strings.HasPrefix(rest, " ") || unicode.IsUpper(n.prev) {
			break
		}
		v := doubtful // a capital by itself
		if unicode.IsLower(n.prev) {
			v = sure
		}
		next, _ := utf8.DecodeRuneInString(rest[1:])
		if unicode.IsLetter(next) || unicode.IsDigit(next) {
			return put(0, "à", v) // one blank for two
		}
		return put(1, "à", v)
	case 'Â':
		if unicode.IsUpper(n.prev) || rest != "" && rest[0] != ' ' && rest[0] != '\n' {
			break
		}
		v := doubtful
		if unicode.IsLower(n.prev) || unicode.IsDigit(n.prev) || unicode.IsPunct(n.prev) && n.prev != '«' && n.prev != '"' {
			v = sure
		}
		return hit{i, i + size, "", n.prev, v}, true
	}
	return hit{}, false
}

// lostQuote says what â€ was, by what follows it: the third byte is gone or
// has been made ASCII. used counts what belongs to it.
func lostQuote(after string, prev rune) (quote string, used int) {
	switch {
	case strings.HasPrefix(after, "oe"):
		return "“", 2
	case strings.HasPrefix(after, "~"):
		return "‘", 1
	case strings.HasPrefix(after, `"`):
		if strings.ContainsRune(".,!?", prev) {
			return "”", 1
		}
		return "—", 1
	}
	return "”", 0
}

// bare says what â was where both bytes after it are gone, as happens to
// controls. An English contraction gives it away, where the text has no other
// accents; what else stands in the text goes by its place.
func bare(after string, prev rune) (sign string, used int, v verdict) {
	next, _ := utf8.DecodeRuneInString(after)
	blank := func(r rune) bool { return r == ' ' || r == '\n' || r == utf8.RuneError }
	switch {
	case strings.HasPrefix(after, "¦"):
		return "…", len("¦"), sure
	case strings.HasPrefix(after, "¢ "):
		return "•", len("¢"), sure
	case unicode.IsLetter(prev) && contracted(after, prev):
		return "’", 0, alone
	case unicode.IsLetter(next) && (blank(prev) || prev == '(') || blank(prev) && unicode.IsDigit(next):
		return "“", 0, doubtful
	case blank(prev) && blank(next):
		return "–", 0, doubtful
	case strings.ContainsRune(".,!?", prev) && !unicode.IsLetter(next):
		return "”", 0, doubtful
	}
	return "", 0, no
}

// contracted reports whether what follows an apostrophe is the end of an
// English word.
func contracted(after string, prev rune) bool {
	for _, end := range []string{"s", "t", "re", "ve", "ll", "m", "d"} {
		rest, ok := strings.CutPrefix(after, end)
		if !ok || end == "t" && prev != 'n' {
			continue
		}
		next, _ := utf8.DecodeRuneInString(rest)
		if !unicode.IsLetter(next) && next != 'â' {
			return true
		}
	}
	return false
}
