package store

import (
	"fmt"
	"math"
	"testing"

	"broadsheet/articles"
)

// TestRelatedOfLabelledEvents asks what the stories of labelled events lead to,
// hidden among 20,000 others, and how far the first nine of these and of others
// are spread.
func TestRelatedOfLabelledEvents(t *testing.T) {
	labelled := corpus(t, "ecbplus/docs.jsonl.gz", "gzip", "-dc")
	all := append(labelled[:len(labelled):len(labelled)], corpus(t, "haystack/docs.jsonl.xz", "xz", "-dc")[:20000]...)
	l := shelved(t, all, nil, nil)
	event, size := map[articles.ID]string{}, map[string]int{}
	id := func(i int) articles.ID { return articles.ID(fmt.Sprintf("stories#%d", i+1)) }
	for i, one := range labelled {
		if one.Event != "" {
			event[id(i)] = one.Event
			size[one.Event]++
		}
	}
	var ndcg, precision, asked float64
	for i := range labelled {
		e, others := event[id(i)], size[event[id(i)]]-1
		if e == "" || others < 1 {
			continue
		}
		leads, err := l.Related(t.Context(), id(i), 100)
		if err != nil {
			t.Fatal(err)
		}
		gain, ideal, sum := 0., 0., 0.
		for k := range min(5, others) {
			ideal += 1 / math.Log2(float64(k)+2)
		}
		hits, at := 0., 0
		for _, other := range withCopies(leads) {
			if event[other] == e {
				hits++
				sum += hits / float64(at+1)
				if at < 5 {
					gain += 1 / math.Log2(float64(at)+2)
				}
			}
			if at++; at == 100 {
				break
			}
		}
		ndcg, precision, asked = ndcg+gain/ideal, precision+sum/float64(others), asked+1
	}
	t.Logf("nDCG@5 %.4f, MAP %.4f over %.0f stories", ndcg/asked, precision/asked, asked)
	if ndcg/asked < .975 || precision/asked < .955 {
		t.Errorf("nDCG@5 %.4f and MAP %.4f are below .975 and .955", ndcg/asked, precision/asked)
	}
	outlets, days := spreadOf(t, l, len(labelled), len(all), 17, id)
	t.Logf("of the first nine %.3f are of different outlets and %.3f of different days", outlets, days)
	if outlets < .72 {
		t.Errorf("of the first nine only %.3f are of different outlets; without spreading .69 were", outlets)
	}
}

// withCopies is the stories of some leads with their copies.
func withCopies(leads []articles.Lead) (all []articles.ID) {
	for _, lead := range leads {
		all = append(append(all, lead.Headline.ID), lead.Copies...)
	}
	return all
}

// spreadOf is which part of the first nine similar stories is of different
// outlets and days, on the mean of every some-th story.
func spreadOf(t *testing.T, l *Library, from, to, step int, id func(int) articles.ID) (outlets, days float64) {
	n := 0.
	for i := from; i < to; i += step {
		leads, err := l.Related(t.Context(), id(i), 20)
		if err != nil {
			t.Fatal(err)
		}
		sources, dates, shown := map[string]bool{}, map[string]bool{}, 0
		for _, lead := range leads {
			if lead.Kind == articles.Similar && shown < spreadShown {
				shown++
				sources[lead.Headline.Source], dates[lead.Headline.Published.Day()] = true, true
			}
		}
		if shown == spreadShown {
			n++
			outlets += float64(len(sources)) / spreadShown
			days += float64(len(dates)) / spreadShown
		}
	}
	return outlets / n, days / n
}
