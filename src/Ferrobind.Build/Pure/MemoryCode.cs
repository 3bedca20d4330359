using System.Collections.Immutable;
using Iced.Intel;
using static Iced.Intel.AssemblerRegisters;

namespace Ferrobind.Build.Pure;

/// <summary>
/// What compilers call for memory, as in any C library: memcpy, memmove, memset, memcmp, bcmp. A Go program has no C library, so the
/// object has its own. They are looked at by the proof as all other code is.
/// </summary>
internal static class MemoryCode
{
    public static readonly ImmutableArray<string> Names = ["bcmp", "memcmp", "memcpy", "memmove", "memset"];

    /// <summary>The machine code of one, which may lie anywhere.</summary>
    public static byte[] Of(string name)
    {
        var code = new Assembler(64);
        switch (name)
        {
            case "memcpy" or "memmove":
                Move(code);
                break;
            case "memset":
                Set(code);
                break;
            case "memcmp" or "bcmp":
                Compare(code);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(name), name, "not a function for memory");
        }

        using var stream = new MemoryStream();
        code.Assemble(new StreamCodeWriter(stream), 0);
        return stream.ToArray();
    }

    // rdi: target, rsi: source, rdx: bytes. What overlaps is copied from the end that is not written over first.
    private static void Move(Assembler code)
    {
        var (forward, bytes, done) = (code.CreateLabel(), code.CreateLabel(), code.CreateLabel());
        var (backward, backwardBytes) = (code.CreateLabel(), code.CreateLabel());
        code.mov(rax, rdi);
        code.mov(rcx, rdi);
        code.sub(rcx, rsi);
        code.cmp(rcx, rdx);
        code.jb(backward);
        code.Label(ref forward);
        code.cmp(rdx, 16);
        code.jb(bytes);
        code.movdqu(xmm0, __[rsi]);
        code.movdqu(__[rdi], xmm0);
        code.add(rsi, 16);
        code.add(rdi, 16);
        code.sub(rdx, 16);
        code.jmp(forward);
        code.Label(ref bytes);
        code.test(rdx, rdx);
        code.je(done);
        code.movzx(ecx, __byte_ptr[rsi]);
        code.mov(__[rdi], cl);
        code.inc(rsi);
        code.inc(rdi);
        code.dec(rdx);
        code.jmp(bytes);
        code.Label(ref backward);
        code.cmp(rdx, 16);
        code.jb(backwardBytes);
        code.movdqu(xmm0, __[rsi + rdx - 16]);
        code.movdqu(__[rdi + rdx - 16], xmm0);
        code.sub(rdx, 16);
        code.jmp(backward);
        code.Label(ref backwardBytes);
        code.test(rdx, rdx);
        code.je(done);
        code.movzx(ecx, __byte_ptr[rsi + rdx - 1]);
        code.mov(__[rdi + rdx - 1], cl);
        code.dec(rdx);
        code.jmp(backwardBytes);
        code.Label(ref done);
        code.ret();
    }

    // rdi: target, sil: the byte, rdx: how many.
    private static void Set(Assembler code)
    {
        var (blocks, bytes, done) = (code.CreateLabel(), code.CreateLabel(), code.CreateLabel());
        code.mov(rax, rdi);
        code.movzx(ecx, sil);
        code.imul(ecx, ecx, 0x01010101);
        code.movd(xmm0, ecx);
        code.pshufd(xmm0, xmm0, 0);
        code.Label(ref blocks);
        code.cmp(rdx, 16);
        code.jb(bytes);
        code.movdqu(__[rdi], xmm0);
        code.add(rdi, 16);
        code.sub(rdx, 16);
        code.jmp(blocks);
        code.Label(ref bytes);
        code.test(rdx, rdx);
        code.je(done);
        code.mov(__[rdi], cl);
        code.inc(rdi);
        code.dec(rdx);
        code.jmp(bytes);
        code.Label(ref done);
        code.ret();
    }

    // rdi and rsi: what is compared, rdx: bytes. Below, at or above 0, as the first bytes that differ are.
    private static void Compare(Assembler code)
    {
        var (words, bytes, equal, done) = (code.CreateLabel(), code.CreateLabel(), code.CreateLabel(), code.CreateLabel());
        code.Label(ref words);
        code.cmp(rdx, 8);
        code.jb(bytes);
        code.mov(rcx, __[rdi]);
        code.cmp(rcx, __[rsi]);
        code.jne(bytes);
        code.add(rdi, 8);
        code.add(rsi, 8);
        code.sub(rdx, 8);
        code.jmp(words);
        code.Label(ref bytes);
        code.test(rdx, rdx);
        code.je(equal);
        code.movzx(eax, __byte_ptr[rdi]);
        code.movzx(ecx, __byte_ptr[rsi]);
        code.sub(eax, ecx);
        code.jne(done);
        code.inc(rdi);
        code.inc(rsi);
        code.dec(rdx);
        code.jmp(bytes);
        code.Label(ref equal);
        code.xor(eax, eax);
        code.Label(ref done);
        code.ret();
    }
}
