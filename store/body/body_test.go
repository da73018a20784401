package body

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"broadsheet/articles"
)

func date(t testing.TB, s string) articles.Date {
	t.Helper()
	d, err := articles.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func full(t testing.TB) articles.Article {
	return articles.Article{
		Format: articles.FormatHTML, Title: "Ferry runs aground off Karsk", Dek: "Nobody was hurt",
		Authors: []string{"Ilse Marn", "Bo Tarrin"}, Source: "Ostrel Courier", Section: "Coast",
		Published: date(t, "2014-06-06T11:44:06+02:00"), Modified: date(t, "2014-06"),
		Language: "en", URL: "https://courier.example/ferry", Image: "ferry.jpg", Tags: []string{"sea"},
		PublisherID: "1578533", Body: "**The ferry** ran aground.", Text: "The ferry ran aground.",
		Lines: []int{3, 7, 8}, Warnings: []string{"declared latin-1, was not"},
		Related: []articles.Link{{Title: "Inquiry opens", URL: "/i", ID: "2", Image: "i.jpg", Published: date(t, "2014")}},
		Cuts:    []articles.Cut{{Line: 1, EndLine: 2, Start: 3, End: 9, Class: articles.ClassByline, Text: "By Ilse Marn"}},
	}
}

func TestAStoryComesBackAsItWas(t *testing.T) {
	plain := articles.Article{Title: "Trams return", Body: "Trams run.", Text: "Trams run."}
	for _, want := range []articles.Article{{}, plain, full(t)} {
		got, err := Decode(Append(nil, &want))
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("got  %+v, %v\nwant %+v", got, err, want)
		}
	}
}

func TestEveryFieldOfAnArticleIsKept(t *testing.T) {
	// A field that is added to Article must be added here, or be named as one
	// that belongs to the place and not to the story.
	want := full(t)
	v := reflect.ValueOf(want)
	for i := range v.NumField() {
		name := v.Type().Field(i).Name
		if v.Field(i).IsZero() && name != "ID" && name != "Path" {
			t.Errorf("the test knows nothing of Article.%s", name)
		}
	}
}

func TestBlocksHoldManyStoriesAndGiveOne(t *testing.T) {
	w, err := NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	r, err := NewReader(nil)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	type at struct{ block, slot int }
	var blocks [][]byte
	var where []at
	for i := range 200 {
		a := full(t)
		a.Title = fmt.Sprintf("Story %d", i)
		if i == 77 {
			a.Text = strings.Repeat("long ", fullBlock)
		}
		slot, done := w.Add(&a)
		where = append(where, at{len(blocks), slot})
		if done {
			blocks = append(blocks, w.Finish())
		}
	}
	blocks = append(blocks, w.Finish())
	if len(blocks) < 4 {
		t.Errorf("%d blocks", len(blocks))
	}
	for i, p := range where {
		a, err := story(r, blocks[p.block], p.slot)
		if err != nil || a.Title != fmt.Sprintf("Story %d", i) {
			t.Fatalf("story %d: %q, %v", i, a.Title, err)
		}
	}
	holds(t, r, blocks[0], perBlock)
}

func story(r *Reader, packed []byte, slot int) (articles.Article, error) {
	b, err := r.Unpack(packed)
	if err != nil {
		return articles.Article{}, err
	}
	return b.Story(slot)
}

// holds checks that a block holds n stories and no more.
func holds(t *testing.T, r *Reader, packed []byte, n int) {
	t.Helper()
	for slot := range n {
		if _, err := story(r, packed, slot); err != nil {
			t.Errorf("story %d of %d: %v", slot, n, err)
		}
	}
	if _, err := story(r, packed, n); !errors.Is(err, ErrDamaged) {
		t.Errorf("a slot that is not there: %v", err)
	}
}

func TestADamagedBlockIsAnError(t *testing.T) {
	w, _ := NewWriter(nil)
	r, _ := NewReader(nil)
	defer r.Close()
	a := full(t)
	w.Add(&a)
	block := w.Finish()
	for i := range block {
		bad := bytes.Clone(block)
		bad[i] ^= 0x55
		if got, err := story(r, bad, 0); err == nil && !reflect.DeepEqual(got, a) {
			t.Fatalf("byte %d turned and nobody saw", i)
		}
		if _, err := story(r, block[:i], 0); err == nil {
			t.Fatalf("cut at %d and nobody saw", i)
		}
	}
}

func FuzzDecodeOfAnythingIsAnErrorOrAStory(f *testing.F) {
	a := full(f)
	f.Add(Append(nil, &a))
	f.Add([]byte{version})
	f.Fuzz(func(t *testing.T, src []byte) {
		a, err := Decode(src)
		if err != nil {
			return
		}
		again, err := Decode(Append(nil, &a))
		if err != nil || !reflect.DeepEqual(a, again) {
			t.Fatalf("%+v\n%+v\n%v", a, again, err)
		}
	})
}

func TestADictionaryMakesBlocksSmallerAndIsAskedFor(t *testing.T) {
	stories := func(w *Writer, from, n int) (blocks [][]byte, slots []int) {
		for i := from; i < from+n; i++ {
			a := full(t)
			a.Title = fmt.Sprintf("Story %d", i)
			a.Text = ""
			for k := range 300 {
				a.Text += fmt.Sprintf("Words of Ostrel and Karsk, %d. ", (i*7919+k*104729)%9973)
			}
			slot, full := w.Add(&a)
			slots = append(slots, slot)
			if full {
				blocks = append(blocks, w.Finish())
			}
		}
		return append(blocks, w.Finish()), slots
	}
	size := func(blocks [][]byte) (n int) {
		for _, b := range blocks {
			n += len(b)
		}
		return n
	}
	plain, _ := NewWriter(nil)
	first, slots := stories(plain, 0, 60)
	dictionary := plain.Sample()
	if dictionary == nil || plain.Taught() {
		t.Fatal("no dictionary")
	}
	larger, _ := stories(plain, 100, 60)
	taught, err := NewWriter(dictionary)
	if err != nil {
		t.Fatal(err)
	}
	small, _ := stories(taught, 100, 60)
	if 5*size(small) > 4*size(larger) || !taught.Taught() || taught.Sample() != nil {
		t.Errorf("%d bytes with, %d without", size(small), size(larger))
	}
	without, _ := NewReader(nil)
	if _, err := story(without, small[0], 0); !errors.Is(err, ErrDictionary) {
		t.Error(err)
	}
	with, err := NewReader(dictionary)
	if err != nil {
		t.Fatal(err)
	}
	for i, blocks := range [][][]byte{first, small} {
		n := 100 * i
		for _, block := range blocks {
			for slot := 0; n < 100*i+60; slot++ {
				a, err := story(with, block, slot)
				if err != nil {
					break // the next is in the next block
				}
				if want := fmt.Sprintf("Story %d", n); a.Title != want || !strings.HasPrefix(a.Text, "Words of Ostrel and Karsk, ") {
					t.Fatalf("got %q, want %q", a.Title, want)
				}
				n++
			}
		}
		if n != 100*i+60 {
			t.Errorf("%d stories came back", n-100*i)
		}
	}
	if slots[0] != 0 {
		t.Error(slots)
	}
	few, _ := NewWriter(nil)
	stories(few, 0, 20)
	if few.Sample() != nil {
		t.Error("a dictionary of a handful")
	}
}
