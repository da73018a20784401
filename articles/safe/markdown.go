package safe

// Markdown passes Markdown.
func Markdown(s string) string { return Text(s) }
