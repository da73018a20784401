package text

import (
	"strings"
	"testing"
)

// story7 and story8 are what every dump below says: two stories, the first
// with a dash in its title.
const story7, story8 = "Salt road – open", "Trams"

func TestDumpsOfEveryMakeAreLifted(t *testing.T) {
	for name, dump := range map[string]string{
		"serialize":                             `a:2:{i:0;a:2:{s:2:"id";s:1:"7";s:5:"title";s:18:"Salt road – open";}i:1;a:2:{s:2:"id";s:1:"8";s:5:"title";s:5:"Trams";}}`,
		"serialize, counts of another encoding": `a:2:{i:0;a:2:{s:2:"id";s:1:"7";s:5:"title";s:16:"Salt road – open";}i:1;a:2:{s:2:"id";s:1:"8";s:5:"title";s:99:"Trams";}}`,
		"serialize of objects":                  `a:2:{i:0;O:5:"Story":2:{s:2:"id";s:1:"7";s:5:"title";s:18:"Salt road – open";}i:1;O:5:"Story":2:{s:2:"id";i:8;s:5:"title";s:5:"Trams";}}`,
		"var_export":                            "array (\n  0 => \n  array (\n    'id' => '7',\n    'title' => 'Salt road – open',\n  ),\n  1 => \n  array (\n    'id' => '8',\n    'title' => 'Trams',\n  ),\n)",
		"var_export, one line":                  `array ( 0 => array ( 'id' => '7', 'title' => 'Salt road – open', ), 1 => array ( 'id' => '8', 'title' => 'Trams', ), )`,
		"var_dump of objects":                   "object(stdClass)#3 (2) {\n  [\"id\"]=>\n  string(1) \"7\"\n  [\"title\"]=>\n  string(18) \"Salt road – open\"\n}\nobject(stdClass)#4 (2) {\n  [\"id\"]=>\n  string(1) \"8\"\n  [\"title\"]=>\n  string(5) \"Trams\"\n}",
		"json, escaped":                         `{\"related\":[{\"id\":\"7\",\"title\":\"Salt road \u2013 open\"},{\"id\":\"8\",\"title\":\"Trams\"}]}`,
		"json, escaped twice":                   `string(120) "[{\"id\":\"7\",\"pic\":\"\\/2014\\/06\\/01\\/x.jpg\",\"title\":\"Salt road \\u2013 open\"},{\"id\":\"8\",\"title\":\"Trams\"}]"`,
		"json, in lines":                        "[\n  {\n    \"id\": 7,\n    \"title\": \"Salt road – open\"\n  },\n  {\n    \"id\": 8,\n    \"title\": \"Trams\"\n  }\n]",
		"json, blank lines":                     "[\n\n  {\n\n    \"id\": 7,\n\n    \"title\": \"Salt road – open\"\n\n  },\n\n  {\n\n    \"id\": 8,\n\n    \"title\": \"Trams\"\n\n  }\n\n]",
		"json, spaces":                          `string(1057) " [ { "id" : "7" , "title" : "Salt road – open" } , { "id" : "8" , "title" : "Trams" } ] "`,
		"json, curly quotes":                    `string(1057) “[{“id”:“7”,“title”:“Salt road – open”},{“id”:“8”,“title”:“Trams”}]”`,
		"linked data":                           `{"@context":"https://schema.org","itemListElement":[{"@type":"NewsArticle","headline":"Salt road – open","url":"https://courier.example/7"},{"@type":"NewsArticle","headline":"Trams","url":"https://courier.example/8"}]}`,
		"python":                                `{'related': [{'id': 7, 'title': "Salt road – open"}, {'id': 8, 'title': 'Trams', 'live': True}]}`,
		"python, bytes":                         `[{b'id': b'7', b'title': b'Salt road \xe2\x80\x93 open'}, {b'id': b'8', b'title': b'Trams'}]`,
		"python, ordered":                       `[OrderedDict([('id', '7'), ('title', 'Salt road – open')]), OrderedDict([('id', '8'), ('title', 'Trams')])]`,
		"ruby":                                  `[{:id=>7, :title=>"Salt road – open"}, {:id=>8, :title=>"Trams"}]`,
		"ruby, strings":                         `[{"id"=>7, "title"=>"Salt road – open"}, {"id"=>8, "title"=>"Trams"}]`,
		"a call":                                `callback([{"id":"7","title":"Salt road – open"},{"id":"8","title":"Trams"}]);`,
		"a variable":                            `var relatedStories = [{id: 7, title: 'Salt road – open'}, {id: 8, title: 'Trams'}];`,
		"a script":                              `<script>window.__STATE__ = {"articles":{"7":{"id":"7","title":"Salt road – open"},"8":{"id":"8","title":"Trams"}}};</script>`,
		"two on a line":                         `string(57) "[{"id":"7","title":"Salt road – open"}]" string(30) "[{"id":"8","title":"Trams"}]"`,
		"two on two lines":                      "string(57) \"[{\"id\":\"7\",\"title\":\"Salt road – open\"}]\"\nstring(30) \"[{\"id\":\"8\",\"title\":\"Trams\"}]\"",
		"cut off in a key":                      `string(57) "[{"id":"7","title":"Salt road – open"},{"id":"8","title":"Trams"},{"id":"9","ti`,
		"cut off in a value":                    `string(57) "[{"id":"7","title":"Salt road – open"},{"id":"8","title":"Trams"},{"id":"`,
	} {
		for _, at := range []place{middle, bottom} {
			src := withLine(at, dump)
			a := Clean(src, Options{})
			if want := strings.Join(paragraphs, "\n\n"); a.Text != want {
				t.Errorf("%s left\n%s", name, a.Text)
			}
			if len(a.Related) != 2 || a.Related[0].Title != story7 || a.Related[1].Title != story8 {
				t.Errorf("%s: related %v", name, a.Related)
			}
			checkNothingLost(t, src, a)
		}
	}
}

func TestATitleInADumpMayHoldQuotesAndCommas(t *testing.T) {
	a := Clean(withLine(bottom, `string(57) "[{"id":"8","title":"Mayor: "I never said that", and trams run"}]"`), Options{})
	if len(a.Related) != 1 || a.Related[0].Title != `Mayor: "I never said that", and trams run` || strings.Contains(a.Text, "trams run") {
		t.Errorf("related %v, text\n%s", a.Related, a.Text)
	}
}

func TestProgramsThatComplainAreNotRead(t *testing.T) {
	for _, s := range []string{
		"NULL", "undefined", "[object Object]", "bool(false)", "int(1234)", "float(1.5)", "array(0) { }", "array(0) {\n}", `string(0) ""`, `string(12) "harbour-news"`, "Array\n(\n)",
		"Warning: mysql_fetch_array() expects parameter 1 to be resource, boolean given in /home/courier/story.php on line 42",
		"PHP Warning:  Invalid argument supplied for foreach() in /srv/www/story.php on line 42",
		"Deprecated: Function create_function() is deprecated in /srv/www/x.php on line 7",
		"<br /> <b>Notice</b>: Undefined variable: pilot in <b>/srv/www/story.php</b> on line <b>118</b><br />",
		"Fatal error: Uncaught Error: Call to undefined function foo() in /srv/x.php:3\nStack trace:\n#0 {main}\n  thrown in /srv/x.php on line 3",
		"Traceback (most recent call last):\n  File \"/srv/app.py\", line 3, in render\n    story.related()\nAttributeError: 'NoneType' object has no attribute 'related'",
		"Uncaught TypeError: Cannot read property 'title' of undefined at story.js:118",
		"Microsoft VBScript runtime error '800a000d' Type mismatch: 'title' /story.asp, line 118",
	} {
		for _, at := range []place{middle, bottom} {
			src := withLine(at, s)
			a := Clean(src, Options{})
			if want := strings.Join(paragraphs, "\n\n"); a.Text != want {
				t.Errorf("%q left\n%s\ncuts %v", s, a.Text, a.Cuts)
			}
			checkNothingLost(t, src, a)
		}
	}
}

func TestStoriesAboutProgramsStay(t *testing.T) {
	for _, s := range []string{
		"On the board he had written {\"title\": 1} and, below it, the word undefined.",
		"The clerk calls such a list an array (of seven names, in this case) and keeps it in a drawer.",
		"Warning: the harbour office asks boats to keep clear of the mole until the lamp is mended.",
		"Notice: the reading on Friday is moved to the hall of the guild, which is on line 9 of the tram.",
		"“Fatal error,” the mayor said, and laid the pilot's log on the table for everybody to see.",
		"The error of the Tarrovian clerks: they had counted the ferry (built in 1971) and its boats [all of them] twice.",
		"He asked for a:2 share and b:1 in return, which nobody in the room understood.",
		"Traceback of the money took the court two years, and the clerk three pencils.",
		"Array after array of lamps went out along the mole that night, he said.",
	} {
		for _, at := range []place{middle, bottom} {
			if a := Clean(withLine(at, s), Options{}); !strings.Contains(a.Text, s) {
				t.Errorf("%q went: %v", s, a.Cuts)
			}
		}
	}
}
