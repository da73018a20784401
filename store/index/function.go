package index

// functionWords of English, the language of most archives, take up a quarter of
// a story and say nothing of it: forward lists leave them out, to save room.
// In other languages their weight is next to nothing, which serves as well.
func functionWords() []string {
	return []string{
		"a", "about", "after", "all", "also", "an", "and", "any", "are", "as", "at", "be", "because", "been", "before",
		"but", "by", "can", "could", "did", "do", "for", "from", "had", "has", "have", "he", "her", "him", "his", "how",
		"i", "if", "in", "into", "is", "it", "its", "just", "more", "most", "no", "not", "of", "on", "one", "only", "or",
		"other", "our", "out", "over", "said", "she", "so", "some", "such", "than", "that", "the", "their", "them",
		"then", "there", "these", "they", "this", "those", "to", "up", "was", "we", "were", "what", "when", "which",
		"while", "who", "will", "with", "would", "you",
	}
}

// leaver knows the terms that forward lists leave out.
type leaver map[string]bool

func newLeaver() leaver {
	l := leaver{}
	for _, w := range functionWords() {
		l[w] = true
	}
	return l
}

// out reports whether a term is no feature of a story: a word of a field, or a
// function word.
func (l leaver) out(name []byte) bool {
	return len(name) == 0 || name[0] < ' ' || len(name) <= longestFunction && l[string(name)]
}

const longestFunction = 7
