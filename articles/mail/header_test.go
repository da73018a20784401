package mail

import (
	"strings"
	"testing"

	"broadsheet/articles"
)

func TestTheSubjectIsTheHeadline(t *testing.T) {
	for in, want := range map[string]string{
		"Pilot heard": "Pilot heard", "Re: Pilot heard": "Pilot heard", "AW: Fwd: WG: Pilot heard": "Pilot heard", "re:Pilot heard": "Pilot heard",
		"TR: RV: SV: VS: ENC: I: PD: Pilot heard": "Pilot heard", "Note: the pilot": "Note: the pilot", "Ostrel: pilot heard": "Ostrel: pilot heard",
		": pilot": ": pilot", "=?utf-8?q?D=C3=A9p=C3=B4t?= rouvert": "Dépôt rouvert",
	} {
		if a := read(t, "From: Ada Orr <a@b.example>\nSubject: "+in+"\n\n"+para+"\n"); a.Title != want {
			t.Errorf("%q is headed %q, want %q", in, a.Title, want)
		}
	}
}

func TestWhatTheHeaderSays(t *testing.T) {
	date := func(a articles.Article) string { return a.Published.String() }
	language := func(a articles.Article) string { return a.Language }
	url := func(a articles.Article) string { return a.URL }
	for _, c := range []struct {
		field string
		of    func(articles.Article) string
		want  string
	}{
		{"Date: Fri, 06 Jun 2014 11:44:06 -0400", date, "2014-06-06T11:44:06-04:00"},
		{"Date: Fri, 6 Jun 14 11:44:06 GMT", date, "2014-06-06T11:44:06Z"},
		{"Date: 2014-06-06 11:44 (sent late)", date, "2014-06-06T11:44"},
		{"Date: on Friday", date, ""},
		{"Received: from mx.example by courier.example; Fri, 6 Jun 2014 11:44:06 +0200", date, "2014-06-06T11:44:06+02:00"},
		{"Received: from mx.example by courier.example", date, ""},
		{"Content-Language: de, fr", language, "de"},
		{"Content-Language: x", language, "en"},
		{"Content-Language: the language of Ostrel", language, "en"},
		{"Archived-At: <https://lists.example/17>", url, "https://lists.example/17"},
	} {
		if got := c.of(read(t, c.field+"\nSubject: Pilot heard\n\n"+para+"\n")); got != c.want {
			t.Errorf("%s: got %q, want %q", c.field, got, c.want)
		}
	}
}

func TestWhichPartIsTheStory(t *testing.T) {
	part := func(head, text string) string { return "--b\n" + head + "\n\n" + text + "\n" }
	const html, plain, pdf = "Content-Type: text/html", "Content-Type: text/plain", "Content-Type: application/pdf"
	const attached = "\nContent-Disposition: attachment; filename=story"
	for what, c := range map[string]struct{ parts, want string }{
		"an attached page, where nothing else is": {part(pdf, "%PDF") + part(html+attached, "<p>"+para+"</p>"), para},
		"an attached text, where nothing else is": {part(plain, " ") + part(plain+attached, para), para},
		"the first of two that are attached":      {part(plain+attached, para) + part(plain+attached, "Another story."), para},
		"what is no text is none":                 {part(pdf+attached, "No.") + part(plain+attached, para), para},
		"what stands there, not what is attached": {part(plain, para) + part(plain+attached, "Another story."), para},
		"two parts that stand there":              {part(plain, para) + part(plain, "He is to be heard again."), para + "\n\nHe is to be heard again."},
		"a blank part and a page":                 {part(html, " ") + part(html, "<p>"+para+"</p>"), para},
		"XHTML":                                   {part("Content-Type: application/xhtml+xml", "<p>"+para+"</p>"), para},
		"enriched text":                           {part("Content-Type: text/enriched", para), para},
	} {
		a := read(t, "From: Ada Orr <a@b.example>\nSubject: Pilot heard\nContent-Type: multipart/mixed; boundary=b\n\n"+c.parts+"--b--\n")
		if a.Text != c.want {
			t.Errorf("%s: %q, want %q", what, a.Text, c.want)
		}
	}
}

func TestWhatIsNoFooterStays(t *testing.T) {
	lines := strings.Repeat("The quay was counted again, plank by plank.\n\n", 13)
	for what, c := range map[string]struct {
		text string
		cuts bool
	}{
		"a signature at the end":           {para + "\n\n-- \nAda Orr", true},
		"one that is far from the end":     {para + "\n\n-- \n" + lines + para, false},
		"a rule of a few signs":            {para + "\n\n____\n" + para, false},
		"a rule of other signs":            {para + "\n\n" + strings.Repeat("_", 30) + "x\n" + para, false},
		"a message that is all signature":  {"-- \n" + para, false},
		"two hyphens in a line of its own": {para + "\n\n-- he said --\n\n" + para, false},
	} {
		a := read(t, "From: Ada Orr <a@b.example>\nSubject: Pilot heard\n\n"+c.text+"\n")
		cut := false
		for _, x := range a.Cuts {
			cut = cut || x.Class == articles.ClassSignOff && strings.Contains(x.Text, "Ada Orr")
		}
		if cut != c.cuts || !strings.Contains(a.Text, "second radar") {
			t.Errorf("%s: text %q, cuts %+v", what, a.Text, a.Cuts)
		}
	}
}

func TestForwardedByOtherPrograms(t *testing.T) {
	for what, c := range map[string]struct{ text, title, authors, date string }{
		"Outlook":             {"-----Original Message-----\nFrom: Ada Orr\nSent: Friday, June 6, 2014 11:44 AM\nTo: Bo\nSubject: RE: Pilot heard\n\n" + para, "Pilot heard", "Ada Orr", "2014-06-06T11:44"},
		"with an address":     {"-----Original Message-----\n*From:* Ada Orr <ada@x.example>\n*Subject:* Pilot heard\n\n" + para, "Pilot heard", "Ada Orr", "2014-06-07T08:00:00Z"},
		"without a subject":   {"---------- Forwarded message\nFrom: Ada Orr <ada@x.example>\n\n" + para, "see below", "Bo Lind", "2014-06-07T08:00:00Z"},
		"not at the head":     {para + para + para + para + "\n\n---------- Forwarded message\nSubject: Another\n\nx", "see below", "Bo Lind", "2014-06-07T08:00:00Z"},
		"a header broken off": {"---------- Forwarded message\nSubject: Pilot heard\n" + para + "\nDate: 2013-01-01\n", "Pilot heard", "Bo Lind", "2014-06-07T08:00:00Z"},
	} {
		a := read(t, "From: Bo Lind <bo@x.example>\nDate: Sat, 7 Jun 2014 08:00:00 +0000\nSubject: see below\n\n"+c.text+"\n")
		if a.Title != c.title || strings.Join(a.Authors, "|") != c.authors || a.Published.String() != c.date || !strings.Contains(a.Text, "second radar") {
			t.Errorf("%s: %q by %q on %s: %.60q", what, a.Title, a.Authors, a.Published, a.Text)
		}
	}
}

// TestAMailThatSaysMuchIsNotItsAttachment reads the words around a forwarded
// message where they are a story themselves.
func TestAMailThatSaysMuchIsNotItsAttachment(t *testing.T) {
	src := func(words string) string {
		return "From: Bo Lind <bo@x.example>\nSubject: my view\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n" + words + "\n--b\nContent-Type: message/rfc822\n\nFrom: Ada Orr <ada@x.example>\nSubject: Pilot heard\n\nHe was heard.\n--b--\n"
	}
	if a := read(t, src(para+" "+para)); a.Title != "my view" || !strings.HasPrefix(a.Text, para) {
		t.Errorf("many words: %q: %q", a.Title, a.Text)
	}
	if a := read(t, src("See below.")); a.Title != "Pilot heard" || a.Text != "He was heard." {
		t.Errorf("few words: %q: %q", a.Title, a.Text)
	}
}
