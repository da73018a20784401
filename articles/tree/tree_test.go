package tree

import (
	"strings"
	"testing"
	"time"
)

// outline writes a tree so that a test can read it.
func outline(n *Node) string {
	var b strings.Builder
	for i, k := range n.Kids {
		if i > 0 {
			b.WriteByte(' ')
		}
		if k.Name == "" {
			b.WriteString("'" + k.Data + "'")
			continue
		}
		b.WriteString(k.Name)
		if len(k.Kids) > 0 {
			b.WriteString("(" + outline(k) + ")")
		}
	}
	return b.String()
}

func TestXMLIsReadAsItIsFound(t *testing.T) {
	for _, c := range []struct{ what, src, want string }{
		{"plain", "<a><b>x</b><c/></a>", "a(b('x') c)"},
		{"prefixes and case", "<dc:Creator>Ada</dc:Creator>", "creator('Ada')"},
		{"CDATA", "<a>x <![CDATA[<b> & ]]></a>", "a('x <b> & ')"},
		{"entities of HTML", "<a>caf&eacute; &amp; &#8217;</a>", "a('café & ’')"},
		{"a bare ampersand", "<a>Orr & Lind</a>", "a('Orr & Lind')"},
		{"a bare angle bracket", "<a>2 < 3</a>", "a('2 < 3')"},
		{"never closed", "<a><b>x", "a(b('x'))"},
		{"closed by its parent", "<a><b>x</a><c/>", "a(b('x')) c"},
		{"closed and not opened", "<a>x</b>y</a>", "a('xy')"},
		{"comment, instruction, document type", "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><!-- <x> --><a/>", "a"},
		{"an unclosed comment", "<a/><!-- x", "a"},
		{"no markup", "only text", "'only text'"},
		{"nothing", "", ""},
	} {
		if got := outline(Parse(c.src)); got != c.want {
			t.Errorf("%s: %q gives %s, want %s", c.what, c.src, got, c.want)
		}
	}
}

func TestAttributesInEveryQuote(t *testing.T) {
	n := Parse(`<a x="1 &amp; 2" y='it"s' z=3 w ns:v="4"/>`).Child("a")
	for name, want := range map[string]string{"x": "1 & 2", "y": `it"s`, "z": "3", "w": "", "v": "4", "ns:v": "4", "none": ""} {
		if got := n.Attr(name); got != want {
			t.Errorf("%s = %q, want %q", name, got, want)
		}
	}
}

func TestNodesAreFoundByName(t *testing.T) {
	root := Parse("<r><h><t>One</t></h><b><p>Two <i>three</i></p><p>Four</p></b></r>")
	if got := root.Path("r", "h", "t").Text(); got != "One" {
		t.Errorf("Path: %q", got)
	}
	if got := root.Find("p").Raw(); got != "Two <i>three</i>" {
		t.Errorf("Raw: %q", got)
	}
	if got := root.Find("p").Line(); got != "Two three" || !root.Find("p").Elements() {
		t.Errorf("Line: %q", got)
	}
	if got := len(root.All("p")); got != 2 {
		t.Errorf("All: %d", got)
	}
	var none *Node
	if none.Text()+none.Line()+none.Raw()+none.Attr("x")+none.Path("a", "b").Text() != "" || none.Find("x") != nil || none.All("x") != nil {
		t.Error("a node that is not there should say nothing")
	}
}

func TestHostileXMLCostsLittle(t *testing.T) {
	for name, src := range map[string]string{
		"nested":        strings.Repeat("<a>", 300000),
		"never closed":  strings.Repeat("</", 300000),
		"open quotes":   strings.Repeat("<a b='", 300000),
		"brackets":      strings.Repeat("<", 1000000),
		"other names":   strings.Repeat("<a></b>", 300000),
		"deep and back": strings.Repeat("<a>", 5000) + strings.Repeat("</a>", 5000) + "<b/>",
		"document type": "<!DOCTYPE " + strings.Repeat("[", 1000000),
	} {
		start := time.Now()
		n := Parse(src)
		if d := time.Since(start); d > 2*time.Second {
			t.Errorf("%s took %v", name, d)
		}
		_ = n.Text()
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"<a><b>x</b></a>", "<a x='1'>&amp;<![CDATA[y]]></a", "<!-- <?x?>", "</a><"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		n := Parse(src)
		_ = n.Text()
		_ = n.Find("b").Raw()
	})
}
