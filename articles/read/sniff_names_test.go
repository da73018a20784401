package read

import "testing"

func TestSniffLooksBeforeItBelievesTheName(t *testing.T) {
	for _, c := range []struct {
		ext, head string
		want      kind
	}{
		{".txt", "<!DOCTYPE html><html>", kindHTML},
		{".txt", "<!-- saved --> <html>", kindHTML},
		{".json", "<html><body>404</body></html>", kindHTML},
		{".html", "Just words, no markup at all.", kindText},
		{".xml", "Just words.", kindText},
		{".txt", "<rss version='2.0'>", kindFeed},
		{".xml", "<?xml version='1.0'?><!-- x --><!DOCTYPE rss [ <!ENTITY a 'b'> ]><rss>", kindFeed},
		{".xml", "<?xml version='1.0'?><rdf:RDF>", kindFeed},
		{"", "\ufeff{\"title\": 1}", kindJSON},
		{"", "{\"a\": 1}\n{\"a\": 2}\n", kindJSONL},
		{".json", "{\"a\": 1}\n{\"a\": 2}\n", kindJSONL},
		{".json", "{\n \"a\": 1}", kindJSON},
		{".txt", "[Editor's note: this was moved.]", kindText},
		{".txt", "{curly} words open this story", kindText},
		{".md", "[link](x) opens this note", kindMarkdown},
		{".md", "{{template}} opens this note", kindMarkdown},
		{".txt", "---\ntitle: A\n---\nText", kindMarkdown},
		{".txt", "---\nA scrape that opens with a rule.\n---\n", kindText},
		{".txt", "From: the desk\nTo: all readers\nSubject: none\n\nA scrape", kindText},
		{".txt", "Return-Path: <a@b>\nFrom: a\nTo: b\nSubject: c\n\nA mail", kindMail},
		{".txt", "<p>One</p><p>Two</p>", kindHTML},
		{".txt", "<b>Bold</b> words <i>and</i> <b>more</b>", kindHTML},
		{".txt", "<3 this story", kindText},
		{".csv", "title,text\n", kindCSV},
		{"", "title,text,date,author\nA,B,C,D\n", kindCSV},
		{".txt", "\ufeffid;title;published;url\n1;A;2014-06-06;x\n", kindCSV},
		{"", "1402052646\tDepot fire\thttps://courier.example/d\t\t\t17\tAda Orr\n", kindCSV},
		{"", "title,text,date,author", kindText},
		{".txt", "Text, author, title\nand nothing else came of the evening.", kindText},
		{".txt", "Title, date and author of the letter\nare not known.", kindText},
		{".txt", "Fog, rain, hail\nA headline of three words.", kindText},
		{".md", "title,text,date\nA,B,C\n", kindMarkdown},
	} {
		got, err := sniff([]byte(c.head), c.ext)
		if err != nil || got != c.want {
			t.Errorf("sniff(%q, %q) = %v, %v; want %v", c.head, c.ext, got, err, c.want)
		}
	}
}
