package hostile

import (
	"testing"

	"rust/objects"
)

// Trait objects.
var dynCases = []testCase{
	{"dyn/box", func(t *testing.T) {
		n := tag()
		a := objects.Hire(n)
		equal(t, a.Tag(), n)
		equal(t, a.Rehearse(2), uint32(2))
		equal(t, a.Speak(), "player 2 speaks")
		equal(t, a.Name(), "player 2")
		equal(t, a.String(), "a player with 2 lines")
		end(t, a)
		dropped(t, n, 1)
		closed(t, func() { a.Tag() })
	}},
	{"dyn/option", func(t *testing.T) {
		_, ok := objects.HireIf(0)
		equal(t, ok, false)
		a, ok := objects.HireIf(tag())
		equal(t, ok, true)
		equal(t, a.Rehearse(1), uint32(1))
	}},
	{"dyn/of-an-implementor", func(t *testing.T) {
		n := tag()
		p := objects.NewPlayer(n)
		p.Rehearse(3)
		a := p.IntoActor()
		closed(t, func() { p.Lines() })
		equal(t, a.Rehearse(1), uint32(4))
		equal(t, objects.Hear(a), "player 4 speaks")
		equal(t, objects.Fire(a), n)
		dropped(t, n, 1)
	}},
	{"dyn/consumed", func(t *testing.T) {
		n := tag()
		a, b := objects.Hire(n), objects.Hire(n)
		equal(t, objects.Fire(a), n)
		equal(t, b.Retire(), n)
		dropped(t, n, 2)
		closed(t, func() { objects.Fire(a) })
		closed(t, func() { b.Retire() })
	}},
	{"dyn/lists", func(t *testing.T) {
		n := tag()
		all := objects.HireMany(3, n)
		all[1].Rehearse(7)
		equal(t, objects.HearAll(all), []string{"player 0 speaks", "player 7 speaks", "player 0 speaks"})
		inUse(t, func() { objects.FireAll([]*objects.Actor{all[0], all[0]}) })
		equal(t, objects.FireAll(all), uint(3))
		dropped(t, n, 3)
	}},
	{"dyn/exclusive", func(t *testing.T) {
		a, b := objects.Hire(tag()), objects.Hire(tag())
		equal(t, objects.Teach(a, b), uint32(1))
		inUse(t, func() { objects.Teach(a, a) })
		equal(t, a.Rehearse(1), uint32(2))
	}},
	{"dyn/kept-by-another", func(t *testing.T) {
		n := tag()
		troupe := objects.DefaultTroupe()
		troupe.Add(objects.Hire(n)).Add(objects.NewPlayer(n).IntoActor())
		first, ok := troupe.First()
		equal(t, ok, true)
		equal(t, first.Tag(), n)
		inUse(t, func() { troupe.Remove(0) })
		readOnly(t, func() { first.Rehearse(1) })
		readOnly(t, func() { first.Retire() })
		end(t, first)
		out := troupe.Remove(0)
		equal(t, out.Rehearse(1), uint32(1))
		end(t, troupe)
		dropped(t, n, 1)
		end(t, out)
		dropped(t, n, 2)
	}},
	{"dyn/borrow-outlives-its-owner", func(t *testing.T) {
		n := tag()
		troupe := objects.DefaultTroupe()
		troupe.Add(objects.Hire(n))
		first, _ := troupe.First()
		end(t, troupe)
		equal(t, first.Speak(), "player 0 speaks")
		dropped(t, n, 0)
		end(t, first)
		dropped(t, n, 1)
	}},
	{"dyn/borrow-that-writes", func(t *testing.T) {
		troupe := objects.DefaultTroupe()
		troupe.Add(objects.Hire(tag()))
		first, _ := troupe.FirstMut()
		equal(t, first.Rehearse(5), uint32(5))
		inUse(t, func() { troupe.First() })
		end(t, first)
		again, _ := troupe.First()
		equal(t, again.Name(), "player 5")
	}},
	{"dyn/sequence", func(t *testing.T) {
		n := tag()
		troupe := objects.DefaultTroupe()
		for range 5 {
			troupe.Add(objects.Hire(n))
		}
		count := 0
		for actor := range troupe.All() {
			equal(t, actor.Tag(), n)
			end(t, actor)
			count++
		}
		equal(t, count, 5)
		end(t, troupe)
		dropped(t, n, 5)
	}},
	{"dyn/shared", func(t *testing.T) {
		n := tag()
		a := objects.HireShared(n)
		troupe := objects.DefaultTroupe()
		troupe.Invite(a)
		equal(t, a.Tag(), n)
		inUse(t, func() { a.Rehearse(1) })
		inUse(t, func() { objects.Fire(a) })
		guest, ok := troupe.Guest()
		equal(t, ok, true)
		end(t, a, troupe)
		equal(t, guest.Rehearse(2), uint32(2))
		// One that is shared stays so.
		inUse(t, func() { objects.Fire(guest) })
		end(t, guest)
		dropped(t, n, 1)
	}},
	{"dyn/box-becomes-shared", func(t *testing.T) {
		n := tag()
		a := objects.Hire(n)
		troupe := objects.DefaultTroupe()
		troupe.Invite(a)
		equal(t, a.Speak(), "player 0 speaks")
		end(t, troupe)
		equal(t, a.Rehearse(1), uint32(1))
		end(t, a)
		dropped(t, n, 1)
	}},
	{"dyn/panics", func(t *testing.T) {
		n := tag()
		a := objects.NewDiva(n).IntoActor()
		panics(t, "everybody knows", func() { a.Speak() })
		panics(t, "beyond words", func() { _ = a.String() })
		equal(t, a.Tag(), n)
		panics(t, "never", func() { a.Rehearse(1) })
		poisoned(t, func() { a.Tag() })
		// Its end is contained.
		end(t, a)
		dropped(t, n, 1)
	}},
	{"dyn/close-during-a-call", func(t *testing.T) {
		n := tag()
		a, gate := objects.Hire(n), objects.DefaultGate()
		meanwhile(gate, func() { equal(t, objects.Listen(a, gate), n) }, func() {
			inUse(t, func() { a.Rehearse(1) })
			end(t, a)
			dropped(t, n, 0)
		})
		dropped(t, n, 1)
	}},
	{"dyn/belongs-to-its-thread", func(t *testing.T) {
		onThread(func() {
			s := objects.SquareShape(3)
			equal(t, s.Area(), 9.0)
			elsewhere(func() { foreign(t, func() { s.Area() }) })
			equal(t, objects.AreaOf(s), 9.0)
			c := objects.NewCircle(2).IntoShape()
			equal(t, c.Describe(), "a shape of 12")
			end(t, s, c)
		})
	}},
	{"dyn/that-borrows", func(t *testing.T) {
		onThread(func() {
			n := tag()
			p := objects.NewParcel(n)
			v := objects.View(p)
			end(t, p)
			equal(t, v.Seen(), n)
			dropped(t, n, 0)
			end(t, v)
			dropped(t, n, 1)
		})
	}},
	{"dyn/null", func(t *testing.T) {
		missing(t, func() { objects.Hear(nil) })
		missing(t, func() { objects.Fire(nil) })
		missing(t, func() { objects.HearAll([]*objects.Actor{nil}) })
	}},
	{"dyn/at-once", func(t *testing.T) {
		n := tag()
		a := objects.Hire(n)
		atOnce(4, func(int) {
			for range 200 * scale {
				caught(func() { a.Rehearse(1) })
				caught(func() { objects.Hear(a) })
			}
		})
		equal(t, objects.Fire(a), n)
		dropped(t, n, 1)
	}},
	{"dyn/forgotten", func(t *testing.T) {
		n := tag()
		for range 200 {
			objects.Hire(n)
			objects.HireShared(n)
			troupe := objects.DefaultTroupe()
			troupe.Add(objects.NewPlayer(n).IntoActor())
			troupe.First()
		}
		equal(t, await(func() int { return int(objects.Dropped(n)) }, 600), 600)
	}},
}
