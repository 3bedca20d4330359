package hostile

import (
	"testing"

	"rust/objects"
)

// Handles in the fields of data.
var partsCases = []testCase{
	{"parts/record", func(t *testing.T) {
		n := tag()
		crew := objects.CrewOf("öne", n)
		equal(t, crew.Name, "öne")
		equal(t, crew.Captain.Tag(), n)
		equal(t, len(crew.Others), 2)
		equal(t, crew.Others[1].Size(), uint(2))
		equal(t, crew.Spare == nil, true)
		crew.Spare = objects.NewParcel(n)
		equal(t, objects.Dismiss(crew), uint(4))
		dropped(t, n, 4)
		closed(t, func() { crew.Captain.Tag() })
	}},
	{"parts/records", func(t *testing.T) {
		n := tag()
		for i, crew := range objects.Crews(3, n) {
			equal(t, crew.Name, string(rune('0'+i)))
			equal(t, objects.Dismiss(crew), uint(3))
		}
		dropped(t, n, 9)
	}},
	{"parts/sequence", func(t *testing.T) {
		n := tag()
		for crew := range objects.Recruits(100, n) {
			equal(t, crew.Captain.Tag(), n)
			if crew.Name == "2" {
				break
			}
		}
		equal(t, await(func() int { return live() - kept }, 0), 0)
	}},
	{"parts/method-that-consumes", func(t *testing.T) {
		crew := objects.CrewOf("x", tag())
		turned := objects.Rotate(crew.Rotate())
		equal(t, turned.Captain.Size(), uint(2))
		equal(t, turned.Others[1].Size(), uint(1))
		closed(t, func() { crew.Rotate() })
	}},
	{"parts/enum", func(t *testing.T) {
		n := tag()
		equal(t, objects.CargoOf(0, n), objects.Cargo(objects.CargoNothing{}))
		one := objects.CargoOf(1, n).(objects.CargoOne)
		equal(t, one.Value.Tag(), n)
		many := objects.CargoOf(3, n).(objects.CargoMany)
		equal(t, many.Label, "3 parcels")
		equal(t, objects.Unload(one), uint(1))
		equal(t, objects.Unload(many), uint(3))
		equal(t, objects.Unload(objects.CargoNothing{}), uint(0))
		closed(t, func() { many.Parcels[2].Tag() })
		dropped(t, n, 4)
	}},
	{"parts/enums", func(t *testing.T) {
		n := tag()
		all := []objects.Cargo{objects.CargoOf(2, n), objects.CargoNothing{}, objects.CargoOf(1, n)}
		equal(t, objects.UnloadAll(all), uint(3))
		dropped(t, n, 3)
	}},
	{"parts/contains-itself", func(t *testing.T) {
		n := tag()
		knot := objects.Knots(5, n)
		equal(t, knot.Next.Next.Parcel.Tag(), n)
		equal(t, objects.Untie(knot), uint32(5))
		dropped(t, n, 5)
	}},
	{"parts/contains-itself-too-deep", func(t *testing.T) {
		n := tag()
		knot := objects.Knot{Parcel: objects.NewParcel(n)}
		for range 200 {
			next := knot
			knot = objects.Knot{Parcel: objects.NewParcel(n), Next: &next}
		}
		missing(t, func() { objects.Untie(knot) })
		dropped(t, n, 0)
		caught(func() { objects.Knots(200, n) })
	}},
	{"parts/closed-in-the-middle", func(t *testing.T) {
		n := tag()
		crew := objects.CrewOf("x", n)
		end(t, crew.Others[0])
		closed(t, func() { objects.Dismiss(crew) })
		equal(t, crew.Captain.Tag(), n)
		crew.Others = crew.Others[1:]
		equal(t, objects.Dismiss(crew), uint(2))
	}},
	{"parts/same-twice", func(t *testing.T) {
		n := tag()
		crew := objects.CrewOf("x", n)
		crew.Spare = crew.Captain
		inUse(t, func() { objects.Dismiss(crew) })
		dropped(t, n, 0)
		two := objects.CargoMany{Parcels: []*objects.Parcel{crew.Captain, crew.Others[0]}}
		inUse(t, func() { objects.UnloadAll([]objects.Cargo{two, objects.CargoOne{Value: crew.Captain}}) })
		crew.Spare = nil
		equal(t, objects.Dismiss(crew), uint(3))
	}},
	{"parts/null", func(t *testing.T) {
		crew := objects.CrewOf("x", tag())
		captain := crew.Captain
		crew.Captain = nil
		missing(t, func() { objects.Dismiss(crew) })
		crew.Captain = captain
		equal(t, objects.Dismiss(crew), uint(3))
		missing(t, func() { objects.Unload(nil) })
	}},
	{"parts/copy-has-the-same-handles", func(t *testing.T) {
		crew := objects.CrewOf("x", tag())
		copied := crew
		equal(t, copied.Captain == crew.Captain, true)
		objects.Dismiss(copied)
		closed(t, func() { crew.Captain.Tag() })
	}},
	{"parts/borrowed-type-stays", func(t *testing.T) {
		team := objects.NewTeam(objects.NewCounter(3), 1)
		leader := team.Leader()
		inUse(t, func() { team.Count() })
		equal(t, leader.Value(), int64(3))
		end(t, leader)
		equal(t, team.Count(), int64(4))
		equal(t, team.Size(), uint32(2))
	}},
	{"parts/forgotten", func(t *testing.T) {
		n := tag()
		for range 50 {
			objects.CrewOf("x", n)
			objects.CargoOf(3, n)
			objects.Knots(4, n)
		}
		equal(t, await(func() int { return int(objects.Dropped(n)) }, 500), 500)
	}},
}
