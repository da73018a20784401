// Package page reads saved web pages: HTML becomes one story and nothing
// else. It knows nothing of folders, of the network or of any one site.
//
// # The way of a page
//
// Bytes become text by the charset the page declares (parse.go), text becomes
// a tree, and the tree is put in the state a browser would have shown it in
// (prepare.go). The tree is split into blocks, the lines the eye sees
// (block.go). Where they hold no prose the story is looked for in what pages
// hide, in frames, in noscript and in the data of scripts (rescue.go,
// state.go). Blocks are judged one by one (signals.go, measure.go, judge.go,
// keep.go); what is kept is written as Markdown and as plain text (inline.go,
// render.go). Metadata is read apart (facts.go and what it feeds) in the order
// JSON-LD, meta elements, microdata and time elements, the address, the text;
// but the headline and the day that the page prints win over what its machines
// say, for that is what a reader would call them.
//
// # Two readings
//
// The first reading is readability. It chooses the element that holds most
// prose and cleans it: it keeps nearly all of a story and too much beside it.
// The second is ours: it chooses nothing, but measures some two hundred
// signals of every block and adds up their weights (weights.go), first of the
// block alone, then among its neighbours. The first reading's vote is one of
// the signals, and the verdict of the line cleaner that cleans plain text is
// another. So where the readings differ neither wins by rank: a subhead the
// first reading drops is kept for what stands around it, a box it keeps goes
// for its links, its name and its words.
//
// The weights were fitted on labelled pages by logistic regression, and are
// refitted by TestFit. It learns from two thirds of the pages and is scored on
// the last, three times over; no page, host or file name is known to it. A
// small neural net in place of the sums was no better, which says that the
// signals and not their sum are the limit.
//
// # What each signal is worth
//
// F1 on pages the weights did not see: 976 pages with passages that must be
// in and out, and whole-text shingles of 130 pages (captions apart, which are
// no prose); then the same without one group of signals, the weights fitted
// anew. On the second set single pages move F1 by .007, so only the first
// tells signals apart.
//
//	                               passages   shingles
//	readability alone                .8939      .9901 (the set is its own output)
//	all signals                      .9363      .9597
//	  without the neighbours         .9324      .9671
//	  without place in the page      .9326      .9518
//	  without the first reading      .9337      .9551
//	  without link density           .9341      .9677
//	  without elements (article …)   .9342      .9677
//	  without where the prose is     .9345      .9600
//	  without the block's element    .9345      .9679
//	  without the line cleaner       .9354      .9592
//	  without length                 .9355      .9674
//	  without class and id           .9356      .9702
//	  without JSON-LD's articleBody  .9360      .9595
//	  without the look of the text   .9366      .9599
//	all, and a higher bar for short
//	lines the cleaner knows          .9398      .9568
//
// No signal carries the rest: each group is worth at most four thousandths,
// for the others stand in for it, and together they are worth four hundredths.
// JSON-LD's text and the names of classes earn next to nothing; the first is
// kept for pages that show less than it holds, the second for what it says of
// a cut.
//
// What is decided block by block is then put right as a whole (keep.go): a
// paragraph nearly kept stays where most beside it do, a heading over nothing
// that is kept goes, and a story does not end in a notice or in doubt. With
// the weights of all pages these take the passages from .9430 to .9456, nearly
// all of it in precision.
//
// # Who is believed
//
// A headline that the page prints over its story wins over its metadata. For
// names, JSON-LD comes before meta elements, these before microdata and links
// to an author's page, these before the words of a line; but print wins where
// it names more of the writers, gives in full what is stated as one word, or
// names a person where a meta element names an office. For the day, the first
// of the stated moments whose day is printed too; what stands printed under
// the headline wins over a statement that disagrees, unless day and month have
// only changed places, or it stands over the headline and is later, which is
// the day of the visit. Then come time elements, the address, the lines.
//
// # Pictures
//
// A picture of the story is a paragraph of Body, ![caption](address), and no
// part of Text. The address is one on the network, a file beside the saved
// page, or #picture-N for the N-th picture that the page carries in itself,
// which Picture reads.
//
// A cut is told with its class and its block; blocks are counted from 1 in
// the order of the page, and Article.Lines counts the same.
package page
