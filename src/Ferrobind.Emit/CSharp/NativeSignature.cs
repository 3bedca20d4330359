using Ferrobind.Emit.CSharp.Types;
using Ferrobind.Plan;

namespace Ferrobind.Emit.CSharp;

/// <summary>An export's C signature in C# types (docs/abi.md). A record that crosses by value is its own mirror.</summary>
internal static class NativeSignature
{
    /// <summary>The parameters with their types, the scratch block included.</summary>
    public static IEnumerable<string> Parameters(ExportPlan export, TypeScope scope)
    {
        var list = export.Parameters.SelectMany(p => Parameters(p.Form, p.CName.TrimStart('@'), scope));
        return export.UsesScratch ? list.Append("Scratch* scratch") : list;
    }

    /// <summary>The result's type.</summary>
    public static string Result(ResultForm form, TypeScope scope) => form switch
    {
        UnitResult => "Failure*",
        HandleResult or SequenceResult => "Returned<HandleToken>",
        ScalarResult scalar => $"Returned<{CSharpTypes.Native(scalar.Kind)}>",
        NamedResult named => $"Returned<{scope.Named(named.Key)}>",
        TextResult or SliceResult or RecordSliceResult or WireResult => "ReturnedBuffer",
        OptionalResult { Inner: ScalarResult scalar } => $"ReturnedOption<{CSharpTypes.Native(scalar.Kind)}>",
        OptionalResult => "ReturnedOptionBuffer",
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "not a result form"),
    };

    /// <summary>What a direct export returns.</summary>
    public static string Direct(ExportPlan export, TypeScope scope) => export.Result switch
    {
        _ when DirectSignature.Of(export, key => scope.Facts[key])!.HasState => Attempt(export.Result, scope),
        UnitResult => "void",
        ScalarResult scalar => CSharpTypes.Native(scalar.Kind),
        NamedResult named => scope.Named(named.Key),
        _ => throw new ArgumentOutOfRangeException(nameof(export), export.Result, "has no direct form"),
    };

    private static string Attempt(ResultForm form, TypeScope scope) => form switch
    {
        UnitResult => "nuint",
        ScalarResult scalar => $"Attempt<{CSharpTypes.Native(scalar.Kind)}>",
        NamedResult named => $"Attempt<{scope.Named(named.Key)}>",
        OptionalResult { Inner: ScalarResult scalar } => $"Attempt<{CSharpTypes.Native(scalar.Kind)}>",
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "has no direct form"),
    };

    /// <summary>What is in the memory behind a view: the public type, of which a <c>Rune</c> is a code point.</summary>
    public static string Element(ParameterForm form, TypeScope scope) => form switch
    {
        TextParameter or WireParameter => "byte",
        SliceParameter slice => scope.Scalar(slice.Element),
        RecordSliceParameter slice => scope.Named(slice.Key),
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "not a view"),
    };

    private static IEnumerable<string> Parameters(ParameterForm form, string name, TypeScope scope) => form switch
    {
        ScalarParameter scalar => [$"{CSharpTypes.Native(scalar.Kind)} {NativeWriter.Identifier(name)}"],
        HandleParameter => [$"HandleToken {NativeWriter.Identifier(name)}"],
        NamedParameter named => [$"{scope.Named(named.Key)} {NativeWriter.Identifier(name)}"],
        TextParameter or SliceParameter or WireParameter or RecordSliceParameter =>
            [$"{Element(form, scope)}* {NativeWriter.Identifier(name)}", $"nuint {name}_len"],
        ClosureParameter =>
        [
            $"delegate* unmanaged[Cdecl]<nint, byte*, nuint, Answer*, byte> {NativeWriter.Identifier(name)}", $"nint {name}_context",
        ],
        OptionalParameter optional => [.. Parameters(optional.Inner, name, scope), $"bool {name}_some"],
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "not a parameter form"),
    };
}
