package index

import "math"

// What makes two stories alike is the cosine of one sparse vector a story. It
// has a part for the words of the whole story, one for those of title and lead,
// one for the title, and one for the pairs of words in title and lead. A word
// that is mostly written as a name counts more: names tell events of one kind
// apart. How rare a word is counts only up to a point, since past it rareness
// says nothing of the event.
//
// Measured on the 982 stories of ECB+, alone and hidden among 20,000 others,
// nDCG@5 and MAP of 100 neighbours, each part left out in turn:
//
//	                                       alone          hidden
//	all of it                           .9849 .9654    .9800 .9606
//	no part for the lead                .9765 .9553    .9786 .9600
//	no feedback of the nearest stories  .9794 .9548    .9774 .9509
//	names count as other words          .9825 .9621    .9804 .9593
//	numbers count as other words        .9827 .9629    .9796 .9585
//	no part for the title               .9841 .9638    .9793 .9591
//	no pairs of words                   .9845 .9653    .9795 .9600
//	rareness without bound (plain idf)  .9847 .9662    .9755 .9565
//	no nearness in time                 .9847 .9653    .9796 .9601
//
// How far it looks for them is measured with reach.
const (
	leadPart  = 1.0
	titlePart = 1.0
	pairPart  = 0.7
	nameGain  = 1.5
	nameShare = 0.5 // of the stories with the word that write it as a name
	numGain   = 1.5 // of numbers of two digits and more

	tfHalf                  = 1.5  // the count at which a word has half its weight
	rareness                = 3.5  // what the weight of a rare word comes near to
	commonPart, commonLeast = 4, 5 // terms of more than a fourth are common

	nearFloor   = 0.5  // what is left for stories far apart in time
	nearSoon    = 0.1  // what a week or so takes away of the rest
	nearLate    = 0.4  // and what half a year or so does
	nearUnknown = 0.75 // where one of two has no day
)

// part holds a number for each part of the vector that is of words.
type part struct{ all, lead, title float32 }

// parts tells what a code is worth in each part.
var parts = func() (t [256]part) {
	worth := func(n int, part float64) float32 {
		return float32(part * float64(n) / (float64(n) + tfHalf))
	}
	for c := range t {
		t[c] = part{worth(c&maxTF, 1), worth(c>>4&3, leadPart), worth(c>>6, titlePart)}
	}
	return t
}()

// rareWeight is what a term held by df of n stories weighs. One that only one
// story holds makes it like no other, and one that a good part of the stories
// hold says nothing, unless they are few.
func rareWeight(n, df int) float64 {
	if df < 2 || df > max(n/commonPart, commonLeast) || df >= n {
		return 0
	}
	return rareness * (1 - math.Exp(-math.Log(float64(n)/float64(df))/rareness))
}

// kind tells names and numbers from other words.
type kind uint8

const (
	isWord kind = iota
	isName
	isNumber
)

func kindOf(number bool, capitals, df uint32) kind {
	switch {
	case number:
		return isNumber
	case float64(capitals) > nameShare*float64(df):
		return isName
	}
	return isWord
}

// number reports whether a term is one; a lone digit is none.
func number(name []byte) bool { return len(name) > 1 && name[0] >= '0' && name[0] <= '9' }

// gain is what a term counts for in the part of the whole story.
func (k kind) gain() float32 {
	switch k {
	case isName:
		return nameGain
	case isNumber:
		return numGain
	}
	return 1
}
