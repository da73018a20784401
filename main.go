// Broadsheet is an offline news reader for the terminal: point it at a folder
// of saved articles, whatever shape they are in, and read them as a newspaper.
package main

import (
	"context"
	"os"

	"broadsheet/ui/cli"
)

func main() {
	os.Exit(cli.Main(context.Background(), os.Args[1:], cli.Streams{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr,
	}))
}
