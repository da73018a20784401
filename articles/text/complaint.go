package text

import (
	"strings"

	"broadsheet/articles"
)

// Programs complain into the page they make: PHP's notices, Python's traces,
// the errors of scripts.

// complaint reports a line in which a program says that it failed.
func complaint(s string) bool {
	if s == "" || strings.IndexByte("< PWNFDSCMAUT#", s[0]) < 0 {
		return false
	}
	for _, tag := range [...]string{"<br />", "<br/>", "<br>", "<b>"} {
		s = strings.TrimLeft(strings.TrimPrefix(s, tag), " ")
	}
	s = strings.TrimPrefix(s, "PHP ")
	for _, w := range [...]string{"Warning", "Notice", "Fatal error", "Parse error", "Deprecated", "Strict Standards", "Catchable fatal error"} {
		rest, ok := strings.CutPrefix(s, w)
		if !ok {
			continue
		}
		rest = strings.TrimPrefix(rest, "</b>")
		return strings.HasPrefix(rest, ":") && strings.Contains(rest, " on line ") && (strings.Contains(rest, " in ") || strings.Contains(rest, ".php")) ||
			strings.HasPrefix(rest, ":") && strings.Contains(rest, ".php:")
	}
	switch {
	case strings.HasPrefix(s, "Microsoft ") && strings.Contains(s, " error '"), strings.HasPrefix(s, "ADODB."):
		return strings.Contains(s, ", line ") || strings.Contains(s, "error '8")
	case strings.HasPrefix(s, "Uncaught "):
		return strings.Contains(s, "Error: ")
	}
	return opensTrace(s) || strings.HasPrefix(s, "#0 {main}")
}

// printedNothing reports what a program prints of a value that is not there,
// on a line of its own. Two of them are words, and count only below the story.
func printedNothing(s string, tail bool) bool {
	switch s {
	case "NULL", "null", "undefined", "NaN", "[object Object]", "array()", "[]", "{}":
		return true
	case "Array", "None":
		return tail
	}
	return false
}

func opensTrace(s string) bool {
	return strings.HasPrefix(s, "Traceback (most recent call last)") || strings.HasPrefix(s, "Stack trace:")
}

// cutTraces cuts the lines of a trace, from the one that opens it to the one
// that names the error.
func (d *draft) cutTraces() {
	for i := 0; i < len(d.units); i++ {
		if !opensTrace(d.units[i].Text) {
			continue
		}
		end := i + 1
		for j := i + 1; j < len(d.units) && j < i+80; j++ {
			s := d.units[j].Text
			if namesError(s) {
				end = j + 1
				break
			}
			if strings.HasPrefix(s, "File \"") || strings.HasPrefix(s, "#") || d.units[j-1].indent < d.units[j].indent && d.units[j].indent >= 4 {
				end = j + 1
				continue
			}
			break
		}
		for j := i; j < end; j++ {
			d.dropAs(j, articles.ClassDebugDump)
		}
	}
}

// namesError reports the last line of a trace: "KeyError: 'title'", "thrown in
// /srv/story.php on line 3".
func namesError(s string) bool {
	name, _, ok := strings.Cut(s, ":")
	if ok && !strings.Contains(name, " ") && (strings.HasSuffix(name, "Error") || strings.HasSuffix(name, "Exception") || strings.HasSuffix(name, "Warning")) {
		return true
	}
	return strings.HasPrefix(s, "thrown in ")
}
