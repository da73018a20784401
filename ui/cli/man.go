package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"broadsheet/ui"
)

func (a *app) manCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "man",
		Short:   "Print the manual page",
		Example: `broadsheet man > broadsheet.1`,
		Args:    noArguments,
		RunE: func(*cobra.Command, []string) error {
			_, err := io.WriteString(a.Out, manualPage((&app{}).root()))
			return err
		},
	}
}

// manualPage says what help says, in the language of man.
func manualPage(root *cobra.Command) string {
	var m manual
	fmt.Fprintf(&m.out, ".TH BROADSHEET 1 \"\" \"broadsheet %s\" \"User Commands\"\n", version())
	m.section("NAME")
	m.text("broadsheet - " + lowerFirst(root.Short))
	m.section("SYNOPSIS")
	m.asItStands(root.UseLine() + "\nbroadsheet COMMAND [--flags]")
	m.section("DESCRIPTION")
	m.text(root.Long)
	m.section("OPTIONS")
	m.asItStands(root.LocalFlags().FlagUsagesWrapped(manualWidth))
	m.section("KEYS")
	m.keys()
	m.section("COMMANDS")
	for _, cmd := range root.Commands() {
		m.command(cmd)
	}
	m.section("FILES")
	m.asItStands(manualFiles)
	m.section("EXIT STATUS")
	m.asItStands("0  done\n1  some input failed; it was named and the rest done\n2  called wrongly")
	m.section("EXAMPLES")
	m.asItStands(root.Example)
	return m.out.String()
}

const manualWidth = 72

const manualFiles = `$XDG_CACHE_HOME/broadsheet               catalogue and index
    may be deleted at any time
$XDG_STATE_HOME/broadsheet               your marks
    yours; broadsheet marks prints them
$XDG_CONFIG_HOME/broadsheet/config.toml  the configuration
    broadsheet config writes one`

// manual is a page that is being written.
type manual struct{ out strings.Builder }

func (m *manual) section(name string) { fmt.Fprintf(&m.out, ".SH %s\n", name) }

// text writes paragraphs, and as they stand those lines that are indented.
func (m *manual) text(s string) {
	for paragraph := range strings.SplitSeq(s, "\n\n") {
		if strings.HasPrefix(paragraph, " ") {
			m.asItStands(paragraph)
			continue
		}
		m.out.WriteString(".PP\n")
		m.lines(paragraph)
	}
}

func (m *manual) asItStands(s string) {
	m.out.WriteString(".PP\n.nf\n")
	m.lines(s)
	m.out.WriteString(".fi\n")
}

// lines writes lines in which nothing is a request to man.
func (m *manual) lines(s string) {
	for line := range strings.Lines(strings.TrimRight(s, "\n")) {
		line = strings.NewReplacer(`\`, `\e`, "-", `\-`, "`", "\\(ga", "'", `\(aq`).Replace(strings.TrimRight(line, "\n"))
		if strings.HasPrefix(line, ".") {
			line = `\&` + line
		}
		m.out.WriteString(line + "\n")
	}
}

func (m *manual) command(cmd *cobra.Command) {
	m.out.WriteString(".SS ")
	m.lines(cmd.Use)
	about := cmd.Long
	if about == "" {
		about = cmd.Short + "."
	}
	m.text(about)
	if flags := cmd.LocalNonPersistentFlags(); flags.HasAvailableFlags() {
		m.asItStands(flags.FlagUsagesWrapped(manualWidth))
	}
	if cmd.Example != "" {
		m.asItStands(cmd.Example)
	}
}

func (m *manual) keys() {
	m.text("Every key can be changed in the configuration file. In the reader ? shows them all.")
	var rows strings.Builder
	for _, b := range ui.DefaultKeys().Bindings() {
		if len(b.Keys) > 0 {
			fmt.Fprintf(&rows, "%-20s %s\n", strings.Join(b.Keys, " "), b.Help)
		}
	}
	m.asItStands(rows.String())
}

func lowerFirst(s string) string { return strings.ToLower(s[:1]) + s[1:] }
