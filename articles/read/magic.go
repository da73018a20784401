package read

import "bytes"

// magic names the file formats that hold no text to read, by their first
// bytes.
func magic(head []byte) string {
	for _, m := range [...]struct{ prefix, name string }{
		{"%PDF-", "a PDF"},
		{"\x89PNG", "a PNG picture"},
		{"\xff\xd8\xff", "a JPEG picture"},
		{"GIF8", "a GIF picture"},
		{"RIFF", "a RIFF media file"},
		{"ID3", "an MP3 recording"},
		{"OggS", "an Ogg media file"},
		{"fLaC", "a FLAC recording"},
		{"\x7fELF", "a program"},
		{"MZ\x90", "a program"},
		{"\xca\xfe\xba\xbe", "a program"},
		{"SQLite format 3\x00", "an SQLite database"},
		{"\xd0\xcf\x11\xe0", "an old office document"},
		{"{\\rtf", "an RTF document"},
		{"%!PS", "a PostScript document"},
		{"BZh", "compressed by bzip2"},
		{"\xfd7zXZ\x00", "compressed by xz"},
		{"\x28\xb5\x2f\xfd", "compressed by zstd"},
		{"7z\xbc\xaf", "a 7z archive"},
		{"Rar!", "a RAR archive"},
		{"PK\x03\x04", "a zip archive"},
		{"wOFF", "a font"},
		{"wOF2", "a font"},
		{"bplist", "a property list"},
	} {
		if bytes.HasPrefix(head, []byte(m.prefix)) {
			return m.name
		}
	}
	if len(head) > 262 && string(head[257:262]) == "ustar" {
		return "a tar archive"
	}
	if len(head) > 12 && string(head[4:8]) == "ftyp" {
		return "a video"
	}
	return ""
}
