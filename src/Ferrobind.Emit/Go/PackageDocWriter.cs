using System.Collections.Immutable;
using Ferrobind.Emit.Docs;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>Writes <c>doc.go</c>: the crate's documentation, and what the whole package has in common.</summary>
internal static class PackageDocWriter
{
    public static GeneratedFile Write(GoPackage package)
    {
        var names = package.Plan.Package;
        var godoc = package.Docs.Start();
        godoc.Add($"Package {package.Name} calls the Rust crate {names.CrateName} {names.CrateVersion}.");
        godoc.Add(WithoutTitle(Markdown.Parse(names.Docs), names.CrateName, names.RustName));
        godoc.Add(Markdown.Parse("# Calling Rust"));
        godoc.Add("Where Rust returns an Err, the function returns an error that [errors.As] finds by its type. An argument that has no "
            + "valid value in Rust, such as text that is not UTF-8, is an [*ArgumentError]: returned where the function returns an error, "
            + "else panicked with. A panic in Rust becomes a panic with a [*RustPanic].");
        godoc.Add("Text and slices are passed without a copy, and Rust does not keep them. What is returned is a copy, and Go's own. "
            + "[LinkMode] says how the program is linked to the library.");
        if (package.Pure.Any)
        {
            var functions = package.Pure.All.Select(call => Name(package, call.Direct.Export)).Order(StringComparer.Ordinal);
            godoc.Add("A program for linux/amd64 that is built without cgo needs neither a C compiler nor the library, and has, of all functions "
                + $"here, these: {string.Join(", ", functions)}.");
        }

        if (package.Plan.HasHandles)
        {
            godoc.Add("A type with a method Close stands for a value that stays in Rust. Many calls can read it at a time, or one can change it; none "
                + "waits for another. What cannot be done is a [*HandleError], which [errors.Is] compares with [ErrClosed], [ErrInUse], [ErrPoisoned], "
                + "[ErrThread] and [ErrReadOnly]: returned where the function returns an error, else panicked with.");
        }

        var code = package.Source();
        DocWriter.Write(code, godoc);
        return package.File("doc", code.Line($"package {package.Name}").ToString());
    }

    private static string Name(GoPackage package, ExportPlan export) => $"[{package.Called(export)}]";

    private static ImmutableArray<MarkdownBlock> WithoutTitle(ImmutableArray<MarkdownBlock> blocks, params ReadOnlySpan<string> titles) =>
        blocks is [HeadingBlock { Content: var title }, .. var rest] && titles.Contains(Markdown.Plain(title).Trim()) ? rest : blocks;
}
