namespace Ferrobind.Emit.Go;

/// <summary>
/// The package with the machine code for programs without cgo, <c>internal/pure</c>: Go links an object to every program that has its
/// package, so that is one which programs with cgo do not have.
/// </summary>
internal static class PurePackage
{
    public const string Directory = "internal/pure/";

    /// <summary>Later versions of Go may be laid out otherwise.</summary>
    public const string Constraint = "!cgo && linux && amd64 && !go1.28";

    public static IEnumerable<GeneratedFile> Of(GoPackage package)
    {
        yield return new GeneratedFile(Directory + "doc.go", Doc(package));
        yield return new GeneratedFile(Directory + "pure.go", Functions(package));
        yield return new GeneratedFile(Directory + "layout.go", package.Source(Constraint)
            + DirectPackage.Layout.Replace("package direct\n", "package pure\n", StringComparison.Ordinal));
        yield return new GeneratedFile(Directory + "pure_amd64.s", TrampolinesX64.Write(package, Constraint, package.Pure.All.SelectMany(Trampolines), hasSeal: false));
    }

    private static string Doc(GoPackage package) => package.Source().Line("""
        // Package pure has the Rust code of programs that do without cgo. The object beside
        // this file is that code: the instructions of the functions in pure.go, and their
        // constants, and no more.
        package pure
        """).ToString();

    private static string Functions(GoPackage package)
    {
        var code = package.Source(Constraint);
        var runtime = RuntimeSource.Read("Go/PureRuntime/pure.go");
        if (package.Pure.All.Any(call => call.Direct.Signature.Views > 0))
            runtime = runtime.Replace("import _ \"unsafe\" // for linkname", "import \"unsafe\"", StringComparison.Ordinal);
        if (!package.Pure.All.Any(call => call.MayBeAway))
            runtime = runtime[..runtime.IndexOf("\n// entersyscall", StringComparison.Ordinal)].Replace("\nimport _ \"unsafe\" // for linkname\n", "", StringComparison.Ordinal);
        code.Line(runtime.TrimEnd());
        foreach (var call in package.Pure.All)
            Write(code.Blank(), call);
        return code.ToString();
    }

    private static IEnumerable<Trampoline> Trampolines(PureCall call)
    {
        if (call.MayBeShort)
            yield return new Trampoline(call.Direct);
        if (call.MayBeAway)
            yield return new Trampoline(call.Direct) { Name = call.AwayTrampoline, IsAway = true };
    }

    private static void Write(CodeWriter code, PureCall call)
    {
        var (direct, signature) = (call.Direct, call.Direct.Signature);
        var (parameters, results) = (DirectPackage.Parameters(direct), DirectPackage.Results(direct));
        code.Line($"// {(call.MayBeShort ? direct.Name : call.AwayTrampoline)} is {direct.Export.DirectSymbol}: at most {call.Proven.Stack} bytes of stack"
            + (direct.Proven is { } proven ? $", and the work of {proven.Work} instructions{(call.MayBeAway ? $" for {proven.Elements} elements" : "")}." : "."));
        var noescape = signature.Views > 0 ? "//\n//go:noescape\n" : "";
        if (call.MayBeShort)
            code.Line($"{noescape}func {direct.Name}({parameters}){results}");
        if (!call.MayBeAway)
            return;
        if (call.MayBeShort)
            code.Blank().Line($"// {call.AwayTrampoline} is {direct.Name} for a goroutine that is away.");
        code.Line($"{noescape}func {call.AwayTrampoline}({parameters}){results}").Blank();
        code.Line($"// {call.Away} is {(call.MayBeShort ? $"{direct.Name} for what may take long" : "the call of it")}: nobody waits for it.");
        code.Line("//\n//go:nosplit");
        using (code.Block($"func {call.Away}({parameters}){results} {{", "}"))
        {
            var values = (signature.Value is not null, direct.HasState) switch
            {
                (false, false) => "",
                (false, true) => "state = ",
                (true, false) => "value = ",
                _ => "value, state = ",
            };
            code.Line("entersyscall()");
            code.Line($"{values}{call.AwayTrampoline}({string.Join(", ", signature.Parts.Select((_, i) => $"a{i}"))})");
            code.Line("exitsyscall()");
            if (values.Length > 0)
                code.Line($"return {values[..^3]}");
        }
    }
}
