using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>The C structs that plain records cross as, and the functions between them and Go's: those that are asked for.</summary>
internal sealed class Mirrors(BridgePlan plan, GoTypes types)
{
    private readonly SortedDictionary<string, RecordPlan> _toC = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, RecordPlan> _fromC = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, RecordPlan> _shared = new(StringComparer.Ordinal);

    /// <summary>The C type of a record, for cgo.</summary>
    public string Name(RecordPlan record) => $"C.{plan.Package.SymbolPrefix}{record.CName}";

    /// <summary>The conversion of a scalar, an enum or a plain record to C.</summary>
    public string ToC(DataType type, string value)
    {
        if (Scalar(type) is { } scalar)
            return $"C.{scalar.CType}({value})";
        var record = (RecordPlan)types.Plan((NamedValue)type);
        _toC.TryAdd(record.Key, record);
        return $"fbTo{record.GoName}({value})";
    }

    /// <summary>The conversion from C.</summary>
    public string FromC(DataType type, string value)
    {
        if (Scalar(type) is not null)
            return $"{types.Of(type)}({value})";
        var record = (RecordPlan)types.Plan((NamedValue)type);
        _fromC.TryAdd(record.Key, record);
        return $"fbFrom{record.GoName}({value})";
    }

    /// <summary>A pointer to the elements of a slice, as one to their mirrors: the layouts must be the same.</summary>
    public string Shared(RecordPlan record, string slice)
    {
        Share(record);
        return $"(*{Name(record)})(unsafe.Pointer(unsafe.SliceData({slice})))";
    }

    /// <summary>A copy of mirrors, which are released, as a slice of the record: the layouts must be the same.</summary>
    public string Copied(RecordPlan record, string memory)
    {
        Share(record);
        return $"fbSlice[{record.GoName}]({memory})";
    }

    public IEnumerable<GeneratedFile> Files(GoPackage package)
    {
        if (_toC.Count + _fromC.Count + _shared.Count > 0)
            yield return package.Compose("mirrors", Write);
    }

    private void Share(RecordPlan record)
    {
        if (!_shared.TryAdd(record.Key, record))
            return;
        foreach (var inner in record.Fields.Select(f => f.Type).OfType<NamedValue>().Select(types.Plan).OfType<RecordPlan>())
            Share(inner);
    }

    private GoScalar? Scalar(DataType type) => type switch
    {
        ScalarValue scalar => GoScalar.Of(scalar.Kind),
        NamedValue named when types.Plan(named) is EnumPlan values => GoScalar.Of(values.Underlying),
        _ => null,
    };

    private void Write(CodeWriter code)
    {
        WriteAll(code, _toC, (record, name) =>
        {
            using (code.Block($"func fbTo{record.GoName}(v {record.GoName}) (c {name}) {{", "}"))
            {
                foreach (var field in record.Fields)
                    code.Line($"c.{CField(field)} = {ToC(field.Type, "v." + field.GoName)}");
                code.Line("return c");
            }
        });
        WriteAll(code, _fromC, (record, name) =>
        {
            using (code.Block($"func fbFrom{record.GoName}(c {name}) (v {record.GoName}) {{", "}"))
            {
                foreach (var field in record.Fields)
                    code.Line($"v.{field.GoName} = {FromC(field.Type, "c." + CField(field))}");
                code.Line("return v");
            }
        });
        WriteAll(code, _shared, (record, name) =>
        {
            code.Line($"// Slices of {record.GoName} are shared with Rust: a difference in layout would not compile.");
            using (code.Block("var (", ")"))
            {
                code.Line($"_ = [1]struct{{}}{{}}[unsafe.Sizeof({record.GoName}{{}})-unsafe.Sizeof({name}{{}})]");
                foreach (var field in record.Fields)
                    code.Line($"_ = [1]struct{{}}{{}}[unsafe.Offsetof({record.GoName}{{}}.{field.GoName})-unsafe.Offsetof({name}{{}}.{CField(field)})]");
            }
        });
    }

    // Writing one may ask for others.
    private void WriteAll(CodeWriter code, SortedDictionary<string, RecordPlan> records, Action<RecordPlan, string> write)
    {
        var written = new HashSet<string>(StringComparer.Ordinal);
        while (records.Values.FirstOrDefault(r => !written.Contains(r.Key)) is { } record)
        {
            written.Add(record.Key);
            code.Blank();
            write(record, Name(record));
        }
    }

    /// <summary>cgo puts an underscore before a field that is a word of Go's.</summary>
    private static string CField(FieldPlan field) => field.CName is
        "chan" or "defer" or "fallthrough" or "func" or "go" or "import" or "interface" or "map" or "package" or "range" or "select"
        or "type" or "var"
        ? "_" + field.CName
        : field.CName;
}
