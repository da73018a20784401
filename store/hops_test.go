package store

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"broadsheet/articles"
)

// linking says which leads of a story name a page that both link to.
func linking(t *testing.T, l *Library, id articles.ID) (all []string) {
	t.Helper()
	leads, err := l.Related(t.Context(), id, 20)
	if err != nil {
		t.Fatal(err)
	}
	for _, lead := range leads {
		if strings.HasPrefix(lead.Joint, "both link to") {
			all = append(all, fmt.Sprintf("%s %s: %s", lead.Kind, lead.Headline.ID, lead.Joint))
		}
	}
	return all
}

// unlike are stories that have no word in common.
func unlike() []string {
	return []string{
		"Night trams ran late through Vasska.", "A choir sings Fridays beneath empty courts.",
		"Herring costs more than bread.", "Snow closed mountain roads again.", "Painters finished three murals.",
	}
}

func TestStoriesThatLinkToTheSamePageAreRelated(t *testing.T) {
	say := unlike()
	h := newHome(t)
	h.write("a.txt", "title: Trams|source: Vasska Post||"+say[0]+" See [it](https://www.harbour.example/log/7/?utm_source=post#top).")
	h.write("b.txt", "title: Choir|source: Tarrovia Wire||"+say[1]+" More: http://harbour.example/log/7.")
	h.write("c.txt", "title: Fish|source: Ostrel Courier||"+say[2]+" From [its front](https://harbour.example/).")
	h.write("d.txt", "title: Snow|source: Vasska Post||"+say[3]+" ![Log](https://harbour.example/log/7)")
	h.write("e.txt", "title: Walls|source: harbour.example||"+say[4]+" https://harbour.example/log/7")
	l := h.scanned()
	want := []string{"similar b.txt: both link to harbour.example/log/7"}
	if got := linking(t, l, "a.txt"); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if got := linking(t, l, "e.txt"); got != nil {
		t.Errorf("a story that links to its own site: %q", got)
	}
	// The story that linked there is written anew and does so no more.
	h.write("b.txt", "title: Choir|source: Tarrovia Wire||"+say[1]+" No more than that was known on Friday.")
	scanLibrary(t, l)
	if got := linking(t, l, "a.txt"); got != nil {
		t.Errorf("after the link went: %q", got)
	}
}

func TestAPageThatManyStoriesLinkToJoinsNone(t *testing.T) {
	h := newHome(t)
	for i := range 40 {
		to := fmt.Sprintf("https://harbour.example/log/%d", i/2)
		if i%2 == 0 {
			to = "https://shop.example/mugs"
		}
		if i < fewLinking {
			to += " https://court.example/ruling"
		}
		h.write(fmt.Sprintf("%02d.txt", i), fmt.Sprintf("title: Story %d||%s", i, "w"+strings.Repeat("o", i)+"rd "+to))
	}
	l := h.scanned()
	if got := linking(t, l, "00.txt"); len(got) != fewLinking-1 || strings.Contains(strings.Join(got, ""), "shop") {
		t.Errorf("%d: %q", len(got), got)
	}
	if got := linking(t, l, "20.txt"); got != nil {
		t.Errorf("by a page that half of the library links to: %q", got)
	}
	h.write("40.txt", "title: Story 40||One more https://court.example/ruling")
	scanLibrary(t, l)
	if got := linking(t, l, "00.txt"); got != nil {
		t.Errorf("by a page that %d stories link to: %q", fewLinking+1, got)
	}
}

func TestCopiesThatLinkToAPageCountOnce(t *testing.T) {
	h := newHome(t)
	text := "The pilot who had the watch told the inquiry what he saw there, and the second radar had been out of order since spring, he said. https://court.example/ruling"
	for i := range 2 * fewLinking {
		h.write(fmt.Sprintf("copy%02d.txt", i), "title: The pilot tells of it||"+text)
	}
	h.write("a.txt", "title: Choir||"+unlike()[1]+" https://court.example/ruling")
	for i := range 40 {
		h.write(fmt.Sprintf("x%02d.txt", i), fmt.Sprintf("title: Number %d||Nothing.", i))
	}
	if got := linking(t, h.scanned(), "a.txt"); len(got) != 1 {
		t.Errorf("%q: the copies are one story", got)
	}
}

func TestMoreThanOnePageInCommonCountsMore(t *testing.T) {
	say := unlike()
	h := newHome(t)
	h.write("a.txt", "title: Trams||"+say[0]+" https://a.example/one https://b.example/two")
	h.write("b.txt", "title: Choir||"+say[1]+" https://b.example/two")
	h.write("c.txt", "title: Fish||"+say[2]+" https://a.example/one https://b.example/two")
	for i := range 20 {
		h.write(fmt.Sprintf("x%02d.txt", i), fmt.Sprintf("title: Number %d||Nothing.", i))
	}
	got := linking(t, h.scanned(), "a.txt")
	want := []string{"similar c.txt: both link to a.example/one", "similar b.txt: both link to b.example/two"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
