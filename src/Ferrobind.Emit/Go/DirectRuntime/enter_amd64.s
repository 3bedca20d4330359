#include "textflag.h"

// ENTER goes on to the thread's own stack, g0's, as the runtime does for C: first
// the thread's g, so that a signal finds a g and a stack that belong together, or
// the g alone, and then the stack. R12 and R13 keep what it leaves: Rust gives them
// back. The arguments are in their registers by now, and stay there.
#define ENTER \
	MOVQ TLS, R10; \
	MOVQ 0(R10)(TLS*1), R12; \
	MOVQ SP, R13; \
	MOVQ 0x30(R12), R11; \
	MOVQ 0x00(R11), R11; \
	MOVQ R11, 0(R10)(TLS*1); \
	MOVQ 0x38(R11), SP; \
	ANDQ $~15, SP

// LEAVE goes back, the stack first.
#define LEAVE \
	MOVQ R13, SP; \
	MOVQ TLS, R10; \
	MOVQ R12, 0(R10)(TLS*1)

// func current() (gp, sp uintptr)
TEXT ·current(SB), NOSPLIT, $0-16
	MOVQ TLS, R10
	MOVQ 0(R10)(TLS*1), AX
	MOVQ AX, gp+0(FP)
	MOVQ SP, sp+8(FP)
	RET

// func word(address uintptr) uintptr
TEXT ·word(SB), NOSPLIT, $0-16
	MOVQ address+0(FP), AX
	MOVQ (AX), AX
	MOVQ AX, ret+8(FP)
	RET
