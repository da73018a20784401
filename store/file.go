package store

import (
	"path/filepath"

	"broadsheet/articles"
)

// File names the file that a story stands in, whole and in the manner of the
// operating system. A story that the program carries has none.
func (l *Library) File(id articles.ID) (path string, ok bool) {
	if file, _, ok := splitID(id); ok {
		id = file
	}
	root, rel, ok := l.tree.Find(id)
	if !ok || !l.tree.OnDisk(root) {
		return "", false
	}
	return filepath.FromSlash(l.tree.Place(root, rel)), true
}
