package hostile

import (
	"testing"

	"rust/objects"
)

// What lies behind a type, what it can be seen as, be made of, and become.
var behindCases = []testCase{
	{"behind/text", func(t *testing.T) {
		title := objects.NewTitle("öne")
		equal(t, title.AsStr(), "öne")
		equal(t, title.AsBytes(), []byte("öne"))
		equal(t, title.AsPath(), "öne")
		equal(t, title.IntoText(), "öne")
		closed(t, func() { title.AsStr() })
	}},
	{"behind/list", func(t *testing.T) {
		tape := objects.TapeFromIter([]uint16{1, 2})
		tape.Extend([]uint16{3})
		equal(t, tape.AsSlice(), []uint16{1, 2, 3})
	}},
	{"behind/methods-of-another", func(t *testing.T) {
		badge := objects.NewBadge(objects.CounterWithName("counter", 3))
		equal(t, badge.Value(), int64(3))
		equal(t, badge.Increment(), int64(4))
		equal(t, badge.Name(), "badge")
		more := objects.NewCounter(2)
		badge.AddFrom(more)
		equal(t, badge.Value()+more.Value(), int64(8))
		end(t, badge)
		closed(t, func() { badge.Value() })
	}},
	{"behind/made-of-handles", func(t *testing.T) {
		list := objects.Many(3)
		crowd := objects.CrowdFromIter(list)
		closed(t, func() { list[0].Value() })
		inUse(t, func() { c := objects.NewCounter(1); crowd.Extend([]*objects.Counter{c, c}) })
		crowd.Extend([]*objects.Counter{objects.NewCounter(4)})
		equal(t, crowd.Total(), int64(7))
	}},
}
