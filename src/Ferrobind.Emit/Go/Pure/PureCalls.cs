using System.Collections.Immutable;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>The exports that a program without cgo has (docs/direct.md).</summary>
internal sealed class PureCalls
{
    /// <summary>How the package of their machine code is called where it is used.</summary>
    public const string Alias = "fbPure";

    private readonly BridgePlan _plan;
    private readonly ImmutableDictionary<string, PureCall> _calls;

    public PureCalls(BridgePlan plan, BuiltLibrary? library)
    {
        _plan = plan;
        var calls = ImmutableDictionary.CreateBuilder<string, PureCall>(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var export in library?.Platform is { GoOs: "linux", GoArch: "amd64" } ? plan.Exports : [])
        {
            if (library!.ProvenPure(export) is not { } pure)
                continue;
            var name = DirectCalls.Name(plan, export, taken);
            var call = new DirectCall(export, name, DirectSignature.Of(export, plan.Type)!, library.Proven(export));
            var away = $"{name}Away";
            for (var number = 2; call.Proven?.Elements != int.MaxValue && !taken.Add(away); number++)
                away = $"{name}Away{number}";
            calls[export.Symbol] = new PureCall(call, away, pure);
        }

        _calls = calls.ToImmutable();
    }

    public bool Any => !_calls.IsEmpty;

    public string ImportPath => $"{_plan.Package.GoImport}/{PurePackage.Directory.TrimEnd('/')}";

    /// <summary>Sorted by symbol.</summary>
    public IEnumerable<PureCall> All => _calls.Values.OrderBy(call => call.Direct.Export.Symbol, StringComparer.Ordinal);

    /// <summary>How an export is called; null where it is not there.</summary>
    public PureCall? Of(ExportPlan export) => _calls.GetValueOrDefault(export.Symbol);
}

/// <summary>One export that a program without cgo has.</summary>
/// <param name="Direct">Its trampoline, and what bounds a call of it.</param>
/// <param name="Away">The function that makes a call which nothing bounds.</param>
internal sealed record PureCall(DirectCall Direct, string Away, ProvenPure Proven)
{
    /// <summary>The most elements of views with which a call is short; -1 where none is.</summary>
    public int ShortElements => Direct.Proven?.Elements ?? -1;

    /// <summary>There are calls that are bounded.</summary>
    public bool MayBeShort => ShortElements >= 0;

    /// <summary>The trampoline of <see cref="Away"/>.</summary>
    public string AwayTrampoline => char.ToLowerInvariant(Away[0]) + Away[1..];

    /// <summary>There are calls that nothing bounds.</summary>
    public bool MayBeAway => ShortElements < int.MaxValue;
}
