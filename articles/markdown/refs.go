package markdown

import "strings"

// findDefinitions reads the link definitions of a body, which may stand after
// the blocks that refer to them.
func (s *splitter) findDefinitions(body string) {
	if !strings.Contains(body, "]:") {
		return
	}
	for l := range strings.SplitSeq(body, "\n") {
		if label, url, ok := definition(l); ok && len(s.d.refs) < 2000 {
			if s.d.refs == nil {
				s.d.refs = make(map[string]string)
			}
			if _, have := s.d.refs[label]; !have {
				s.d.refs[label] = url
			}
		}
	}
}

func (s *splitter) definition(l string) bool {
	_, _, ok := definition(l)
	return ok
}

// definition reads "[label]: url"; a footnote is prose.
func definition(l string) (label, url string, ok bool) {
	l = strings.TrimLeft(l, " ")
	if !strings.HasPrefix(l, "[") || strings.HasPrefix(l, "[^") {
		return "", "", false
	}
	i := strings.Index(l[:min(len(l), 400)], "]:")
	if i < 2 {
		return "", "", false
	}
	fields := strings.Fields(l[i+2:])
	if len(fields) == 0 || len(fields) > 1 && !strings.ContainsAny(fields[1][:1], `"'(`) {
		return "", "", false
	}
	return foldLabel(l[1:i]), strings.Trim(fields[0], "<>"), true
}

func foldLabel(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

// attribute finds the value of an attribute of the first element of a kind.
func attribute(s, element, name string) string {
	i := strings.Index(s, element)
	if i < 0 {
		return ""
	}
	s = s[i:]
	if end := strings.IndexByte(s, '>'); end > 0 {
		s = s[:end]
	}
	i = strings.Index(s, name+"=")
	if i < 0 || i+len(name)+2 > len(s) {
		return ""
	}
	s = s[i+len(name)+1:]
	quote := s[:1]
	if quote != `"` && quote != "'" {
		v, _, _ := strings.Cut(s, " ")
		return v
	}
	v, _, _ := strings.Cut(s[1:], quote)
	if strings.HasPrefix(v, "data:") {
		return ""
	}
	return v
}

// dropTags takes the tags out of a block of HTML.
func dropTags(s string) string {
	var b strings.Builder
	for {
		i := strings.IndexByte(s, '<')
		if i < 0 {
			break
		}
		end := strings.IndexByte(s[i:], '>')
		if end < 0 {
			break
		}
		b.WriteString(s[:i])
		b.WriteByte(' ')
		s = s[i+end+1:]
	}
	b.WriteString(s)
	return b.String()
}
