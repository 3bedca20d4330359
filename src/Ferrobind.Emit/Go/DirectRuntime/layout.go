package direct

// What a trampoline relies on of Go's runtime, as of Go 1.24 to 1.27: where a g
// has the bounds of its stack, its m, and the stack pointer that it goes on with;
// and where an m has its g0. The assembly has the same numbers.
const (
	gStackLow  = 0x00
	gStackHigh = 0x08
	gM         = 0x30
	gSchedSP   = 0x38
	mG0        = 0x00
)

// leastRoom is what must be free of a thread's stack. A direct call takes a quarter.
const leastRoom = 8 << 10

// current is the running goroutine's g, and its stack pointer.
func current() (gp, sp uintptr)

// word is what memory has at an address.
func word(address uintptr) uintptr

// fits reads what a trampoline would read, and compares it with what must be so.
// Each address is checked before it is followed.
func fits(g, sp uintptr) bool {
	if !isAddress(g) || sp <= word(g+gStackLow) || sp > word(g+gStackHigh) {
		return false
	}
	m := word(g + gM)
	if !isAddress(m) {
		return false
	}
	g0 := word(m + mG0)
	if !isAddress(g0) || g0 == g || word(g0+gM) != m {
		return false
	}
	low, high, next := word(g0+gStackLow), word(g0+gStackHigh), word(g0+gSchedSP)
	return low < next && next <= high && next-low >= leastRoom
}

// isAddress says that a word may be followed: none of the first page, aligned, and
// of user space.
func isAddress(word uintptr) bool {
	return word >= 1<<12 && word%8 == 0 && word>>47 == 0
}
