using Ferrobind.Emit.CSharp.Types;
using Ferrobind.Plan;

namespace Ferrobind.Emit.CSharp.Wire;

/// <summary>How one value is read or written, in a word: by the reader, by the codec of its type, or by that of a composite.</summary>
/// <param name="isInside">The code is in the class of the composites.</param>
internal sealed class WireExpressions(PackageNames names, TypeScope scope, bool isInside = false)
{
    /// <summary>The value that the reader has next.</summary>
    public string Read(DataType value, string reader = "reader") => value switch
    {
        ScalarValue scalar => $"{reader}.Read{scalar.Kind}()",
        TextValue => $"{reader}.ReadText()",
        UnitValue when reader == "reader" => "default",
        UnitValue => $"default({scope.Of(value)})",
        NeverValue => $"{reader}.ReadNever()",
        StdValue std => $"{reader}.Read{std.Kind}()",
        HandleValue handle => $"new {scope.Named(handle.Key)}({reader}.ReadHandle())",
        _ => $"{Reader(value)}(ref {reader})",
    };

    /// <summary>The method that reads a value, to be called or pointed to.</summary>
    public string Reader(DataType value) => value is NamedValue named
        ? $"{Codec(named)}.Read"
        : $"{Composites}Read{names.Wire.Name(value)}";

    /// <summary>The statement that gives a value to <c>writer</c>; empty where there is nothing to write.</summary>
    public string Write(DataType value, string expression, string writer = "writer") => value switch
    {
        ScalarValue scalar => $"{writer}.Write{scalar.Kind}({expression});",
        TextValue => $"{writer}.WriteText({expression});",
        UnitValue => "",
        NeverValue => $"{writer}.ThrowNull();",
        StdValue std => $"{writer}.Write{std.Kind}({expression});",
        HandleValue => $"{writer}.WriteHandle({expression}, {expression}?._token);",
        NamedValue named => $"{Codec(named)}.Write(ref {writer}, {expression});",
        _ => $"{Composites}Write{names.Wire.Name(value)}(ref {writer}, {expression});",
    };

    private string Composites => isInside ? "" : scope.Interop("WireValues") + ".";

    private string Codec(NamedValue named) => scope.Interop(names.Wire.Codec(named.Key));
}
