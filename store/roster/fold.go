package roster

import (
	"cmp"
	"slices"
)

// groups are the stories with the same text as others, by the row of the one
// that the others are folded under.
type groups struct {
	members map[uint32][]uint32 // rows, the earliest first, without the leader's
	grouped []uint64            // bits by row: stories in any group
	lead    []uint32            // by row: of a story in a group, the row of its leader
}

// Folded returns a roster that differs in who is folded under whom: for some
// rows the row of the leader, 0 where the story stands for itself.
func (r *Roster) Folded(leaders map[uint32]uint32) *Roster {
	if len(leaders) == 0 {
		return r
	}
	n := *r
	n.leader = slices.Clone(r.leader)
	for row, leader := range leaders {
		if i, ok := r.Index(row); ok {
			n.leader[i] = leader
		}
	}
	n.group()
	return &n
}

// group makes the groups of what the stories say of their leaders. Stories
// whose leader is gone stand for themselves until they are folded again.
func (r *Roster) group() {
	g := &groups{}
	for i, leader := range r.leader {
		if leader == 0 {
			continue
		}
		if _, ok := r.Index(leader); !ok {
			r.leader[i] = 0
			continue
		}
		if g.members == nil {
			g.members = map[uint32][]uint32{}
			g.grouped = make([]uint64, r.rows[len(r.rows)-1]/64+1)
			g.lead = make([]uint32, r.rows[len(r.rows)-1]+1)
		}
		g.members[leader] = append(g.members[leader], r.rows[i])
		for _, row := range []uint32{leader, r.rows[i]} {
			g.grouped[row/64] |= 1 << (row % 64)
			g.lead[row] = leader
		}
	}
	for _, members := range g.members {
		slices.SortFunc(members, r.earlier)
	}
	r.groups = g
}

// earlier is the order of copies: by date, and then by where they lie, which
// does not depend on when they came.
func (r *Roster) earlier(a, b uint32) int {
	i, _ := r.Index(a)
	k, _ := r.Index(b)
	return cmp.Or(cmp.Compare(r.published[i], r.published[k]), cmp.Compare(r.places[i], r.places[k]))
}

// AnyFolded reports whether some story is folded under another.
func (r *Roster) AnyFolded() bool { return len(r.groups.members) > 0 }

// Grouped has a bit set for the row of every story that has copies.
func (r *Roster) Grouped() []uint64 { return r.groups.grouped }

func (r *Roster) isGrouped(row uint32) bool {
	return int(row/64) < len(r.groups.grouped) && r.groups.grouped[row/64]&(1<<(row%64)) != 0
}

// Leader is the story that story i is folded under, itself where under none.
func (r *Roster) Leader(i uint32) uint32 {
	if r.leader[i] != 0 {
		if at, ok := r.Index(r.leader[i]); ok {
			return at
		}
	}
	return i
}

// Copies counts the further stories with the text of story i.
func (r *Roster) Copies(i uint32) int {
	row := r.rows[i]
	if !r.isGrouped(row) {
		return 0
	}
	if r.leader[i] != 0 {
		row = r.leader[i]
	}
	return len(r.groups.members[row])
}

// Members lists the rows of the stories with the text of story i, itself among
// them: the leader first, the others by date.
func (r *Roster) Members(i uint32) []uint32 {
	row := r.rows[r.Leader(i)]
	return append([]uint32{row}, r.groups.members[row]...)
}

// Leaders calls do with every story that is folded under none.
func (r *Roster) Leaders(do func(i uint32)) {
	for i, leader := range r.leader {
		if leader == 0 {
			do(uint32(i))
		}
	}
}

// Fold leaves of every group only one story in a list: the one that leads it
// if the list holds it, else the first. It edits the list.
func (r *Roster) Fold(list []uint32) []uint32 {
	if !r.AnyFolded() {
		return list
	}
	stands := map[uint32]uint32{} // by leader: who stands for the group
	for _, i := range list {
		if !r.isGrouped(r.rows[i]) {
			continue
		}
		leader := r.Leader(i)
		if _, met := stands[leader]; !met || i == leader {
			stands[leader] = i
		}
	}
	return slices.DeleteFunc(list, func(i uint32) bool {
		return r.isGrouped(r.rows[i]) && stands[r.Leader(i)] != i
	})
}

// Standing leaves, of rows that ascend and all have copies, one of each group:
// the leader if it is among them, else the first.
func (r *Roster) Standing(rows []uint32) []uint32 {
	there := make([]uint64, len(r.groups.grouped)) // who leads and is among them
	for _, row := range rows {
		if r.groups.lead[row] == row {
			there[row/64] |= 1 << (row % 64)
		}
	}
	var left []uint32
	for _, row := range rows {
		lead := r.groups.lead[row]
		bit := uint64(1) << (lead % 64)
		if row != lead && there[lead/64]&bit != 0 {
			continue
		}
		there[lead/64] |= bit
		left = append(left, row)
	}
	return left
}
