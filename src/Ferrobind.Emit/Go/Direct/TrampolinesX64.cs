using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>The trampolines for x86-64, in Go's assembly: docs/direct.md goes through one line by line.</summary>
internal static class TrampolinesX64
{
    private static readonly string[] _integers = ["DI", "SI", "DX", "CX", "R8", "R9"];

    /// <param name="hasSeal">There is one for the seal of a library, too.</param>
    public static string Write(GoPackage package, string constraint, IEnumerable<DirectCall> calls, bool hasSeal)
    {
        var code = package.Source(constraint);
        code.Line(RuntimeSource.Read("Go/DirectRuntime/enter_amd64.s").TrimEnd());
        if (hasSeal)
        {
            code.Blank().Line($"""
                // func seal() uint64
                TEXT ·seal(SB), NOSPLIT, $0-8
                	ENTER
                	CALL {package.Plan.Package.Library.SymbolPrefix}seal(SB)
                	LEAVE
                	MOVQ AX, ret+0(FP)
                	RET
                """);
        }

        foreach (var call in calls)
            Write(code.Blank(), call);
        return code.ToString();
    }

    // Go puts arguments and results on the stack in order, each at a multiple of its size; the results start at a multiple of 8.
    private static void Write(CodeWriter code, DirectCall call)
    {
        var (at, integers, vectors) = (0, 0, 0);
        var loads = new List<string>();
        for (var i = 0; i < call.Signature.Parts.Length; i++)
        {
            var part = call.Signature.Parts[i];
            var kind = part.Role is DirectRole.Value ? part.Kind : ScalarKind.Usize;
            at = Align(at, Size(kind));
            loads.Add($"{Load(kind)} a{i}+{at}(FP), {(part.IsVector ? $"X{vectors++}" : _integers[integers++])}");
            at += Size(kind);
        }

        var stores = new List<string>();
        at = Align(at, 8);
        var isVector = call.Signature.Value is ScalarKind.F32 or ScalarKind.F64;
        if (call.Signature.Value is { } value)
        {
            at = Align(at, Size(value));
            stores.Add($"{Store(value)} {(isVector ? "X0" : "AX")}, value+{at}(FP)");
            at += Size(value);
        }

        if (call.HasState)
        {
            at = Align(at, 8);
            stores.Add($"MOVQ {(call.Signature.Value is null || isVector ? "AX" : "DX")}, state+{at}(FP)");
            at += 8;
        }

        // With results, the frame is as long as the last of them needs, to a whole word.
        code.Line($"""
            // {call.Export.RustPath}
            TEXT ·{call.Name}(SB), NOSPLIT, $0-{(stores.Count == 0 ? at : Align(at, call.HasState ? 8 : 1))}
            """);
        foreach (var line in (string[])[.. loads, "ENTER", $"CALL {call.Export.DirectSymbol}(SB)", "LEAVE", .. stores, "RET"])
            code.Line("\t" + line);
    }

    private static int Align(int at, int size) => (at + size - 1) / size * size;

    private static int Size(ScalarKind kind) => kind switch
    {
        ScalarKind.Bool or ScalarKind.I8 or ScalarKind.U8 => 1,
        ScalarKind.I16 or ScalarKind.U16 => 2,
        ScalarKind.Char or ScalarKind.I32 or ScalarKind.U32 or ScalarKind.F32 => 4,
        ScalarKind.I64 or ScalarKind.U64 or ScalarKind.Isize or ScalarKind.Usize or ScalarKind.F64 => 8,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "fits into no register"),
    };

    // What is narrower than 32 bits is extended, as the C ABI's compilers do it.
    private static string Load(ScalarKind kind) => kind switch
    {
        ScalarKind.Bool or ScalarKind.U8 => "MOVBLZX",
        ScalarKind.I8 => "MOVBLSX",
        ScalarKind.U16 => "MOVWLZX",
        ScalarKind.I16 => "MOVWLSX",
        ScalarKind.F32 => "MOVSS",
        ScalarKind.F64 => "MOVSD",
        _ => Size(kind) == 4 ? "MOVL" : "MOVQ",
    };

    private static string Store(ScalarKind kind) => kind switch
    {
        ScalarKind.F32 => "MOVSS",
        ScalarKind.F64 => "MOVSD",
        _ => Size(kind) switch { 1 => "MOVB", 2 => "MOVW", 4 => "MOVL", _ => "MOVQ" },
    };
}
