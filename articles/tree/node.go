package tree

import "strings"

// Text is all text of a node, as it stands.
func (n *Node) Text() string {
	if n == nil {
		return ""
	}
	if n.Name == "" && len(n.Kids) == 0 {
		return n.Data
	}
	if len(n.Kids) == 1 && n.Kids[0].Name == "" {
		return n.Kids[0].Data
	}
	var b strings.Builder
	n.text(&b)
	return b.String()
}

func (n *Node) text(b *strings.Builder) {
	b.WriteString(n.Data)
	for _, k := range n.Kids {
		k.text(b)
	}
}

// Line is the text of a node on one line.
func (n *Node) Line() string { return strings.Join(strings.Fields(n.Text()), " ") }

// Raw is the source between the tags of a node.
func (n *Node) Raw() string {
	if n == nil {
		return ""
	}
	return n.raw
}

// Elements reports whether a node holds elements, not text alone.
func (n *Node) Elements() bool {
	if n == nil {
		return false
	}
	for _, k := range n.Kids {
		if k.Name != "" {
			return true
		}
	}
	return false
}

// Attr is the value of the attribute of that name, "" where there is none.
// A name without a prefix is also found with one.
func (n *Node) Attr(name string) string {
	if n == nil {
		return ""
	}
	for _, a := range n.Attrs {
		if a.Name == name {
			return a.Value
		}
	}
	for _, a := range n.Attrs {
		if i := strings.LastIndexByte(a.Name, ':'); i >= 0 && a.Name[i+1:] == name {
			return a.Value
		}
	}
	return ""
}

// Child is the first child of one of the names, tried in order.
func (n *Node) Child(names ...string) *Node {
	if n == nil {
		return nil
	}
	for _, name := range names {
		for _, k := range n.Kids {
			if k.Name == name {
				return k
			}
		}
	}
	return nil
}

// Children are the children of one of the names.
func (n *Node) Children(names ...string) []*Node {
	if n == nil {
		return nil
	}
	var out []*Node
	for _, k := range n.Kids {
		for _, name := range names {
			if k.Name == name {
				out = append(out, k)
				break
			}
		}
	}
	return out
}

// Path follows first children by name.
func (n *Node) Path(names ...string) *Node {
	for _, name := range names {
		n = n.Child(name)
	}
	return n
}

// Find is the first node below n, in the order of the document, of one of
// the names.
func (n *Node) Find(names ...string) *Node {
	if n == nil {
		return nil
	}
	for _, k := range n.Kids {
		for _, name := range names {
			if k.Name == name {
				return k
			}
		}
		if f := k.Find(names...); f != nil {
			return f
		}
	}
	return nil
}

// All are the nodes below n of one of the names, in the order of the
// document; what stands within one that was found is not looked into.
func (n *Node) All(names ...string) []*Node {
	var out []*Node
	if n == nil {
		return nil
	}
	for _, k := range n.Kids {
		found := false
		for _, name := range names {
			if found = k.Name == name; found {
				out = append(out, k)
				break
			}
		}
		if !found {
			out = append(out, k.All(names...)...)
		}
	}
	return out
}
