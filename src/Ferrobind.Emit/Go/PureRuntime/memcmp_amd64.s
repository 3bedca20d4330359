// What C calls FUNCTION, for Rust.
TEXT NAME(SB), NOSPLIT|NOFRAME, $0-0
	XORL CX, CX
words:
	LEAQ 8(CX), R8
	CMPQ R8, DX
	JHI  bytes
	MOVQ (DI)(CX*1), R9
	CMPQ R9, (SI)(CX*1)
	JNE  bytes
	MOVQ R8, CX
	JMP  words
bytes:
	CMPQ CX, DX
	JCC  equal
	MOVBLZX (DI)(CX*1), AX
	MOVBLZX (SI)(CX*1), R9
	SUBL R9, AX
	JNE  done
	INCQ CX
	JMP  bytes
equal:
	XORL AX, AX
done:
	RET
