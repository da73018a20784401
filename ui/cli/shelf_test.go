package cli

import (
	"context"
	"testing"
	"testing/synctest"
	"time"
)

// TestAScanLetsTheFirstHeadlinesBeDrawn counts the time on a clock that moves
// only when all wait.
func TestAScanLetsTheFirstHeadlinesBeDrawn(t *testing.T) {
	for name, c := range map[string]struct {
		headlines time.Duration // are drawn so long after the start
		want      time.Duration
	}{
		"headlines at once":      {0, 0},
		"headlines after a time": {100 * time.Millisecond, 100 * time.Millisecond},
		"headlines never":        {time.Hour, firstWait},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				f := &first{told: make(chan struct{})}
				begun := time.Now()
				time.AfterFunc(c.headlines, f.done)
				f.wait(t.Context())
				if got := time.Since(begun); got != c.want {
					t.Errorf("the scan began after %v, want %v", got, c.want)
				}
				f.done() // again: that changes nothing
			})
		})
	}
}

func TestAScanThatIsNoLongerWantedDoesNotWait(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		begun := time.Now()
		(&first{told: make(chan struct{})}).wait(ctx)
		if waited := time.Since(begun); waited != 0 {
			t.Error("waited", waited)
		}
	})
}
