// Package page reads saved web pages: HTML becomes one story and nothing
// else. It knows nothing of folders, of the network or of any one site.
package page
