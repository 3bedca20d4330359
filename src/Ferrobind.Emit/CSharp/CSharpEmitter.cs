using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ferrobind.Emit.CSharp.Types;
using Ferrobind.Emit.CSharp.Wire;
using Ferrobind.Plan;

namespace Ferrobind.Emit.CSharp;

/// <summary>Writes the C# project: public classes, P/Invokes, support code, and what an application imports.</summary>
public static class CSharpEmitter
{
    private static readonly string[] _support =
    [
        "AssemblyInfo", "RustException", "RustPanicException",
        "Interop/CTextArgument", "Interop/ErrorFactory", "Interop/Failure", "Interop/HandleToken", "Interop/Int128Parts", "Interop/LibraryCheck",
        "Interop/Returned", "Interop/ReturnedBuffer", "Interop/ReturnedOption", "Interop/ReturnedOptionBuffer",
        "Interop/Scratch", "Interop/TextArgument", "Interop/UInt128Parts", "Interop/WireReader", "Interop/WireSpace",
        "Interop/WireWriter", "RustNever",
    ];

    // There where something is of the type.
    private static readonly string[] _occasional =
    [
        "Interop/Answer", "Interop/Attempt", "Interop/Closure", "Interop/Contents", "Interop/Finalization", "Interop/MemoryPressure", "RustBound", "RustBoundKind", "RustOption", "RustRange", "RustRangeFrom", "RustRangeInclusive",
        "RustRangeTo", "RustRangeToInclusive", "RustRefAction", "RustRefFunc", "RustResult", "RustSequence", "RustUnit",
    ];

    // There where something is a handle.
    private static readonly string[] _ofHandles = ["Interop/HandleFailure", "RustHandleException", "RustHandleReason"];

    /// <summary>The support code's types: those in the public namespace.</summary>
    internal static FrozenSet<string> PublicSupport { get; } = Support.Where(f => !IsInternal(f)).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Those in the namespace of what is internal.</summary>
    internal static FrozenSet<string> InteropSupport { get; } =
        Support.Where(IsInternal).Select(f => f["Interop/".Length..]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>All of them.</summary>
    internal static FrozenSet<string> SupportTypes { get; } = PublicSupport.Concat(InteropSupport).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The types in the namespace of what is internal.</summary>
    internal static IEnumerable<string> InteropTypes => InteropSupport.Concat(["Native", "WireValues"]);

    private static IEnumerable<string> Support => _support.Concat(_occasional).Concat(_ofHandles);

    private static bool IsInternal(string file) => file.StartsWith("Interop/", StringComparison.Ordinal);

    /// <summary>The files of the C# output directory. The native files belong beside them, in <c>native/RID/</c>.</summary>
    public static ImmutableArray<GeneratedFile> Emit(LibraryPlan plan, BuiltLibrary library)
    {
        var files = ImmutableArray.CreateBuilder<GeneratedFile>();
        SharedNames shared;
        if (plan.Names.IsBundle)
        {
            shared = SharedNames.OfBundle(plan);
            foreach (var crate in plan.Crates)
                files.AddRange(Crate(plan, crate, library, new PackageNames(crate, shared)));
            files.Add(shared.Source("Interop/Native.cs", NativeWriter.WriteShared(plan, library, shared)));
        }
        else
        {
            var names = new PackageNames(plan.Crates[0]) { Library = library };
            shared = names.Shared;
            files.AddRange(Crate(plan, plan.Crates[0], library, names));
        }

        var used = files.Select(f => f.Text).ToArray();
        var support = _support.Concat(_occasional.Where(f => used.Any(text => Names(text, f)))).Concat(plan.HasHandles ? _ofHandles : []);
        foreach (var file in support)
            files.Add(shared.Source($"{file}.cs", RuntimeSource.Read($"CSharp/Runtime/{file}.cs")));
        var project = ProjectWriter.Project(plan, library, files.Select(f => f.Path));
        files.Add(new GeneratedFile($"{plan.Names.CSharpNamespace}.csproj", project));
        files.Add(new GeneratedFile($"{plan.Names.CSharpNamespace}.targets", LinkWriter.Targets(plan, library)));
        files.Add(new GeneratedFile(".editorconfig", ProjectWriter.EditorConfig));
        return files.ToImmutable();
    }

    private static List<GeneratedFile> Crate(LibraryPlan library, BridgePlan plan, BuiltLibrary built, PackageNames names)
    {
        var files = new List<GeneratedFile>();
        foreach (var module in names.Modules)
            files.Add(names.Source($"{module.CSharpClass}.cs", ModuleWriter.Write(plan, module, names)));
        foreach (var type in plan.Types)
            files.Add(names.Source($"{type.CSharpName}.cs", TypeWriter.Write(plan, type, names)));
        foreach (var handle in plan.Handles)
            files.Add(names.Source($"{handle.CSharpName}.cs", HandleWriter.Write(plan, handle, names)));
        foreach (var error in names.Errors)
            files.Add(names.Source($"{error.CSharpName}.cs", ErrorWriter.Write(plan, error, names)));
        foreach (var type in plan.Types)
        {
            if (CodecWriter.Write(plan, type, names) is { } codec)
                files.Add(names.InteropSource(names.Wire.Codec(type.Key), codec));
        }

        if (names.Wire.ReadComposites.Concat(names.Wire.WrittenComposites).Any())
            files.Add(names.InteropSource("WireValues", CompositeWriter.Write(plan, names)));
        files.Add(names.InteropSource("Native", NativeWriter.Write(library, plan, built, names)));
        return files;
    }

    // RustBoundKind is what RustBound mentions.
    private static bool Names(string text, string file) =>
        Regex.IsMatch(text, $@"\b{Path.GetFileName(file).Replace("BoundKind", "Bound", StringComparison.Ordinal)}\b");
}
