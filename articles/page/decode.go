package page

import (
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
)

// toText makes valid UTF-8 of bytes in a charset that may be named wrongly.
func toText(src []byte, declared string) string {
	if utf8.Valid(src) {
		return string(src)
	}
	enc, err := htmlindex.Get(declared)
	if err != nil || declared == "utf-8" {
		enc = charmap.Windows1252
	}
	b, _ := enc.NewDecoder().Bytes(src)
	return string(b)
}
