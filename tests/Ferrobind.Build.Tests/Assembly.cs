using System.Diagnostics;
using Ferrobind.Plan;
using Xunit;

namespace Ferrobind.Build.Tests;

/// <summary>Functions in assembly, for what looks at machine code.</summary>
internal static class Assembly
{
    /// <summary>The signature of a function of two numbers.</summary>
    public static DirectSignature Numbers { get; } = new(
        [new DirectPart("a", ScalarKind.U64, DirectRole.Value), new DirectPart("b", ScalarKind.U64, DirectRole.Value)], ScalarKind.U64, false);

    /// <summary>The signature of a function of a view.</summary>
    public static DirectSignature View { get; } = new(
        [new DirectPart("v", ScalarKind.U8, DirectRole.Data), new DirectPart("v_len", ScalarKind.Usize, DirectRole.Length)],
        ScalarKind.U64, false);

    /// <summary>An object with the function <c>probe</c>, and the variable <c>cell</c>.</summary>
    /// <returns>Its path.</returns>
    public static string Object(TemporaryDirectory directory, string code)
    {
        var (source, output) = (directory["code.s"], directory["code.o"]);
        var text = $".intel_syntax noprefix\n.text\n.globl probe\n.type probe, @function\nprobe:\n {code}\n.section .data\ncell: .quad 0\n";
        foreach (var name in (string[])["helper", "_ZN4core9panicking5panic17h0123456789abcdefE"])
            text = text.Contains($"{name}:", StringComparison.Ordinal) ? $".type {name}, @function\n{text}" : text;
        File.WriteAllText(source, text);
        using var assembler = Process.Start(new ProcessStartInfo("gcc", ["-c", source, "-o", output]))!;
        assembler.WaitForExit();
        Assert.Equal(0, assembler.ExitCode);
        return output;
    }
}
