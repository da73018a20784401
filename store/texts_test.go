package store

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"broadsheet/articles"
)

func TestTheTextsUsedLastAreKept(t *testing.T) {
	kept := keepTexts()
	reads := 0
	text := func(c *cache, commit int64, n int) {
		t.Helper()
		key := textKey{c, commit, articles.ID(fmt.Sprint(n, ".txt"))}
		got, err := kept.of(key, func() (string, error) {
			reads++
			return fmt.Sprint(key), nil
		})
		if err != nil || got != fmt.Sprint(key) {
			t.Fatalf("%v: %q, %v", key, got, err)
		}
	}
	a, b := &cache{}, &cache{dir: "another"}
	for range 3 {
		text(a, 1, 1)
		text(b, 1, 1) // the same name is another story there
		text(a, 2, 1) // and after a change
	}
	if reads != 3 {
		t.Errorf("three texts were read %d times", reads)
	}
	for n := range keptTexts {
		text(a, 1, 100+n)
	}
	reads = 0
	if text(a, 1, 100); reads != 0 {
		t.Error("a text used lately was read again")
	}
	if text(a, 1, 1); reads != 1 || len(kept.held) != keptTexts {
		t.Errorf("%d texts are kept", len(kept.held))
	}
}

func TestATextThatIsLongOrCannotBeReadIsNotKept(t *testing.T) {
	kept := keepTexts()
	long := strings.Repeat("a", longText+1)
	if got, err := kept.of(textKey{id: "1.txt"}, func() (string, error) { return long, nil }); got != long || err != nil {
		t.Error(len(got), err)
	}
	broken := errors.New("broken")
	if _, err := kept.of(textKey{id: "2.txt"}, func() (string, error) { return "", broken }); err != broken {
		t.Error(err)
	}
	if len(kept.held) != 0 {
		t.Errorf("%d are kept", len(kept.held))
	}
}
