package cli

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"testing/synctest"
	"time"

	"broadsheet/store"
	"broadsheet/ui"
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

// TestAnEmptyLibraryIsReadAtOnce asks for its headlines, and then of one that
// holds some.
func TestAnEmptyLibraryIsReadAtOnce(t *testing.T) {
	base := t.TempDir()
	news := filepath.Join(base, "news")
	if err := os.Mkdir(news, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(news, "a.txt"), []byte("Ferry aground\n\nIt ran aground off Karsk.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	a := &app{cacheDir: filepath.Join(base, "cache"), stateDir: filepath.Join(base, "state"), configFile: os.DevNull}
	lib, err := a.openLibrary(t.Context(), []string{news}, false)
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	waits := func() bool {
		t.Helper()
		s := newShelf(lib, func() {})
		if _, err := s.Headlines(t.Context(), ui.View{}, 0, 5); err != nil {
			t.Fatal(err)
		}
		select {
		case <-s.first.told:
			return false
		default:
			return true
		}
	}
	if waits() {
		t.Error("the scan waits for headlines to be drawn that are not read yet")
	}
	if err := lib.Scan(t.Context(), func(store.Progress) {}); err != nil {
		t.Fatal(err)
	}
	if !waits() {
		t.Error("the scan does not wait for the headlines to be drawn")
	}
}
