package walk

import (
	"io"
	"os"
	"path"
	"strings"
)

// maxRules caps an ignore file; what is beyond is not read.
const maxRules = 64 << 10

// rules are the patterns of one ignore file and, above it, of the folders
// that hold it. The last pattern that matches decides, the nearest file first.
// A nil *rules ignores nothing.
type rules struct {
	above *rules
	base  string // folder the patterns are relative to; "." at the root
	list  []pattern
}

type pattern struct {
	parts   []string // between slashes; "**" stands for any number of folders
	negate  bool
	dirOnly bool
}

// parseRules reads an ignore file as git reads a gitignore.
func parseRules(above *rules, base, text string) *rules {
	r := &rules{above: above, base: base}
	for line := range strings.Lines(text) {
		if p, ok := parsePattern(line); ok {
			r.list = append(r.list, p)
		}
	}
	return r
}

func parsePattern(line string) (pattern, bool) {
	var p pattern
	line = strings.TrimRight(line, "\r\n")
	for strings.HasSuffix(line, " ") && !strings.HasSuffix(line, `\ `) {
		line = line[:len(line)-1]
	}
	if line == "" || line[0] == '#' {
		return p, false
	}
	if line[0] == '!' {
		p.negate, line = true, line[1:]
	}
	if strings.HasSuffix(line, "/") {
		p.dirOnly, line = true, strings.TrimSuffix(line, "/")
	}
	// A slash anywhere but at the end ties the pattern to this folder.
	tied := strings.Contains(line, "/")
	line = strings.TrimPrefix(line, "/")
	if line == "" {
		return p, false
	}
	if !tied {
		p.parts = append(p.parts, "**")
	}
	p.parts = append(p.parts, strings.Split(line, "/")...)
	return p, true
}

// ignores reports whether a path under the root is left out. Folders above it
// were asked first, so only the path itself is matched.
func (r *rules) ignores(full string, dir bool) bool {
	for ; r != nil; r = r.above {
		rel := full
		if r.base != "." {
			rel = strings.TrimPrefix(full, r.base+"/")
		}
		parts := strings.Split(rel, "/")
		for i := len(r.list) - 1; i >= 0; i-- {
			p := r.list[i]
			if (dir || !p.dirOnly) && match(p.parts, parts) {
				return !p.negate
			}
		}
	}
	return false
}

// match compares a pattern with a path part by part. Each "**" is tried only
// at the place nearest to the front from which the rest can go on, so that
// many of them cost no more than one: going back further never helps.
func match(pat, parts []string) bool {
	var backPat, backParts []string
	tail := false
	for {
		switch {
		case len(pat) > 0 && pat[0] == "**":
			if len(pat) == 1 {
				return len(parts) > 0
			}
			pat = pat[1:]
			backPat, backParts, tail = pat, parts, true
			continue
		case len(pat) > 0 && len(parts) > 0 && matchPart(pat[0], parts[0]):
			pat, parts = pat[1:], parts[1:]
			continue
		case len(pat) == 0 && len(parts) == 0:
			return true
		}
		if !tail || len(backParts) == 0 {
			return false
		}
		backParts = backParts[1:]
		pat, parts = backPat, backParts
	}
}

// matchPart compares one part. A pattern that is no pattern matches nothing.
func matchPart(pat, name string) bool {
	if i := strings.Index(pat, "[!"); i >= 0 {
		pat = strings.ReplaceAll(pat, "[!", "[^") // as git spells it
	}
	ok, err := path.Match(pat, name)
	return ok && err == nil
}

func readSmall(dir *os.Root, rel string) ([]byte, error) {
	f, err := dir.OpenFile(rel, os.O_RDONLY|openFlags, 0)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
		return nil, errNotRegular
	}
	return io.ReadAll(io.LimitReader(f, maxRules))
}
