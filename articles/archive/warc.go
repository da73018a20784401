package archive

import (
	"bufio"
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"iter"
	"mime"
	"net/textproto"
	"strconv"
	"strings"

	"github.com/klauspost/compress/gzip"
)

// WARC yields the pages of a web archive file, unpacked from its gzip: what
// servers answered with, and what was saved or turned into text.
func WARC(r io.Reader, l Limits) iter.Seq2[Member, error] {
	return func(yield func(Member, error) bool) {
		w := warc{r: bufio.NewReaderSize(r, 64<<10), max: l.orDefault().Member}
		for {
			m, ok, err := w.next()
			if err == io.EOF {
				return
			}
			if (ok || err != nil) && !yield(m, err) {
				return
			}
			if err != nil && !w.whole {
				return // where the next record begins is not known
			}
		}
	}
}

type warc struct {
	r     *bufio.Reader
	max   int64
	whole bool // the record was read to its end
}

// next reads one record; ok says that it is a page.
func (w *warc) next() (m Member, ok bool, err error) {
	w.whole = false
	h, err := w.header()
	if err != nil {
		return m, false, err
	}
	length, err := strconv.ParseInt(strings.TrimSpace(h.Get("Content-Length")), 10, 64)
	if err != nil || length < 0 {
		return m, false, fmt.Errorf("%w: a record does not say how long it is", ErrBroken)
	}
	m.URL = strings.Trim(h.Get("WARC-Target-URI"), "<> ")
	m.Name = m.URL
	body := &io.LimitedReader{R: w.r, N: length}
	defer func() {
		_, e := io.Copy(io.Discard, body)
		w.whole = e == nil && body.N == 0
	}()
	if strings.HasPrefix(m.URL, "metadata:") {
		return m, false, nil // what the crawler says of itself
	}
	switch h.Get("WARC-Type") {
	case "response":
		return w.response(m, body)
	case "resource", "conversion":
		return w.plain(m, h.Get("Content-Type"), body)
	}
	return m, false, nil
}

// header reads the fields of a record, past blank lines before it.
func (w *warc) header() (textproto.MIMEHeader, error) {
	for {
		line, err := w.r.ReadString('\n')
		if err != nil {
			if err == io.EOF && strings.TrimSpace(line) != "" {
				err = fmt.Errorf("%w: it ends in the middle of a record", ErrBroken)
			}
			return nil, err
		}
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if !strings.HasPrefix(line, "WARC/") {
			return nil, fmt.Errorf("%w: no record where one must begin", ErrBroken)
		}
		return fields(w.r)
	}
}

// fields reads header fields leniently, within a cap.
func fields(r *bufio.Reader) (textproto.MIMEHeader, error) {
	h := make(textproto.MIMEHeader)
	for n := 0; n < 500; n++ {
		line, err := r.ReadSlice('\n')
		if err == bufio.ErrBufferFull {
			return nil, fmt.Errorf("%w: a header without end", ErrBroken)
		} else if err != nil {
			return h, nil
		}
		line = bytes.TrimRight(line, "\r\n")
		if len(line) == 0 {
			return h, nil
		}
		if name, v, ok := bytes.Cut(line, []byte(":")); ok {
			key := textproto.CanonicalMIMEHeaderKey(string(bytes.TrimSpace(name)))
			if h[key] == nil {
				h[key] = []string{string(bytes.TrimSpace(v))}
			}
		}
	}
	return nil, fmt.Errorf("%w: a header without end", ErrBroken)
}

// response takes the answer of a server apart.
func (w *warc) response(m Member, r io.Reader) (Member, bool, error) {
	b := bufio.NewReader(r)
	status, err := b.ReadString('\n')
	if err != nil || !strings.HasPrefix(status, "HTTP/") {
		return m, false, nil
	}
	if f := strings.Fields(status); len(f) < 2 || f[1] != "200" {
		return m, false, nil
	}
	h, err := fields(b)
	if err != nil {
		return m, false, nil
	}
	if !m.page(h.Get("Content-Type")) {
		return m, false, nil
	}
	src, err := within(b, w.max)
	if err != nil {
		return m, false, &Error{Name: m.Name, Err: err}
	}
	if strings.EqualFold(h.Get("Transfer-Encoding"), "chunked") {
		src = dechunk(src)
	}
	m.Bytes, err = unpack(src, h.Get("Content-Encoding"), w.max)
	if err != nil {
		return m, false, &Error{Name: m.Name, Err: err}
	}
	return m, len(bytes.TrimSpace(m.Bytes)) > 0, nil
}

func (w *warc) plain(m Member, contentType string, r io.Reader) (Member, bool, error) {
	if !m.page(contentType) {
		return m, false, nil
	}
	src, err := within(r, w.max)
	if err != nil {
		return m, false, &Error{Name: m.Name, Err: err}
	}
	m.Bytes = src
	return m, len(bytes.TrimSpace(src)) > 0, nil
}

// page takes the content type and reports whether it is one to read.
func (m *Member) page(contentType string) bool {
	t, params, err := mime.ParseMediaType(contentType)
	if err != nil {
		t, _, _ = strings.Cut(contentType, ";")
		t = strings.ToLower(strings.TrimSpace(t))
	}
	m.Type, m.Charset = t, params["charset"]
	return t == "text/html" || t == "application/xhtml+xml" || t == "text/plain"
}

// dechunk undoes the chunks in which a server sent its answer; what is not
// chunked after all is left as it is.
func dechunk(b []byte) []byte {
	var out []byte
	rest := b
	for {
		line, after, ok := bytes.Cut(rest, []byte("\n"))
		size, _, _ := bytes.Cut(bytes.TrimSpace(line), []byte(";"))
		n, err := strconv.ParseInt(string(size), 16, 64)
		if !ok || err != nil || n < 0 {
			if out == nil {
				return b
			}
			return append(out, rest...)
		}
		if n == 0 {
			return out
		}
		n = min(n, int64(len(after)))
		out = append(out, after[:n]...)
		rest = bytes.TrimLeft(after[n:], "\r\n")
		if len(rest) == 0 {
			return out
		}
	}
}

// unpack undoes a content encoding; a body that is not what it says it is
// stands as it is.
func unpack(b []byte, encoding string, max int64) ([]byte, error) {
	var r io.ReadCloser
	var err error
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "gzip", "x-gzip":
		r, err = gzip.NewReader(bytes.NewReader(b))
	case "deflate":
		r, err = zlib.NewReader(bytes.NewReader(b))
	case "br":
		return nil, fmt.Errorf("%w: it is compressed by brotli", ErrBroken)
	default:
		return b, nil
	}
	if err != nil {
		return b, nil
	}
	defer r.Close()
	out, err := within(r, max)
	if err != nil && len(out) == 0 {
		return nil, err
	}
	return out, nil
}
