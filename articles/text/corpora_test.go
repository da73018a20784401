package text

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"broadsheet/articles/charset"
)

// rawTexts unpacks the unlabelled texts that BROADSHEET_CORPORA holds, and
// returns their files.
func rawTexts(t *testing.T) []string {
	t.Helper()
	if testing.Short() {
		t.Skip("the corpora take minutes under the race detector")
	}
	root := os.Getenv("BROADSHEET_CORPORA")
	if root == "" {
		t.Skip("BROADSHEET_CORPORA names no folder")
	}
	dir := t.TempDir()
	if out, err := exec.Command("tar", "-C", dir, "-xJf", filepath.Join(root, "text-raw.tar.xz")).CombinedOutput(); err != nil {
		t.Skipf("cannot unpack: %v: %s", err, out)
	}
	var files []string
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err == nil && e.Type().IsRegular() && strings.HasSuffix(name, ".txt") {
			files = append(files, name)
		}
		return err
	})
	if err != nil || len(files) == 0 {
		t.Fatalf("%d files: %v", len(files), err)
	}
	return files
}

// TestNoStoryOfTheCorpusIsLost cleans every text there is: none comes out
// blank, no letter is gone without a record, and what was cleaned once is
// clean.
func TestNoStoryOfTheCorpusIsLost(t *testing.T) {
	files, again := rawTexts(t), 0
	for _, name := range files {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		s, _ := charset.Decode(src, "")
		s, _ = charset.Repair(s)
		a := Clean(s, Options{})
		if a.Text == "" && letters(s) > 0 {
			t.Errorf("%s came out blank: title %q", filepath.Base(name), a.Title)
		}
		checkNothingLost(t, s, a)
		checkSafe(t, a.Text)
		if b := Clean(a.Text, Options{Title: a.Title, Source: a.Source, Language: a.Language, Published: a.Published}); b.Text != a.Text {
			again++
		}
	}
	t.Logf("%d of %d read otherwise when cleaned again", again, len(files))
	if again*200 > len(files) {
		t.Errorf("%d of %d read otherwise when cleaned again", again, len(files))
	}
}
