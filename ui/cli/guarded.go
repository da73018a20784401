package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"

	"broadsheet/articles/safe"
)

// encoder writes lines of JSON as this program's commands do.
func encoder(to io.Writer) *json.Encoder {
	e := json.NewEncoder(guarded{to})
	e.SetEscapeHTML(false)
	return e
}

// guarded passes lines of JSON on with every sign that a terminal obeys written
// as an escape, which changes nothing that they say. Stories went past the gate
// when they were read; an id is the name of a file, and has to stay that.
type guarded struct{ to io.Writer }

// Write takes whole lines.
func (g guarded) Write(lines []byte) (int, error) {
	s := string(lines)
	if safe.Text(s) != s {
		s = escaped(s)
	}
	if _, err := io.WriteString(g.to, s); err != nil {
		return 0, err
	}
	return len(lines), nil
}

func escaped(s string) string {
	var b strings.Builder
	for _, r := range s {
		if one := string(r); safe.Text(one) == one {
			b.WriteString(one)
			continue
		}
		if high, low := utf16.EncodeRune(r); high != '\ufffd' {
			fmt.Fprintf(&b, `\u%04x\u%04x`, high, low)
		} else {
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	return b.String()
}
