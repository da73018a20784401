package mail

import (
	"errors"
	"strings"
	"testing"
	"time"

	"broadsheet/articles"
)

const para = "The pilot of the ferry that ran aground off Karsk told the inquiry on Friday that the second radar had been out of order since the spring, and that he had written about it twice."

func read(t *testing.T, src string) articles.Article {
	t.Helper()
	a, err := Read([]byte(src), Options{})
	if err != nil {
		t.Fatalf("%q: %v", src, err)
	}
	return a
}

func TestAMailIsAStory(t *testing.T) {
	a := read(t, "Message-ID: <17@courier.example>\nFrom: =?utf-8?q?Ada_=C3=96rr?= <ada@courier.example>\nSubject: Fwd: FW: Pilot heard\nDate: Fri, 6 Jun 2014 11:44:06 +0200 (CEST)\n\n"+para+"\n\nHe is to be heard again.\n")
	for what, pair := range map[string][2]string{
		"title": {a.Title, "Pilot heard"}, "id": {a.PublisherID, "17@courier.example"},
		"published": {a.Published.String(), "2014-06-06T11:44:06+02:00"},
		"authors":   {strings.Join(a.Authors, "|"), "Ada Örr"},
		"text":      {a.Text, para + "\n\nHe is to be heard again."},
	} {
		if pair[0] != pair[1] {
			t.Errorf("%s: got %q, want %q", what, pair[0], pair[1])
		}
	}
}

func TestWhoWroteAndWhichOutletSent(t *testing.T) {
	for _, c := range []struct{ head, authors, source string }{
		{"From: Ada Orr <ada@x.example>", "Ada Orr", ""},
		{"From: Ostrel Courier <newsletter@courier.example>", "", "Ostrel Courier"},
		{"From: Ostrel Courier <post@courier.example>\nList-Unsubscribe: <mailto:x@y>", "", "Ostrel Courier"},
		{"From: Ada Orr from Harbour Letter <ada@letters.example>\nList-Id: x <x.y>", "Ada Orr", "Harbour Letter"},
		{"From: Ada Orr at the Ostrel Courier <ada@courier.example>", "Ada Orr", "the Ostrel Courier"},
		{"From: news@courier.example", "", "courier.example"},
		{"From: Ada Orr <ada@x.example>\nList-Id: Harbour list <h.lists.example>", "", "Ada Orr"},
		{"From: \"Orr, Ada\" <broken", "Orr, Ada", ""},
	} {
		a := read(t, c.head+"\nSubject: Pilot heard\n\n"+para+"\n")
		if got := strings.Join(a.Authors, "|"); got != c.authors || a.Source != c.source {
			t.Errorf("%q: authors %q, source %q", c.head, got, a.Source)
		}
	}
}

func TestTheRicherPartIsRead(t *testing.T) {
	src := "From: Ostrel Courier <news@courier.example>\nSubject: The harbour letter\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n" +
		"--b\nContent-Type: text/plain\n\nRead this on the web.\n--b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n" +
		"<html><body><table><tr><td><h1>The harbour letter</h1><p>" + para + "</p><p>He is to be heard again on Monday, when the court sits=\n at nine.</p></td></tr></table></body></html>\n--b--\n"
	a := read(t, src)
	if !strings.Contains(a.Text, para) || !strings.Contains(a.Text, "sits at nine.") || strings.Contains(a.Text, "<") {
		t.Errorf("got %q", a.Text)
	}
}

func TestWhatIsUnderAMailIsCut(t *testing.T) {
	for what, foot := range map[string]string{
		"signature":    "-- \nAda Orr\nHarbour desk",
		"mailing list": "_______________________________________________\nHarbour mailing list\nhttps://lists.example/harbour",
	} {
		a := read(t, "From: Ada Orr <a@b>\nSubject: Pilot heard\n\n"+para+"\n\n"+foot+"\n")
		if a.Text != para {
			t.Errorf("%s: %q", what, a.Text)
		}
		found := false
		for _, c := range a.Cuts {
			found = found || strings.Contains(c.Text, "arbour")
		}
		if !found {
			t.Errorf("%s: the cut is not recorded: %+v", what, a.Cuts)
		}
	}
}

func TestAForwardedStoryIsItsWriters(t *testing.T) {
	a := read(t, "From: Bo Lind <bo@x.example>\nSubject: worth reading\n\n---------- Forwarded message ---------\nFrom: Ada Orr <ada@courier.example>\nDate: Fri, 6 Jun 2014 at 11:44\nSubject: Pilot heard\nTo: <bo@x.example>\n\n"+para+"\n")
	if a.Title != "Pilot heard" || strings.Join(a.Authors, "") != "Ada Orr" || a.Text != para {
		t.Errorf("got %+v", a)
	}
	a = read(t, "From: Bo Lind <bo@x.example>\nSubject: see attached\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nSee below.\n--b\nContent-Type: message/rfc822\n\nFrom: Ada Orr <ada@courier.example>\nSubject: Pilot heard\n\n"+para+"\n--b--\n")
	if a.Title != "Pilot heard" || strings.Join(a.Authors, "") != "Ada Orr" || a.Text != para {
		t.Errorf("got %+v", a)
	}
}

func TestFlowedLinesAreJoined(t *testing.T) {
	a := read(t, "From: Ada Orr <a@b>\nSubject: Pilot heard\nContent-Type: text/plain; format=flowed\n\n"+strings.ReplaceAll(para, "inquiry on", "inquiry \non")+"\n")
	if a.Text != para {
		t.Errorf("got %q", a.Text)
	}
}

func TestAMailWithoutAnythingIsNoStory(t *testing.T) {
	if _, err := Read([]byte("From: a@b\n\n"), Options{}); !errors.Is(err, ErrNoStory) {
		t.Errorf("got %v", err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("From: A from B <a@b>\nSubject: re: x\n\n---------- Forwarded message\nSubject: y\n\nz\n-- \nq"))
	f.Add([]byte("Content-Type: multipart/alternative\n\n--bbbbb\nContent-Type: text/html\n\n<p>x\n--bbbbb--"))
	f.Fuzz(func(t *testing.T, src []byte) {
		if len(src) > 1<<14 {
			return
		}
		start := time.Now()
		_, _ = Read(src, Options{})
		if time.Since(start) > 10*time.Second {
			t.Error("too slow")
		}
	})
}

func TestANewsletterNamesItsOtherStoriesAndNothingElse(t *testing.T) {
	src := "From: The Lantern <letter@lantern.example>\nSubject: The pilot speaks\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n" +
		"<html><body><table><tr><td><a href='https://lantern.example/view/1'>View this email in your browser</a></td></tr><tr><td><h1>The pilot speaks</h1><p>" + para + "</p><p>" + para[:80] + ", he said again on Monday.</p>" +
		"<h3>Also in this issue</h3><ul><li><a href='https://lantern.example/2014/06/salt-road'>Salt road to reopen after the winter</a></li><li><a href='https://lantern.example/2014/06/trams'>Night trams return to Karsk</a></li></ul></td></tr>" +
		"<tr><td>You are receiving this because you asked to.<br><a href='https://lantern.example/u'>Unsubscribe</a> | <a href='https://lantern.example/p'>Update your preferences</a></td></tr></table></body></html>\n"
	a := read(t, src)
	var titles []string
	for _, l := range a.Related {
		titles = append(titles, l.Title)
	}
	if got, want := strings.Join(titles, "|"), "Salt road to reopen after the winter|Night trams return to Karsk"; got != want {
		t.Errorf("related %q, want %q", got, want)
	}
	if strings.Contains(a.Text, "Also in this issue") || strings.Contains(a.Text, "preferences") || !strings.HasSuffix(a.Text, "again on Monday.") {
		t.Errorf("text %q", a.Text)
	}
	if a.Language != "en" {
		t.Errorf("language %q", a.Language)
	}
}
