using Ferrobind.Emit.CSharp.Types;
using Ferrobind.Plan;

namespace Ferrobind.Emit.CSharp;

/// <summary>
/// Writes the methods of one Rust function: a text may be a <c>string</c> or UTF-8 already, and an error may be thrown, be
/// <c>false</c>, or be <c>false</c> and a value. The one that takes UTF-8 makes the call; the one that takes strings calls it.
/// </summary>
internal sealed class FunctionWriter
{
    private readonly CodeWriter _code;
    private readonly ExportPlan _export;
    private readonly PackageNames _names;
    private readonly FunctionPlace _place;
    private readonly TypeScope _scope;
    private readonly List<ParameterPlan> _parameters;
    private readonly bool _hasText;
    private readonly string _outName;
    private readonly string _errorName;

    private FunctionWriter(CodeWriter code, ExportPlan export, PackageNames names, FunctionPlace place)
    {
        (_code, _export, _names, _place, _scope) = (code, export, names, place, place.Scope);
        _parameters = [.. place.Parameters(export)];
        _hasText = _parameters.Any(p => p.Form is TextParameter);
        var locals = new LocalNames(export.Parameters.Select(p => p.CSharpName));
        _outName = locals.Take("result");
        _errorName = locals.Take("error");
    }

    public static void Write(CodeWriter code, ExportPlan export, PackageNames names, FunctionPlace place) =>
        new FunctionWriter(code, export, names, place).Write();

    private void Write()
    {
        WriteStyle(CallStyle.Throwing);
        if (_export.Error is null || _place.Operator is not null || _export.Idiom == Idiom.Display)
            return;
        _code.Blank();
        WriteStyle(CallStyle.Trying);
        if (_export.Error.Value is null)
            return;
        _code.Blank();
        WriteStyle(CallStyle.TryingTyped);
    }

    private void WriteStyle(CallStyle style)
    {
        if (style == CallStyle.Throwing)
            FunctionDocs.Throwing(_code, _export, _names.Links, _parameters, takesNull: _place.WhenNull is not null);
        else
            FunctionDocs.Trying(_code, _export, Cref(CallStyle.Throwing), style);
        if (_hasText)
        {
            using (WriteHead(style, utf8: false))
                WriteTranscoding(style);
            _code.Blank();
            FunctionDocs.Utf8(_code, _export, Cref(style));
            if (style == CallStyle.Throwing && _place.Kind == MemberKind.Constructor)
            {
                WriteSharedConstructor();
                return;
            }
        }

        using (WriteHead(style, utf8: true))
            new CallWriter(_code, _export, _names, _place, style, OutName(style), ErrorName(style)).Write();
    }

    // A constructor cannot call another one with what is on its stack.
    private void WriteSharedConstructor()
    {
        using (WriteHead(CallStyle.Throwing, utf8: true))
        {
            _code.Line($"_token = {_export.CSharpName}({string.Join(", ", _parameters.Select(p => (p.IsInOut ? "ref " : "") + p.CSharpName))});");
            WritePressure();
        }

        _code.Blank();
        var place = _place with { Kind = MemberKind.Token, Modifiers = "private static", Result = _scope.Interop("HandleToken") };
        var token = new FunctionWriter(_code, _export, _names, place);
        using (token.WriteHead(CallStyle.Throwing, utf8: true))
            new CallWriter(_code, _export, _names, place, CallStyle.Throwing, null, null).Write();
    }

    private void WritePressure()
    {
        if (_export.MakesOfViews(_export.Owner!))
            _code.Line($"_pressure = {ResultLifting.Pressure(_export, _scope)};");
    }

    // Without a finally: an exception costs the pool an array, and every call would cost time.
    private void WriteTranscoding(CallStyle style)
    {
        var locals = new LocalNames([.. _export.Parameters.Select(p => p.CSharpName), _outName, _errorName]);
        var arguments = new List<string>();
        var texts = new List<string>();
        foreach (var parameter in _parameters)
        {
            if (parameter.Form is not TextParameter)
            {
                arguments.Add((parameter.IsInOut ? "ref " : "") + parameter.CSharpName);
                continue;
            }

            var text = locals.Take($"{parameter.CSharpName}Text");
            texts.Add(text);
            _code.Line($"var {text} = new {_scope.Interop("TextArgument")}({parameter.CSharpName}, stackalloc byte[{CallWriter.StackText}], nameof({parameter.CSharpName}));");
            arguments.Add($"{text}.Bytes");
        }

        if (OutName(style) is { } outName)
            arguments.Add($"out {outName}");
        if (ErrorName(style) is { } errorName)
            arguments.Add($"out {errorName}");
        var call = _place.Operator is { } symbol
            ? $"{arguments[0]} {symbol} {arguments[1]};"
            : _place.Kind == MemberKind.Indexer ? $"this[{string.Join(", ", arguments)}];"
            : $"{_place.Call}{(IsConstructor(style) ? _export.CSharpName : Name(style))}({string.Join(", ", arguments)});";
        if (IsConstructor(style))
        {
            _code.Line($"_token = {call}");
            WritePressure();
            foreach (var text in texts)
                _code.Line($"{text}.Dispose();");
            return;
        }

        var isVoid = style == CallStyle.Throwing && ResultLifting.IsVoid(_export.Result);
        var returned = isVoid ? null : locals.Take("returned");
        _code.Line(returned is null ? call : $"var {returned} = {call}");
        foreach (var text in texts)
            _code.Line($"{text}.Dispose();");
        if (returned is not null)
            _code.Line($"return {returned};");
    }

    private IDisposable WriteHead(CallStyle style, bool utf8)
    {
        var result = style == CallStyle.Throwing ? _place.Result ?? ResultLifting.Type(_export.Result, _scope) : "bool";
        var parameters = _parameters.Select(p => $"{Signature.Type(p, utf8, _scope)}{Nullable(p)} {p.CSharpName}").ToList();
        if (OutName(style) is { } outName)
            parameters.Add(Out(ResultLifting.Type(_export.Result, _scope), outName, ResultLifting.IsReference(_export.Result, _scope), true));
        if (ErrorName(style) is { } errorName)
        {
            var error = _export.Error!.Value!;
            parameters.Add(Out(_scope.Of(error), errorName, _scope.Facts.IsReference(error), false));
        }

        if (_place.Attribute is { } attribute)
            _code.Line(attribute);
        if (_place.Kind == MemberKind.Indexer)
        {
            var indexer = _code.Block($"{_place.Modifiers} {result} this[{string.Join(", ", parameters)}]\n{{", "}");
            return new Nested(_code.Block("get\n{", "}"), indexer);
        }

        var modifiers = style != CallStyle.Throwing && _place.Kind == MemberKind.Constructor ? $"{_place.Modifiers} static" : _place.Modifiers;
        var head = IsConstructor(style) ? $"{modifiers} {Name(style)}(" : $"{modifiers} {result} {Name(style)}(";
        if (head.Length + string.Join(", ", parameters).Length < 112)
            return _code.Block($"{head}{string.Join(", ", parameters)})\n{{", "}");
        using (_code.Block(head, ""))
            _code.Line(string.Join(",\n", parameters) + ")");
        return _code.Block("{", "}");
    }

    // Where there is a value, it is not null; where there is none, it is.
    private string Out(string type, string name, bool isReference, bool when) => isReference
        ? $"[{_scope.Bcl("NotNullWhen")}({(when ? "true" : "false")})] out {type}? {name}"
        : $"out {type} {name}";

    private bool IsConstructor(CallStyle style) => style == CallStyle.Throwing && _place.Kind == MemberKind.Constructor;

    private string Nullable(ParameterPlan parameter) =>
        _place.WhenNull is not null && ReferenceEquals(parameter, _export.Parameters[^1]) ? "?" : "";

    private string Name(CallStyle style) => _place.Kind == MemberKind.Indexer ? "this"
        : IsConstructor(style) ? _place.Scope.Facts[_export.Owner!].CSharpName
        : _place.Operator is { } symbol ? $"operator {symbol}"
        : style == CallStyle.Throwing ? _place.Name ?? _export.CSharpName
        : ExportPlan.CSharpTryName(_place.Name ?? _export.CSharpName);

    private string? OutName(CallStyle style) =>
        style != CallStyle.Throwing && !ResultLifting.IsVoid(_export.Result) ? _outName : null;

    private string? ErrorName(CallStyle style) => style == CallStyle.TryingTyped ? _errorName : null;

    private string Cref(CallStyle style)
    {
        List<string> outs = [];
        if (OutName(style) is not null)
            outs.Add(ResultLifting.Cref(_export.Result, _scope));
        if (ErrorName(style) is not null)
            outs.Add(_scope.Cref(_export.Error!.Value!));
        return Signature.Cref(Name(style), _parameters, _place, outs);
    }

    private sealed class Nested(IDisposable inner, IDisposable outer) : IDisposable
    {
        public void Dispose()
        {
            inner.Dispose();
            outer.Dispose();
        }
    }
}
