// Package name knows what the names of files and folders tell before any is
// read: that something is no story. It does not know what is in them.
package name

import (
	"path"
	"strings"
)

// NoStory reports whether a file is called what no story is: a picture, a
// style, a script, a font, sound, a program. Any other name is read, since what
// a file is its content decides; of a PDF the reader wants to hear that it is
// not read.
func NoStory(name string) bool {
	ext := path.Ext(name)
	if strings.EqualFold(ext, ".gz") {
		ext = path.Ext(name[:len(name)-len(ext)])
	}
	switch strings.ToLower(ext) {
	case ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".svgz", ".ico", ".bmp", ".tif", ".tiff", ".heic",
		".css", ".scss", ".less", ".js", ".mjs", ".cjs", ".jsx", ".ts", ".tsx", ".wasm",
		".woff", ".woff2", ".ttf", ".otf", ".eot",
		".mp3", ".m4a", ".ogg", ".wav", ".flac", ".mp4", ".m4v", ".webm", ".mov", ".avi", ".mkv",
		".go", ".py", ".pyc", ".rb", ".c", ".h", ".cc", ".cpp", ".java", ".class", ".jar", ".rs", ".sh",
		".exe", ".dll", ".so", ".dylib", ".o", ".a":
		return true
	}
	return strings.HasSuffix(name, "~")
}

// pageOf is the name, but for its end, of the page beside which a browser saves
// a folder of that name, in the languages browsers name it.
func pageOf(folder string) (stem string, ok bool) {
	for _, end := range []string{"_files", "-Dateien", "-dateien", "_fichiers", "_archivos", "_arquivos", "_bestanden", "-filer", "_file"} {
		if stem, ok := strings.CutSuffix(folder, end); ok && stem != "" {
			return stem, true
		}
	}
	return "", false
}

// BesidePage reports whether a folder is the one that a browser saves beside a
// page: what is in it belongs to the page. The folder may be a whole path with "/";
// has tells whether there is a file of a path.
func BesidePage(folder string, has func(rel string) bool) bool {
	stem, ok := pageOf(folder)
	if !ok {
		return false
	}
	for _, ext := range []string{".html", ".htm", ".xhtml", ".HTML", ".HTM"} {
		if has(stem + ext) {
			return true
		}
	}
	return false
}
