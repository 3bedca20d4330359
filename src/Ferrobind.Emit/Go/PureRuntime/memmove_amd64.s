// What C calls FUNCTION, for Rust.
TEXT NAME(SB), NOSPLIT|NOFRAME, $0-0
	MOVQ DI, AX
	CMPQ DX, $16
	JHI  large
	CMPQ DX, $8
	JCC  words
	CMPQ DX, $4
	JCC  halves
	TESTQ DX, DX
	JEQ  done
	MOVQ DX, R10
	SHRQ $1, R10
	MOVBLZX (SI), CX
	MOVBLZX (SI)(R10*1), R8
	MOVBLZX -1(SI)(DX*1), R9
	MOVB CX, (DI)
	MOVB R8, (DI)(R10*1)
	MOVB R9, -1(DI)(DX*1)
done:
	RET
halves:
	MOVL (SI), CX
	MOVL -4(SI)(DX*1), R8
	MOVL CX, (DI)
	MOVL R8, -4(DI)(DX*1)
	RET
words:
	MOVQ (SI), CX
	MOVQ -8(SI)(DX*1), R8
	MOVQ CX, (DI)
	MOVQ R8, -8(DI)(DX*1)
	RET
large:
	MOVQ DX, CX
	MOVQ DI, R8
	SUBQ SI, R8
	CMPQ R8, DX
	JCS  backward
	REP; MOVSB
	RET
backward:
	// What comes first of the target is the end of the source.
	LEAQ -1(DI)(DX*1), DI
	LEAQ -1(SI)(DX*1), SI
	STD
	REP; MOVSB
	CLD
	RET
