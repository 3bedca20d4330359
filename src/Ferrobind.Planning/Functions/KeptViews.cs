using System.Collections.Immutable;
using Ferrobind.Plan;
using Ferrobind.Planning.Naming;
using Ferrobind.Planning.Types;

namespace Ferrobind.Planning.Functions;

/// <summary>
/// Beside a function whose result borrows from a text or from bytes, which are copied for it at each call: one that takes those from
/// where the caller keeps them, in Rust; and, where the result is a sequence, one that counts, for which nothing has to be copied.
/// </summary>
internal sealed class KeptViews(
    PackagePlan package, NameTable symbols, NameTable goNames, NameTable csharpNames, HandleRegistry handles,
    ImmutableArray<ExportPlan> exports, ImmutableArray<ConstantPlan> constants)
{
    private readonly Dictionary<string, NameTable> _go = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NameTable> _csharp = new(StringComparer.Ordinal);
    private readonly List<ExportPlan> _plans = [];
    private HandlePlan? _text;
    private HandlePlan? _bytes;

    public IReadOnlyList<ExportPlan> Plan()
    {
        foreach (var export in exports.Where(IsOne))
        {
            int[] kept = [.. Enumerable.Range(0, export.Parameters.Length).Where(i => IsKept(export.Parameters[i]))];
            _plans.Add(Taking(export, kept));
            if (export is not { Result: SequenceResult { IsOptional: false }, Error: null })
                continue;
            var count = Counting(export);
            _plans.Add(count);
            _plans.Add(Taking(count, kept));
        }

        return _plans;
    }

    private bool IsOne(ExportPlan export) =>
        export is { Target: ExportTarget.Function, Idiom: Idiom.None or Idiom.New }
        && (export.Owner is null || handles.Find(export.Owner) is not null)
        && !export.Closures.Any() && export.Parameters.Any(IsKept);

    private static bool IsKept(ParameterPlan parameter) =>
        parameter is { Keep: Keep.Result, Form: TextParameter or SliceParameter { Element: ScalarKind.U8, IsMutable: false } };

    // What an export counts is there as long as the call.
    private ExportPlan Counting(ExportPlan export) =>
        export with
        {
            Symbol = symbols.Take(export.Symbol + "_count"),
            GoName = GoName(export, "Count"),
            CSharpName = CSharpNamesOf(export).Take(export.CSharpName + "Count"),
            Docs = Documented(export, "Counts what `", "` returns."),
            Parameters = [.. export.Parameters.Select(p => p with { Keep = Keep.Call })],
            Result = new ScalarResult(ScalarKind.Usize),
            Use = ResultUse.Count,
        };

    // In C# it is an overload.
    private ExportPlan Taking(ExportPlan export, int[] kept)
    {
        var what = kept.Any(i => export.Parameters[i].Form is TextParameter) ? "Text" : "Bytes";
        return export with
        {
            Symbol = symbols.Take($"{export.Symbol}_{what.ToLowerInvariant()}"),
            GoName = GoName(export, what),
            Docs = Documented(export, "Works as `", $"` does, with {(what == "Text" ? "a text" : "a list of bytes")} that is kept in Rust, and is neither checked nor copied again."),
            Parameters = [.. export.Parameters.Select((p, i) => kept.Contains(i) ? p with { Form = new HandleParameter(Key(p), HandleAccess.Shared, false) { IsView = true } } : p)],
        };
    }

    private static Documentation Documented(ExportPlan export, string before, string after) =>
        new(before + export.RustPath[(export.RustPath.LastIndexOf(':') + 1)..] + after, export.Docs.Deprecated);

    private string Key(ParameterPlan parameter) => (parameter.Form is TextParameter ? Text() : Bytes()).Key;

    private HandlePlan Text() => _text ??= Type(
        "KeptText", "text", "A text that is kept in Rust, for functions whose results borrow from it.", new TextParameter(),
        ("to_string", Idiom.Display, new TextResult(Ownership.Owned)));

    private HandlePlan Bytes() => _bytes ??= Type(
        "KeptBytes", "bytes", "A list of bytes that is kept in Rust, for functions whose results borrow from it.", new SliceParameter(ScalarKind.U8, false),
        ("bytes", Idiom.None, new SliceResult(ScalarKind.U8, Ownership.Owned)));

    private HandlePlan Type(string rust, string what, string docs, ParameterForm content, (string Name, Idiom Idiom, ResultForm Result) back)
    {
        var name = "Rust" + GoNames.Exported(what);
        var path = "crate::runtime::" + rust;
        var symbol = symbols.Take($"{package.SymbolPrefix}rust_{what}", taken => [$"{taken}_new", $"{taken}_len", $"{taken}_{back.Name}"]);
        var handle = new HandlePlan(
            path, path, "::" + path, symbol[package.SymbolPrefix.Length..], goNames.Take(name, taken => ["New" + taken]), csharpNames.Take(name),
            new Documentation(docs, null), path, path)
        {
            ShortName = name,
            Identity = path,
        };
        handles.Add(handle);

        var self = new ParameterPlan("self", "self_", "self", "self", new HandleParameter(path, HandleAccess.Shared, false), RustConversion.Pass);
        ExportPlan Member(string member, string go, string csharp, string says, ImmutableArray<ParameterPlan> parameters, ResultForm result, Idiom idiom) =>
            new($"{symbol}_{member}", $"{path}::{member}", ExportTarget.Function, "", go, csharp, new Documentation(says, null), parameters, result, null)
            {
                Owner = path,
                HasReceiver = parameters is [{ Form: HandleParameter }],
                Idiom = idiom,
            };
        _plans.Add(Member(
            "new", "New" + handle.GoName, "Create", $"Copies {what} into Rust.", [new ParameterPlan(what, what, what, what, content, RustConversion.Pass)],
            new HandleResult(path, HandleSource.Value, false), Idiom.New));
        _plans.Add(Member("len", "Len", "Len", "Returns the number of bytes.", [self], new ScalarResult(ScalarKind.Usize), Idiom.None));
        _plans.Add(Member(
            back.Name, back.Idiom is Idiom.Display ? "String" : "Bytes", back.Idiom is Idiom.Display ? "ToString" : "ToArray",
            $"Returns a copy of the {what}.", [self], back.Result, back.Idiom));
        return handle;
    }

    private string GoName(ExportPlan export, string suffix) =>
        export is { HasReceiver: true, Owner: { } owner } ? GoNamesOf(owner).Take(export.GoName + suffix) : goNames.Take(export.GoName + suffix);

    private NameTable GoNamesOf(string owner) => Table(
        _go, owner, () => exports.Where(e => e.Owner == owner && e.HasReceiver).Select(e => e.GoName).Concat(["Close", "String", "GoString", "Error"]));

    private NameTable CSharpNamesOf(ExportPlan export) => Table(
        _csharp, export.Owner ?? "class " + export.CSharpClass,
        () => exports.Where(e => e.Owner == export.Owner && e.CSharpClass == export.CSharpClass)
            .SelectMany(e => e.Error is null ? [e.CSharpName] : new[] { e.CSharpName, ExportPlan.CSharpTryName(e.CSharpName) })
            .Concat(constants.Where(c => c.Owner == export.Owner && c.CSharpClass == export.CSharpClass).Select(c => c.CSharpName)));

    private static NameTable Table(Dictionary<string, NameTable> tables, string key, Func<IEnumerable<string>> taken)
    {
        if (!tables.TryGetValue(key, out var table))
            tables.Add(key, table = new NameTable(taken()));
        return table;
    }
}
