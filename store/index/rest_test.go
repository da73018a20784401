package index

import (
	"context"
	"sync"
	"testing"
)

// TestAnIndexThatRestedAnswersAsBefore lets it rest while others search.
func TestAnIndexThatRestedAnswersAsBefore(t *testing.T) {
	var docs []Doc
	for i := range 300 {
		docs = append(docs, Doc{Key: uint32(i + 1), ID: string(rune('a' + i%26)), Title: "Ferry", Text: "The ferry of Karsk."})
	}
	x := open(t, docs...)
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			for range 50 {
				x.Rest()
				got, err := x.Search(context.Background(), parse(t, "karsk ferry"), SearchOptions{N: 5})
				if err != nil || got.Total != len(docs) || len(got.Hits) != 5 {
					t.Errorf("%d hits of %d, %v", len(got.Hits), got.Total, err)
					return
				}
			}
		})
	}
	group.Wait()
	if err := x.Verify(context.Background()); err != nil {
		t.Error(err)
	}
}
