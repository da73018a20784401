package archive

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"iter"
)

// Mbox yields the messages of a mailbox file. A message begins where a line
// opens with "From " after a blank line; ">From " within one is put back.
func Mbox(r io.Reader, l Limits) iter.Seq2[Member, error] {
	return func(yield func(Member, error) bool) {
		m := mbox{r: bufio.NewReaderSize(r, 64<<10), max: l.orDefault().Member, blank: true}
		for {
			line, err := m.line()
			if m.blank && bytes.HasPrefix(line, []byte("From ")) {
				if !m.flush(yield) {
					return
				}
				m.open, m.begin = true, m.n
			} else if m.open {
				m.keep(line)
			}
			m.blank = len(bytes.TrimRight(line, "\r\n")) == 0
			if err == io.EOF {
				m.flush(yield)
				return
			} else if err != nil {
				yield(Member{}, err)
				return
			}
		}
	}
}

type mbox struct {
	r        *bufio.Reader
	max      int64
	n, begin int // the line read last, the line the message began on
	buf      []byte
	open     bool
	over     bool
	blank    bool // the line before was blank
}

// line reads a line with its end; of one that is longer than any line of a
// mail should be, only the head counts, and the rest is kept as it comes.
func (m *mbox) line() ([]byte, error) {
	line, err := m.r.ReadSlice('\n')
	if err == nil || err == io.EOF {
		m.n++
	}
	if err == bufio.ErrBufferFull {
		err = nil
	}
	return line, err
}

func (m *mbox) keep(line []byte) {
	if m.over = m.over || int64(len(m.buf)+len(line)) > m.max; m.over {
		m.buf = nil
		return
	}
	if t := bytes.TrimLeft(line, ">"); len(t) < len(line) && bytes.HasPrefix(t, []byte("From ")) {
		line = line[1:]
	}
	m.buf = append(m.buf, line...)
}

// flush yields the message that is complete.
func (m *mbox) flush(yield func(Member, error) bool) bool {
	if !m.open {
		return true
	}
	open, over := m.buf, m.over
	m.open, m.over, m.buf = false, false, nil
	if over {
		return yield(Member{}, &Error{Line: m.begin, Err: fmt.Errorf("%w of %d MiB", ErrTooLarge, m.max>>20)})
	}
	return yield(Member{Type: "message/rfc822", Bytes: open}, nil)
}
