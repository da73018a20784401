package store

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

func TestTheTextsUsedLastAreKept(t *testing.T) {
	var kept texts
	reads := 0
	text := func(c *cache, row uint32) string {
		t.Helper()
		got, err := kept.of(textKey{c, row}, func() (string, error) {
			reads++
			return fmt.Sprintf("text %d of %p", row, c), nil
		})
		if err != nil || got != fmt.Sprintf("text %d of %p", row, c) {
			t.Fatalf("row %d: %q, %v", row, got, err)
		}
		return got
	}
	a, b := &cache{}, &cache{dir: "another"}
	for range 3 {
		text(a, 1)
		text(b, 1) // the same row is another story there
	}
	if reads != 2 {
		t.Errorf("two texts were read %d times", reads)
	}
	for row := range uint32(keptTexts) {
		text(a, 100+row)
	}
	reads = 0
	if text(a, 100); reads != 0 {
		t.Error("a text used lately was read again")
	}
	if text(a, 1); reads != 1 || len(kept.held) != keptTexts || len(kept.order) != keptTexts {
		t.Errorf("%d texts are kept", len(kept.held))
	}
}

func TestATextThatIsLongOrCannotBeReadIsNotKept(t *testing.T) {
	var kept texts
	long := strings.Repeat("a", longText+1)
	if got, err := kept.of(textKey{row: 1}, func() (string, error) { return long, nil }); got != long || err != nil {
		t.Error(len(got), err)
	}
	broken := errors.New("broken")
	if _, err := kept.of(textKey{row: 2}, func() (string, error) { return "", broken }); err != broken {
		t.Error(err)
	}
	if len(kept.held) != 0 {
		t.Errorf("%d are kept", len(kept.held))
	}
}
