using System.Collections.Immutable;
using Ferrobind.Emit.C;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>
/// Writes the Go module: one package a crate, each of which uses cgo. The library files go into
/// <see cref="LibraryDirectory"/>.
/// </summary>
public static class GoEmitter
{
    /// <summary>Where the library files go, below the module's directory, with a slash at the end.</summary>
    public static string LibraryDirectory(LibraryNames names, Platform platform) =>
        $"{Vendoring.Directory(names)}/{platform.GoOs}_{platform.GoArch}/";

    /// <summary>Where the object goes that programs without cgo are linked with, with a slash at the end.</summary>
    public const string PureDirectory = PurePackage.Directory;

    public static ImmutableArray<GeneratedFile> Emit(LibraryPlan plan, BuiltLibrary library)
    {
        var files = new List<GeneratedFile> { new("go.mod", $"module {plan.Names.GoModule}\n\ngo 1.24\n") };
        foreach (var crate in plan.Crates)
        {
            // The only package of a module is its root.
            var directory = plan.Names.IsBundle ? crate.Package.GoPackage + "/" : "";
            var package = Package(crate, library);
            files.AddRange((new PureCalls(crate, library).Any ? PureFiles.Merge(crate, library, package) : package).Select(file => file with { Path = directory + file.Path }));
        }

        files.AddRange(Vendoring.Files(plan));
        return [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    private static List<GeneratedFile> Package(BridgePlan plan, BuiltLibrary library)
    {
        var package = new GoPackage(plan, library);
        var files = new List<GeneratedFile>
        {
            HeaderEmitter.Emit(plan), PackageDocWriter.Write(package), LibraryWriter.Write(package),
        };
        files.AddRange(LinkWriter.Write(package, library));
        files.AddRange(DirectPackage.Of(package, library));
        if (!plan.Constants.IsEmpty)
            files.Add(ConstantWriter.Write(package));
        if (plan.Errors.Any(error => error.GoName is not null))
            files.Add(ErrorWriter.Write(package));
        files.AddRange(FunctionFiles.Of(package));
        if (!plan.RawFunctions.IsEmpty)
            files.Add(RawFunctionWriter.Write(package));
        files.AddRange(TypeFiles.Of(package));

        // What the others turned out to need.
        files.AddRange(package.Wire.Files(package));
        files.AddRange(package.Mirrors.Files(package));
        files.AddRange(package.Handles.Files(package));
        files.AddRange(ClosureWriter.Files(package));
        files.AddRange(TupleWriter.Files(package));
        files.AddRange(SupportFiles.Of(package));
        return files;
    }
}
