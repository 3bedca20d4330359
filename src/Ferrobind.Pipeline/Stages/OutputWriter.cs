using Ferrobind.Build;
using Ferrobind.Emit;
using Ferrobind.Emit.C;
using Ferrobind.Emit.CSharp;
using Ferrobind.Emit.Go;
using Ferrobind.Plan;

namespace Ferrobind.Pipeline.Stages;

/// <summary>Brings the output directories up to date, all of them or none.</summary>
internal static class OutputWriter
{
    public static void Write(
        BindRequest request, LibraryPlan plan, LibraryProducts products, CancellationToken cancellation)
    {
        var directories = new List<OutputDirectory>();
        var platform = products.Library.Platform;
        if (request.GoDirectory is { } go)
            directories.Add(Directory(
                go, GoEmitter.Emit(plan, products.Library), GoEmitter.LibraryDirectory(plan.Names, platform), products, Pure(plan, products)));
        if (request.CSharpDirectory is { } csharp)
            directories.Add(Directory(csharp, CSharpEmitter.Emit(plan, products.Library), $"native/{platform.DotnetRid}/", products));
        if (request.HeaderDirectory is { } header)
            directories.Add(Directory(header, HeaderEmitter.Emit(plan), "", products));
        OutputTransaction.Commit(directories, ToolVersion.Current, cancellation);
    }

    private static OutputDirectory Directory(
        string path, IEnumerable<GeneratedFile> files, string libraries, LibraryProducts products, params IEnumerable<OutputFile> more) => new(
        path,
        [
            .. files.Select(file => OutputFile.Of(file.Path, file.Text)),
            OutputFile.CopyOf(libraries + products.Library.DynamicFile, products.DynamicPath),
            OutputFile.CopyOf(libraries + products.Library.StaticFile, products.StaticPath),
            .. more,
        ]);

    private static IEnumerable<OutputFile> Pure(LibraryPlan plan, LibraryProducts products) => products.PurePath is { } path
        ? [OutputFile.CopyOf(GoEmitter.PureDirectory + BuiltLibrary.PureFile(plan.Names, products.Library.Platform), path)]
        : [];
}
