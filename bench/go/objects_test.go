package bench

import (
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"ferrobind/bench/objects"
	"rust/fbbench"
)

// An objectRow is a row of objects: a loop for thread 0 alone, or one for the
// threads 0 and 1. Of the rows of iteration, hand is what is measured, and
// generated what it is measured against: they are about how much slower it is.
type objectRow struct {
	row             string
	generated, hand func(thread, n int)
}

// Two of each: a thread has its own, or both have the first one.
var (
	meters  = [2]*fbbench.ObjectsMeter{fbbench.NewObjectsMeter(5), fbbench.NewObjectsMeter(5)}
	raw     = [2]objects.Raw{objects.NewRaw(5), objects.NewRaw(5)}
	namedF  = [2]*fbbench.ObjectsMeter{fbbench.ObjectsMeterWithNames(5, 1000), fbbench.ObjectsMeterWithNames(5, 1000)}
	named   = [2]*objects.Meter{objects.WithNames(5, 1000), objects.WithNames(5, 1000)}
	summary atomic.Int64 // of what the loops compute
)

func read(meter *fbbench.ObjectsMeter, n int) {
	value := int64(0)
	for range n {
		value = meter.Read(value)
	}
	summary.Add(value)
}

func readRaw(meter objects.Raw, n int) {
	value := int64(0)
	for range n {
		value = meter.Read(value)
	}
	summary.Add(value)
}

var objectRows = []objectRow{
	{"read", func(thread, n int) { read(meters[thread], n) }, func(thread, n int) { readRaw(raw[thread], n) }},
	{"read-same", func(_, n int) { read(meters[0], n) }, func(_, n int) { readRaw(raw[0], n) }},
	{"create", func(_, n int) {
		for i := range n {
			fbbench.NewObjectsMeter(int64(i)).Close()
		}
	}, func(_, n int) {
		for i := range n {
			objects.NewMeter(int64(i)).Close()
		}
	}},
	{"readings", func(thread, n int) {
		sum := int64(0)
		for range n {
			for value := range namedF[thread].Readings(1000) {
				sum += value
			}
		}
		summary.Add(sum)
	}, func(thread, n int) {
		sum := int64(0)
		for range n {
			for value := range named[thread].Readings(1000) {
				sum += value
			}
		}
		summary.Add(sum)
	}},
	{"names", func(thread, n int) {
		size := 0
		for range n {
			for name := range namedF[thread].Names() {
				size += len(name)
			}
		}
		summary.Add(int64(size))
	}, func(thread, n int) {
		size := 0
		for range n {
			for name := range named[thread].Names() {
				size += len(name)
			}
		}
		summary.Add(int64(size))
	}},
}

func BenchmarkObjects(b *testing.B) {
	for _, r := range objectRows {
		generated, hand := r.generated, r.hand
		if r.row == "readings" || r.row == "names" {
			generated, hand = hand, generated
		}
		if r.row != "read-same" {
			one := pair{r.row, func(n int) { generated(0, n) }, func(n int) { hand(0, n) }}
			b.Run(r.row, func(b *testing.B) { measure(b, one) })
		}
		two := pair{r.row + "/2", onTwo(generated), onTwo(hand)}
		// So long that it does not matter when the other thread begins.
		b.Run(r.row+"/2", func(b *testing.B) { measureTurns(b, two, 2*time.Millisecond) })
	}
}

// onTwo runs a loop on two threads, to the end of the later one.
func onTwo(side func(thread, n int)) func(n int) {
	return func(n int) {
		var other sync.WaitGroup
		other.Add(1)
		go func() {
			defer other.Done()
			side(1, n)
		}()
		side(0, n)
		other.Wait()
	}
}

func TestBothReadTheSame(t *testing.T) {
	equal(t, meters[0].Read(7), raw[0].Read(7))
	equal(t, slices.Collect(namedF[0].Readings(1000)), slices.Collect(named[0].Readings(1000)))
	equal(t, slices.Collect(namedF[0].Names()), slices.Collect(named[0].Names()))
	live := fbbench.NewObjectsMeter(0)
	equal(t, live.Close(), nil)
	equal(t, live.Close(), nil)
	same(t, panics(func() { live.Read(0) }), true)
}
