package bench

import (
	"runtime"
	"runtime/debug"
	"slices"
	"testing"
	"time"
)

// measure runs b.N rounds. In each, both sides run in turns of equal length, in
// the order generated, hand, hand, generated: whatever else the machine does,
// it does it to both. The result is the median of the rounds' ratios.
func measure(b *testing.B, p pair) { measureTurns(b, p, 200*time.Microsecond) }

func measureTurns(b *testing.B, p pair, turn time.Duration) {
	n := callsIn(turn, p.hand)
	callsIn(turn, p.generated)
	var ratios, generated, hand []float64
	// Between the turns (see clock), and not where it happens to hit one side.
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	for range b.N {
		g := clock(p.generated, n)
		h := clock(p.hand, n)
		h += clock(p.hand, n)
		g += clock(p.generated, n)
		ratios = append(ratios, g/h)
		generated = append(generated, g/2)
		hand = append(hand, h/2)
	}

	report := func(value float64, unit string) { b.ReportMetric(value, unit) }
	report(0, "ns/op") // that of a round says nothing
	report(quantile(ratios, 0.5), "ratio")
	report(quantile(ratios, 0.25), "ratio-low")
	report(quantile(ratios, 0.75), "ratio-high")
	report(quantile(generated, 0.5), "generated-ns")
	report(quantile(hand, 0.5), "hand-ns")
	size, count := allocated(p.generated)
	report(size, "generated-B")
	report(count, "generated-allocs")
	size, count = allocated(p.hand)
	report(size, "hand-B")
	report(count, "hand-allocs")
}

// callsIn says how many calls fill the time, once the code is warm.
func callsIn(turn time.Duration, side func(n int)) int {
	n := 1
	for {
		start := time.Now()
		side(n)
		if took := time.Since(start); took >= turn {
			return max(1, int(float64(n)*float64(turn)/float64(took)))
		}
		n *= 2
	}
}

// clock returns the nanoseconds that one call takes. Each turn starts from the
// same heap.
func clock(side func(n int), n int) float64 {
	runtime.GC()
	start := time.Now()
	side(n)
	return float64(time.Since(start)) / float64(n)
}

// allocated returns bytes and allocations of one call. It takes the least of
// several attempts: the runtime allocates now and then, too.
func allocated(side func(n int)) (size, count float64) {
	const calls, attempts = 64, 5
	for attempt := range attempts {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		side(calls)
		runtime.ReadMemStats(&after)
		s := float64(after.TotalAlloc-before.TotalAlloc) / calls
		c := float64(after.Mallocs-before.Mallocs) / calls
		if attempt == 0 || s < size {
			size, count = s, c
		}
	}
	return
}

func quantile(values []float64, q float64) float64 {
	slices.Sort(values)
	return values[int(q*float64(len(values)-1))]
}
