package name

import "testing"

func TestWhatIsCalledLikeNoStoryIsPassedOver(t *testing.T) {
	for file, pass := range map[string]bool{
		"a.png": true, "a.JPG": true, "a.css": true, "a.js": true, "a.go": true, "a.png.gz": true, "a.txt~": true, "video.mp4": true,
		"a.txt": false, "a.md.gz": false, "a.html": false, "README": false, "page 12.": false, "1.23": false,
		"courier.example_2014_06_06_depot-fire": false, "a.pdf": false, "a.raw": false, "index.php": false, "gz": false, ".gz": false,
	} {
		if NoStory(file) != pass {
			t.Errorf("%q: passed over: %v", file, !pass)
		}
	}
}

func TestABrowsersFolderStandsBesideItsPage(t *testing.T) {
	there := map[string]bool{"page.html": true, "x/Seite.htm": true, "_files.html": true}
	for folder, want := range map[string]bool{
		"page_files": true, "x/Seite-Dateien": true, "Seite-Dateien": false, "lone_files": false, "page": false, "_files": false,
	} {
		if got := BesidePage(folder, func(rel string) bool { return there[rel] }); got != want {
			t.Errorf("BesidePage(%q) = %v", folder, got)
		}
	}
}
