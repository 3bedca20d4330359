using Ferrobind.Plan;

namespace Ferrobind.Emit.CSharp.Types;

/// <summary>
/// Writes the equality of a record that has collections: a record's own compares those by reference, and two values that
/// are the same in Rust would not be equal.
/// </summary>
internal sealed class EqualityWriter(CodeWriter code, TypeScope scope)
{
    private int _depth;

    public static bool IsNeeded(IEnumerable<FieldPlan> fields) => fields.Any(f => TypeFacts.HasContents(f.Type));

    public void Write(string type, bool isStruct, bool isReadOnly, IReadOnlyCollection<FieldPlan> fields)
    {
        var modifier = isStruct && !isReadOnly ? "readonly " : "";
        code.Line("/// <summary>Whether all values are equal; lists, sets and maps are compared by their contents.</summary>");
        using (code.Block($"public {modifier}bool Equals({type}{(isStruct ? "" : "?")} other) =>", ""))
        {
            var terms = fields.Select(f => Same(f.Type, f.CSharpName, $"other.{f.CSharpName}"));
            code.Line(string.Join("\n&& ", isStruct ? terms : terms.Prepend("other is not null")) + ";");
        }

        code.Blank();
        code.Line("/// <summary>A hash code that equal values share.</summary>");
        using (code.Block($"public {modifier}override int GetHashCode()\n{{", "}"))
        {
            code.Line($"var hash = new {scope.Bcl("HashCode")}();");
            foreach (var field in fields)
            {
                if (Hash(field.Type, field.CSharpName) is { } expression)
                    code.Line($"hash.Add({expression});");
            }

            code.Line("return hash.ToHashCode();");
        }
    }

    private string Same(DataType value, string left, string right)
    {
        var contents = scope.Interop("Contents");
        return value switch
        {
            ScalarValue { Kind: not (ScalarKind.F32 or ScalarKind.F64) } or TextValue => $"{left} == {right}",
            _ when !TypeFacts.HasContents(value) =>
                $"{scope.Bcl("EqualityComparer")}<{scope.Of(value)}>.Default.Equals({left}, {right})",
            ListValue list => Elements(list.Element),
            ArrayValue array => Elements(array.Element),
            SetValue => $"{contents}.Same({left}, {right})",
            MapValue map => $"{contents}.Same({left}, {right}, {Lambda(map.Value)})",
            OptionValue { Inner: OptionValue inner } =>
                $"({left}.IsSome == {right}.IsSome && (!{left}.IsSome || {Same(inner, $"{left}.Value", $"{right}.Value")}))",
            OptionValue option when scope.Facts.IsReference(option.Inner) => Same(option.Inner, left, right),
            OptionValue option => $"{contents}.Same({left}, {right}, {Lambda(option.Inner)})",
            ResultValue result =>
                $"({left}.IsOk == {right}.IsOk && ({left}.IsOk ? {Same(result.Ok, $"{left}.Value", $"{right}.Value")} : {Same(result.Error, $"{left}.Error", $"{right}.Error")}))",
            TupleValue tuple =>
                $"({string.Join(" && ", tuple.Elements.Select((e, i) => Same(e, $"{left}.Item{i + 1}", $"{right}.Item{i + 1}")))})",
            RangeValue range => $"({string.Join(" && ", Ranges.Ends(range.Kind).Select(e => Same(range.Bound, $"{left}.{e}", $"{right}.{e}")))})",
            BoundValue bound =>
                $"({left}.Kind == {right}.Kind && ({left}.Kind == {scope.Support("RustBoundKind")}.Unbounded || {Same(bound.Inner, $"{left}.Value", $"{right}.Value")}))",
            _ => throw new ArgumentOutOfRangeException(nameof(value), value, "has no contents"),
        };

        string Elements(DataType element) => TypeFacts.HasContents(element)
            ? $"{contents}.Same({left}, {right}, {Lambda(element)})"
            : $"{contents}.Same({left}, {right})";
    }

    private string Lambda(DataType element)
    {
        _depth++;
        var text = $"static (x{_depth}, y{_depth}) => {Same(element, $"x{_depth}", $"y{_depth}")}";
        _depth--;
        return text;
    }

    // Of collections in collections the outer one's size is enough.
    private string? Hash(DataType value, string expression)
    {
        return value switch
        {
            _ when !TypeFacts.HasContents(value) => expression,
            ListValue list => List(list.Element),
            ArrayValue array => List(array.Element),
            SetValue or MapValue => $"{expression}?.Count",
            OptionValue { Inner: SetValue or MapValue or ListValue or ArrayValue } option => Hash(option.Inner, expression),
            _ => null,
        };

        string List(DataType element) => TypeFacts.HasContents(element)
            ? $"{expression}?.Length"
            : $"{scope.Interop("Contents")}.Hash({expression})";
    }
}
