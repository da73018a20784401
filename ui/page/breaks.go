package page

import "strings"

// pair is two neighbouring clusters: may a row end between them?
type pair struct {
	prev, next         rune // the last rune before, the first after
	prevWide, nextWide bool
}

type breakKind uint8

const (
	noBreak breakKind = iota
	poorBreak
	fairBreak
	goodBreak
)

// Signs that may not begin a row (closing marks, small kana, the long vowel,
// the iteration marks) and signs that may not end one: what Japanese calls
// kinsoku, and what Chinese and Korean set alike.
const (
	notFirst = "、。，．・：；？！゛゜ヽヾゝゞ々ー’”）〕］｝〉》」』】〙〗〟｠»‐–—〜～％‰℃…‥" +
		"ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ" +
		"·⋯!%),.:;?]}'\"।॥၊။ฯๆ"
	notLast = "‘“（〔［｛〈《「『【〘〖〝｟«([{$£¥＄￥￡№#"
)

// breaks decides between the two, at byte i of text.
func (p pair) breaks(text string, i int) breakKind {
	switch {
	case p.next == ' ':
		return noBreak
	case p.prev == ' ':
		if standsAlone(text[i:]) || strings.HasSuffix(text[:i], "« ") {
			return noBreak // French sets these marks after and before a space
		}
		return goodBreak
	case p.prev == '\u200b':
		return goodBreak
	case p.prevWide || p.nextWide:
		return p.dense()
	case p.prev == '-' || p.prev == '‐' || p.prev == '–' || p.prev == '—' || p.prev == '/':
		if isLetter(p.next) && !strings.HasSuffix(text[:i], "//") {
			return goodBreak
		}
	case p.prev >= 0x0e00 && p.prev < 0x1800 && p.next >= 0x0e00 && p.next < 0x1800:
		return p.unspaced()
	}
	return noBreak
}

// dense decides between signs of which one at least fills two cells: Han,
// kana, fullwidth forms, emoji. Hangul is wide too and breaks at its spaces.
func (p pair) dense() breakKind {
	switch {
	case glue(p.prev) || glue(p.next):
		return noBreak
	case strings.ContainsRune(notFirst, p.next) || strings.ContainsRune(notLast, p.prev):
		return noBreak
	case hangul(p.prev) && (hangul(p.next) || !p.nextWide),
		hangul(p.next) && !p.prevWide:
		return noBreak
	}
	return goodBreak
}

// glue reports the blanks and joiners that forbid a break on both sides.
func glue(r rune) bool {
	return r == '\u00a0' || r == '\u202f' || r == '\u2060' || r == '\u200d'
}

func hangul(r rune) bool {
	return r >= 0xac00 && r <= 0xd7a3 || r >= 0x1100 && r <= 0x11ff || r >= 0x3130 && r <= 0x318f
}

// unspaced decides in Thai, Lao, Khmer and Burmese, whose words are not
// spaced. Thai and Lao write some vowels before their consonant, so a
// syllable begins there, and mostly a word: a good place only when nothing
// better is near, hence fair. Between other clusters a row is broken only
// when it must, and never between a vowel and its consonant.
func (p pair) unspaced() breakKind {
	switch {
	case leading(p.prev) || trailing(p.next) || !isLetter(p.prev):
		return noBreak
	case leading(p.next):
		return fairBreak
	}
	return poorBreak
}

func leading(r rune) bool {
	return r >= 0x0e40 && r <= 0x0e44 || r >= 0x0ec0 && r <= 0x0ec4
}

func trailing(r rune) bool {
	switch r {
	case 'ฯ', 'ะ', 'า', 'ำ', 'ๅ', 'ๆ', 'ຯ', 'ະ', 'າ', 'ຳ', 'ໆ':
		return true
	}
	return false
}

// standsAlone reports that rest begins with a mark that French sets after a
// space, and that the mark ends there.
func standsAlone(rest string) bool {
	after, ok := strings.CutPrefix(rest, "»")
	if !ok && rest != "" && strings.IndexByte("!?:;%", rest[0]) >= 0 {
		after, ok = rest[1:], true
	}
	return ok && (after == "" || after[0] == ' ')
}
