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
		{"closed in itself", "<a><c/>x<d />y</a>", "a(c 'x' d 'y')"},
		{"signs that open no name", "<a>1 <2> 3 <-x> <.y> <</a>", "a('1 <2> 3 <-x> <.y> <')"},
		{"letters of other alphabets", "<À>x</À>", "à('x')"},
		{"a quote without end", `<a>1 <b c="2`, `a('1 <b c="2')`},
		{"a tag without end", "<a>1 <b", "a('1 <b')"},
		{"an attribute without end", "<a>1 <b c", "a('1 <b c')"},
		{"a value without end", "<a>1 <b c = ", "a('1 <b c = ')"},
		{"a tag within a tag", "<a <b>x</b></a>", "a(b('x'))"},
		{"no text between two sections", "<a><![CDATA[]]>x<![CDATA[]]></a>", "a('x')"},
		{"no markup", "only text", "'only text'"},
		{"nothing", "", ""},
	} {
		if got := outline(Parse(c.src)); got != c.want {
			t.Errorf("%s: %q gives %s, want %s", c.what, c.src, got, c.want)
		}
	}
}

func TestAttributesInEveryQuote(t *testing.T) {
	n := Parse(`<a x="1 &amp; 2" y='it"s' z=3 w ns:v="4" e="" f=''/>`).Child("a")
	for name, want := range map[string]string{"x": "1 & 2", "y": `it"s`, "z": "3", "w": "", "v": "4", "e": "", "f": "", "ns:v": "4", "none": ""} {
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
	if root.Find("i").Elements() || len(root.Child("r").Children("h", "b")) != 2 || len(root.Children("p")) != 0 {
		t.Error("what an element holds is told wrong")
	}
	if got := root.Child("r").Child("x", "b", "h").Name; got != "b" {
		t.Errorf("Child: %q, and the names are tried in order", got)
	}
	if src := "<r>x</r> y"; Parse(src).Raw() != src {
		t.Errorf("Raw of all: %q", Parse(src).Raw())
	}
	var none *Node
	if none.Text()+none.Line()+none.Raw()+none.Attr("x")+none.Path("a", "b").Text() != "" || none.Find("x") != nil || none.All("x") != nil ||
		none.Children("x") != nil || none.Elements() {
		t.Error("a node that is not there should say nothing")
	}
}

// TestWhatIsTooDeepStandsInTheDeepestThatIsNot also comes back out of it at the
// right place.
func TestWhatIsTooDeepStandsInTheDeepestThatIsNot(t *testing.T) {
	const over = 5
	src := strings.Repeat("<a>", maxDepth+over) + "x" + strings.Repeat("</a>", over) + "<in/>" + "</a><up/>" + strings.Repeat("</a>", maxDepth-1) + "<out/>"
	root := Parse(src)
	for name, want := range map[string]int{"in": maxDepth, "up": maxDepth - 1, "out": 0} {
		n, depth := root, 0
		for n.Child(name) == nil && n.Child("a") != nil {
			n, depth = n.Child("a"), depth+1
		}
		if n.Child(name) == nil || depth != want {
			t.Errorf("%s stands %d deep, want %d", name, depth, want)
		}
	}
	if got := root.Text(); got != "x" {
		t.Errorf("its text is %q", got)
	}
	// Past the depth elements hold nothing, and one that is not of them closes
	// the one that is open.
	root = Parse(strings.Repeat("<a>", maxDepth) + "<b><c></a>x")
	if got := len(root.Find("b").Kids); got != 0 || root.Text() != "x" {
		t.Errorf("%d below what is too deep, text %q", got, root.Text())
	}
}

func TestAttributesBeyondNumberAreNotKept(t *testing.T) {
	n := Parse("<a " + strings.Repeat("x=1 ", 80) + "y=2>z</a>").Child("a")
	if len(n.Attrs) != 64 || n.Attr("y") != "" || n.Text() != "z" {
		t.Errorf("%d attributes, text %q", len(n.Attrs), n.Text())
	}
}

func TestNodesBeyondNumberAreNotRead(t *testing.T) {
	root := Parse(strings.Repeat("<a/>", maxNodes) + "<b/>")
	if len(root.Kids) != maxNodes || root.Child("b") != nil {
		t.Errorf("%d nodes", len(root.Kids))
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
