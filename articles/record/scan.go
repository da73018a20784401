package record

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
)

// scanner cuts a stream of JSON into its records without reading them: the
// elements of a list, or values one after another.
type scanner struct {
	r      *bufio.Reader
	max    int
	line   int
	begun  bool
	inList bool
	buf    []byte
}

func newScanner(r io.Reader, max int) *scanner {
	return &scanner{r: bufio.NewReaderSize(r, 64<<10), max: max, line: 1}
}

func bytesReader(b []byte) io.Reader { return bytes.NewReader(b) }

// errEnds is a file that stops in the middle of a record.
var errEnds = errors.New("the file ends in the middle of a record")

// next returns the next raw record and the line it begins on; at the end it
// returns io.EOF. The bytes hold until the next call. After any error but one
// of the reader's own, the next call goes on behind the record.
func (s *scanner) next() ([]byte, int, error) {
	for {
		c, err := s.byte()
		if err != nil {
			return nil, s.line, err
		}
		switch c {
		case ' ', '\t', '\r', '\n', ',', 0xef, 0xbb, 0xbf, 0x1e:
			continue
		case '[':
			if !s.inList && !s.begun {
				s.inList = true
				continue
			}
		case ']':
			s.inList = false
			continue
		}
		s.begun = true
		line := s.line
		s.buf = append(s.buf[:0], c)
		switch c {
		case '{', '[':
			err = s.nested()
		case '"':
			err = s.text('"')
		default:
			err = s.scalar()
		}
		if err == nil && len(s.buf) > s.max {
			err = tooLarge(s.max)
		}
		return s.buf, line, err
	}
}

func tooLarge(max int) error {
	if max >= 1<<20 {
		return fmt.Errorf("%w of %d MiB", ErrTooLarge, max>>20)
	}
	return fmt.Errorf("%w of %d bytes", ErrTooLarge, max)
}

func (s *scanner) byte() (byte, error) {
	c, err := s.r.ReadByte()
	if c == '\n' && err == nil {
		s.line++
	}
	return c, err
}

// keep puts a byte by, up to the cap and one over it.
func (s *scanner) keep(c byte) {
	if len(s.buf) <= s.max {
		s.buf = append(s.buf, c)
	}
}

// nested scans to the bracket that closes the one just read.
func (s *scanner) nested() error {
	for depth := 1; depth > 0; {
		c, err := s.byte()
		if err != nil {
			return ends(err)
		}
		s.keep(c)
		switch c {
		case '{', '[':
			depth++
		case '}', ']':
			depth--
		case '"':
			if err := s.text(c); err != nil {
				return err
			}
		case '\'':
			if s.opens() {
				if err := s.text(c); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// opens reports whether the single quote just read opens a string: it follows
// what a value or a name follows.
func (s *scanner) opens() bool {
	b := bytes.TrimRight(s.buf[:len(s.buf)-1], " \t\r\n")
	return len(b) > 0 && bytes.IndexByte([]byte("{[,:("), b[len(b)-1]) >= 0
}

// text scans to the end of a string.
func (s *scanner) text(quote byte) error {
	for {
		c, err := s.byte()
		if err != nil {
			return ends(err)
		}
		s.keep(c)
		switch c {
		case '\\':
			c, err := s.byte()
			if err != nil {
				return ends(err)
			}
			s.keep(c)
		case quote:
			return nil
		}
	}
}

// scalar scans a bare value.
func (s *scanner) scalar() error {
	for {
		c, err := s.byte()
		if err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
		switch c {
		case ',', '\n', ' ', '\t', '\r':
			return nil
		case ']':
			s.inList = false
			return nil
		}
		s.keep(c)
	}
}

func ends(err error) error {
	if err == io.EOF {
		return fmt.Errorf("%w: %w", ErrSyntax, errEnds)
	}
	return err
}
