using System.Collections.Immutable;
using Ferrobind.Emit.CSharp.Types;
using Ferrobind.Emit.CSharp.Wire;
using Ferrobind.Plan;

namespace Ferrobind.Emit.CSharp;

/// <summary>The names that the emitter chooses itself, clear of those that the plan gives to what the crate offers.</summary>
internal sealed class PackageNames
{
    private readonly ImmutableHashSet<string> _types;
    private readonly bool _shadows;

    /// <param name="shared">The support code of a bundle; null where the crate has the project, and the support code, for itself.</param>
    public PackageNames(BridgePlan plan, SharedNames? shared = null)
    {
        Namespace = plan.Package.CSharpNamespace;
        Modules = plan.Modules.Any(IsRoot)
            ? plan.Modules
            : [new ModulePlan(plan.Package.RustName, plan.Package.Docs, $"{Namespace}Lib"), .. plan.Modules];
        Root = Modules.First(IsRoot);
        Errors = [.. plan.Errors.Where(e => e.CSharpName is not null).DistinctBy(e => e.CSharpName)];
        Facts = new TypeFacts(plan);
        Wire = new WireUse(plan, Facts);
        _types = [.. Modules.Select(m => m.CSharpClass), .. Errors.Select(e => e.CSharpName!), .. plan.Types.Concat(plan.Handles).Select(t => t.CSharpName)];
        var members = plan.Exports.Select(e => e.CSharpName)
            .Concat(plan.RawFunctions.SelectMany(f => (IEnumerable<string>)[f.CSharpName, f.Text?.CSharpName ?? ""]))
            .Concat(plan.Constants.Select(c => c.CSharpName))
            .Concat(plan.Types.SelectMany(TypeScope.Members))
            .ToHashSet(StringComparer.Ordinal);
        InteropNamespace = _types.Contains("Interop") || members.Contains("Interop") ? "FerrobindInterop" : "Interop";
        _shadows = shared?.Hides == true || _types.Append(Namespace).Any(BclNames.AreUsed);
        Shared = shared ?? new SharedNames(Namespace, InteropNamespace, IsApart: false, _shadows);
        // A bundle's support code has P/Invokes of its own.
        NativeAlias = _types.Contains("Native") || members.Contains("Native") ? "NativeFunctions" : Shared.IsApart ? "Native" : null;
        Scope = new TypeScope(this, []);
        InteropScope = new TypeScope(this, [.. CSharpEmitter.InteropTypes, .. plan.Types.Select(t => Wire.Codec(t.Key))], isInternal: true);
        Links = new ItemLinks(plan, Scope);
    }

    /// <summary>What the machine code proves; null where nothing is known of it.</summary>
    public BuiltLibrary? Library { get; init; }

    /// <summary>What is proved of an export that may be called without the runtime's seeing it; else null.</summary>
    public ProvenDirect? Brief(ExportPlan export) => Library?.Proven(export) is { BriefElements: >= 0 } proven ? proven : null;

    /// <summary>The namespace of the public API.</summary>
    public string Namespace { get; }

    /// <summary>The last part of the namespace of what is internal.</summary>
    public string InteropNamespace { get; }

    /// <summary>Where the support code is.</summary>
    public SharedNames Shared { get; }

    /// <summary>The name for the class of P/Invokes where <c>Native</c> would not do, or not be clear; else null.</summary>
    public string? NativeAlias { get; }

    /// <summary>How the class of P/Invokes is called in public classes.</summary>
    public string Native => NativeAlias ?? "Native";

    /// <summary>The static classes; the root's is always there.</summary>
    public ImmutableArray<ModulePlan> Modules { get; }

    /// <summary>The root's static class.</summary>
    public ModulePlan Root { get; }

    /// <summary>The errors with exceptions of their own.</summary>
    public ImmutableArray<ErrorPlan> Errors { get; }

    /// <summary>What C# makes of the crate's types.</summary>
    public TypeFacts Facts { get; }

    /// <summary>What crosses by wire.</summary>
    public WireUse Wire { get; }

    /// <summary>Names of types in the public namespace.</summary>
    public TypeScope Scope { get; }

    /// <summary>Names of types in the namespace of what is internal.</summary>
    public TypeScope InteropScope { get; }

    /// <summary>Names of types inside of a type, where its members hide others.</summary>
    public TypeScope ScopeOf(TypePlan type) => new(this, TypeScope.NestedTypes(type));

    /// <summary>Whether the public namespace has a type of this name from the crate.</summary>
    public bool HasType(string name) => _types.Contains(name);

    /// <summary>The class that holds an enum's methods.</summary>
    public string ExtensionsOf(EnumPlan values) =>
        HasType($"{values.CSharpName}Extensions") ? $"{values.CSharpName}EnumExtensions" : $"{values.CSharpName}Extensions";

    /// <summary>Where links in the documentation lead to.</summary>
    public ItemLinks Links { get; }

    /// <summary>A source file. The crates of a bundle have a directory each.</summary>
    public GeneratedFile Source(string path, string text) => new(Directory + path, _shadows ? BclNames.Protect(text) : text);

    /// <summary>A source file of what is internal.</summary>
    public GeneratedFile InteropSource(string name, string text)
    {
        // Next to the support code, its types come before the crate's; from afar, they do so only inside of the namespace.
        var source = _shadows || Shared.IsApart ? BclNames.Protect(text) : text;
        return new GeneratedFile($"{Directory}{InteropNamespace}/{name}.cs", source);
    }

    private string Directory => Shared.IsApart ? Namespace + "/" : "";

    private static bool IsRoot(ModulePlan module) => !module.RustPath.Contains("::", StringComparison.Ordinal);
}
