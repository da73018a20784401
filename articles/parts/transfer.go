package parts

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime"
	"strings"

	"broadsheet/articles/charset"
)

// transfer undoes a transfer encoding as far as it can be undone; what is
// damaged costs itself and not the rest.
func transfer(b []byte, encoding string) []byte {
	encoding, _, _ = strings.Cut(encoding, ";")
	switch strings.ToLower(strings.Trim(strings.TrimSpace(encoding), `"`)) {
	case "base64":
		if bytes.Count(b, []byte(" ")) > len(b)/40 {
			return b // prose that says it is base64
		}
		return unbase64(b)
	case "quoted-printable":
		return unquote(b)
	}
	return b
}

// unbase64 passes over what is not of the alphabet and reads to the end of
// what makes sense.
func unbase64(b []byte) []byte {
	clean := make([]byte, 0, len(b))
	for _, c := range b {
		switch {
		case c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '/':
			clean = append(clean, c)
		case c == '-':
			clean = append(clean, '+')
		case c == '_':
			clean = append(clean, '/')
		}
	}
	if len(clean)%4 == 1 {
		clean = clean[:len(clean)-1]
	}
	out := make([]byte, base64.RawStdEncoding.DecodedLen(len(clean)))
	n, _ := base64.RawStdEncoding.Decode(out, clean)
	return out[:n]
}

// unquote undoes quoted-printable; an "=" that begins nothing is itself.
func unquote(b []byte) []byte {
	if bytes.IndexByte(b, '=') < 0 {
		return b
	}
	out := make([]byte, 0, len(b))
	for len(b) > 0 {
		i := bytes.IndexByte(b, '=')
		if i < 0 {
			return append(out, b...)
		}
		out, b = append(out, b[:i]...), b[i:]
		if n := softBreak(b); n > 0 {
			b = b[n:]
			continue
		}
		if len(b) > 2 {
			hi, lo := unhex(b[1]), unhex(b[2])
			if hi >= 0 && lo >= 0 {
				out, b = append(out, byte(hi<<4|lo)), b[3:]
				continue
			}
		}
		out, b = append(out, '='), b[1:]
	}
	return out
}

// softBreak is the length of a line break that is not one: "=", blanks and
// the line's end.
func softBreak(b []byte) int {
	for i := 1; i < len(b) && i < 80; i++ {
		switch b[i] {
		case '\n':
			return i + 1
		case ' ', '\t', '\r':
		default:
			return 0
		}
	}
	return 0
}

func unhex(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	}
	return -1
}

// DecodeWords reads the words that a header sends in another encoding, and
// bytes that it should not have sent at all.
func DecodeWords(s string) string {
	d := mime.WordDecoder{CharsetReader: func(name string, r io.Reader) (io.Reader, error) {
		b, err := io.ReadAll(io.LimitReader(r, maxHeader))
		if err != nil {
			return nil, err
		}
		text, _ := charset.Decode(b, name)
		return strings.NewReader(text), nil
	}}
	if t, err := d.DecodeHeader(s); err == nil {
		s = t
	}
	t, _ := charset.Decode([]byte(s), "")
	return strings.Join(strings.Fields(t), " ")
}
