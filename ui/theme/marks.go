package theme

// Marks are the glyphs of the look. Each is one cell wide.
type Marks struct {
	Unread, Read, Star string
	Copies, Thread     string // before a count: ×3
	Rule, Heavy, Dots  string // horizontal lines
	Bar                string // between panes
	Quote, Cut, Code   string // at the left of a block
	Bullet, SubBullet  string
	Ticked, Unticked   string
	Warning            string
	Dot                string // between facts: source · date
	Trail              string // between stories of the trail
	Scroll             string
	Ellipsis, Blank    string // Blank stands for a letter that no cell can hold
}

func marks(ascii bool) Marks {
	if ascii {
		return Marks{
			Unread: "*", Read: "-", Star: "!", Copies: "x", Thread: "=",
			Rule: "-", Heavy: "=", Dots: ".", Bar: "|",
			Quote: "|", Cut: ":", Code: "|",
			Bullet: "*", SubBullet: "-", Ticked: "x", Unticked: "o", Warning: "!",
			Dot: "-", Trail: ">", Scroll: "#", Ellipsis: "~", Blank: "?",
		}
	}
	return Marks{
		Unread: "●", Read: "○", Star: "★", Copies: "×", Thread: "≡",
		Rule: "─", Heavy: "━", Dots: "┄", Bar: "│",
		Quote: "▎", Cut: "┆", Code: "│",
		Bullet: "•", SubBullet: "–", Ticked: "☑", Unticked: "☐", Warning: "!",
		Dot: "·", Trail: "›", Scroll: "▐", Ellipsis: "…", Blank: "·",
	}
}
