package main

import (
	"encoding/hex"
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
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
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		from := path.Dir(filepath.ToSlash(file))
		for _, spec := range parsed.Imports {
			to, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			if to, ours := strings.CutPrefix(to, "broadsheet/"); ours && !mayImport(from, to) {
				t.Errorf("%s: package %s may not import %s", file, from, to)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
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
