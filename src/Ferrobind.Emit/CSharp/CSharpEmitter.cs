using System.Collections.Immutable;
using Ferrobind.Plan;

namespace Ferrobind.Emit.CSharp;

/// <summary>Writes the C# project: public classes, P/Invokes, support code, and what an application imports.</summary>
public static class CSharpEmitter
{
    private static readonly string[] _support =
    [
        "AssemblyInfo", "RustException", "RustPanicException",
        "Interop/CTextArgument", "Interop/Failure", "Interop/Int128Parts", "Interop/LibraryCheck",
        "Interop/Returned", "Interop/ReturnedBuffer", "Interop/ReturnedOption", "Interop/ReturnedOptionBuffer",
        "Interop/Scratch", "Interop/TextArgument", "Interop/UInt128Parts",
    ];

    /// <summary>The files of the C# output directory. The native files belong beside them, in <c>native/RID/</c>.</summary>
    public static ImmutableArray<GeneratedFile> Emit(BridgePlan plan, BuiltLibrary library)
    {
        var names = new PackageNames(plan);
        var files = ImmutableArray.CreateBuilder<GeneratedFile>();
        foreach (var module in names.Modules)
            files.Add(names.Source($"{module.CSharpClass}.cs", ModuleWriter.Write(plan, module, names)));
        foreach (var error in names.Errors)
            files.Add(names.Source($"{error.CSharpName}.cs", ErrorWriter.Write(plan, error, names)));
        files.Add(names.Source($"{names.InteropNamespace}/Native.cs", NativeWriter.Write(plan, library, names)));
        foreach (var file in _support)
            files.Add(names.Source(names.SupportPath($"{file}.cs"), names.Support(RuntimeSource.Read($"CSharp/Runtime/{file}.cs"))));
        var project = ProjectWriter.Project(plan, library, files.Select(f => f.Path));
        files.Add(new GeneratedFile($"{names.Namespace}.csproj", project));
        files.Add(new GeneratedFile($"{names.Namespace}.targets", LinkWriter.Targets(plan, library)));
        files.Add(new GeneratedFile(".editorconfig", ProjectWriter.EditorConfig));
        return files.ToImmutable();
    }
}
