//go:build cgo

package direct

import "testing"

func init() {
	attackCases = append(attackCases, testCase{"from_a_callback", fromACallback}, testCase{"from_a_thread_of_c", fromAThreadOfC},
		testCase{"profiling_callbacks", profilingCallbacks})
}

func fromACallback(t *testing.T) {
	ok := false
	for range 100 {
		callBack(func() {
			inner := inCallback
			ok = busy(20)
			callBack(func() { ok = ok && busy(20) })
			inCallback = inner
		})
		equal(t, ok && busy(20), true)
	}
}

func fromAThreadOfC(t *testing.T) {
	for range 50 {
		ok := false
		equal(t, onThread(func() { ok = busy(50) }), true)
		equal(t, ok, true)
	}
}

// The stack below a call has C and Go in turns.
func profilingCallbacks(t *testing.T) {
	profiled(t, func() {
		for range 100 * scale {
			fromACallback(t)
		}
		fromAThreadOfC(t)
	})
}
