package copies

// Group folds n texts into groups by the pairs of them that are the same. The
// texts are given in the order in which they would lead a group, the longest
// first; the answer names each one's leader, its own index where it leads.
//
// A text joins the first leader that it is itself a copy of, never a copy of a
// copy: two shorts cut from different halves of one long story stand under
// that story, and a digest that quotes two stories does not make them one. The
// answer depends on the order of the texts alone, not on that of the pairs.
func Group(n int, pairs [][2]int) []int {
	earlier := make([][]int, n)
	for _, p := range pairs {
		i, j := min(p[0], p[1]), max(p[0], p[1])
		if i != j {
			earlier[j] = append(earlier[j], i)
		}
	}
	leader := make([]int, n)
	for i := range leader {
		leader[i] = i
		for _, j := range earlier[i] {
			if leader[j] == j && j < leader[i] {
				leader[i] = j
			}
		}
	}
	return leader
}
