using System.Globalization;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>
/// Writes the functions that write data for Rust, those that are asked for, each once. In all of them <c>b</c> is what has
/// been written, which they return longer (so that Go can tell that it stays on the stack), <c>w</c> watches over it, and
/// <c>v</c> is the value.
/// </summary>
internal sealed class ValueWriter(GoTypes types, WireLayout layout, ValueNames names, Handles handles)
{
    private readonly SortedDictionary<string, DataType> _wanted = new(StringComparer.Ordinal);
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);

    private const int ShortText = 12;

    /// <summary>The expression that is <paramref name="b"/> with a value behind it.</summary>
    public string Append(DataType type, string value, string b = "b", string w = "w") => type switch
    {
        ScalarValue scalar => Scalar(scalar.Kind, value, b, w),
        TextValue or StdValue { Kind: StdKind.OsText } => $"fbAppendText({b}, {w}, {value})",
        UnitValue => b,
        NeverValue => $"fbAppendNever({b}, {w})",
        HandleValue handle => $"binary.LittleEndian.AppendUint64({b}, {handles.Token(handle.Key, value)})",
        StdValue { Kind: StdKind.SystemTime } => $"fbAppendTime({b}, {value})",
        StdValue { Kind: StdKind.Instant } => $"fbAppendInstant({b}, {value})",
        StdValue { Kind: StdKind.Ordering } => $"fbAppendOrdering({b}, {value})",
        StdValue std => $"{Function(std.Kind)}({b}, {w}, {value})",
        NamedValue named when types.Plan(named) is EnumPlan values => Enum(values.Underlying, value, b),
        ListValue { Element: TextValue or StdValue { Kind: StdKind.OsText } } => $"fbAppendTexts({b}, {w}, {value})",
        ListValue { Element: ScalarValue { Kind: ScalarKind.Usize or ScalarKind.Isize } } => $"fbAppendWords({b}, {w}, {value})",
        ListValue { Element: var element } when IsBlock(element) => $"fbAppendList({b}, {w}, {value})",
        _ => $"{Want(type)}({b}, {w}, {value})",
    };

    /// <summary>Writes the functions that are wanted and not written yet, and those that they want.</summary>
    public void Write(CodeWriter code)
    {
        while (_wanted.FirstOrDefault(w => !_written.Contains(w.Key)) is { Key: not null } next)
        {
            _written.Add(next.Key);
            code.Blank();
            using (code.Block($"func {next.Key}(b []byte, w *fbWriter, v {types.Of(next.Value)}) []byte {{", "}"))
                Body(code, next.Value);
        }
    }

    public bool IsWanted => _wanted.Count > 0;

    private string Want(DataType type)
    {
        var name = "fbWrite" + names.Of(type);
        _wanted.TryAdd(name, type);
        return name;
    }

    private bool IsBlock(DataType element) => element switch
    {
        ScalarValue { Kind: ScalarKind.Bool or ScalarKind.Char } => true,
        NamedValue named => types.Plan(named) is EnumPlan values && WireLayout.IsFixed(new ScalarValue(values.Underlying)),
        _ => WireLayout.IsFixed(element),
    };

    private static string Scalar(ScalarKind kind, string value, string b, string w) => kind switch
    {
        ScalarKind.Bool => $"fbAppendBool({b}, {value})",
        ScalarKind.U8 => $"append({b}, {value})",
        ScalarKind.I8 => $"append({b}, byte({value}))",
        ScalarKind.I128 => $"fbAppendInt128({b}, {w}, {value})",
        ScalarKind.U128 => $"fbAppendUint128({b}, {w}, {value})",
        ScalarKind.F32 => $"binary.LittleEndian.AppendUint32({b}, math.Float32bits({value}))",
        ScalarKind.F64 => $"binary.LittleEndian.AppendUint64({b}, math.Float64bits({value}))",
        ScalarKind.U16 or ScalarKind.U32 or ScalarKind.U64 => $"binary.LittleEndian.AppendUint{kind.ToString()[1..]}({b}, {value})",
        ScalarKind.I16 => $"binary.LittleEndian.AppendUint16({b}, uint16({value}))",
        ScalarKind.I32 or ScalarKind.Char => $"binary.LittleEndian.AppendUint32({b}, uint32({value}))",
        ScalarKind.I64 or ScalarKind.Isize or ScalarKind.Usize => $"binary.LittleEndian.AppendUint64({b}, uint64({value}))",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not a scalar"),
    };

    // Whether the value is one of the enum's, Rust says.
    private static string Enum(ScalarKind underlying, string value, string b) => underlying switch
    {
        ScalarKind.I8 or ScalarKind.U8 => $"append({b}, byte({value}))",
        ScalarKind.I16 or ScalarKind.U16 => $"binary.LittleEndian.AppendUint16({b}, uint16({value}))",
        ScalarKind.I32 or ScalarKind.U32 => $"binary.LittleEndian.AppendUint32({b}, uint32({value}))",
        _ => $"binary.LittleEndian.AppendUint64({b}, uint64({value}))",
    };

    private static string Function(StdKind kind) => kind switch
    {
        StdKind.Duration => "fbAppendDuration",
        StdKind.Ipv4Addr => "fbAppendAddr4",
        StdKind.Ipv6Addr => "fbAppendAddr6",
        StdKind.IpAddr => "fbAppendAddr",
        StdKind.SocketAddrV4 => "fbAppendAddrPort4",
        StdKind.SocketAddrV6 => "fbAppendAddrPort6",
        StdKind.SocketAddr => "fbAppendAddrPort",
        StdKind.Json or StdKind.AnyJson => "fbAppendJSON",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not a type of std"),
    };

    private void Body(CodeWriter code, DataType type)
    {
        switch (type)
        {
            case NamedValue named:
                Named(code, types.Plan(named));
                return;
            case OptionValue option:
                code.Line($$"""
                    if v == nil {
                    	return append(b, 0)
                    }
                    b = append(b, 1)
                    """);
                Add(code, option.Inner, option.Inner is HandleValue ? "v" : "*v");
                break;
            case ResultValue result:
                using (code.Block("if v.Err == nil {", "}"))
                {
                    code.Line("b = append(b, 0)");
                    Add(code, result.Ok, "v.Value");
                    code.Line("return b");
                }

                code.Line("b = append(b, 1)");
                Add(code, result.Error, "*v.Err");
                break;
            case ListValue list:
                List(code, list);
                break;
            case ArrayValue array when IsBlock(array.Element):
                code.Line("return fbAppendAll(b, v[:])");
                return;
            case ArrayValue array:
                if (!layout.IsEmpty(array))
                    Loop(code, "for i := range v {", (array.Element, "v[i]"));
                break;
            case SetValue set:
                Count(code);
                Loop(code, "for key := range v {", (set.Element, "key"));
                break;
            case MapValue { IsOrdered: true } map:
                Count(code);
                Loop(code, "for i := range v {", (map.Key, "v[i].Key"), (map.Value, "v[i].Value"));
                break;
            case MapValue map:
                Count(code);
                Grow(code, map.Key, map.Value);
                Loop(code, map.Value is UnitValue or NeverValue ? "for key := range v {" : "for key, value := range v {", (map.Key, "key"), (map.Value, "value"));
                break;
            case TupleValue tuple:
                for (var i = 0; i < tuple.Elements.Length; i++)
                    Add(code, tuple.Elements[i], string.Create(CultureInfo.InvariantCulture, $"v.Item{i + 1}"));
                break;
            case RangeValue range:
                foreach (var end in RangeEnds.Of(range.Kind))
                    Add(code, range.Bound, "v." + end);
                break;
            case BoundValue bound:
                code.Line("""
                    switch v.Kind {
                    case BoundUnbounded:
                    	return append(b, 2)
                    case BoundIncluded:
                    	b = append(b, 0)
                    case BoundExcluded:
                    	b = append(b, 1)
                    default:
                    	w.fail("has a Bound of a kind that is none")
                    	return b
                    }
                    """);
                Add(code, bound.Inner, "v.Value");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(type), type, "needs no function");
        }

        code.Line("return b");
    }

    private void Named(CodeWriter code, TypePlan type)
    {
        var isRecursive = layout.IsRecursive(type.Key);
        if (isRecursive)
            code.Line("if !w.descend() {\n\treturn b\n}");
        if (type is RecordPlan record)
        {
            foreach (var field in record.Fields)
                Add(code, field.Type, "v." + field.GoName);
        }
        else
        {
            Sum(code, (SumPlan)type);
        }

        if (isRecursive)
            code.Line("w.ascend()");
        code.Line("return b");
    }

    private void Sum(CodeWriter code, SumPlan sum)
    {
        var usesValue = sum.Variants.Any(v => v.Fields.Any(f => f.Type is not (UnitValue or NeverValue)));
        code.Line(usesValue ? "switch v := v.(type) {" : "switch v.(type) {");
        foreach (var variant in sum.Variants)
        {
            using (code.Block($"case {variant.GoName}:", ""))
            {
                code.Line(string.Create(CultureInfo.InvariantCulture, $"b = binary.LittleEndian.AppendUint32(b, {variant.Index})"));
                foreach (var field in variant.Fields)
                    Add(code, field.Type, "v." + field.GoName);
            }
        }

        code.Line($"case nil:\n\tw.fail(\"has {Article.Of(sum.GoName)} that is nil\")");
        if (sum.IsOpen)
            code.Line($"case {sum.GoUnknown}:\n\tw.fail(\"cannot be sent: it has an unknown {sum.GoName}\")");
        code.Line($"default:\n\tw.fail(\"has {Article.Of(sum.GoName)} that is none of its structs, perhaps a pointer to one\")\n}}");
    }

    private void List(CodeWriter code, ListValue list)
    {
        Count(code);
        if (layout.IsEmpty(list.Element))
            return;
        if (layout.Block(list.Element) is not null)
            code.Line("if fbIsLittleEndian() {\n\treturn append(b, fbBytes(v)...)\n}");
        else
            Grow(code, list.Element);
        Loop(code, "for i := range v {", (list.Element, "v[i]"));
    }

    // Makes room for what is known of the elements, and for a short text where there is one: to know more, one would have to look at
    // all of them.
    private void Grow(CodeWriter code, params ReadOnlySpan<DataType> parts)
    {
        var size = 0L;
        foreach (var part in parts)
            size += layout.Least(part) + (part is TextValue ? ShortText : 0);
        if (size > 0)
            code.Line(string.Create(CultureInfo.InvariantCulture, $"b = slices.Grow(b, {(size == 1 ? "" : $"{size}*")}len(v))"));
    }

    private static void Count(CodeWriter code) => code.Line("b = binary.LittleEndian.AppendUint32(b, w.count(len(v)))");

    private void Loop(CodeWriter code, string head, params ReadOnlySpan<(DataType Type, string Value)> parts)
    {
        using (code.Block(head, "}"))
        {
            foreach (var (type, value) in parts)
                Add(code, type, value);
        }
    }

    private void Add(CodeWriter code, DataType type, string value)
    {
        if (type is not UnitValue)
            code.Line($"b = {Append(type, value)}");
    }
}
