// Package ui is the reading room: the Bubble Tea program over a library of
// stories. It knows how to show, to move and to ask; it does not know where
// stories are kept (it asks a Shelf, declared here), nor how a story is turned
// into lines (ui/page) or which colours mean what (ui/theme).
//
// Update and View do no I/O: whatever may take time is a command, numbered so
// that an answer to an older question is dropped.
package ui
