package read

import (
	"path"
	"strings"
)

// Known reports whether a file of that name could hold a story. A walk passes
// over the others in silence: pictures, styles, scripts, programs, and the
// folders that browsers save beside a page. The name may be a whole path with
// "/" as separator.
func Known(name string) bool {
	dir, base := path.Split(name)
	if base == "" || strings.HasPrefix(base, ".") || strings.HasSuffix(base, "~") || beside(dir) {
		return false
	}
	ext := extension(base)
	switch ext {
	case "", ".txt", ".text", ".md", ".markdown", ".mkd", ".mdown", ".html", ".htm", ".xhtml", ".shtml",
		".json", ".jsonl", ".ndjson", ".jl", ".csv", ".tsv", ".rss", ".atom", ".rdf", ".xml", ".eml", ".story",
		".zip", ".epub", ".mbox", ".mht", ".mhtml", ".warc", ".sgm", ".sgml", ".nitf", ".newsml":
		return true
	}
	return !extensionLike(ext)
}

// beside reports the folder in which a browser keeps what a saved page needs,
// in the languages browsers name it.
func beside(dir string) bool {
	for part := range strings.SplitSeq(strings.ToLower(dir), "/") {
		for _, suffix := range []string{"_files", "-dateien", "_fichiers", "_archivos", "_arquivos", "_bestanden", "-filer", ".resources"} {
			if len(part) > len(suffix) && strings.HasSuffix(part, suffix) {
				return true
			}
		}
	}
	return false
}

// extensionLike tells the extension of a format from the end of a name that
// happens to hold a dot, as scrapers make of addresses and dates.
func extensionLike(ext string) bool {
	if len(ext) < 2 || len(ext) > 8 {
		return false
	}
	letters := false
	for i := 1; i < len(ext); i++ {
		c := ext[i]
		switch {
		case c >= 'a' && c <= 'z':
			letters = true
		case c >= '0' && c <= '9':
		default:
			return false
		}
	}
	return letters
}
