using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>The trampolines for x86-64, in Go's assembly: docs/direct.md goes through one line by line.</summary>
internal static class TrampolinesX64
{
    private static readonly string[] _integers = ["DI", "SI", "DX", "CX", "R8", "R9"];

    /// <param name="hasSeal">There is one for the seal of a library, too.</param>
    public static string Write(GoPackage package, string constraint, IEnumerable<Trampoline> trampolines, bool hasSeal)
    {
        var code = package.Source(constraint);
        code.Line(RuntimeSource.Read("Go/DirectRuntime/enter_amd64.s").TrimEnd());
        if (hasSeal)
        {
            code.Blank().Line($"""
                // func seal() uint64
                TEXT ·seal(SB), NOSPLIT|NOFRAME, $0-8
                	ENTER(rust·seal<>)
                	CALL {package.Plan.Package.Library.SymbolPrefix}seal(SB)
                	LEAVE
                	MOVQ AX, ret+0(FP)
                	RET

                TEXT rust·seal<>(SB), NOSPLIT, $0-0
                	UNDEF
                """);
        }

        var taken = new HashSet<string>(StringComparer.Ordinal) { "rust·seal" };
        foreach (var trampoline in trampolines)
            Write(code.Blank(), trampoline, taken);
        return code.ToString();
    }

    // Go puts arguments and results on the stack in order, each at a multiple of its size; the results start at a multiple of 8.
    private static void Write(CodeWriter code, Trampoline trampoline, HashSet<string> taken)
    {
        var call = trampoline.Call;
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
            TEXT ·{trampoline.Name}(SB), NOSPLIT|NOFRAME, $0-{(stores.Count == 0 ? at : Align(at, call.HasState ? 8 : 1))}
            """);
        var frame = trampoline.IsAway ? null : FrameName(call.Export.RustPath, taken);
        var enter = frame is null ? "ENTER_AWAY" : $"ENTER({frame}<>)";
        foreach (var line in (string[])[.. loads, enter, $"CALL {call.Export.DirectSymbol}(SB)", "LEAVE", .. stores, "RET"])
            code.Line("\t" + line);
        if (frame is not null)
            code.Blank().Line($"TEXT {frame}<>(SB), NOSPLIT, $0-0\n\tUNDEF");
    }

    // What stands for the crate's function in a profile and in a traceback. It is never called: Go names no code but its own.
    private static string FrameName(string rustPath, HashSet<string> taken)
    {
        var words = rustPath.Split("::", StringSplitOptions.RemoveEmptyEntries)
            .Select(word => string.Concat(word.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_')));
        var wanted = $"rust·{string.Join('·', words)}";
        var name = wanted;
        for (var number = 2; !taken.Add(name); number++)
            name = $"{wanted}_{number}";
        return name;
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

/// <summary>One way into an export.</summary>
internal sealed record Trampoline(DirectCall Call)
{
    /// <summary>Its function in Go.</summary>
    public string Name { get; init; } = Call.Name;

    /// <summary>The goroutine has told the runtime that it will be away.</summary>
    public bool IsAway { get; init; }
}
