using System.Runtime.InteropServices;
using Ferrobind.Build.Pure;
using Ferrobind.Plan;
using Xunit;
using static Ferrobind.Build.Tests.Assembly;

namespace Ferrobind.Build.Tests;

/// <summary>What goes into the object that a Go program without cgo is linked with, and what it does there.</summary>
public sealed class PureObjectSpecs
{
    [Theory]
    [InlineData("lea rax, [rdi+rsi]\n ret")]
    [InlineData("1: dec rdi\n jne 1b\n ret")]
    [InlineData("xor eax, eax\n test rsi, rsi\n je 2f\n1: add al, [rdi]\n inc rdi\n dec rsi\n jne 1b\n2: ret")]
    [InlineData("1: sub rsi, 2\n jne 1b\n ret")]
    [InlineData("push rbx\n mov rbx, rdi\n1: call helper\n dec rbx\n jne 1b\n pop rbx\n ret\n helper: mov rax, rbx\n ret")]
    [InlineData("jmp [rip+helper@GOTPCREL]\n helper: mov rax, rdi\n ret")]
    [InlineData("mov rax, [rip+number@GOTPCREL]\n mov rax, [rax]\n ret\n.section .rodata\nnumber: .quad 42\n")]
    [InlineData("sub rsp, 72\n mov rdx, rsi\n mov rsi, rdi\n mov rdi, rsp\n call [rip+memcpy@GOTPCREL]\n add rsp, 72\n ret")]
    [InlineData("sub rsp, 8\n mov rdx, rsi\n mov rsi, rdi\n call [rip+memcmp@GOTPCREL]\n add rsp, 8\n ret")]
    public void What_needs_nothing_but_its_arguments_is_in_it(string code) => Assert.IsType<ProvenPure>(Make(code, View).Verdict);

    [Theory]
    [InlineData("syscall\n ret", "system call")]
    [InlineData("ud2", "end the process")]
    [InlineData("cmp rsi, 600\n ja bad\n xor eax, eax\n ret\n bad: ud2", "end the process")]
    [InlineData("mov rax, fs:[0]\n ret", "variable of the thread")]
    [InlineData("call rax", "calls through a pointer")]
    [InlineData("call helper\n ret\n helper: call helper\n ret", "calls itself")]
    [InlineData("1: push rax\n dec rdi\n jne 1b\n ret", "stack")]
    [InlineData("test rdi, rdi\n je 1f\n sub rsp, 8\n1: ret", "stack")]
    [InlineData("test rdi, rdi\n je 1f\n mov rbx, rdi\n1: ret", "give back a register")]
    [InlineData("call malloc@PLT\n ret", "malloc")]
    [InlineData("lock add qword ptr [rip+cell], 1\n ret", "a variable that outlives the call")]
    [InlineData("mov rax, [rip+cell]\n ret", "a variable that outlives the call")]
    [InlineData("lea rcx, [rip+table]\n mov rax, [rcx+8*rdi]\n ret\n.section .data.rel.ro,\"aw\"\ntable: .quad cell\n", "a table of addresses")]
    [InlineData("mov rax, [rip+environ@GOTPCREL]\n ret", "something of the system's: environ")]
    [InlineData("lea rax, [rip+helper]\n ret\n.section .text.helper,\"ax\"\n helper: ret", "code that it does not call")]
    [InlineData("mov eax, offset cell\n ret", "an address of a kind")]
    public void What_needs_more_is_not(string code, string reason)
    {
        var (verdict, bytes) = Make(code, View);
        Assert.Contains(reason, Assert.IsType<NotPure>(verdict).Reason, StringComparison.Ordinal);
        Assert.Null(bytes);
    }

    [Fact]
    public void It_is_one_section_with_nothing_to_fill_in()
    {
        using var directory = new TemporaryDirectory();
        File.WriteAllBytes(directory["made.o"], Make("mulsd xmm0, [rip+number]\n ret\n.section .rodata\nnumber: .double 2\n", Numbers).Bytes!);
        var made = RelocatableObject.Read(directory["made.o"]);
        Assert.Equal([".text"], made.Sections.Where(s => s.IsInMemory).Select(s => s.Name));
        Assert.All(made.Sections, section => Assert.Empty(section.Relocations));
        Assert.All(made.Symbols.Skip(1), symbol => Assert.NotEqual(0, symbol.Section));
        Assert.Equal("probe", Assert.Single(made.Symbols, s => s.IsGlobal).Name);
    }

    [Fact]
    public void What_the_proof_has_not_looked_at_is_a_trap()
    {
        using var directory = new TemporaryDirectory();
        File.WriteAllBytes(directory["made.o"], Make("xor eax, eax\n ret\n mov ecx, 0x12345678\n syscall\n", Numbers).Bytes!);
        Assert.Equal([0x31, 0xC0, 0xC3, 0xCC, 0xCC, 0xCC, 0xCC, 0xCC, 0xCC, 0xCC], RelocatableObject.Read(directory["made.o"]).Sections[1].Bytes);
    }

    [Fact]
    public void It_is_the_same_each_time()
    {
        const string Code = "sub rsp, 8\n mov rdx, rsi\n call [rip+memset@GOTPCREL]\n add rsp, 8\n mov rax, [rip+number]\n ret\n.section .rodata\nnumber: .quad 2\n";
        Assert.Equal(Make(Code, View).Bytes, Make(Code, View).Bytes);
    }

    private delegate nint Copy(byte[] target, byte[] source, nint count);

    private delegate nint Move(nint target, nint source, nint count);

    private delegate nint Fill(byte[] target, int value, nint count);

    private delegate int Order(byte[] left, byte[] right, nint count);

    [Fact]
    public void Memory_is_copied_filled_and_compared_as_in_C()
    {
        var source = Enumerable.Range(1, 100).Select(n => (byte)n).ToArray();
        for (var count = 0; count <= 100; count++)
        {
            var target = new byte[101];
            Function<Copy>("memcpy")(target, source, count);
            Assert.Equal([.. source[..count], .. new byte[101 - count]], target);
            Function<Fill>("memset")(target, 0x1FE, count);
            Assert.All(target[..count], b => Assert.Equal(0xFE, b));
            Assert.All(target[count..], b => Assert.Equal(0, b));
            Assert.Equal(0, Function<Order>("memcmp")(source, [.. source], count));
            for (var at = 0; at < count; at += 7)
            {
                var other = source.ToArray();
                other[at]++;
                Assert.True(Function<Order>("memcmp")(source, other, count) < 0);
                Assert.True(Function<Order>("bcmp")(other, source, count) > 0);
            }
        }
    }

    [Fact]
    public void Memory_that_overlaps_is_copied_too()
    {
        var space = Marshal.AllocHGlobal(200);
        try
        {
            for (var count = 0; count < 80; count++)
            {
                foreach (var distance in (int[])[-40, -17, -16, -15, -1, 0, 1, 8, 15, 16, 17, 40])
                {
                    var before = Enumerable.Range(1, 200).Select(n => (byte)n).ToArray();
                    Marshal.Copy(before, 0, space, 200);
                    Function<Move>("memmove")(space + 50 + distance, space + 50, count);
                    var after = new byte[200];
                    Marshal.Copy(space, after, 0, 200);
                    Array.Copy(before, 50, before, 50 + distance, count);
                    Assert.Equal(before, after);
                }
            }
        }
        finally
        {
            Marshal.FreeHGlobal(space);
        }
    }

    private static readonly Dictionary<string, nint> _functions = [];

    private static T Function<T>(string name) where T : Delegate
    {
        if (!_functions.TryGetValue(name, out var address))
        {
            const int ReadWriteExecute = 7, PrivateAnonymous = 0x22;
            var code = MemoryCode.Of(name);
            address = mmap(0, 4096, ReadWriteExecute, PrivateAnonymous, -1, 0);
            Marshal.Copy(code, 0, address, code.Length);
            _functions[name] = address;
        }

        return Marshal.GetDelegateForFunctionPointer<T>(address);
    }

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern nint mmap(nint address, nint length, int protection, int flags, int file, nint offset);

    private static (PureVerdict Verdict, byte[]? Bytes) Make(string code, DirectSignature signature)
    {
        using var directory = new TemporaryDirectory();
        var path = directory["pure.syso"];
        var verdicts = PureObject.Make(Assembly.Object(directory, code), new Dictionary<string, DirectSignature> { ["probe"] = signature }, path);
        return (verdicts["probe"], File.Exists(path) ? File.ReadAllBytes(path) : null);
    }
}
