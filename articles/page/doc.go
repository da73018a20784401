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
// but the headline, the day and a name that the page prints win over what its
// machines say, for that is what a reader would call them.
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
// in and out, and whole-text shingles of 130 pages; then the same without one
// group of signals, the weights fitted anew. On the second set single pages
// move F1 by .007, so only the first tells signals apart.
//
//	                               passages   shingles
//	readability alone                .8939      .9861 (the set is its own output)
//	all signals                      .9357      .9633
//	  without the neighbours         .9322      .9632
//	  without elements (article …)   .9329      .9634
//	  without where the prose is     .9332      .9637
//	  without the first reading      .9334      .9521
//	  without place in the page      .9335      .9557
//	  without length                 .9344      .9636
//	  without link density           .9345      .9640
//	  without the look of the text   .9347      .9558
//	  without the line cleaner       .9349      .9557
//	  without the block's element    .9353      .9640
//	  without JSON-LD's articleBody  .9354      .9634
//	  without class and id           .9355      .9658
//	all, and a higher bar for short
//	lines the cleaner knows          .9385      .9606
//
// No signal carries the rest: each group is worth at most four thousandths,
// for the others stand in for it, and together they are worth four hundredths.
// JSON-LD's text and the names of classes earn next to nothing; the first is
// kept for pages that show less than it holds, the second for what it says of
// a cut.
//
// A cut is told with its class and its block; blocks are counted from 1 in
// the order of the page, and Article.Lines counts the same.
package page
