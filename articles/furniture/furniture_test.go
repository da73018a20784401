package furniture

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"broadsheet/articles"
)

const follow = "Get the Ostrel Courier on your doorstep every morning"

// name is an invented name, another for every n.
func name(n int) string {
	var b strings.Builder
	b.WriteString("Tar")
	for range 4 {
		b.WriteByte("bdfgklmnprstv"[n%13])
		b.WriteByte("aeiou"[n%5])
		n /= 5
	}
	return b.String()
}

// story is an invented story with furniture at its end.
func story(n int) articles.Article {
	who := name(n)
	paragraphs := []string{
		"The council of Ostrel heard " + who + " about the trams, the salt road and the well.",
		"The mayor of " + who + ", who had come on foot, would not say why.",
		"He did not elaborate.",
		"Nobody asked about the ferry to " + who + " until the evening, when the lamps were lit.",
		who + " left before the end.",
		follow,
		fmt.Sprintf("%d comments so far", n),
	}
	text := strings.Join(paragraphs, "\n\n")
	return articles.Article{
		Source: "Ostrel Courier", Text: text, Body: text, Lines: []int{1, 3, 5, 7, 9, 11, 13},
		Cuts: []articles.Cut{{Line: 12, EndLine: 12, Class: articles.ClassAdvert, Text: "Advertisement"}},
	}
}

// library counts the lines of n stories.
func library(n int, story func(int) articles.Article) Counts {
	c := Counts{Stories: n, Lines: map[Hash]int{}}
	for i := range n {
		for _, h := range Learn(story(i)) {
			c.Lines[h]++
		}
	}
	return c
}

func TestALineOfManyStoriesIsFurniture(t *testing.T) {
	got := Apply(story(3), library(100, story))
	for _, gone := range []string{follow, "3 comments so far"} {
		if strings.Contains(got.Text, gone) || strings.Contains(got.Body, gone) {
			t.Errorf("%q stayed", gone)
		}
	}
	if !strings.Contains(got.Text, "He did not elaborate.") {
		t.Error("a short sentence within the story went")
	}
	if want := []int{1, 3, 5, 7, 9}; !slices.Equal(got.Lines, want) {
		t.Errorf("lines %v, want %v", got.Lines, want)
	}
	if len(got.Cuts) != 3 || got.Cuts[0].Line != 11 || got.Cuts[0].Class != articles.ClassRepeated || got.Cuts[1].Line != 12 {
		t.Errorf("cuts %+v", got.Cuts)
	}
	if again := Apply(got, library(100, story)); again.Text != got.Text || len(again.Cuts) != len(got.Cuts) {
		t.Error("a second time cut more")
	}
}

func TestFewStoriesTeachNothing(t *testing.T) {
	a := story(1)
	if got := Apply(a, library(3, story)); got.Text != a.Text {
		t.Errorf("three stories taught %q", got.Text)
	}
	if got := Apply(a, Counts{}); got.Text != a.Text {
		t.Error("no stories taught something")
	}
}

func TestCopiesAreNotFurniture(t *testing.T) {
	a := story(1)
	copies := library(50, func(int) articles.Article { return a })
	if got := Apply(a, copies); got.Text != a.Text {
		t.Errorf("fifty copies of one story left %q", got.Text)
	}
}

func TestAParagraphWithoutItsBlockStays(t *testing.T) {
	a := story(2)
	a.Body = "![ferry](ferry.jpg)\n\n" + strings.Replace(a.Body, follow, "**Get** the Ostrel Courier on your [doorstep](https://courier.example) every morning", 1)
	got := Apply(a, library(100, story))
	if !strings.Contains(got.Text, follow) {
		t.Error("the text lost what the body keeps")
	}
	if strings.Contains(got.Body, "comments so far") || !strings.Contains(got.Body, "ferry.jpg") {
		t.Errorf("body %q", got.Body)
	}
}

func TestThresholdGrowsWithTheSource(t *testing.T) {
	for stories, want := range map[int]int{0: 4, 100: 4, 200: 4, 1000: 20, 10_000: 200} {
		if got := Threshold(stories); got != want {
			t.Errorf("Threshold(%d) = %d, want %d", stories, got, want)
		}
	}
}

func BenchmarkApply(b *testing.B) {
	c, a := library(200, story), story(9)
	b.SetBytes(int64(len(a.Text)))
	for b.Loop() {
		Apply(a, c)
	}
}
