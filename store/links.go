package store

import (
	"context"
	"slices"

	"broadsheet/store/address"
	"broadsheet/store/catalog"
	"broadsheet/store/resolve"
)

// links is who names whom, the other way round: for every headline that some
// story names, what it goes by. It is read through from end to end, which is
// quick, and so never has to be kept in step.
type links struct {
	commit           int64
	from             []uint32
	title, url, name []uint64
}

// naming returns the stories that name the one with these keys, by row.
func (k *links) naming(want catalog.Keys) []uint32 {
	var all []uint32
	for i, from := range k.from {
		switch {
		case want.Publisher != 0 && k.name[i] == want.Publisher,
			want.URL != 0 && k.url[i] == want.URL,
			want.Folded != 0 && k.title[i] == want.Folded:
			all = append(all, from)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// linksTo reads the headlines that all stories name, unless they are known.
func (l *Library) linksTo(ctx context.Context) (*links, error) {
	seen := l.seen.Load()
	if k := l.links.Load(); k != nil && k.commit >= seen {
		return k, nil
	}
	k := &links{commit: seen}
	for one, err := range l.cat().Links(ctx) {
		if err != nil {
			return nil, err
		}
		k.from = append(k.from, one.Story)
		k.title = append(k.title, catalog.Hash(resolve.Fold(one.Title)))
		k.url = append(k.url, catalog.Hash(address.Canonical(one.URL)))
		k.name = append(k.name, catalog.Hash(one.ID))
	}
	l.links.Store(k)
	return k, nil
}
