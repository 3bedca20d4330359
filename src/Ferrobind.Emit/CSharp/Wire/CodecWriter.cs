using System.Collections.Immutable;
using Ferrobind.Emit.CSharp.Types;
using Ferrobind.Plan;

namespace Ferrobind.Emit.CSharp.Wire;

/// <summary>Writes the class that reads and writes one type of the crate.</summary>
internal sealed class CodecWriter
{
    private readonly CodeWriter _code = new("    ");
    private readonly PackageNames _names;
    private readonly TypeScope _scope;
    private readonly WireExpressions _wire;
    private readonly TypePlan _type;
    private readonly string _name;
    private readonly bool _isRecursive;

    private CodecWriter(TypePlan type, PackageNames names)
    {
        _names = names;
        _scope = names.InteropScope;
        _wire = new WireExpressions(names, _scope);
        _type = type;
        _name = _scope.Named(type.Key);
        _isRecursive = names.Facts.IsRecursive(type);
    }

    /// <summary>The source; null where the type crosses by value only.</summary>
    public static string? Write(BridgePlan plan, TypePlan type, PackageNames names)
    {
        if (!names.Wire.IsRead(type) && !names.Wire.IsWritten(type))
            return null;
        var writer = new CodecWriter(type, names);
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
        _code.Line($"/// <summary><see cref=\"{_name}\"/> on the wire.</summary>");
        using (_code.Block($"internal static class {_names.Wire.Codec(_type.Key)}\n{{", "}"))
        {
            if (_names.Wire.IsRead(_type))
            {
                using (_code.Block($"public static {_name} Read(ref WireReader reader)\n{{", "}"))
                    WriteReader();
            }

            if (!_names.Wire.IsWritten(_type))
                return;
            if (_names.Wire.IsRead(_type))
                _code.Blank();
            using (_code.Block($"public static void Write(ref WireWriter writer, {_name} value)\n{{", "}"))
                WriteWriter();
        }
    }

    private void WriteReader()
    {
        switch (_type)
        {
            case RecordPlan record:
                if (_isRecursive)
                    _code.Line("reader.Enter();");
                var made = RecordShape.IsPositional(record)
                    ? [$"new {_name}({Arguments(record.Fields)})"]
                    : Initializer(record);
                Return(made);
                break;
            case EnumPlan values:
                WriteEnumReader(values);
                break;
            case SumPlan sum:
                WriteSumReader(sum);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(_type), _type, "not a type");
        }
    }

    private void Return(IReadOnlyList<string> expression)
    {
        var head = _isRecursive ? "var value = " : "return ";
        _code.Line(head + string.Join('\n', expression) + ";");
        if (_isRecursive)
            _code.Line("reader.Leave();\nreturn value;");
    }

    private List<string> Initializer(RecordPlan record) =>
    [
        $"new {_name}", "{",
        .. TypeFacts.Fields(record.Fields).Select(f => $"    {f.CSharpName} = {_wire.Read(f.Type)},"),
        "}",
    ];

    private string Arguments(ImmutableArray<FieldPlan> fields) =>
        string.Join(", ", TypeFacts.Fields(fields).Select(f => _wire.Read(f.Type)));

    private void WriteEnumReader(EnumPlan values)
    {
        var scalar = _scope.Scalar(values.Underlying);
        _code.Line($"var value = reader.Read{values.Underlying}();");
        var known = string.Join(" or ", values.Members.Select(m => m.Value).Distinct());
        using (_code.Block($"if (value is {(values.IsOpen ? "" : "not ")}({known}))", ""))
            _code.Line(values.IsOpen ? $"return ({_name})value;" : $"reader.ThrowUnknown(\"{_type.CSharpName}\", {(scalar == "long" ? "value" : "(long)value")});");
        _code.Line(values.IsOpen ? $"return {_name}.{EnumWriter.UnknownName(values)};" : $"return ({_name})value;");
    }

    private void WriteSumReader(SumPlan sum)
    {
        if (_isRecursive)
            _code.Line("reader.Enter();");
        _code.Line("var variant = reader.ReadVariant();");
        _code.Line($"{_name} value;");
        using (_code.Block("switch (variant)\n{", "}\n"))
        {
            foreach (var variant in sum.Variants)
                Case($"{variant.Index}", $"new {_name}.{variant.CSharpName}({Arguments(variant.Fields)})");
            if (sum.IsOpen)
                Case("uint.MaxValue", $"new {_name}.Unknown()");
            _code.Line("default:");
            _code.Line($"    reader.ThrowUnknown(\"variant of {_type.CSharpName}\", variant);");
            _code.Line("    return null;");
        }

        if (_isRecursive)
            _code.Line("reader.Leave();");
        _code.Line("return value;");

        void Case(string label, string made)
        {
            using (_code.Block($"case {label}:", ""))
                _code.Line($"value = {made};\nbreak;");
        }
    }

    private void WriteWriter()
    {
        if (_names.Facts.IsReference(new NamedValue(_type.Key)))
        {
            _code.Line("if (value is null)");
            _code.Line("    writer.ThrowNull();");
        }

        if (_isRecursive)
            _code.Line("writer.Enter();");
        switch (_type)
        {
            case RecordPlan record:
                WriteFields(record.Fields, "value");
                break;
            case EnumPlan values:
                // One that has no name is refused by Rust, which has to look anyway.
                _code.Line($"writer.Write{values.Underlying}(({_scope.Scalar(values.Underlying)})value);");
                break;
            case SumPlan sum:
                WriteSum(sum);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(_type), _type, "not a type");
        }

        if (_isRecursive)
            _code.Line(_type is SumPlan ? "\nwriter.Leave();" : "writer.Leave();");
    }

    private void WriteSum(SumPlan sum)
    {
        using (_code.Block("switch (value)\n{", "}"))
        {
            foreach (var variant in sum.Variants)
            {
                var hasFields = TypeFacts.Fields(variant.Fields).Any();
                using (_code.Block($"case {_name}.{variant.CSharpName}{(hasFields ? " variant" : "")}:", ""))
                {
                    _code.Line($"writer.WriteVariant({variant.Index});");
                    WriteFields(variant.Fields, "variant");
                    _code.Line("break;");
                }
            }

            _code.Line("default:\n    writer.ThrowUnknown();\n    break;");
        }
    }

    private void WriteFields(ImmutableArray<FieldPlan> fields, string value)
    {
        foreach (var field in TypeFacts.Fields(fields))
            _code.Line(_wire.Write(field.Type, $"{value}.{field.CSharpName}"));
    }
}
