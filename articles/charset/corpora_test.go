package charset

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestCorpora measures against labelled texts, where there are any.
func TestCorpora(t *testing.T) {
	if testing.Short() {
		t.Skip("the corpora take minutes under the race detector")
	}
	root := os.Getenv("BROADSHEET_CORPORA")
	if root == "" {
		t.Skip("BROADSHEET_CORPORA names no folder")
	}
	files, err := filepath.Glob(filepath.Join(root, "text-dev", "*.raw.txt"))
	if err != nil || len(files) == 0 {
		t.Fatal("no labelled texts: ", err)
	}
	right := 0
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		label, err := os.ReadFile(strings.TrimSuffix(file, ".raw.txt") + ".gold.json")
		if err != nil {
			t.Fatal(err)
		}
		var gold struct{ Encoding string }
		if err := json.Unmarshal(label, &gold); err != nil {
			t.Fatal(err)
		}
		text, name := Decode(src, "")
		_, changed := Repair(text)
		if name == gold.Encoding {
			right++
		} else {
			t.Logf("%s: read as %s, is %s", filepath.Base(file), name, gold.Encoding)
		}
		if changed {
			t.Logf("%s: repaired", filepath.Base(file))
		}
	}
	t.Logf("%d of %d encodings right", right, len(files))
	if right*100 < len(files)*99 {
		t.Errorf("%d of %d encodings right", right, len(files))
	}
}
