package wire

import "strings"

// Teletype reports whether the head of a file is that of an ANPA or an IPTC
// 7901 transmission, which is framed by controls that no other text has. What
// it says is prose with a wire's head and tail, and articles/text reads it.
func Teletype(head []byte) bool {
	s := string(head[:min(len(head), 64)])
	if strings.HasPrefix(s, "\x16\x16\x01") {
		return true
	}
	return len(s) > 8 && s[0] == '\x01' && letters(s[1:4]) && strings.Trim(s[4:7], "0123456789") == ""
}

func letters(s string) bool {
	return strings.Trim(strings.ToLower(s), "abcdefghijklmnopqrstuvwxyz") == ""
}
