package direct

import (
	"fmt"
	"os"
	"strconv"
	"testing"

	"rust/direct"
)

type testCase struct {
	name string
	run  func(t *testing.T)
}

// Before main: the trampolines' package is ready before whatever uses it.
var (
	fromInit = direct.Add(40, 2)
	fromMain int64
	hashInit uint64
)

func init() { hashInit = direct.Fnv([]byte("init")) }

func TestMain(m *testing.M) {
	fromMain = direct.Add(41, 2)
	os.Exit(m.Run())
}

func TestDirect(t *testing.T) {
	fmt.Printf("link mode: %s\n", direct.LinkMode)
	for _, c := range append(valueCases, attackCases...) {
		t.Run(c.name, c.run)
	}
}

// scale is how often what is repeated is: 1 in the tests, more under stress.
var scale = func() int {
	if n, err := strconv.Atoi(os.Getenv("FERROBIND_STRESS")); err == nil && n > 0 {
		return n
	}
	return 1
}()

// fnv is what Rust's is, in Go.
func fnv(bytes []byte) uint64 {
	hash := uint64(0xcbf29ce484222325)
	for _, b := range bytes {
		hash = (hash ^ uint64(b)) * 0x100000001b3
	}
	return hash
}

func equal[T comparable](t *testing.T, got, want T) {
	t.Helper()
	if got != want {
		t.Fatalf("got %v, want %v", got, want)
	}
}

// works makes calls of each kind, and says whether their results are right.
func works(n int) bool {
	var onStack [48]byte
	for i := range onStack {
		onStack[i] = byte(n * (i + 1))
	}
	value, ok := direct.Quotient(uint32(n), 7)
	return direct.Add(int64(n), 2) == int64(n)+2 && direct.Fnv(onStack[:]) == fnv(onStack[:]) &&
		direct.IsUTF8([]byte("grün")) && ok && value == uint32(n)/7 && direct.Curve(2, 3) == 13
}
