//go:build unix

package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// harbour writes a small library of invented stories that name each other, and
// returns its folder.
func harbour(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "harbour")
	// Long enough to scroll; two stories with the same witnesses would be copies.
	long := func(n int, testimony string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, testimony+"\n\n", i+1)
		}
		return b.String()
	}
	for name, text := range map[string]string{
		"ferry.txt": "Ferry runs aground off Karsk\n\nFerry runs aground off Karsk\nMon Jun 2, 2014 06:12:00\n\n" +
			"The morning ferry from Ostrel ran aground on the Teal Bank off Karsk in fog. All 212 passengers were taken off by noon.\n\n" + long(20, "Witness %d told the inquiry what the ferry had looked like from the quay at Karsk, and how the fog bell of Ostrel had sounded twice.") +
			"BA/BA\n\n" + `string(99) "[{"id":"7","pic":"/2014/06/03/a.jpg","title":"Pilot had no second radar"} ,{"id":"8","pic":"/2014/05/01/b.jpg","title":"Harbour lights to be counted by hand"} ]"` + "\n",
		"radar.md": "---\ntitle: Pilot had no second radar\ndate: 2014-06-03\nsource: Vasska Post\n---\n\n" +
			"The pilot of the ferry told the harbour master of Karsk that the second radar had been dead since April.\n\n" + long(18, "Page %d of the log, which the pilot read aloud, names a spare part, the day it was asked for and the clerk who had never heard of it.") +
			"## Related\n\n- [Inquiry opens in Ostrel](https://ostrel.example/inquiry)\n",
		"inquiry.html": "<!doctype html><html><head><title>Inquiry opens in Ostrel</title><link rel=canonical href=https://ostrel.example/inquiry>" +
			"<meta property=article:published_time content=2014-06-05></head><body><article><h1>Inquiry opens in Ostrel</h1>" +
			"<p>The harbour inquiry opened in Ostrel on Thursday with the pilot, the harbour master and a box of wet papers.</p>" +
			"<p>It will hear forty witnesses in three weeks, its chair said, and will not sit on Fridays because the court room is let to a choir.</p>" +
			"<p>The ferry is still on the Teal Bank, where a tug visits it twice a day and the people of Karsk once.</p></article></body></html>",
		"library.txt": "Library bill passes by one vote\n\nThe parliament of Vasska passed the library bill on Tuesday by one vote after a night of amendments, most of them about chairs.\n",
	} {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}
