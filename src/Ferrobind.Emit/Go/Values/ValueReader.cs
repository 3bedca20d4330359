using System.Globalization;
using System.Numerics;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>
/// Writes the functions that read data, those that are asked for, each once. In all of them <c>r</c> is the reader; none is
/// called through a pointer, so that Go can tell that the reader stays on the stack.
/// </summary>
internal sealed class ValueReader(GoTypes types, WireLayout layout, ValueNames names, Handles handles)
{
    private readonly SortedDictionary<string, DataType> _wanted = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, EnumPlan> _checks = new(StringComparer.Ordinal);
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);

    /// <summary>The expression that reads a value from the reader in a variable.</summary>
    public string ReadFrom(DataType type, string variable) => Read(type, variable, "&" + variable);

    /// <summary>A function that reads a value.</summary>
    public string Function(DataType type) => Read(type) switch
    {
        var read when read.EndsWith("(r)", StringComparison.Ordinal) => read[..^"(r)".Length],
        ['r', '.', .. var method, '(', ')'] when !method.Contains('(', StringComparison.Ordinal) => $"(*fbReader).{method}",
        var read => $"func(r *fbReader) {types.Of(type)} {{ return {read} }}",
    };

    /// <summary>The expression that reads a value, in a function that has the reader.</summary>
    public string ReadBy(DataType type) => Read(type);

    private string Read(DataType type) => Read(type, "r", "r");

    private string Read(DataType type, string r, string pointer) => type switch
    {
        ScalarValue scalar => Scalar(scalar.Kind, r),
        TextValue => $"{r}.text()",
        UnitValue => "struct{}{}",
        NeverValue => $"{r}.never()",
        StdValue std => $"{r}.{Method(std.Kind)}()",
        HandleValue handle => handles.New(handle.Key, $"{r}.takeHandle()"),
        ListValue { Element: ScalarValue { Kind: not (ScalarKind.I128 or ScalarKind.U128) } element } =>
            $"{TakeList(element.Kind)}({pointer})",
        _ => $"{Want(type)}({pointer})",
    };

    /// <summary>Writes the functions that are wanted and not written yet, and those that they want.</summary>
    public void Write(CodeWriter code)
    {
        while (_wanted.FirstOrDefault(w => !_written.Contains(w.Key)) is { Key: not null } next)
        {
            _written.Add(next.Key);
            code.Blank();
            using (code.Block($"func {next.Key}(r *fbReader) {types.Of(next.Value)} {{", "}"))
                Body(code, next.Value);
        }

        foreach (var (name, type) in _checks)
            WriteCheck(code, name, type);
    }

    public bool IsWanted => _wanted.Count > 0 || _checks.Count > 0;

    /// <summary>The function that tells whether a value is one of an enum's.</summary>
    public string Check(EnumPlan type)
    {
        var name = "fbIs" + type.GoName;
        _checks.TryAdd(name, type);
        return name;
    }

    private static void WriteCheck(CodeWriter code, string name, EnumPlan type)
    {
        code.Blank();
        using (code.Block($"func {name}(v {type.GoName}) bool {{", "}"))
        {
            var values = type.Members.Select(m => BigInteger.Parse(m.Value, CultureInfo.InvariantCulture)).Order().ToList();
            if (values[^1] - values[0] == values.Count - 1 && values.Count > 1)
            {
                var (first, last) = (Member(values[0]), Member(values[^1]));
                code.Line(values[0].IsZero && type.Underlying.ToString()[0] == 'U' ? $"return v <= {last}" : $"return v >= {first} && v <= {last}");
                return;
            }

            code.Line($"""
                switch v {"{"}
                case {string.Join(",\n\t", type.Members.Select(m => m.GoName))}:
                	return true
                {"}"}
                return false
                """);
        }

        string Member(BigInteger value) => type.Members.First(m => m.Value == value.ToString(CultureInfo.InvariantCulture)).GoName;
    }

    private string Want(DataType type)
    {
        var name = "fbRead" + names.Of(type);
        _wanted.TryAdd(name, type);
        return name;
    }

    private static string Scalar(ScalarKind kind, string r) => kind switch
    {
        ScalarKind.Bool => $"{r}.bool()",
        ScalarKind.Char => $"{r}.char()",
        ScalarKind.I8 => $"int8({r}.u8())",
        ScalarKind.I16 => $"int16({r}.u16())",
        ScalarKind.I32 => $"int32({r}.u32())",
        ScalarKind.I64 => $"int64({r}.u64())",
        ScalarKind.I128 => $"{r}.int128()",
        ScalarKind.U128 => $"{r}.uint128()",
        _ => $"{r}.{kind.ToString().ToLowerInvariant()}()",
    };

    private static string Method(StdKind kind) => kind switch
    {
        StdKind.Duration => "duration",
        StdKind.SystemTime => "systemTime",
        StdKind.Instant => "instant",
        StdKind.OsText => "osText",
        StdKind.Ipv4Addr => "addr4",
        StdKind.Ipv6Addr => "addr6",
        StdKind.IpAddr => "addr",
        StdKind.SocketAddrV4 => "addrPort4",
        StdKind.SocketAddrV6 => "addrPort6",
        StdKind.SocketAddr => "addrPort",
        StdKind.Ordering => "ordering",
        StdKind.Json or StdKind.AnyJson => "json",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not a type of std"),
    };

    private static string TakeList(ScalarKind kind) => kind switch
    {
        ScalarKind.Bool => "fbTakeBools",
        ScalarKind.Char => "fbTakeRunes",
        ScalarKind.Usize => "fbTakeUints",
        ScalarKind.Isize => "fbTakeInts",
        _ => $"fbTakeList[{GoScalar.Of(kind).Element}]",
    };

    private void Body(CodeWriter code, DataType type)
    {
        switch (type)
        {
            case NamedValue named:
                Named(code, types.Plan(named));
                break;
            case OptionValue { Inner: HandleValue handle }:
                code.Line($$"""
                    if !r.bool() {
                    	return nil
                    }
                    return {{Read(handle)}}
                    """);
                break;
            case OptionValue option:
                code.Line($$"""
                    if !r.bool() {
                    	return nil
                    }
                    v := {{Read(option.Inner)}}
                    return &v
                    """);
                break;
            case ResultValue result:
                code.Line($$"""
                    var v {{types.Of(type)}}
                    if r.bool() {
                    	err := {{Read(result.Error)}}
                    	v.Err = &err
                    } else {
                    	v.Value = {{Read(result.Ok)}}
                    }
                    return v
                    """);
                break;
            case ListValue list:
                List(code, list);
                break;
            case ArrayValue array:
                Array(code, array);
                break;
            case SetValue set:
                code.Line($$"""
                    count := r.count({{Least(set.Element)}})
                    v := make({{types.Of(type)}}, count)
                    for range count {
                    	v[{{Read(set.Element)}}] = struct{}{}
                    }
                    return v
                    """);
                break;
            case MapValue map:
                Map(code, map);
                break;
            case TupleValue tuple:
                code.Line($"var v {types.Of(type)}");
                for (var i = 0; i < tuple.Elements.Length; i++)
                    code.Line(string.Create(CultureInfo.InvariantCulture, $"v.Item{i + 1} = {Read(tuple.Elements[i])}"));
                code.Line("return v");
                break;
            case RangeValue range:
                code.Line($"var v {types.Of(type)}");
                foreach (var end in RangeEnds.Of(range.Kind))
                    code.Line($"v.{end} = {Read(range.Bound)}");
                code.Line("return v");
                break;
            case BoundValue bound:
                code.Line($$"""
                    var v {{types.Of(type)}}
                    switch r.u8() {
                    case 0:
                    	v.Kind, v.Value = BoundIncluded, {{Read(bound.Inner)}}
                    case 1:
                    	v.Kind, v.Value = BoundExcluded, {{Read(bound.Inner)}}
                    case 2:
                    default:
                    	r.invalid("a bound that is none")
                    }
                    return v
                    """);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(type), type, "needs no function");
        }
    }

    private void Named(CodeWriter code, TypePlan type)
    {
        if (type is EnumPlan values)
        {
            code.Line($"v := {values.GoName}({Scalar(values.Underlying, "r")})");
            if (!values.IsOpen)
            {
                using (code.Block($"if !{Check(values)}(v) {{", "}"))
                    code.Line($"r.invalid(\"{Article.Of(values.GoName)} that is none\")");
            }

            code.Line("return v");
            return;
        }

        var isRecursive = layout.IsRecursive(type.Key);
        if (isRecursive)
            code.Line("r.enter()");
        code.Line($"var v {type.GoName}");
        if (type is RecordPlan record)
        {
            foreach (var field in record.Fields)
                code.Line($"v.{field.GoName} = {Read(field.Type)}");
        }
        else
        {
            Sum(code, (SumPlan)type);
        }

        if (isRecursive)
            code.Line("r.leave()");
        code.Line("return v");
    }

    private void Sum(CodeWriter code, SumPlan sum)
    {
        code.Line("switch r.u32() {");
        foreach (var variant in sum.Variants)
        {
            using (code.Block(string.Create(CultureInfo.InvariantCulture, $"case {variant.Index}:"), ""))
            {
                if (variant.Fields.IsEmpty)
                {
                    code.Line($"v = {variant.GoName}{{}}");
                    continue;
                }

                code.Line($"var s {variant.GoName}");
                foreach (var field in variant.Fields)
                    code.Line($"s.{field.GoName} = {Read(field.Type)}");
                code.Line("v = s");
            }
        }

        if (sum.IsOpen)
            code.Line($"case 0xffffffff:\n\tv = {sum.GoUnknown}{{}}");
        code.Line($"default:\n\tr.invalid(\"{Article.Of(sum.GoName)} that is none\")\n}}");
    }

    private void List(CodeWriter code, ListValue list)
    {
        var type = types.Of(list);
        if (layout.IsEmpty(list.Element))
        {
            code.Line($"return make({type}, r.count(0))");
            return;
        }

        // A list of enums without data is one block, too.
        if (list.Element is NamedValue named && types.Plan(named) is EnumPlan values && WireLayout.IsFixed(new ScalarValue(values.Underlying)))
        {
            code.Line($"v := fbTakeList[{values.GoName}](r)");
            if (!values.IsOpen)
            {
                code.Line($$"""
                    for _, value := range v {
                    	if !{{Check(values)}}(value) {
                    		r.invalid("{{Article.Of(values.GoName)}} that is none")
                    	}
                    }
                    """);
            }

            code.Line("return v");
            return;
        }

        code.Line($$"""
            count := r.count({{Least(list.Element)}})
            if count == 0 {
            	return nil
            }
            v := make({{type}}, count)
            """);
        if (layout.Block(list.Element) is { } size)
        {
            code.Line(string.Create(CultureInfo.InvariantCulture, $$"""
                if fbIsLittleEndian() {
                	copy(fbBytes(v), r.take(count*{{size}}))
                	return v
                }
                """));
        }

        code.Line($$"""
            for i := range v {
            	v[i] = {{Read(list.Element)}}
            }
            return v
            """);
    }

    private void Array(CodeWriter code, ArrayValue array)
    {
        code.Line($"var v {types.Of(array)}");
        if (WireLayout.IsFixed(array.Element))
            code.Line("fbTakeInto(r, v[:])");
        else if (!layout.IsEmpty(array))
            code.Line($"for i := range v {{\n\tv[i] = {Read(array.Element)}\n}}");
        code.Line("return v");
    }

    private void Map(CodeWriter code, MapValue map)
    {
        var least = (layout.Least(map.Key) + layout.Least(map.Value)).ToString(CultureInfo.InvariantCulture);
        if (map.IsOrdered)
        {
            code.Line($$"""
                count := r.count({{least}})
                if count == 0 {
                	return nil
                }
                v := make({{types.Of(map)}}, count)
                for i := range v {
                	v[i].Key = {{Read(map.Key)}}
                	v[i].Value = {{Read(map.Value)}}
                }
                return v
                """);
            return;
        }

        code.Line($$"""
            count := r.count({{least}})
            v := make({{types.Of(map)}}, count)
            for range count {
            	key := {{Read(map.Key)}}
            	v[key] = {{Read(map.Value)}}
            }
            return v
            """);
    }

    private string Least(DataType type) => layout.Least(type).ToString(CultureInfo.InvariantCulture);
}
