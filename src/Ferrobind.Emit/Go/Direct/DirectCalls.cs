using System.Collections.Immutable;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>The exports that a program may call through trampolines, and how their Go functions do it.</summary>
internal sealed class DirectCalls
{
    /// <summary>How the package of trampolines is called where it is used.</summary>
    public const string Alias = "fbDirect";

    private readonly BridgePlan _plan;
    private readonly ImmutableDictionary<string, DirectCall> _calls;

    public DirectCalls(BridgePlan plan, BuiltLibrary? library)
    {
        _plan = plan;
        var calls = ImmutableDictionary.CreateBuilder<string, DirectCall>(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal) { "Enabled" };
        foreach (var export in library?.Platform is { GoOs: "linux", GoArch: "amd64" } ? plan.Exports : [])
        {
            if (library!.Proven(export) is { } proven)
                calls[export.Symbol] = new DirectCall(export, Name(plan, export, taken), DirectSignature.Of(export, plan.Type)!, proven);
        }

        _calls = calls.ToImmutable();
    }

    public bool Any => !_calls.IsEmpty;

    /// <summary>The module's package of trampolines.</summary>
    public string ImportPath => $"{_plan.Package.GoImport}/internal/direct";

    /// <summary>Sorted by symbol.</summary>
    public IEnumerable<DirectCall> All => _calls.Values.OrderBy(call => call.Export.Symbol, StringComparer.Ordinal);

    /// <summary>The direct way into an export; null where there is none.</summary>
    public DirectCall? Of(ExportPlan export) => _calls.GetValueOrDefault(export.Symbol);

    /// <summary>A name for a trampoline that none has.</summary>
    public static string Name(BridgePlan plan, ExportPlan export, HashSet<string> taken)
    {
        var words = export.Symbol[plan.Package.SymbolPrefix.Length..].Split('_', StringSplitOptions.RemoveEmptyEntries);
        var wanted = string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        if (wanted.Length == 0 || !char.IsAsciiLetterUpper(wanted[0]))
            wanted = "X" + wanted;
        var name = wanted;
        for (var number = 2; !taken.Add(name); number++)
            name = $"{wanted}{number}";
        return name;
    }
}

/// <summary>One export that may be called directly.</summary>
/// <param name="Name">Its function in the package of trampolines: <c>Hamming</c>.</param>
/// <param name="Proven">What bounds the call; null where nothing does.</param>
internal sealed record DirectCall(ExportPlan Export, string Name, DirectSignature Signature, ProvenDirect? Proven)
{
    /// <summary>The caller has to look at the state that comes back.</summary>
    public bool HasState => Signature.HasState;

    /// <summary>The type of a part in Go: what the export's own Go function has, where that is a scalar.</summary>
    public static string TypeOf(DirectPart part) => part.Role switch
    {
        DirectRole.Data => "unsafe.Pointer",
        DirectRole.Length => "int",
        _ => GoScalar.Of(part.Kind).Type,
    };
}
