package feed

import (
	"bufio"
	"bytes"
	"io"
	"strings"
)

// splitter cuts a feed into its head and its entries by their tags alone, so
// that what is broken within one does not reach the next. An entry that is
// not closed ends where the next begins.
type splitter struct {
	r    *bufio.Reader
	max  int
	line int

	name string // of the entries: item or entry
	buf  []byte
	over bool // buf left out what is over the cap
}

const peekSize = 64

func newSplitter(r io.Reader, max int) *splitter {
	return &splitter{r: bufio.NewReaderSize(r, 64<<10), max: max, line: 1}
}

// head reads up to the first entry.
func (s *splitter) head() ([]byte, error) {
	for {
		err := s.text()
		if err == io.EOF {
			return s.buf, nil
		} else if err != nil {
			return nil, err
		}
		name, closing := s.tag()
		if !closing && (name == "item" || name == "entry") {
			s.name = name
			head := s.buf
			s.buf = nil
			return head, nil
		}
		if err := s.markup(); err != nil {
			return s.buf, nil
		}
	}
}

// entry reads the next entry, from its start tag on. The bytes hold until the
// next call.
func (s *splitter) entry() ([]byte, int, error) {
	s.buf, s.over = s.buf[:0], false
	inside, line := false, s.line
	for {
		err := s.text()
		if err == io.EOF && inside {
			return s.done(line)
		}
		if err != nil {
			return nil, line, err
		}
		name, closing := s.tag()
		switch {
		case name == s.name && !closing && inside:
			return s.done(line)
		case name == s.name && !closing:
			inside, line = true, s.line
			s.buf, s.over = s.buf[:0], false
		case name == s.name && inside:
			err := s.markup()
			if err != nil && err != io.EOF {
				return nil, line, err
			}
			return s.done(line)
		}
		if err := s.markup(); err == io.EOF && inside {
			return s.done(line)
		} else if err != nil {
			return nil, line, err
		}
		if !inside {
			s.buf = s.buf[:0]
		}
	}
}

func (s *splitter) done(line int) ([]byte, int, error) {
	if s.over {
		return nil, line, ErrTooLarge
	}
	return s.buf, line, nil
}

func (s *splitter) keep(b []byte) {
	s.line += bytes.Count(b, []byte("\n"))
	if len(s.buf)+len(b) > s.max {
		s.over, s.buf = true, s.buf[:0]
	}
	if !s.over {
		s.buf = append(s.buf, b...)
	}
}

// text reads up to the next "<", which stays unread.
func (s *splitter) text() error {
	for {
		b, err := s.r.ReadSlice('<')
		if err == nil {
			s.keep(b[:len(b)-1])
			return s.r.UnreadByte()
		}
		s.keep(b)
		if err != bufio.ErrBufferFull {
			return err
		}
	}
}

// tag tells the name of the tag that is next, "" where it is no element.
func (s *splitter) tag() (name string, closing bool) {
	b, _ := s.r.Peek(peekSize)
	b = b[1:]
	if b, closing = bytes.CutPrefix(b, []byte("/")); len(b) == 0 {
		return "", closing
	}
	n := 0
	for n < len(b) && (b[n]|0x20 >= 'a' && b[n]|0x20 <= 'z' || b[n] == ':' || b[n] == '-' || b[n] == '_' || b[n] >= '0' && b[n] <= '9') {
		n++
	}
	name = strings.ToLower(string(b[:n]))
	if i := strings.IndexByte(name, ':'); i >= 0 {
		if p := name[:i]; p != "rss" && p != "atom" && p != "a" && p != "rdf" && p != "ns" {
			return name, closing // media:entry is not one of ours
		}
		name = name[i+1:]
	}
	return name, closing
}

// markup reads what begins with the "<" that is next, to its end.
func (s *splitter) markup() error {
	head, _ := s.r.Peek(9)
	switch {
	case bytes.HasPrefix(head, []byte("<![CDATA[")):
		return s.through("]]>")
	case bytes.HasPrefix(head, []byte("<!--")):
		return s.through("-->")
	}
	b, err := s.r.ReadByte()
	if err == nil {
		s.keep([]byte{b})
	}
	return err
}

// through reads up to and with an end mark.
func (s *splitter) through(end string) error {
	last := end[len(end)-1]
	var tail []byte
	for {
		b, err := s.r.ReadSlice(last)
		s.keep(b)
		tail = append(tail, b...)
		if len(tail) > 8 {
			tail = append(tail[:0], tail[len(tail)-8:]...)
		}
		if err == nil && bytes.HasSuffix(tail, []byte(end)) {
			return nil
		}
		if err != nil && err != bufio.ErrBufferFull {
			return err
		}
	}
}
