using System.Text.RegularExpressions;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>What the writers of one package share.</summary>
/// <param name="isPure">For programs without cgo: only the exports that those have are written.</param>
internal sealed class GoPackage(BridgePlan plan, BuiltLibrary? library = null, bool isPure = false)
{
    private static readonly string[] Usable =
        ["encoding/binary", "encoding/json", "errors", "fmt", "iter", "math", "math/big", "net/netip", "runtime", "slices", "strconv", "time", "unsafe"];

    private readonly HashSet<string> _fileNames = new(SupportFiles.Names, StringComparer.Ordinal);
    private readonly Dictionary<string, string> _sumFunctions = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];

    public BridgePlan Plan => plan;

    public DocWriter Docs { get; } = new(new ItemLinks(plan));

    public GoTypes Types { get; } = new(plan);

    public WireCode Wire => field ??= new WireCode(plan, Types, Handles);

    public Handles Handles => field ??= new Handles(plan, Types);

    /// <summary>What is called without cgo where the machine code allows it.</summary>
    public DirectCalls Direct { get; } = new(plan, isPure ? null : library);

    /// <summary>What a program without cgo has.</summary>
    public PureCalls Pure { get; } = new(plan, library);

    public bool IsPure => isPure;

    /// <summary>The exports that are written.</summary>
    public IEnumerable<ExportPlan> Exports => isPure ? plan.Exports.Where(export => Pure.Of(export) is not null) : plan.Exports;

    public Mirrors Mirrors => field ??= new Mirrors(plan, Types);

    /// <summary>The text of all files so far.</summary>
    public IEnumerable<string> Texts => _texts;

    public string Name => plan.Package.GoPackage;

    public string Header => plan.Package.Header;

    /// <summary>A file of the package, under the wanted name or the first free one behind it.</summary>
    public GeneratedFile File(string wanted, string text)
    {
        var name = wanted;
        for (var number = 2; !_fileNames.Add(name); number++)
            name = $"{wanted}{number}";
        _texts.Add(text);
        return new GeneratedFile(name + ".go", text);
    }

    /// <summary>A file of a body and the imports that it turns out to need; it calls these exports.</summary>
    public GeneratedFile Compose(string wanted, Action<CodeWriter> write, params IEnumerable<ExportPlan> exports)
    {
        var body = new CodeWriter("\t");
        write(body);
        var text = body.ToString();
        var code = Source();
        if (!isPure && text.Contains("C.", StringComparison.Ordinal))
        {
            Preamble(
                code,
                exports.Where(CallStub.IsSimple).Select(CallStub.Callee),
                [
                    .. exports.Any(export => export.Closures.Any()) ? (string[])[ClosureWriter.Declaration(plan)] : [],
                    .. exports.Where(CallStub.IsNeeded).Select(export => CallStub.Definition(plan, export)),
                ]);
        }

        else
        {
            code.Line($"package {Name}");
        }

        var usesDirect = text.Contains(DirectCalls.Alias + ".", StringComparison.Ordinal);
        if (usesDirect)
            code.Blank().Line($"import {DirectCalls.Alias} \"{Direct.ImportPath}\"");
        if (text.Contains(PureCalls.Alias + ".", StringComparison.Ordinal))
            code.Blank().Line($"import {PureCalls.Alias} \"{Pure.ImportPath}\"");
        Imports(code, UsedBy(text));
        return File(wanted, code + text);
    }

    /// <summary>The export with its receiver named as Go does it: by a letter, where no other parameter has that.</summary>
    public ExportPlan Named(ExportPlan export)
    {
        if (export is not { Owner: { } owner, HasReceiver: true })
            return export;
        var taken = new LocalNames(export.Parameters.Skip(1).Select(p => p.GoName));
        var wanted = Receivers.Name(Types.Plan(owner).GoName);
        var name = taken.Take(wanted) == wanted ? wanted : taken.Take("self");
        return export with { Parameters = export.Parameters.SetItem(0, export.Parameters[0] with { GoName = name }) };
    }

    /// <summary>What messages call the function: methods with their type.</summary>
    public string Called(ExportPlan export) =>
        export is { Owner: { } owner, HasReceiver: true } ? $"{Types.Plan(owner).GoName}.{export.GoName}" : export.GoName;

    /// <summary>There are handles among what the call is given, and they may be refused.</summary>
    public bool TakesHandles(ExportPlan export) => export.Parameters.Any(TakesHandles);

    /// <summary>There are handles in the argument.</summary>
    public bool TakesHandles(ParameterPlan parameter) =>
        parameter.Form is HandleParameter || (parameter.Form is WireParameter wire && Wire.Layout.HasHandles(wire.Type));

    /// <summary>The function behind a method of an enum with data.</summary>
    public string SumFunction(SumPlan sum, ExportPlan export)
    {
        if (_sumFunctions.TryGetValue(export.Symbol, out var known))
            return known;
        var wanted = $"fbCall{sum.GoName}{export.GoName}";
        var name = wanted;
        for (var number = 2; _sumFunctions.ContainsValue(name); number++)
            name = $"{wanted}{number}";
        return _sumFunctions[export.Symbol] = name;
    }

    /// <summary>A writer that has the first lines of a file.</summary>
    public CodeWriter Source(string? constraint = null) =>
        Source($"the Rust crate {plan.Package.CrateName} {plan.Package.CrateVersion}", constraint);

    /// <summary>The same, of a file that is no package's.</summary>
    public static CodeWriter Source(LibraryNames names, string? constraint) => Source(names.Subject, constraint);

    private static CodeWriter Source(string subject, string? constraint)
    {
        var code = new CodeWriter("\t").Line($"// Code generated by ferrobind from {subject}; DO NOT EDIT.").Blank();
        if (constraint is not null)
            code.Line($"//go:build {constraint}").Blank();
        return code;
    }

    /// <summary>
    /// The preamble of a file that calls these functions. None of them keeps a pointer or calls Go, so Go may leave
    /// what is pointed to on its stack.
    /// </summary>
    /// <param name="symbols">Those that take pointers: to the others it would only cost time.</param>
    /// <param name="functions">C functions of the file's own.</param>
    public void Preamble(CodeWriter code, IEnumerable<string> symbols, params IEnumerable<string> functions)
    {
        code.Line($"package {Name}").Blank().Line("/*").Line($"#include \"{Header}\"");
        foreach (var function in functions)
            code.Blank().Line(function);
        var separate = true;
        foreach (var symbol in symbols)
        {
            if (separate)
                code.Blank();
            separate = false;
            code.Line($"#cgo noescape {symbol}").Line($"#cgo nocallback {symbol}");
        }

        code.Line("*/").Line("import \"C\"");
    }

    /// <summary>The packages that code uses. Their names mean nothing else in it: the plan keeps parameters clear of them.</summary>
    public static IEnumerable<string> UsedBy(string text)
    {
        var code = WithoutText(text);
        return Usable.Where(package => Regex.IsMatch(code, $@"(?<![\w.]){package[(package.LastIndexOf('/') + 1)..]}\."));
    }

    /// <summary>The code without what it only says.</summary>
    public static string WithoutText(string code) => NotCode.Replace(code, "");

    // Comments and literals. Whichever starts first goes on to its end.
    private static readonly Regex NotCode = new("""//[^\n]*|"(\\.|[^"\\\n])*"|'(\\.|[^'\\\n])*'""", RegexOptions.CultureInvariant);

    /// <summary>Imports of the standard library, as gofmt has them.</summary>
    public static void Imports(CodeWriter code, params IEnumerable<string> packages)
    {
        var sorted = packages.Order(StringComparer.Ordinal).ToList();
        if (sorted.Count == 0)
            return;
        code.Blank();
        if (sorted.Count == 1)
        {
            code.Line($"import \"{sorted[0]}\"");
            return;
        }

        using (code.Block("import (", ")"))
        {
            foreach (var name in sorted)
                code.Line($"\"{name}\"");
        }
    }
}
