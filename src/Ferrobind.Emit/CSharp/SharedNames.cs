using System.Collections.Immutable;
using Ferrobind.Plan;

namespace Ferrobind.Emit.CSharp;

/// <summary>Where the support code goes: beside the one crate, or, of a bundle, into the project's own namespace, once for all.</summary>
/// <param name="Namespace">The namespace of its public types.</param>
/// <param name="InteropNamespace">The last part of the namespace of what is internal.</param>
/// <param name="IsApart">It is in another namespace than the crates.</param>
/// <param name="Hides">There are namespaces, or types beside it, that hide what it uses.</param>
internal sealed record SharedNames(string Namespace, string InteropNamespace, bool IsApart, bool Hides)
{
    // The namespaces of the support sources.
    private const string Placeholder = "RustPackage";
    private const string InteropPlaceholder = "RustPackage.Interop";

    /// <summary>That of a bundle.</summary>
    public static SharedNames OfBundle(LibraryPlan plan) =>
        new(plan.Names.CSharpNamespace, "Interop", IsApart: true, HidesNames(plan.Crates.Select(c => c.Package.CSharpNamespace)));

    /// <summary>Whether a part of a namespace hides a type of .NET's, or of the support code, from who is in that namespace.</summary>
    public static bool HidesNames(IEnumerable<string> namespaces) => namespaces.SelectMany(name => name.Split('.'))
        .Any(part => BclNames.AreUsed(part) || CSharpEmitter.SupportTypes.Contains(part));

    /// <summary>The namespaces whose types a body names.</summary>
    public IEnumerable<string> UsedBy(string body)
    {
        if (!IsApart)
            yield break;
        var words = Usings.Words(body).ToImmutableHashSet(StringComparer.Ordinal);
        if (CSharpEmitter.PublicSupport.Any(words.Contains))
            yield return Namespace;
        if (CSharpEmitter.InteropSupport.Any(words.Contains))
            yield return $"{Namespace}.{InteropNamespace}";
    }

    /// <summary>A support source in its namespaces, and where it goes.</summary>
    public GeneratedFile Source(string path, string text)
    {
        var place = path.StartsWith("Interop/", StringComparison.Ordinal) ? InteropNamespace + path["Interop".Length..] : path;
        var source = text
            .Replace(InteropPlaceholder, $"{Namespace}.{InteropNamespace}", StringComparison.Ordinal)
            .Replace(Placeholder, Namespace, StringComparison.Ordinal);
        return new GeneratedFile((IsApart ? Namespace + "/" : "") + place, Hides ? BclNames.Protect(source) : source);
    }
}
