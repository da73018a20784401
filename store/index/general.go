package index

import (
	"strings"
	"unicode/utf8"
)

// dull words stand before names or in every story and are no reason ever.
func dull(s string) bool {
	switch s {
	case "also", "am", "away", "com", "dr", "eight", "est", "ever", "every", "far", "five", "four", "gave", "gmt", "got",
		"gov", "herself", "himself", "html", "http", "https", "itself", "jr", "know", "known", "knows", "mr", "mrs", "ms",
		"never", "nine", "pm", "rep", "say", "saying", "says", "second", "sen", "seven", "since", "sir", "six", "st",
		"still", "ten", "th", "things", "third", "thought", "three", "told", "two", "utc", "within", "without", "www",
		"yet":
		return true
	}
	return utf8.RuneCountInString(s) < 2 || strings.HasSuffix(s, "n't") || strings.HasSuffix(s, "n’t")
}

// general reports English words that tell of no matter: what anybody says or
// does, when, how much and how. A reason is made of them only where two stories
// have nothing better in common.
func general(s string) bool {
	switch s {
	case "able", "above", "according", "across", "actually", "add", "added", "adding", "adds", "afternoon", "again",
		"against", "ago", "agree", "agreed", "ahead", "allow", "allowed", "allows", "almost", "along", "already",
		"although", "always", "among", "amount", "announce", "announced", "announcement", "announcing", "another",
		"answer", "answered", "anyone", "anything", "apart", "appear", "appeared", "appears", "area", "areas", "around",
		"ask", "asked", "asking", "asks", "autumn", "back", "bad", "became", "become", "becomes", "began", "begin",
		"beginning", "begins", "begun", "behind", "being", "believe", "believed", "believes", "below", "best", "better",
		"between", "big", "bigger", "biggest", "billion", "bit", "both", "bottom", "bring", "bringing", "brings",
		"brought", "call", "called", "calling", "calls", "came", "cannot", "carried", "carries", "carry", "case", "cases",
		"cent", "certain", "chance", "change", "changed", "changes", "claim", "claimed", "claims", "clear", "clearly",
		"close", "closed", "come", "comes", "coming", "comment", "commented", "comments", "common", "confirm", "confirmed",
		"consider", "considered", "continue", "continued", "continues", "continuing", "country", "create", "created",
		"current", "currently", "daily", "day", "days", "decide", "decided", "describe", "described", "despite",
		"different", "does", "doing", "done", "door", "down", "dozen", "dozens", "during", "each", "earlier", "early",
		"easy", "eighteen", "eighty", "either", "eleven", "else", "end", "ended", "ending", "ends", "enough", "entire",
		"especially", "even", "evening", "everybody", "everyone", "everything", "everywhere", "example", "expect",
		"expected", "expects", "explain", "explained", "fact", "facts", "fall", "fallen", "feel", "feeling", "feels",
		"fell", "felt", "few", "fewer", "fifteen", "fifty", "find", "finding", "finds", "first", "follow", "followed",
		"following", "follows", "former", "formerly", "forty", "found", "fourteen", "front", "full", "general", "get",
		"gets", "getting", "give", "given", "gives", "giving", "go", "goes", "going", "gone", "good", "gotten", "great",
		"greater", "greatest", "group", "groups", "half", "happen", "happened", "happens", "hard", "having", "hear",
		"heard", "hearing", "hears", "held", "help", "helped", "helping", "helps", "here", "high", "higher", "highest",
		"hit", "hits", "hold", "holding", "holds", "home", "hope", "hoped", "hopes", "hoping", "hour", "hours", "house",
		"however", "hundred", "hundreds", "idea", "important", "include", "included", "includes", "including", "insist",
		"insisted", "instead", "keep", "keeping", "keeps", "kept", "kind", "large", "larger", "largest", "last", "late",
		"later", "latest", "lead", "leave", "leaves", "leaving", "led", "left", "less", "let", "lets", "life", "like",
		"likely", "line", "lines", "little", "live", "lived", "lives", "living", "local", "long", "longer", "look",
		"looked", "looking", "looks", "lose", "loses", "losing", "lost", "lot", "lots", "low", "lower", "lowest", "made",
		"main", "major", "make", "makes", "making", "man", "many", "matter", "maybe", "me", "mean", "means", "meant",
		"meet", "meets", "member", "members", "men", "met", "midnight", "might", "million", "millions", "mine", "minute",
		"minutes", "moment", "moments", "month", "months", "morning", "move", "moved", "moves", "moving", "much", "must",
		"my", "myself", "name", "named", "names", "near", "nearby", "nearly", "need", "needed", "needs", "neither", "new",
		"next", "night", "nights", "nineteen", "ninety", "nobody", "noon", "note", "noted", "nothing", "now", "number",
		"numbers", "off", "offer", "offered", "official", "officials", "often", "old", "once", "open", "ourselves", "own",
		"paid", "part", "particularly", "parts", "pass", "passed", "passes", "passing", "pay", "people", "per", "percent",
		"perhaps", "person", "place", "places", "point", "points", "possible", "possibly", "previous", "previously",
		"probably", "problem", "problems", "provide", "provided", "pull", "pulled", "push", "pushed", "put", "puts",
		"putting", "quarter", "question", "questions", "quite", "ran", "rather", "reach", "reached", "read", "reading",
		"reads", "ready", "real", "really", "reason", "reasons", "receive", "received", "recent", "recently", "remain",
		"remained", "remains", "remember", "remembered", "report", "reported", "reportedly", "reporting", "reports",
		"require", "required", "rest", "return", "returned", "reveal", "revealed", "right", "rise", "room", "rose",
		"round", "run", "running", "runs", "same", "sat", "saw", "see", "seeing", "seem", "seemed", "seems", "seen",
		"sees", "send", "sends", "sent", "set", "sets", "setting", "seventeen", "seventy", "several", "shall", "short",
		"should", "show", "showed", "showing", "shown", "shows", "side", "sides", "similar", "simply", "single", "sit",
		"sits", "sitting", "sixteen", "sixty", "small", "smaller", "smallest", "someone", "something", "sometimes", "soon",
		"sort", "speak", "speaking", "speaks", "special", "spoke", "spoken", "spokesman", "spokesperson", "spokeswoman",
		"spring", "stand", "standing", "stands", "start", "started", "starting", "starts", "statement", "statements",
		"stay", "stayed", "stays", "stood", "stop", "stopped", "stops", "stories", "story", "strong", "suggest",
		"suggested", "summer", "sure", "take", "taken", "takes", "taking", "talk", "talked", "talking", "tell", "telling",
		"tells", "themselves", "thing", "think", "thinking", "thinks", "thirteen", "thirty", "though", "thousand",
		"thousands", "through", "throughout", "time", "times", "today", "together", "tomorrow", "tonight", "too", "took",
		"top", "total", "tried", "tries", "true", "try", "trying", "turn", "turned", "turning", "turns", "twelve",
		"twenty", "twice", "unable", "under", "understand", "understood", "until", "us", "use", "used", "uses", "using",
		"usually", "very", "wait", "waited", "waiting", "waits", "walk", "walked", "want", "wanted", "wanting", "wants",
		"warn", "warned", "watch", "watched", "watching", "way", "ways", "week", "weekend", "weeks", "well", "went",
		"where", "whether", "whole", "whom", "whose", "why", "winter", "woman", "women", "word", "words", "work", "worked",
		"working", "works", "world", "worse", "worst", "write", "writes", "written", "wrong", "wrote", "year", "years",
		"yesterday", "young", "younger", "your", "yours", "yourself":
		return true
	}
	return false
}
