package cli

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// place is a folder of the reader with a library in it, and what the commands
// keep of it.
type place struct {
	t    *testing.T
	root string
	at   []string // flags that keep cache, marks and configuration here
}

func newPlace(t *testing.T, files map[string]string) place {
	t.Helper()
	p := place{t: t, root: t.TempDir()}
	p.at = []string{
		"--cache-dir", filepath.Join(p.root, "cache"), "--state-dir", filepath.Join(p.root, "state"),
		"--config", filepath.Join(p.root, "config.toml"),
	}
	if err := os.WriteFile(p.at[5], nil, 0o644); err != nil {
		t.Fatal(err)
	}
	for name, src := range files {
		path := filepath.Join(p.root, "news", name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(src), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return p
}

// run runs a command; NEWS in an argument is the library's folder.
func (p place) run(args ...string) (code int, out, said string) {
	p.t.Helper()
	for i := range args {
		args[i] = strings.Replace(args[i], "NEWS", filepath.Join(p.root, "news"), 1)
	}
	var stdout, stderr bytes.Buffer
	code = Main(p.t.Context(), slices.Concat(p.at, args), Streams{In: strings.NewReader(""), Out: &stdout, Err: &stderr})
	return code, stdout.String(), stderr.String()
}

const ferryStory = "---\ntitle: Ferry runs aground off Karsk\nsource: Ostrel Courier\ndate: 2014-06-02\n---\n\n" +
	"The morning ferry from Ostrel ran aground on the Teal Bank off Karsk in fog. The pilot had no second radar, the harbour master said.\n\n" +
	"## Related\n\n- [Harbour inquiry opens](https://courier.example/inquiry)\n- [The lamp of Karsk](https://courier.example/lamp)\n"

const inquiryStory = "---\ntitle: Harbour inquiry opens\nsource: Ostrel Courier\nurl: https://courier.example/inquiry\ndate: 2014-06-05\n---\n\n" +
	"The harbour inquiry into the morning ferry opened in Ostrel. The pilot had no second radar when it ran aground on the Teal Bank off Karsk.\n"

func TestTheExitCodeTellsFailureFromMistake(t *testing.T) {
	p := newPlace(t, map[string]string{"ferry.md": ferryStory, "inquiry.md": inquiryStory})
	bad := newPlace(t, map[string]string{"ferry.md": ferryStory, "empty.txt": ""})
	for _, c := range []struct {
		p    place
		args string
		want int
	}{
		{p, "version", exitDone},
		{p, "help", exitDone},
		{p, "list --library NEWS", exitDone},
		{p, "search --library NEWS ferry", exitDone},
		{p, "search --library NEWS nobodywrotethis", exitDone},
		{p, "related --library NEWS ferry.md", exitDone},
		{p, "show NEWS/ferry.md", exitDone},
		{p, "index NEWS", exitDone},
		{p, "doctor NEWS", exitDone},
		{p, "marks", exitDone},

		{bad, "list --library NEWS", exitSome},
		{bad, "search --library NEWS ferry", exitSome},
		{bad, "show NEWS", exitSome},
		{bad, "index NEWS", exitSome},
		{bad, "doctor NEWS", exitSome},
		{p, "show NEWS/ferry.md NEWS/nowhere.md", exitSome},
		{p, "marks --import NEWS/nowhere.jsonl", exitSome},
		{p, "export ferry --library NEWS --to NEWS/ferry.md", exitSome},
		{p, "related --library NEWS nowhere.md", exitSome},

		{p, "serach ferry", exitUsage},
		{p, "--no-such-flag", exitUsage},
		{p, "list --library NEWS --sort length", exitUsage},
		{p, "list NEWS", exitUsage},
		{p, "search", exitUsage},
		{p, "search --library NEWS title:", exitUsage},
		{p, "related --library NEWS", exitUsage},
		{p, "show --format html NEWS", exitUsage},
		{p, "show", exitUsage},
		{p, "list -n many --library NEWS", exitUsage},
		{p, "list -n -1 --library NEWS", exitUsage},
		{p, "search -n -1 --library NEWS ferry", exitUsage},
		{p, "links --absent -n -1 --library NEWS", exitUsage},
	} {
		code, out, said := c.p.run(strings.Fields(c.args)...)
		if code != c.want {
			t.Errorf("broadsheet %s: exit code %d, want %d; it said %q", c.args, code, c.want, said)
		}
		if code != exitDone && out+said == "" {
			t.Errorf("broadsheet %s: exit code %d and not a word", c.args, code)
		}
	}
}

// TestTheNamesOfFieldsAreFixed holds the lines of JSON to the contract: what
// every line has, and what it may have.
func TestTheNamesOfFieldsAreFixed(t *testing.T) {
	p := newPlace(t, map[string]string{"ferry.md": ferryStory, "inquiry.md": inquiryStory})
	for _, c := range []struct{ args, always, sometimes string }{
		{"show --format json NEWS", "id path format words body text", "title dek authors source section published modified language url image tags related cuts warnings"},
		{"list --library NEWS --json", "story title words read starred copies", "source published"},
		{"search --library NEWS --json ferry", "story title score snippet", "source published"},
		{"related --library NEWS --json ferry.md", "story related", ""},
		{"related --library NEWS --all --json", "story related", ""},
		{"links --library NEWS --json ferry.md", "title", "url id image published story"},
		{"links --library NEWS --absent --format json", "title count stories", "url id published source"},
		{"thread --library NEWS --json ferry.md", "story title words read starred copies", "source published"},
	} {
		code, out, said := p.run(strings.Fields(c.args)...)
		if code != exitDone || out == "" {
			t.Errorf("broadsheet %s: exit code %d, %q", c.args, code, said)
		}
		for line := range strings.Lines(out) {
			holdFields(t, c.args, []byte(line), c.always, c.sometimes)
			var story struct {
				Related []json.RawMessage
				Cuts    []json.RawMessage
			}
			if err := json.Unmarshal([]byte(line), &story); err != nil {
				t.Fatal(err)
			}
			for _, lead := range story.Related {
				if strings.HasPrefix(c.args, "related") {
					holdFields(t, c.args, lead, "story title kind score why", "published source copies")
				} else {
					holdFields(t, c.args, lead, "title", "url id image published story")
				}
			}
			for _, cut := range story.Cuts {
				holdFields(t, c.args, cut, "line class text", "end_line start end")
			}
		}
	}
}

func holdFields(t *testing.T, what string, line []byte, always, sometimes string) {
	t.Helper()
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(line, &fields); err != nil {
		t.Fatalf("broadsheet %s: %v in %q", what, err, line)
	}
	for _, name := range strings.Fields(always) {
		if _, ok := fields[name]; !ok {
			t.Errorf("broadsheet %s: no %q in %s", what, name, line)
		}
	}
	known := append(strings.Fields(always), strings.Fields(sometimes)...)
	for name := range fields {
		if !slices.Contains(known, name) {
			t.Errorf("broadsheet %s: %q is not in the contract: %s", what, name, line)
		}
	}
}

// TestNothingATerminalObeysComesOutOfACommand puts sequences, overrides and
// tags into all that a file can say, and into its name, and runs everything.
func TestNothingATerminalObeysComesOutOfACommand(t *testing.T) {
	const evil = "\x1b]0;owned\x07\x1b[31m\u009b2J\u202eevil\u2066\U000e0041\x08\x7f"
	asJSON, err := json.Marshal(evil)
	if err != nil {
		t.Fatal(err)
	}
	in := strings.Trim(string(asJSON), `"`)
	body := " The morning ferry from Ostrel ran aground on the Teal Bank off Karsk in fog, the harbour master said."
	files := map[string]string{
		"a.txt":    "Ferry " + evil + " runs aground\n\nBy Ada " + evil + "\n\n" + body + evil + "\n\nstring(9) \"[{\"id\":\"7" + evil + "\",\"title\":\"Pilot " + evil + "\"}]\"\n",
		"b.json":   `{"title":"Ferry ` + in + ` aground","text":"` + body + in + `","source":"Courier ` + in + `","authors":["Ada ` + in + `"],"url":"https://x.example/` + in + `","id":"` + in + `","tags":["` + in + `"],"date":"2014-06-06"}`,
		"c.html":   "<html><head><title>Ferry &#27;[31m aground &#x202e;</title><meta property=og:site_name content='Courier &#155;'></head><body><h1>Ferry &#27;[31m aground</h1><p>" + strings.Repeat(body, 3) + "&#27;]0;x&#7;&#x202e;</p><a href='https://x.example/&#27;[2J'>Pilot &#27;[31m had no radar</a></body></html>",
		"d.md":     "---\ntitle: \"Ferry \\e[31m aground\"\nsource: \"Courier \\u202e\"\n---\n\n" + body + " &#27;[31m\n\n## Related\n\n- [Pilot &#27;[31m had no second radar](https://x.example/%1b)\n",
		"e.eml":    "From: =?utf-8?q?Ada_=1B[31m?= <a@x.example>\nSubject: =?utf-8?q?Ferry_=1B]0;x=07_aground?=\nDate: Fri, 6 Jun 2014 11:44:06 +0200\n\n" + body + evil + "\n",
		"f.csv":    "title,text,source\n\"Ferry " + evil + "\",\"" + body + evil + "\",\"Courier " + evil + "\"\n",
		"g.rss":    "<rss><channel><title>Courier &#27;[31m</title><item><title>Ferry &#155;2J aground</title><description>" + body + "&#x202e;</description></item></channel></rss>",
		"bad.json": `{"title": "` + evil + `", "text": `,
	}
	if runtime.GOOS != "windows" {
		files["ferry \x1b[31m\n\u202e\u009b.txt"] = "Ferry runs aground again\n\n" + body + "\n"
		files["broken \x1b[31m\n\u202e\u009b.json"] = `{"title": `
	}
	p := newPlace(t, files)
	var ids []string
	_, out, _ := p.run("list", "--library", "NEWS", "--json", "--copies")
	for line := range strings.Lines(out) {
		var headline struct{ Story string }
		if err := json.Unmarshal([]byte(line), &headline); err != nil {
			t.Fatal(err)
		}
		ids = append(ids, headline.Story)
	}
	if len(ids) < 7 {
		t.Fatalf("only %q came in", ids)
	}
	calls := [][]string{
		{"show", "NEWS"}, {"show", "--cuts", "NEWS"}, {"show", "--format", "md", "NEWS"}, {"show", "--format", "json", "--cuts", "NEWS"},
		{"list", "--library", "NEWS"}, {"list", "--library", "NEWS", "--json"},
		{"search", "--library", "NEWS", "ferry"}, {"search", "--library", "NEWS", "--json", "ferry"}, {"search", "--library", "NEWS", "title:" + evil},
		{"related", "--library", "NEWS", "--all"}, {"links", "--library", "NEWS", "--absent"}, {"links", "--library", "NEWS", "--absent", "--format", "urls"},
		{"notes", "--library", "NEWS"}, {"index", "NEWS"}, {"doctor", "NEWS"}, {"marks"},
		{"show", "NEWS/nowhere" + evil}, {"related", "--library", "NEWS", evil}, {evil},
	}
	for _, id := range ids {
		calls = append(calls, []string{"related", "--library", "NEWS", "--", id}, []string{"links", "--library", "NEWS", "--", id}, []string{"thread", "--library", "NEWS", "--", id})
	}
	for _, args := range calls {
		_, out, said := p.run(args...)
		for what, text := range map[string]string{"printed": out, "said": said} {
			if i := strings.IndexFunc(text, obeyed); i >= 0 {
				t.Errorf("%q: %s %q", args, what, text[max(0, i-40):min(len(text), i+20)])
			}
		}
	}
}

// obeyed reports what a terminal acts on: controls, overrides, tags.
func obeyed(r rune) bool {
	return r != '\n' && unicode.IsControl(r) || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r >= 0xe0000 && r <= 0xe007f
}

func TestAnIDInJSONIsTheNameOfItsFile(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no such names there")
	}
	const name = "ferry \x1b[31m\n\u202e\u009b\U000e0041é.txt"
	p := newPlace(t, map[string]string{name: "Ferry runs aground\n\nThe morning ferry from Ostrel ran aground off Karsk in fog."})
	_, out, said := p.run("list", "--library", "NEWS", "--json")
	var headline struct{ Story string }
	if err := json.Unmarshal([]byte(out), &headline); err != nil || headline.Story != name {
		t.Fatalf("%q is named %q, %v, %s", name, headline.Story, err, said)
	}
	if code, out, said := p.run("related", "--library", "NEWS", "--json", headline.Story); code != exitDone || !strings.HasPrefix(out, `{"story":"ferry \u001b[31m\n\u202e\u009b\udb40\udc41é.txt"`) {
		t.Errorf("asked for by its id: exit code %d, %s%s", code, out, said)
	}
}
