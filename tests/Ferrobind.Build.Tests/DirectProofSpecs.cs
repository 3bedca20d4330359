using Ferrobind.Build.Analysis;
using Ferrobind.Plan;
using Xunit;
using static Ferrobind.Build.Tests.Assembly;

namespace Ferrobind.Build.Tests;

/// <summary>What is proved of functions in assembly, each with one thing in it that matters.</summary>
public sealed class DirectProofSpecs
{
    [Theory]
    [InlineData("lea rax, [rdi+rsi]\n xor edx, edx\n ret", 3, 0)]
    [InlineData("push rbx\n mov rbx, rdi\n lea rax, [rbx+1]\n pop rbx\n ret", 5, 8)]
    [InlineData("sub rsp, 40\n mov [rsp+8], rdi\n mov rax, [rsp+8]\n add rsp, 40\n ret", 5, 40)]
    [InlineData("mov [rsp-120], rdi\n mov rax, [rsp-120]\n ret", 3, 120)]
    [InlineData("test rdi, rdi\n js 1f\n mov eax, 1\n ret\n1: xor eax, eax\n ret", 4, 0)]
    [InlineData("call helper\n inc rax\n ret\n helper: push rbp\n mov rax, rdi\n pop rbp\n ret", 8, 16)]
    [InlineData("jmp helper\n helper: mov rax, rdi\n ret", 3, 0)]
    [InlineData("mov eax, 40\n1: dec eax\n jne 1b\n ret", 82, 0)]
    [InlineData("lock add qword ptr [rip+cell], 1\n ret", 26, 0)]
    [InlineData("movq xmm0, rdi\n paddq xmm0, xmm0\n movq rax, xmm0\n ret", 7, 0)]
    public void Straight_code_and_counted_loops_are_proved(string code, int work, int stack)
    {
        var proven = Assert.IsType<ProvenDirect>(Judge(code, Numbers));
        Assert.Equal((work, stack, int.MaxValue, int.MaxValue), (proven.Work, proven.Stack, proven.Elements, proven.BriefElements));
    }

    [Theory]
    [InlineData("ret 8", "not understood")]
    [InlineData("1: jmp 1b", "may take too long")]
    [InlineData("1: test byte ptr [rip+cell], 1\n je 1b\n ret", "has a loop")]
    [InlineData("1: dec rdi\n jne 1b\n ret", "has a loop")]
    [InlineData("1: mov al, 1\n xchg al, [rip+cell]\n test al, al\n jne 1b\n ret", "has a loop")]
    [InlineData("1: pause\n jmp 1b", "waits")]
    [InlineData("1: mov rax, [rip+cell]\n lea rcx, [rax+1]\n lock cmpxchg [rip+cell], rcx\n jne 1b\n ret", "has a loop")]
    [InlineData("call helper\n ret\n helper: call helper\n ret", "calls itself")]
    [InlineData("call rax", "calls through a pointer")]
    [InlineData("call [rdi]", "calls through a pointer")]
    [InlineData("call [rip+cell]\n ret", "calls through a pointer")]
    [InlineData("jmp rdi", "jumps through")]
    [InlineData("syscall\n ret", "system call")]
    [InlineData("int 0x80\n ret", "system call")]
    [InlineData("mov rax, fs:[0]\n ret", "variable of the thread")]
    [InlineData("ud2", "end the process")]
    [InlineData("hlt", "programs may not use")]
    [InlineData("rdtsc\n ret", "not understood")]
    [InlineData("cpuid\n ret", "not understood")]
    [InlineData("fld1\n ret", "not understood")]
    [InlineData("ldmxcsr [rsp-8]\n ret", "not understood")]
    [InlineData("std\n ret", "not understood")]
    [InlineData("mov rcx, rsi\n rep movsb\n ret", "repeats")]
    [InlineData("sub rsp, rdi\n add rsp, rdi\n ret", "stack pointer by what is not known")]
    [InlineData("mov rsp, rdi\n ret", "stack pointer by what is not known")]
    [InlineData("push rdi\n ret", "stack pointer elsewhere")]
    [InlineData("sub rsp, 3000\n add rsp, 3000\n ret", "bytes of stack")]
    [InlineData("mov rbx, rdi\n ret", "give back a register")]
    [InlineData("push rbx\n mov rbx, rdi\n pop rax\n ret", "give back a register")]
    [InlineData("call malloc@PLT\n ret", "malloc, bound when it is first called")]
    [InlineData("call [rip+malloc@GOTPCREL]\n ret", "a function of the system's: malloc")]
    [InlineData("sub rsp, 8\n mov rdx, rsi\n call [rip+memcpy@GOTPCREL]\n add rsp, 8\n ret", "length that is not known")]
    [InlineData("sub rsp, 8\n mov edx, 1000000\n call [rip+memcpy@GOTPCREL]\n add rsp, 8\n ret", "1000000 bytes")]
    [InlineData("call _ZN4core9panicking5panic17h0123456789abcdefE\n _ZN4core9panicking5panic17h0123456789abcdefE: ret", "reaches a panic: core::panicking::panic")]
    [InlineData(".byte 0x06", "no instruction")]
    public void What_is_not_understood_is_not_proved(string code, string reason)
    {
        var not = Assert.IsType<NotDirect>(Judge(code, Numbers));
        Assert.Contains(reason, not.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_copy_of_known_length_is_proved()
    {
        var proven = Assert.IsType<ProvenDirect>(
            Judge("sub rsp, 72\n mov rsi, rdi\n mov rdi, rsp\n mov edx, 64\n call [rip+memcpy@GOTPCREL]\n add rsp, 72\n ret", Numbers));
        Assert.Equal((72 + 8 + 256, 1 + 1 + 1 + 1 + 3 + 28 + 1 + 1), (proven.Stack, proven.Work));
    }

    [Fact]
    public void The_length_of_a_view_bounds_a_loop()
    {
        var proven = Assert.IsType<ProvenDirect>(
            Judge("xor eax, eax\n test rsi, rsi\n je 2f\n1: add al, [rdi]\n inc rdi\n dec rsi\n jne 1b\n2: ret", View));
        Assert.Equal((DirectLoops.Views, 512), (proven.Loops, proven.Elements));
        Assert.InRange(proven.BriefWork, 500, DirectProof.MostBriefWork);
        Assert.InRange(proven.BriefElements, 100, 200);
    }

    [Fact]
    public void The_end_of_a_view_bounds_a_loop()
    {
        var proven = Assert.IsType<ProvenDirect>(
            Judge("add rsi, rdi\n1: cmp rdi, rsi\n je 2f\n add al, [rdi]\n inc rdi\n jmp 1b\n2: ret", View));
        Assert.Equal(512, proven.Elements);
    }

    [Fact]
    public void A_length_that_is_changed_bounds_nothing()
    {
        var not = Assert.IsType<NotDirect>(Judge("add rsi, [rdi]\n1: dec rsi\n jne 1b\n2: ret", View));
        Assert.Contains("has a loop", not.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_over_the_end_is_a_loop_that_nothing_bounds()
    {
        // Views of an odd length are never at their end.
        var not = Assert.IsType<NotDirect>(Judge("1: sub rsi, 2\n jne 1b\n ret", View));
        Assert.Contains("too long", not.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void What_no_short_view_reaches_does_not_matter()
    {
        var proven = Assert.IsType<ProvenDirect>(Judge(
            "cmp rsi, 600\n ja bad\n xor ecx, ecx\n1: cmp rcx, rsi\n jae 2f\n inc rcx\n jmp 1b\n2: ret\n bad: ud2", View));
        Assert.Equal(512, proven.Elements);
    }

    [Fact]
    public void All_targets_of_a_jump_table_are_looked_at()
    {
        const string Table = "cmp edi, 2\n ja 9f\n mov eax, edi\n lea rcx, [rip+table]\n movsxd rax, dword ptr [rcx+4*rax]\n add rax, rcx\n jmp rax\n"
            + "1: mov eax, 1\n ret\n2: {0}\n ret\n9: xor eax, eax\n ret\n.section .rodata\n table: .long 1b-table, 2b-table, 9b-table\n";
        Assert.IsType<ProvenDirect>(Judge(Table.Replace("{0}", "mov eax, 2", StringComparison.Ordinal), Numbers));
        var not = Assert.IsType<NotDirect>(Judge(Table.Replace("{0}", "syscall", StringComparison.Ordinal), Numbers));
        Assert.Contains("system call", not.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_comparison_of_something_else_bounds_no_index()
    {
        var not = Assert.IsType<NotDirect>(Judge(
            "cmp edi, 2\n cmp rsi, 9\n ja 9f\n mov eax, edi\n lea rcx, [rip+table]\n movsxd rax, dword ptr [rcx+4*rax]\n add rax, rcx\n jmp rax\n"
            + "1: ret\n9: ret\n.section .rodata\n table: .long 1b-table, 9b-table, 9b-table\n", Numbers));
        Assert.Contains("jumps through", not.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_symbol_is_not_proved()
    {
        using var directory = new TemporaryDirectory();
        var not = Assert.IsType<NotDirect>(DirectProof.Of(Assembly.Object(directory, "ret")).Judge("other", Numbers));
        Assert.Contains("not in the library", not.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("_RNvNtNtCsgEmfK2I1SDS_4core3str8converts9from_utf8", "core::str::converts::from_utf8")]
    [InlineData("_ZN4core9panicking5panic17h0123456789abcdefE", "core::panicking::panic")]
    [InlineData("memcpy", "memcpy")]
    public void Symbols_are_told_as_paths(string symbol, string path) => Assert.Equal(path, SymbolName.Readable(symbol));

    private static DirectVerdict Judge(string code, DirectSignature signature)
    {
        using var directory = new TemporaryDirectory();
        return DirectProof.Of(Assembly.Object(directory, code)).Judge("probe", signature);
    }
}
