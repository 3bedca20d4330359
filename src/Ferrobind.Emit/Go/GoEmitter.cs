using System.Collections.Immutable;
using Ferrobind.Emit.C;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>
/// Writes the Go module: one package, which uses cgo. The library files go into <c>lib/GOOS_GOARCH/</c> beside it.
/// </summary>
public static class GoEmitter
{
    public static ImmutableArray<GeneratedFile> Emit(BridgePlan plan, BuiltLibrary library)
    {
        var package = new GoPackage(plan, library);
        var files = ImmutableArray.CreateBuilder<GeneratedFile>();
        files.Add(new GeneratedFile("go.mod", $"module {plan.Package.GoModule}\n\ngo 1.24\n"));
        files.Add(HeaderEmitter.Emit(plan));
        files.Add(PackageDocWriter.Write(package));
        files.Add(LibraryWriter.Write(package));
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
        files.AddRange(TupleWriter.Files(package));
        files.AddRange(SupportFiles.Of(package));
        return [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)];
    }
}
