package text

// signs are up to 64 bytes of ASCII, sorted: the bit of a byte says whether it
// is of a kind.
type signs struct {
	n       int // how many bytes
	letters uint64
	upper   uint64 // capital letters
	digits  uint64
	spaces  uint64
	ends    uint64 // what a word does not go on behind; spaces too
}

// The kinds of byte, each in a byte of its own.
const (
	isLetter = 1 << (8 * iota)
	isUpper
	isDigit
	isBlank
	isEnd
	isBeyond
)

// kindOf tells the kinds of a byte.
var kindOf = func() (t [256]uint64) {
	for c := range t {
		switch {
		case c >= 'a' && c <= 'z':
			t[c] = isLetter
		case c >= 'A' && c <= 'Z':
			t[c] = isLetter | isUpper
		case c >= '0' && c <= '9':
			t[c] = isDigit
		case c == ' ':
			t[c] = isBlank | isEnd
		case c == '\'' || c == '-' || c == '.' || c == ',':
		case c < 0x80:
			t[c] = isEnd
		default:
			t[c] = isBeyond
		}
	}
	return t
}()

// signsOf sorts the ASCII that s begins with, eight bytes at a time: their kinds
// laid over one another, each a bit further up, make of every kind a byte of
// eight bits.
func signsOf(s string) signs {
	var letters, upper, digits, spaces, ends uint64
	n := 0
	for n < 64 && n+8 <= len(s) {
		p := s[n : n+8]
		kinds := kindOf[p[0]] | kindOf[p[1]]<<1 | kindOf[p[2]]<<2 | kindOf[p[3]]<<3 |
			kindOf[p[4]]<<4 | kindOf[p[5]]<<5 | kindOf[p[6]]<<6 | kindOf[p[7]]<<7
		if kinds >= isBeyond {
			break
		}
		letters |= kinds & 0xff << (n & 63)
		upper |= kinds >> 8 & 0xff << (n & 63)
		digits |= kinds >> 16 & 0xff << (n & 63)
		spaces |= kinds >> 24 & 0xff << (n & 63)
		ends |= kinds >> 32 << (n & 63)
		n += 8
	}
	for ; n < 64 && n < len(s) && s[n] < 0x80; n++ {
		kinds := kindOf[s[n]]
		letters |= kinds & 1 << (n & 63)
		upper |= kinds >> 8 & 1 << (n & 63)
		digits |= kinds >> 16 & 1 << (n & 63)
		spaces |= kinds >> 24 & 1 << (n & 63)
		ends |= kinds >> 32 << (n & 63)
	}
	return signs{n, letters, upper, digits, spaces, ends}
}
