package catalog

import (
	"context"
	"testing"

	"broadsheet/articles"
)

// TestTraitsOfEveryStoryAreTold has more stories than are told of at once, and
// rows that are missing.
func TestTraitsOfEveryStoryAreTold(t *testing.T) {
	c := opened(t, t.TempDir())
	const first, n = 7, 2*traitsAtOnce + 100
	b := bring(first, n)
	want := map[uint32]Trait{}
	for i := range b.Stories {
		s := &b.Stories[i]
		for k, date := range []string{"2014-06-06T11:44:06", "2014", "2014-06", ""} {
			if i%4 == k && date != "" {
				s.Headline.Published, _ = articles.ParseDate(date)
			}
		}
		s.Headline.Language = []string{"en", "", "sr Latn", "pl", "lang with  blanks "}[i%5]
		month := s.Headline.Published.String()
		want[s.Row] = Trait{s.Row, month[:min(7, len(month))], s.Headline.Language}
	}
	commit(t, c, b)
	gone := int64(first + traitsAtOnce)
	commit(t, c, Batch{Gone: []int64{gone}})
	delete(want, uint32(gone))

	for got, err := range c.Traits(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		if got != want[got.Row] {
			t.Fatalf("row %d is %+v, want %+v", got.Row, got, want[got.Row])
		}
		delete(want, got.Row)
	}
	if len(want) > 0 {
		t.Errorf("%d are missing", len(want))
	}

	told := 0
	for range c.Traits(t.Context()) {
		if told++; told == 3 {
			break
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, err := range c.Traits(ctx) {
		if err == nil {
			t.Fatal("a question that was given up is answered")
		}
	}
}

func TestAnEmptyCatalogueHasNoTraits(t *testing.T) {
	for got, err := range opened(t, t.TempDir()).Traits(t.Context()) {
		t.Error(got, err)
	}
}
