#include "textflag.h"

// ENTER goes on to the thread's own stack, g0's, as the runtime does for C. Before
// that, it leaves in the m where the goroutine's stack goes on, as the runtime does
// when it asks the system for the time: a signal that comes meanwhile finds the
// callers there, below what is named. Then the thread's g, so that a signal finds a g
// and a stack that belong together, or the g alone, and then the stack. Only Go calls
// this, and has the g in R14. That, BX, R12 and R13 keep what it leaves: Rust gives
// them back. The arguments are in their registers by now, and stay there. The function
// has no frame of its own (NOFRAME), so SP is where the return address lies, and BP its
// caller's.
//
// The stack pointer is exchanged, and not written to, for the assembler would mark
// the function as one through which nobody can find the callers. Whoever looks can:
// as long as the stack is another one, he looks at what is left in the m.
#define ENTER(function) \
	FIND_M; \
	LEAQ function(SB), R11; \
	MOVQ R11, 8(R12)(BX*1); \
	MOVQ SP, 0(R12)(BX*1); \
	SWITCH

// ENTER_AWAY is ENTER for a goroutine that has told the runtime that it will be away.
// Then other threads look for its callers, too, even while this function returns: so
// they are found where they stay until the goroutine is back, in the caller's frame
// or above.
#define ENTER_AWAY \
	FIND_M; \
	MOVQ 8(BP), R11; \
	MOVQ R11, 8(R12)(BX*1); \
	LEAQ 16(BP), R11; \
	MOVQ R11, 0(R12)(BX*1); \
	SWITCH

#define FIND_M \
	MOVQ 0x30(R14), R12; \
	MOVQ ·mCallerSP(SB), BX

#define SWITCH \
	MOVQ 0x00(R12), R11; \
	MOVQ TLS, R10; \
	MOVQ R11, 0(R10)(TLS*1); \
	MOVQ 0x38(R11), R13; \
	ANDQ $~15, R13; \
	XCHGQ SP, R13

// LEAVE goes back, the stack first.
#define LEAVE \
	XCHGQ SP, R13; \
	MOVQ TLS, R10; \
	MOVQ R14, 0(R10)(TLS*1); \
	MOVQ $0, 0(R12)(BX*1)

// func current() (gp, held, sp uintptr)
TEXT ·current(SB), NOSPLIT, $0-24
	MOVQ TLS, R10
	MOVQ 0(R10)(TLS*1), AX
	MOVQ AX, gp+0(FP)
	MOVQ R14, held+8(FP)
	MOVQ SP, sp+16(FP)
	RET

// func word(address uintptr) uintptr
TEXT ·word(SB), NOSPLIT, $0-16
	MOVQ address+0(FP), AX
	MOVQ (AX), AX
	MOVQ AX, ret+8(FP)
	RET
