package feed

import (
	"bytes"

	"broadsheet/articles/charset"
)

// declared is the encoding that the XML declaration names.
func declared(head []byte) string {
	head = head[:min(len(head), 200)]
	i := bytes.Index(head, []byte("encoding="))
	if i < 0 || i+11 > len(head) {
		return ""
	}
	head = head[i+9:]
	q := head[0]
	name, _, _ := bytes.Cut(head[1:], []byte{q})
	return string(name)
}

// decode brings a piece of a feed to text.
func decode(src []byte, declared string) string {
	text, _ := charset.Decode(src, declared)
	return text
}
