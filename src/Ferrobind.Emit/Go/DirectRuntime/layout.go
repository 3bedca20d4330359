package direct

import (
	"runtime"
	"unsafe"
)

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

// mCallerSP is where an m has the stack pointer from which a signal's handler finds the
// callers of C code, and behind it the program counter. It differs between versions,
// so it is taken from the runtime itself.
var mCallerSP = findCallerSP()

// leastRoom is what must be free of a thread's stack. A direct call takes a quarter.
const leastRoom = 8 << 10

// current is the running goroutine's g, the one that Go has in a register for it, and
// its stack pointer.
func current() (gp, held, sp uintptr)

// word is what memory has at an address.
func word(address uintptr) uintptr

// fits reads what a trampoline would read, and compares it with what must be so.
// Each address is checked before it is followed.
func fits(g, held, sp uintptr) bool {
	if !isAddress(g) || held != g || sp <= word(g+gStackLow) || sp > word(g+gStackHigh) {
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
	if mCallerSP == 0 || word(m+mCallerSP) != 0 {
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

// nanotime is one of the functions of the runtime's that call C on their own. The
// runtime lets other packages link to it.
//
//go:linkname nanotime runtime.nanotime
func nanotime() int64

// findCallerSP reads it out of the function that nanotime calls. That begins with
//
//	MOVQ g_m(R14), BX
//	MOVQ m_vdsoPC(BX), CX
//	MOVQ m_vdsoSP(BX), DX
//
// It is 0 where there is no such function.
func findCallerSP() uintptr {
	f := nanotime
	from := word(word(uintptr(unsafe.Pointer(&f))))
	for call := from; call < from+64; call++ {
		if word(call)&0xff != 0xe8 {
			continue
		}
		called := call + 5 + uintptr(int32(word(call+1)))
		if function := runtime.FuncForPC(called); function == nil || function.Entry() != called {
			continue
		}
		for at := called; at < called+128; at++ {
			if word(at)&(1<<56-1) != 0x8b8b48_305e8b49 || word(at+11)&(1<<24-1) != 0x938b48 {
				continue
			}
			pc, sp := uintptr(int32(word(at+7))), uintptr(int32(word(at+14)))
			if pc == sp+8 && sp%8 == 0 && sp < 1<<12 {
				return sp
			}
		}
	}
	return 0
}
