using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>
/// The package of trampolines, <c>internal/direct</c>: one that uses cgo may not contain Go assembly. Where direct calls are not
/// asked for, or cannot be made, it is a package of constants, and what would use it is not compiled in.
/// </summary>
internal static class DirectPackage
{
    private const string Directory = "internal/direct/";

    // The sanitizers want to see each access to memory, and later versions of Go may be laid out otherwise.
    private const string Constraint =
        "ferrobind_direct && cgo && linux && amd64 && go1.24 && !go1.28 && !race && !msan && !asan";

    public static IEnumerable<GeneratedFile> Of(GoPackage package, BuiltLibrary library)
    {
        if (!package.Direct.Any)
            yield break;
        yield return new GeneratedFile(Directory + "enabled.go", package.Source(Constraint) + RuntimeSource.Read("Go/DirectRuntime/enabled.go"));
        yield return new GeneratedFile(Directory + "layout.go", package.Source(Constraint) + Layout);
        yield return new GeneratedFile(Directory + "direct.go", Declarations(package, library));
        yield return new GeneratedFile(Directory + "direct_amd64.s", TrampolinesX64.Write(package, Constraint, package.Direct.All.Select(call => new Trampoline(call)), hasSeal: true));
        yield return new GeneratedFile(Directory + "disabled.go", Disabled(package));
    }

    /// <summary>What checks that Go's runtime is one that is known.</summary>
    public static string Layout => RuntimeSource.Read("Go/DirectRuntime/layout.go");

    private static string Declarations(GoPackage package, BuiltLibrary library)
    {
        var code = package.Source(Constraint);
        code.Line("package direct");
        if (package.Direct.All.Any(call => call.Signature.Views > 0))
            code.Blank().Line("import \"unsafe\"");
        code.Blank().Line($"""
            // librarySeal is what the library of these bindings answers: their trampolines were
            // made for its machine code.
            const librarySeal = 0x{library.StaticSeal:x16}

            // seal asks the library.
            func seal() uint64
            """);
        foreach (var call in package.Direct.All)
        {
            code.Blank().Line($"// {call.Name} is {call.Export.DirectSymbol}: at most {call.Proven!.Stack} bytes of stack, and the work of {call.Proven.Work} instructions.");
            if (call.Signature.Views > 0)
                code.Line("//\n//go:noescape");
            code.Line($"func {call.Name}({Parameters(call)}){Results(call)}");
        }

        return code.ToString();
    }

    private static string Disabled(GoPackage package)
    {
        var code = package.Source($"!({Constraint})");
        code.Line("""
            // Package direct has the ways into Rust that need no cgo. This program does not
            // use them.
            package direct
            """);
        if (package.Direct.All.Any(call => call.Signature.Views > 0))
            code.Blank().Line("import \"unsafe\"");
        code.Blank().Line("""
            // Enabled says that Rust is called directly.
            const Enabled = false

            // LinkMode is how a static program is linked to the library.
            const LinkMode = "static"
            """);
        foreach (var call in package.Direct.All)
        {
            code.Blank().Line($"// {call.Name} is never called.");
            code.Line(Results(call).Length == 0
                ? $"func {call.Name}({Parameters(call)}) {{}}"
                : $"func {call.Name}({Parameters(call)}){Results(call)} {{\n\treturn\n}}");
        }

        return code.ToString();
    }

    /// <summary>The parameters of a trampoline.</summary>
    public static string Parameters(DirectCall call) =>
        string.Join(", ", call.Signature.Parts.Select((part, i) => $"a{i} {DirectCall.TypeOf(part)}"));

    /// <summary>Its results.</summary>
    public static string Results(DirectCall call)
    {
        var value = call.Signature.Value is { } kind ? $"value {GoScalar.Of(kind).Type}" : null;
        return (value, call.HasState) switch
        {
            (null, false) => "",
            (null, true) => " (state uint)",
            (_, false) => $" ({value})",
            _ => $" ({value}, state uint)",
        };
    }
}
