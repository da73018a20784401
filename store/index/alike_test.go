package index

import (
	"strings"
	"testing"
)

func TestNeighboursAreToldApartByHowLikeTheyAre(t *testing.T) {
	log := "The pilot told the inquiry in Ostrel that the ferry Ostrel Maid ran aground off Karsk because the second radar was out of order. "
	x := open(t, append(library(40),
		Doc{Key: 100, ID: "a", Title: "Pilot tells inquiry of the radar", Text: log, Day: 7},
		Doc{Key: 101, ID: "b", Title: "Pilot tells inquiry of second radar", Text: log + "He had asked for 2 parts in April.", Day: 7},
		Doc{Key: 102, ID: "c", Title: "Pilot tells inquiry of second radar", Text: log + "He had asked for 9 parts in April, he said.", Day: 8},
		Doc{Key: 103, ID: "d", Title: "Ferry aground off Karsk", Text: "Nobody was hurt when the Ostrel Maid met the Teal Bank in fog. " + strings.Repeat("Tugs came from Vasska at noon. ", 3), Day: 8},
	)...)
	near, err := x.Similar(t.Context(), 100, 10)
	if err != nil || len(near) < 3 {
		t.Fatal(near, err)
	}
	like := map[[2]uint32]float32{}
	for i, one := range near {
		if want := min(i, compared); len(one.Alike) != want {
			t.Fatalf("neighbour %d is compared with %d before it", i, len(one.Alike))
		}
		for k, is := range one.Alike {
			if is < 0 || is > 1.0001 {
				t.Errorf("likeness %f", is)
			}
			like[[2]uint32{min(one.Key, near[k].Key), max(one.Key, near[k].Key)}] = is
		}
	}
	if versions, event := like[[2]uint32{101, 102}], like[[2]uint32{101, 103}]; versions < 0.8 || event > 0.5 || event == 0 {
		t.Errorf("two versions are alike to %.2f, two stories of one event to %.2f", versions, event)
	}
}

func TestNearestIsSimilarWithoutReasons(t *testing.T) {
	x := open(t, library(60)...)
	explained := 0
	for key := range uint32(20) {
		told, err := x.Similar(t.Context(), key, 15)
		if err != nil {
			t.Fatal(err)
		}
		bare, err := x.Nearest(t.Context(), key, 15)
		if err != nil || len(bare) != len(told) {
			t.Fatal(len(bare), len(told), err)
		}
		for i, one := range told {
			if bare[i].Key != one.Key || bare[i].Score != one.Score || bare[i].Terms != nil || bare[i].Alike != nil {
				t.Errorf("%d: %+v and %+v", key, bare[i], one)
			}
			explained += len(one.Terms)
		}
	}
	if explained == 0 {
		t.Error("no neighbour of any story says why")
	}
}
