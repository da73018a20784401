package pictures

import "strings"

// inMarkdown finds the pictures of a clipping: ![words](file "title") and, as
// some clippers write, ![[file|words]].
func inMarkdown(src string) []Picture {
	var all []Picture
	known := map[string]bool{}
	for len(all) < maxPictures {
		_, rest, ok := strings.Cut(src, "![")
		if !ok {
			return all
		}
		src = rest
		alt, file, ok := reference(rest)
		if !ok || known[file] {
			continue
		}
		known[file] = true
		if p, ok := found(file); ok {
			p.Alt = folded(alt)
			all = append(all, p)
		}
	}
	return all
}

// reference reads what follows the sign of a picture.
func reference(s string) (alt, file string, ok bool) {
	const most = 4096 // of one line, but for pictures within it
	if inner, found := strings.CutPrefix(s, "["); found {
		inner, _, ok = strings.Cut(inner[:min(len(inner), most)], "]]")
		file, alt, _ = strings.Cut(inner, "|")
		return alt, file, ok && !strings.Contains(inner, "\n")
	}
	alt, rest, ok := strings.Cut(s, "](")
	if !ok || len(alt) > most || strings.Contains(alt, "\n\n") {
		return "", "", false
	}
	rest = strings.TrimLeft(rest, " ")
	if inner, found := strings.CutPrefix(rest, "<"); found {
		file, _, ok = strings.Cut(inner, ">")
		return alt, file, ok
	}
	end := strings.IndexAny(rest, " )\n\t")
	if end < 0 {
		return "", "", false
	}
	return alt, rest[:end], end > 0
}
