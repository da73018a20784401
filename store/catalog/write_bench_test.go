package catalog

import "testing"

func BenchmarkCommit(b *testing.B) {
	c := opened(b, b.TempDir())
	next := 1
	for b.Loop() {
		batch := bring(next, 2000)
		for i := range batch.Stories {
			batch.Stories[i].Links, batch.Stories[i].Pages = nil, nil
		}
		next += 2000
		commit(b, c, batch)
	}
}
