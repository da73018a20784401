// Package edition carries the sample stories that ship in the program: some
// weeks of news from places that do not exist, by outlets that do not exist,
// about people who do not exist. It is what a newcomer opens before there is
// a folder to open, and what tests read.
//
// The files are kept as ugly as life, each byte on purpose: scrapes with
// dumps of PHP in them, pages copied with their buttons, hard wraps, a wrong
// encoding, a double one. The package knows nothing of how they are read.
package edition

import (
	"embed"
	"io/fs"
)

// stories are embedded as they are; .gitattributes keeps their line ends.
//
//go:embed stories
var stories embed.FS

// FS returns the files of the edition, by name. The letter from the editor
// comes first.
func FS() fs.FS {
	sub, err := fs.Sub(stories, "stories")
	if err != nil {
		return stories // the folder's name is no path: it cannot be
	}
	return sub
}
