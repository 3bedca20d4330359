using Ferrobind.Plan;

namespace Ferrobind.Emit.CSharp;

/// <summary>
/// Writes the methods of one Rust function: up to four, for a text may be a <c>string</c> or UTF-8 already, and an
/// error may be thrown or be <c>false</c>. The one that takes UTF-8 makes the call; the one that takes strings calls it.
/// </summary>
internal sealed class FunctionWriter
{
    private readonly CodeWriter _code;
    private readonly ExportPlan _export;
    private readonly PackageNames _names;
    private readonly bool _hasText;
    private readonly string _outName;

    private FunctionWriter(CodeWriter code, ExportPlan export, PackageNames names)
    {
        _code = code;
        _export = export;
        _names = names;
        _hasText = export.Parameters.Any(p => p.Form is TextParameter);
        _outName = new LocalNames(export.Parameters.Select(p => p.CSharpName)).Take("result");
    }

    public static void Write(CodeWriter code, ExportPlan export, PackageNames names) =>
        new FunctionWriter(code, export, names).Write();

    private void Write()
    {
        WriteStyle(CallStyle.Throwing);
        if (_export.Error is null)
            return;
        _code.Blank();
        WriteStyle(CallStyle.Trying);
    }

    private void WriteStyle(CallStyle style)
    {
        if (style == CallStyle.Throwing)
            FunctionDocs.Throwing(_code, _export, _names.Links);
        else
            FunctionDocs.Trying(_code, _export, Cref(CallStyle.Throwing));
        if (_hasText)
        {
            using (WriteHead(style, utf8: false))
                WriteTranscoding(style);
            _code.Blank();
            FunctionDocs.Utf8(_code, _export, Cref(style));
        }

        using (WriteHead(style, utf8: true))
            new CallWriter(_code, _export, _names, style, OutName(style)).Write();
    }

    // Without a finally: an exception costs the pool an array, and every call would cost time.
    private void WriteTranscoding(CallStyle style)
    {
        var locals = new LocalNames(_export.Parameters.Select(p => p.CSharpName).Append(_outName));
        var arguments = new List<string>();
        var texts = new List<string>();
        foreach (var parameter in _export.Parameters)
        {
            if (parameter.Form is not TextParameter)
            {
                arguments.Add(parameter.CSharpName);
                continue;
            }

            var text = locals.Take($"{parameter.CSharpName}Text");
            texts.Add(text);
            _code.Line($"var {text} = new {_names.Internal("TextArgument")}({parameter.CSharpName}, stackalloc byte[{CallWriter.StackText}], nameof({parameter.CSharpName}));");
            arguments.Add($"{text}.Bytes");
        }

        if (OutName(style) is { } outName)
            arguments.Add($"out {outName}");
        var call = $"{Name(style)}({string.Join(", ", arguments)});";
        var returned = style == CallStyle.Throwing && _export.Result is UnitResult ? null : locals.Take("returned");
        _code.Line(returned is null ? call : $"var {returned} = {call}");
        foreach (var text in texts)
            _code.Line($"{text}.Dispose();");
        if (returned is not null)
            _code.Line($"return {returned};");
    }

    private IDisposable WriteHead(CallStyle style, bool utf8)
    {
        var result = style == CallStyle.Trying ? "bool" : ResultLifting.Type(_export.Result);
        var parameters = _export.Parameters.Select(p => $"{Signature.Type(p.Form, utf8)} {p.CSharpName}").ToList();
        if (OutName(style) is { } outName)
            parameters.Add(OutParameter(outName));
        var head = $"public static {result} {Name(style)}(";
        if (head.Length + string.Join(", ", parameters).Length < 112)
            return _code.Block($"{head}{string.Join(", ", parameters)})\n{{", "}");
        using (_code.Block(head, ""))
            _code.Line(string.Join(",\n", parameters) + ")");
        return _code.Block("{", "}");
    }

    private string OutParameter(string name)
    {
        var type = ResultLifting.Type(_export.Result);
        // Where there is a value, it is not null; where there is none, it is.
        return _export.Result is TextResult or SliceResult ? $"[NotNullWhen(true)] out {type}? {name}" : $"out {type} {name}";
    }

    private string Name(CallStyle style) => style == CallStyle.Trying ? $"Try{_export.CSharpName}" : _export.CSharpName;

    private string? OutName(CallStyle style) => style == CallStyle.Trying && _export.Result is not UnitResult ? _outName : null;

    private string Cref(CallStyle style) =>
        Signature.Cref(Name(style), _export.Parameters.Select(p => p.Form), OutName(style) is null ? null : _export.Result);
}
