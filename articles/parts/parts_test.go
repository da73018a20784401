package parts

import (
	"strings"
	"testing"
	"time"
)

// outline writes a message so that a test can read it.
func outline(p *Part) string {
	if len(p.Kids) == 0 {
		return p.Type + "=" + strings.TrimSpace(p.Text())
	}
	var kids []string
	for _, k := range p.Kids {
		kids = append(kids, outline(k))
	}
	return p.Type + "(" + strings.Join(kids, " | ") + ")"
}

const mixed = `From: a@b
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="out"

A preamble.
--out
Content-Type: multipart/alternative; boundary=in

--in
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Caf=C3=A9 is =
open
--in
Content-Type: text/html; charset=iso-8859-1
Content-Transfer-Encoding: base64

PHA+Q2Fm6TwvcD4=
--in--
--out
Content-Type: application/pdf
Content-Disposition: attachment; filename=x.pdf

%PDF
--out--
An epilogue.
`

func TestMessagesAreTakenApart(t *testing.T) {
	for _, c := range []struct{ what, src, want string }{
		{"nested", mixed, "multipart/mixed(multipart/alternative(text/plain=Café is open | text/html=<p>Café</p>) | application/pdf=%PDF)"},
		{"with Windows line ends", strings.ReplaceAll(mixed, "\n", "\r\n"), "multipart/mixed(multipart/alternative(text/plain=Café is open | text/html=<p>Café</p>) | application/pdf=%PDF)"},
		{"plain", "Subject: x\n\nText", "text/plain=Text"},
		{"a mailbox line first", "From a@b Fri Jun  6 11:44:06 2014\nSubject: x\n\nText", "text/plain=Text"},
		{"no header", "Just words, and\nmore of them.", "text/plain=Just words, and\nmore of them."},
		{"header only", "Subject: x\n", "text/plain="},
		{"no boundary named", "Content-Type: multipart/mixed\n\n--zzzzz1\nContent-Type: text/plain\n\nOne\n--zzzzz1--\n", "multipart/mixed(text/plain=One)"},
		{"no boundary at all", "Content-Type: multipart/mixed; boundary=x\n\nText", "text/plain=Text"},
		{"never closed", "Content-Type: multipart/mixed; boundary=x\n\n--x\n\nOne\n--x\n\nTwo", "multipart/mixed(text/plain=One | text/plain=Two)"},
		{"a boundary that begins another", "Content-Type: multipart/mixed; boundary=x\n\n--x\n\nOne\n--xy\nstill\n--x--", "multipart/mixed(text/plain=One\n--xy\nstill)"},
		{"a message within", "Content-Type: message/rfc822\n\nSubject: y\n\nInner", "message/rfc822(text/plain=Inner)"},
		{"a misnamed encoding", "Content-Transfer-Encoding: base64\n\nThis is prose, whatever the header says of it.", "text/plain=This is prose, whatever the header says of it."},
		{"broken quoted-printable", "Content-Transfer-Encoding: quoted-printable\n\n1 = 2 =ZZ =4", "text/plain=1 = 2 =ZZ =4"},
		{"broken base64", "Content-Transfer-Encoding: base64\n\nVGV4\ndA==!!\n", "text/plain=Text"},
		{"a broken type", "Content-Type: text/html;iso-8859-1\n\n<p>", "text/html=<p>"},
		{"an empty type", "Content-Type: ;\n\nText", "text/plain=Text"},
	} {
		if got := outline(Parse([]byte(c.src))); got != c.want {
			t.Errorf("%s: got %s, want %s", c.what, got, c.want)
		}
	}
}

func TestHeadersAreReadAsPeopleReadThem(t *testing.T) {
	p := Parse([]byte("SUBJECT: =?utf-8?q?Caf=C3=A9?= =?iso-8859-1?b?6XTp?=\n and on\nX-Raw: Caf\xe9 bar\nbroken line\nX-After: yes\n\n"))
	for name, want := range map[string]string{"Subject": "Caféété and on", "X-Raw": "Café bar", "X-After": "yes", "X-None": ""} {
		if got := p.Header(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

func TestHostileMessagesCostLittle(t *testing.T) {
	nest := strings.Repeat("Content-Type: multipart/mixed; boundary=x\n\n--x\n", 20000)
	same := "Content-Type: multipart/mixed; boundary=x\n\n" + strings.Repeat("--x\n\na\n", 200000)
	for name, src := range map[string]string{
		"nested": nest, "many parts": same,
		"one header":  strings.Repeat("a: b\n c\n", 200000),
		"folded":      "Subject: x\n" + strings.Repeat(" y\n", 1<<19),
		"long header": "a: " + strings.Repeat("b ", 1<<21),
		"words":       "Subject: " + strings.Repeat("=?utf-8?q?a?= ", 1<<16) + "\n\n",
		"equals":      "Content-Transfer-Encoding: quoted-printable\n\n" + strings.Repeat("= ", 1<<20),
		"messages":    strings.Repeat("Content-Type: message/rfc822\n\n", 20000),
	} {
		start := time.Now()
		p := Parse([]byte(src))
		_ = p.Header("Subject")
		if d := time.Since(start); d > 3*time.Second {
			t.Errorf("%s took %v", name, d)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(mixed))
	f.Add([]byte("Content-Type: message/rfc822\n\nSubject: =?x?q?y?=\n\n"))
	f.Fuzz(func(t *testing.T, src []byte) {
		p := Parse(src)
		p.Walk(func(p *Part) bool {
			_, _ = p.Text(), p.Header("Subject")
			return true
		})
	})
}

func TestTheHeadOfAMessage(t *testing.T) {
	for what, c := range map[string]struct{ src, subject, text string }{
		"blanks before the header":        {"\r\n\n Subject: x\n\nText", "x", "Text"},
		"blanks before prose":             {"\n\n  He said: no.\n", "", "He said: no."},
		"a mark of Unicode first":         {"\xef\xbb\xbfSubject: x\n\nText", "x", "Text"},
		"a blank line with blanks":        {"Subject: x\n \t\nText", "x", "Text"},
		"a line that goes on":             {"Subject: x\n\ty\n z\n\nText", "x y z", "Text"},
		"the first of two":                {"Subject: x\nSubject: y\n\nText", "x", "Text"},
		"a name with a blank is none":     {"Subject: x\nTo whom: y\nSubject : z\n\nText", "x", "Text"},
		"a name of other letters":         {"Subject: x\nÖ: y\n\nText", "x", "Text"},
		"a colon without a name":          {"Subject: x\n: y\n\nText", "x", "Text"},
		"old line ends":                   {"Subject: x\r\n\r\nText", "x", "Text"},
		"a mailbox's line in the text":    {"Subject: x\n\nFrom here on.\nText", "x", "From here on.\nText"},
		"nothing but a line of a mailbox": {"From a@b Fri Jun  6 11:44:06 2014\n", "", ""},
	} {
		p := Parse([]byte(c.src))
		text := strings.TrimSpace(strings.ReplaceAll(p.Text(), "\r", ""))
		if got := p.Header("Subject"); got != c.subject || text != c.text {
			t.Errorf("%s: subject %q, text %q", what, got, text)
		}
	}
}

func TestPartsOfADigestAreMessages(t *testing.T) {
	src := "Content-Type: multipart/digest; boundary=x\n\n--x\n\nSubject: one\n\nOne\n--x\nContent-Type: text/plain\n\nTwo\n--x--"
	if got, want := outline(Parse([]byte(src))), "multipart/digest(message/rfc822(text/plain=One) | text/plain=Two)"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestABoundaryIsGuessedOnlyFromWhatLooksLikeOne(t *testing.T) {
	const head = "Content-Type: multipart/mixed\n\n"
	for src, want := range map[string]string{
		head + "-- \nAda\n":                                  "text/plain=-- \nAda",
		head + "--abcd\nText":                                "text/plain=--abcd\nText", // six signs are too few
		head + "--abcde\n\nText":                             "multipart/mixed(text/plain=Text)",
		head + "--a b c d e\n\nText":                         "text/plain=--a b c d e\n\nText",
		head + strings.Repeat("a\n", 49) + "--abcde\n\nText": "multipart/mixed(text/plain=Text)",
		head + strings.Repeat("a\n", 50) + "--abcde\n\nText": "text/plain=" + strings.Repeat("a\n", 50) + "--abcde\n\nText",
	} {
		if got := outline(Parse([]byte(src))); got != want {
			t.Errorf("%.80q: got %.80s", src, got)
		}
	}
}

func TestAWalkStopsWhereItIsTold(t *testing.T) {
	p := Parse([]byte(mixed))
	for stop, want := range map[string]int{"multipart/mixed": 1, "text/plain": 3, "text/html": 4, "": 5} {
		n := 0
		whole := p.Walk(func(p *Part) bool {
			n++
			return p.Type != stop
		})
		if n != want || whole != (stop == "") {
			t.Errorf("a walk that stops at %q saw %d parts, whole %v; want %d", stop, n, whole, want)
		}
	}
}

func TestWhatIsAttached(t *testing.T) {
	for disposition, want := range map[string]bool{"attachment": true, " ATTACHMENT ; filename=x": true, "inline": false, "": false, "attachments": false} {
		if got := Parse([]byte("Content-Disposition:" + disposition + "\nX: y\n\nText")).Attached(); got != want {
			t.Errorf("%q is attached: %v", disposition, got)
		}
	}
}
