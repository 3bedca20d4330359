using Ferrobind.Emit.CSharp.Types;
using Ferrobind.Plan;

namespace Ferrobind.Emit.CSharp.Wire;

/// <summary>Writes the class that reads and writes composites, a method each: lists, maps, tuples, options …</summary>
internal sealed class CompositeWriter
{
    private readonly CodeWriter _code = new("    ");
    private readonly PackageNames _names;
    private readonly TypeScope _scope;
    private readonly TypeFacts _facts;
    private readonly WireExpressions _wire;
    private bool _isFirst = true;

    private CompositeWriter(PackageNames names)
    {
        _names = names;
        _scope = names.InteropScope;
        _facts = names.Facts;
        _wire = new WireExpressions(names, _scope, isInside: true);
    }

    public static string Write(BridgePlan plan, PackageNames names)
    {
        var writer = new CompositeWriter(names);
        writer.WriteClass();
        var code = new CodeWriter("    ");
        SourceHeader.Write(code, plan.Package);
        var body = writer._code.ToString();
        Usings.Write(code, body, names.Shared.UsedBy(body));
        code.Line($"namespace {names.Namespace}.{names.InteropNamespace};").Blank();
        return code.Line(body.TrimEnd('\n')).ToString();
    }

    private void WriteClass()
    {
        _code.Line("/// <summary>Composites on the wire.</summary>");
        using (_code.Block("internal static class WireValues\n{", "}"))
        {
            foreach (var value in _names.Wire.ReadComposites)
                WriteReader(value);
            foreach (var value in _names.Wire.WrittenComposites)
                WriteWriter(value);
        }
    }

    private CodeWriter Next()
    {
        if (!_isFirst)
            _code.Blank();
        _isFirst = false;
        return _code;
    }

    private void WriteReader(DataType value)
    {
        var head = $"public static {_scope.Of(value)} Read{_names.Wire.Name(value)}(ref WireReader reader)";
        if (Expression(value) is { } expression)
        {
            Next().Line($"{head} =>");
            _code.Line($"    {expression};");
            return;
        }

        using (Next().Block($"{head}\n{{", "}"))
            WriteReaderBody(value);
    }

    private string? Expression(DataType value) => value switch
    {
        ScalarValue or TextValue or StdValue or HandleValue or NeverValue => _wire.Read(value),
        UnitValue => "default",
        OptionValue { Inner: OptionValue inner } option =>
            $"reader.ReadBool() ? new {_scope.Of(option)}({_wire.Read(inner)}) : default",
        OptionValue { Inner: UnitValue } => $"reader.ReadBool() ? default({_scope.Of(new UnitValue())}) : null",
        OptionValue option => $"reader.ReadBool() ? {_wire.Read(option.Inner)} : null",
        ResultValue result =>
            $"reader.ReadBool() ? {_scope.Of(result)}.Err({_wire.Read(result.Error)}) : {_scope.Of(result)}.Ok({_wire.Read(result.Ok)})",
        ListValue { Element: ScalarValue { Kind: ScalarKind.Bool or ScalarKind.Char } scalar } => $"reader.Read{scalar.Kind}List()",
        ListValue list when _facts.IsBlock(list.Element) => $"reader.ReadBlockList<{_scope.Of(list.Element)}>()",
        ArrayValue { Element: ScalarValue { Kind: ScalarKind.Bool or ScalarKind.Char } scalar } array =>
            $"reader.Read{scalar.Kind}s({array.Length})",
        ArrayValue array when _facts.IsBlock(array.Element) => $"reader.ReadBlock<{_scope.Of(array.Element)}>({array.Length})",
        TupleValue tuple => $"({string.Join(", ", tuple.Elements.Select(e => e is UnitValue ? $"default({_scope.Of(e)})" : _wire.Read(e)))})",
        RangeValue range => $"new({string.Join(", ", Ranges.Ends(range.Kind).Select(_ => _wire.Read(range.Bound)))})",
        _ => null,
    };

    private void WriteReaderBody(DataType value)
    {
        switch (value)
        {
            case ListValue list:
                _code.Line($"var values = new {NewArray(list.Element, $"reader.ReadCount({_facts.Least(list.Element)})")};");
                WriteElements(list.Element);
                break;
            case ArrayValue array:
                _code.Line($"var values = new {NewArray(array.Element, $"{array.Length}")};");
                WriteElements(array.Element);
                break;
            case SetValue set:
                _code.Line($"var count = reader.ReadCount({_facts.Least(set.Element)});");
                _code.Line($"var values = new {_scope.Of(set)}(count);");
                _code.Line("for (var i = 0; i < count; i++)");
                _code.Line($"    values.Add({_wire.Read(set.Element)});");
                _code.Line("return values;");
                break;
            case MapValue map:
                _code.Line($"var count = reader.ReadCount({_facts.Least(map.Key) + _facts.Least(map.Value)});");
                _code.Line($"var values = new {_scope.Of(map)}(count);");
                using (_code.Block("for (var i = 0; i < count; i++)\n{", "}\n"))
                {
                    _code.Line($"var key = {_wire.Read(map.Key)};");
                    _code.Line($"values[key] = {_wire.Read(map.Value)};");
                }

                _code.Line("return values;");
                break;
            case BoundValue bound:
                using (_code.Block("return reader.ReadTag(2) switch\n{", "};"))
                {
                    _code.Line($"0 => {_scope.Of(bound)}.Included({_wire.Read(bound.Inner)}),");
                    _code.Line($"1 => {_scope.Of(bound)}.Excluded({_wire.Read(bound.Inner)}),");
                    _code.Line("_ => default,");
                }

                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(value), value, "not a composite");
        }
    }

    private void WriteElements(DataType element)
    {
        if (element is not UnitValue)
        {
            _code.Line("for (var i = 0; i < values.Length; i++)");
            _code.Line($"    values[i] = {_wire.Read(element)};");
        }

        _code.Line("return values;");
    }

    // new int[3][] makes three arrays: the length stands in the first brackets.
    private string NewArray(DataType element, string length)
    {
        var depth = "";
        while (element is ListValue or ArrayValue)
        {
            depth += "[]";
            element = element is ListValue list ? list.Element : ((ArrayValue)element).Element;
        }

        return $"{_scope.Of(element)}[{length}]{depth}";
    }

    private void WriteWriter(DataType value)
    {
        var name = $"Write{_names.Wire.Name(value)}";
        if (value is ListValue list && _names.Wire.Spans.Contains(WireUse.Key(value)))
        {
            using (Next().Block(
                $"public static void {name}(ref WireWriter writer, scoped {_scope.Bcl("ReadOnlySpan")}<{_scope.Of(list.Element)}> value)\n{{", "}"))
            {
                WriteList(list);
            }

            return;
        }

        using (Next().Block($"public static void {name}(ref WireWriter writer, {_scope.Of(value)} value)\n{{", "}"))
            WriteWriterBody(value);
    }

    private void WriteWriterBody(DataType value)
    {
        if (value is ListValue or SetValue or MapValue)
        {
            _code.Line("if (value is null)");
            _code.Line("    writer.ThrowNull();");
        }

        switch (value)
        {
            case OptionValue { Inner: OptionValue inner }:
                _code.Line("writer.WriteBool(value.IsSome);");
                _code.Line("if (value.IsSome)");
                _code.Line($"    {_wire.Write(inner, "value.Value")}");
                break;
            case OptionValue { Inner: UnitValue }:
                _code.Line("writer.WriteBool(value.HasValue);");
                break;
            case OptionValue option:
                _code.Line("writer.WriteBool(value is not null);");
                _code.Line("if (value is { } some)");
                _code.Line($"    {_wire.Write(option.Inner, "some")}");
                break;
            case ResultValue result:
                _code.Line("writer.WriteBool(!value.IsOk);");
                WriteEither("value.IsOk", _wire.Write(result.Ok, "value.Value"), _wire.Write(result.Error, "value.Error"));
                break;
            case ListValue list:
                WriteList(list);
                break;
            case ArrayValue array:
                _code.Line($"writer.CheckLength(value, {array.Length});");
                if (IsFlat(array.Element))
                    _code.Line($"writer.WriteBlock<{_scope.Of(array.Element)}>(value);");
                else
                    WriteEach(array.Element);
                break;
            case SetValue set:
                _code.Line("writer.WriteCount(value.Count);");
                WriteEach(set.Element);
                break;
            case MapValue map:
                _code.Line("writer.WriteCount(value.Count);");
                using (_code.Block("foreach (var (key, item) in value)\n{", "}"))
                {
                    _code.Line(_wire.Write(map.Key, "key"));
                    if (_wire.Write(map.Value, "item") is { Length: > 0 } item)
                        _code.Line(item);
                }

                break;
            case TupleValue tuple:
                for (var i = 0; i < tuple.Elements.Length; i++)
                {
                    if (_wire.Write(tuple.Elements[i], $"value.Item{i + 1}") is { Length: > 0 } element)
                        _code.Line(element);
                }

                break;
            case RangeValue range:
                foreach (var end in Ranges.Ends(range.Kind))
                    _code.Line(_wire.Write(range.Bound, $"value.{end}"));
                break;
            case BoundValue bound:
                var kind = _scope.Support("RustBoundKind");
                _code.Line($"writer.WriteU8(value.Kind switch {{ {kind}.Included => 0, {kind}.Excluded => 1, _ => 2 }});");
                _code.Line($"if (value.Kind != {kind}.Unbounded)");
                _code.Line($"    {_wire.Write(bound.Inner, "value.Value")}");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(value), value, "not a composite");
        }
    }

    private void WriteEither(string condition, string then, string otherwise)
    {
        if (then.Length > 0)
        {
            _code.Line($"if ({condition})");
            _code.Line($"    {then}");
            if (otherwise.Length > 0)
            {
                _code.Line("else");
                _code.Line($"    {otherwise}");
            }
        }
        else if (otherwise.Length > 0)
        {
            _code.Line($"if (!{condition})");
            _code.Line($"    {otherwise}");
        }
    }

    private void WriteList(ListValue list)
    {
        if (IsFlat(list.Element))
        {
            _code.Line($"writer.WriteBlockList<{_scope.Of(list.Element)}>(value);");
            return;
        }

        _code.Line("writer.WriteCount(value.Length);");
        WriteEach(list.Element);
    }

    private void WriteEach(DataType element)
    {
        if (element is UnitValue)
            return;
        _code.Line("foreach (var item in value)");
        _code.Line($"    {_wire.Write(element, "item")}");
    }

    // What C# has are always valid values: a bool is 0 or 1, a Rune a scalar value.
    private bool IsFlat(DataType element) => element is ScalarValue || _facts.IsBlock(element);
}
