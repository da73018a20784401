package index

import (
	"bufio"
	"compress/gzip"
	"context"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// TestSimilarFindsTheStoriesOfOneEvent measures on labelled stories, where they
// are at hand: events come in pairs that look alike.
func TestSimilarFindsTheStoriesOfOneEvent(t *testing.T) {
	if testing.Short() {
		t.Skip("the corpora take minutes under the race detector")
	}
	root := os.Getenv("BROADSHEET_CORPORA")
	if root == "" {
		t.Skip("BROADSHEET_CORPORA is not set")
	}
	f, err := os.Open(filepath.Join(root, "related", "ecbplus", "docs.jsonl.gz"))
	if err != nil {
		t.Skip(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	var docs []Doc
	var events []string
	count := map[string]int{}
	lines := bufio.NewScanner(z)
	for lines.Buffer(nil, 1<<24); lines.Scan(); {
		var story struct{ ID, Event, Date, Title, Body string }
		if err := json.Unmarshal(lines.Bytes(), &story); err != nil {
			t.Fatal(err)
		}
		d := Doc{Key: uint32(len(docs)), ID: story.ID, Title: story.Title, Text: story.Body, Day: NoDay}
		if at, err := time.Parse("2006-01-02", story.Date); err == nil {
			d.Day = int32(at.Unix() / 86400)
		}
		docs, events = append(docs, d), append(events, story.Event)
		count[story.Event]++
	}
	x := open(t, docs...)
	var ndcg, precision, n float64
	for i, event := range events {
		others := count[event] - 1
		if event == "" || others < 1 {
			continue
		}
		near, err := x.Similar(context.Background(), uint32(i), 100)
		if err != nil {
			t.Fatal(err)
		}
		gain, ideal, hits, sum := 0., 0., 0., 0.
		for k := range min(5, others) {
			ideal += 1 / math.Log2(float64(k)+2)
		}
		for k, one := range near {
			if events[one.Key] != event {
				continue
			}
			hits++
			sum += hits / float64(k+1)
			if k < 5 {
				gain += 1 / math.Log2(float64(k)+2)
			}
		}
		ndcg, precision, n = ndcg+gain/ideal, precision+sum/float64(others), n+1
	}
	t.Logf("nDCG@5 %.4f, MAP %.4f over %.0f stories", ndcg/n, precision/n, n)
	if ndcg/n < .98 || precision/n < .96 {
		t.Errorf("nDCG@5 %.4f and MAP %.4f are below .98 and .96", ndcg/n, precision/n)
	}
}
