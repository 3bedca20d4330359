using System.Collections.Immutable;
using Ferrobind.Api;
using Ferrobind.Rustdoc.Documents;
using Ferrobind.Rustdoc.Items;
using Ferrobind.Rustdoc.Walking;

namespace Ferrobind.Rustdoc;

/// <summary>Reads a crate's API from the JSON that <c>rustdoc --output-format json</c> writes.</summary>
public static class RustdocReader
{
    /// <summary>The oldest <c>format_version</c> that is read: Rust 1.85's.</summary>
    public const int OldestFormat = FormatVersions.Oldest;

    /// <summary>The newest <c>format_version</c> that is known.</summary>
    public const int NewestFormat = FormatVersions.Newest;

    /// <summary>Reads a document.</summary>
    /// <exception cref="Ferrobind.Diagnostics.FerrobindException">
    /// It is not rustdoc JSON (FB0102), or in a version of it that is not known (FB0101).
    /// </exception>
    public static RustdocReading Read(ReadOnlyMemory<byte> json, RustdocReadOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var root = CrateDocument.Open(json, options.FileName, options);
        var library = new CrateLibrary(root, options);
        // A type, a function and a macro may share a path; so may globs of what is not at hand.
        var reached = PublicWalk.Of(library)
            .OrderBy(item => item.Path, StringComparer.Ordinal)
            .ThenBy(item => item.Target.Definition.Kind)
            .ThenBy(item => item.Target.Definition.Path, StringComparer.Ordinal)
            .ToList();
        var items = reached.Select(item => ItemReading.Read(item, library)).ToImmutableArray();
        var impls = ImplReading.Read(Documents(reached), items, library);
        if (MentionedTypes.Of(items, impls, library) is { Count: > 0 } mentioned)
        {
            items = [.. items.Concat(mentioned.Select(item => ItemReading.Read(item, library))).OrderBy(item => item.Path, StringComparer.Ordinal)];
            impls = ImplReading.Read(Documents(reached.Concat(mentioned)), items, library);
        }

        var api = new CrateApi(root.Name, root.Version, root.Root.Docs, root.FormatVersion, items, impls);
        return new RustdocReading(api, library.Missing);
    }

    private static IEnumerable<CrateDocument> Documents(IEnumerable<Reached> reached) =>
        reached.Select(item => item.Target).OfType<KnownTarget>().Select(target => target.Document).Distinct();

    /// <inheritdoc cref="Read(ReadOnlyMemory{byte}, RustdocReadOptions)"/>
    public static RustdocReading Read(Stream json, RustdocReadOptions options)
    {
        ArgumentNullException.ThrowIfNull(json);
        using var content = new MemoryStream();
        json.CopyTo(content);
        return Read(content.GetBuffer().AsMemory(0, (int)content.Length), options);
    }
}
