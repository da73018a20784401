package main

import (
	"encoding/hex"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"broadsheet/ui"
)

// TestMain lets the test binary stand in for the program, in scripts and in
// terminals.
func TestMain(m *testing.M) {
	if os.Getenv("BROADSHEET_TEST_PROGRAM") != "" {
		main()
		return
	}
	testscript.Main(m, map[string]func(){"broadsheet": main})
}

// TestCommands runs the scripts in testdata/commands, which say what the
// commands promise.
func TestCommands(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/commands",
		Setup: func(env *testscript.Env) error {
			for _, place := range []string{"XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "HOME"} {
				env.Setenv(place, filepath.Join(env.WorkDir, strings.ToLower(place)))
			}
			return nil
		},
		Condition: func(name string) (bool, error) {
			if name == "root" { // who may read every file
				return os.Geteuid() == 0, nil
			}
			return false, fmt.Errorf("no condition is named %q", name)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"bytes": writeBytes},
	})
}

// writeBytes is the script command "bytes FILE HEX": a file that is no text
// cannot stand in a script.
func writeBytes(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: bytes FILE HEX")
	}
	body, err := hex.DecodeString(args[1])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), body, 0o644))
}

// TestImports holds the arrows between the packages: main -> ui/cli ->
// {ui, store, articles}, store -> articles, ui -> articles.
func TestImports(t *testing.T) {
	eachFile(t, parser.ImportsOnly, func(file string, parsed *ast.File) {
		from := path.Dir(file)
		for _, spec := range parsed.Imports {
			to, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			if to, ours := strings.CutPrefix(to, "broadsheet/"); ours && !mayImport(from, to) {
				t.Errorf("%s: package %s may not import %s", file, from, to)
			}
		}
	})
}

func mayImport(from, to string) bool {
	switch layer(from) {
	case "main":
		return to == "ui/cli"
	case "ui/cli":
		return true
	case "ui":
		return layer(to) == "ui" || slices.Contains([]string{"articles", "articles/safe"}, to)
	case "store":
		return layer(to) == "store" || layer(to) == "articles"
	case "articles":
		return from != "articles" && layer(to) == "articles"
	}
	return false
}

func layer(pkg string) string {
	switch {
	case pkg == ".":
		return "main"
	case pkg == "ui/cli":
		return "ui/cli"
	}
	top, _, _ := strings.Cut(pkg, "/")
	return top
}

// TestNothingDialsAndOneFileRunsPrograms holds two sentences of the README and
// the design: there is no network, ever, and programs are run by argv, which
// one file puts together.
func TestNothingDialsAndOneFileRunsPrograms(t *testing.T) {
	eachFile(t, 0, func(file string, parsed *ast.File) {
		names := map[string]string{} // of the packages that could
		for _, spec := range parsed.Imports {
			path, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			if slices.Contains([]string{"net", "net/http", "net/rpc", "net/smtp", "crypto/tls", "os/exec"}, path) {
				if spec.Name != nil {
					t.Errorf("%s: %s is imported under another name", file, path)
				}
				names[path[strings.LastIndex(path, "/")+1:]] = path
			}
		}
		ast.Inspect(parsed, func(n ast.Node) bool {
			use, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			of, ok := use.X.(*ast.Ident)
			if !ok || names[of.Name] == "" {
				return true
			}
			switch what := of.Name + "." + use.Sel.Name; {
			case what == "http.DetectContentType", what == "exec.Cmd", what == "exec.ErrNotFound":
			case strings.HasPrefix(what, "exec.Command") && file == "ui/cli/programs.go":
			default:
				t.Errorf("%s uses %s", file, what)
			}
			return true
		})
	})
}

// eachFile parses every file of the program that is no test.
func eachFile(t *testing.T, mode parser.Mode, look func(file string, parsed *ast.File)) {
	t.Helper()
	err := filepath.WalkDir(".", func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && strings.HasPrefix(d.Name(), ".") && file != "." {
			return fs.SkipDir
		}
		if path.Ext(file) != ".go" || strings.HasSuffix(file, "_test.go") {
			return nil
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, mode)
		if err != nil {
			return err
		}
		look(filepath.ToSlash(file), parsed)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestTheReadmeNamesEveryKey holds the table of the README against the key map:
// what it promises works, and what works it promises.
func TestTheReadmeNamesEveryKey(t *testing.T) {
	table := readmeSection(t, "## Keys")
	var told []string
	for _, code := range regexp.MustCompile("`([^`]+)`").FindAllStringSubmatch(table, -1) {
		told = append(told, strings.ReplaceAll(code[1], `\|`, "|"))
	}
	// Said in words or by the range they stand in, or second keys of the same.
	silent := []string{"up", "down", "left", "right", "pgup", "pgdown", "home", "end", "ctrl+z", "ctrl+l", "tab"}
	for digit := '1'; digit <= '9'; digit++ {
		silent = append(silent, string(digit))
	}
	var known []string
	for _, binding := range ui.DefaultKeys().Bindings() {
		some := false
		for _, key := range binding.Keys {
			name := strings.ReplaceAll(key, "ctrl+", "ctrl-")
			known = append(known, name)
			some = some || slices.Contains(told, name) || slices.Contains(silent, key)
		}
		if !some {
			t.Errorf("the README does not name %v: %s", binding.Keys, binding.Help)
		}
	}
	known = append(known, "backspace", "space", "1-9", "1", "9")
	for _, name := range told {
		if !slices.Contains(known, name) && len(name) < 12 && !slices.Contains([]string{"newsboat", "less", "emacs"}, name) {
			t.Errorf("the README names the key %q, and no action has it", name)
		}
	}
}

// TestTheReadmeNamesEveryCommand holds its list of commands against the help.
func TestTheReadmeNamesEveryCommand(t *testing.T) {
	list := readmeSection(t, "## Commands")
	program := exec.Command(os.Args[0], "help")
	program.Env = append(os.Environ(), "BROADSHEET_TEST_PROGRAM=1", "NO_COLOR=1")
	out, err := program.Output()
	if err != nil {
		t.Fatal(err)
	}
	_, commands, ok := strings.Cut(string(out), "COMMANDS")
	if !ok {
		t.Fatalf("the help has no list of commands:\n%s", out)
	}
	commands, _, _ = strings.Cut(commands, "FLAGS")
	names := regexp.MustCompile(`(?m)^ +([a-z]+)`).FindAllStringSubmatch(commands, -1)
	if len(names) < 10 {
		t.Fatalf("found %d commands in the help:\n%s", len(names), commands)
	}
	for _, name := range names {
		if !regexp.MustCompile(`\b` + name[1] + `\b`).MatchString(list) {
			t.Errorf("the README does not list the command %q", name[1])
		}
	}
}

// readmeSection is the text of the README under a heading.
func readmeSection(t *testing.T, heading string) string {
	t.Helper()
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, section, ok := strings.Cut(string(readme), heading+"\n")
	if !ok {
		t.Fatalf("the README has no section %q", heading)
	}
	section, _, _ = strings.Cut(section, "\n## ")
	return section
}
