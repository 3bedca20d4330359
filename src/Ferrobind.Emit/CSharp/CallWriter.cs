using Ferrobind.Plan;

namespace Ferrobind.Emit.CSharp;

/// <summary>How a failed call, and the value of one that succeeded, leave the method.</summary>
internal enum CallStyle
{
    /// <summary>Errors are thrown, the value is returned.</summary>
    Throwing,

    /// <summary>An error is <c>false</c>, the value goes to an <c>out</c> parameter.</summary>
    Trying,
}

/// <summary>Writes the body of a method that calls an export: views are pinned, the call, the failure, the value.</summary>
internal sealed class CallWriter(
    CodeWriter code, ExportPlan export, PackageNames names, CallStyle style, string? outName)
{
    /// <summary>The bytes of a text that are on the stack: nothing clears them.</summary>
    public const int StackText = 1024;

    private readonly LocalNames _locals = new([.. export.Parameters.Select(p => p.CSharpName), outName ?? ""]);
    private readonly List<string> _arguments = [];
    private readonly List<string> _pins = [];

    public void Write()
    {
        foreach (var parameter in export.Parameters)
            Lower(parameter, parameter.Form);

        if (export.UsesScratch)
        {
            var scratch = _locals.Take("scratch");
            code.Line($"{names.Internal("Scratch")} {scratch};");
            _arguments.Add($"&{scratch}");
        }

        if (_pins.Count == 0)
        {
            WriteCall();
            return;
        }

        foreach (var pin in _pins)
            code.Line(pin);
        using (code.Block("{", "}"))
            WriteCall();
    }

    private void Lower(ParameterPlan parameter, ParameterForm form)
    {
        var name = parameter.CSharpName;
        switch (form)
        {
            case ScalarParameter scalar:
                _arguments.Add(ScalarArgument(scalar.Kind, name));
                break;
            case TextParameter or SliceParameter:
                Pin(CSharpTypes.Element(form), name, name, $"(nuint){name}.Length");
                break;
            case OptionalParameter { Inner: ScalarParameter scalar }:
                _arguments.Add(ScalarArgument(scalar.Kind, $"{name}.GetValueOrDefault()"));
                _arguments.Add($"{name}.HasValue");
                break;
            case OptionalParameter { Inner: TextParameter }:
                var text = _locals.Take($"{name}Text");
                code.Line($"using var {text} = new {names.Internal("TextArgument")}({name} ?? \"\", stackalloc byte[{StackText}], nameof({name}));");
                Pin("byte", name, $"{text}.Bytes", $"(nuint){text}.Bytes.Length");
                _arguments.Add($"{name} is not null");
                break;
            case OptionalParameter { Inner: SliceParameter slice }:
                Pin(CSharpTypes.Public(slice.Element), name, name, $"(nuint)({name}?.Length ?? 0)");
                _arguments.Add($"{name} is not null");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(form), form, "not a parameter form");
        }
    }

    private string ScalarArgument(ScalarKind kind, string value) => kind switch
    {
        ScalarKind.Char => $"(uint){value}.Value",
        ScalarKind.I128 or ScalarKind.U128 => $"new {names.Internal(CSharpTypes.Native(kind))}({value})",
        _ => value,
    };

    private void Pin(string element, string name, string memory, string length)
    {
        var data = _locals.Take($"{name}Data");
        _pins.Add($"fixed ({element}* {data} = {memory})");
        _arguments.Add(data);
        _arguments.Add(length);
    }

    private void WriteCall()
    {
        var isUnit = export.Result is UnitResult;
        var returned = _locals.Take(isUnit ? "failure" : style == CallStyle.Trying ? "returned" : "result");
        WriteInvocation($"var {returned} = {names.Native}.{export.Symbol}");
        var failure = isUnit ? returned : $"{returned}.Failure";
        if (style == CallStyle.Trying)
        {
            using (code.Block($"if ({failure} is not null)\n{{", "}"))
            {
                code.Line($"{failure}->DiscardError();");
                if (!isUnit)
                    code.Line($"{outName} = default;");
                code.Line("return false;");
            }

            code.Blank();
            if (!isUnit)
                code.Line($"{outName} = {ResultLifting.Expression(export.Result, returned)};");
            code.Line("return true;");
            return;
        }

        using (code.Block($"if ({failure} is not null)", ""))
        {
            // Where errors are ordinary, a frame less on their way; where they are not, a method that does not throw, and so is inlined.
            code.Line(export.Error is not { } error ? $"{failure}->Throw();"
                : error.CSharpName is { } exception ? $"throw {exception}.Of({failure});" : $"throw {failure}->ToException();");
        }

        if (!isUnit)
            code.Line($"return {ResultLifting.Expression(export.Result, returned)};");
    }

    private void WriteInvocation(string head)
    {
        var list = string.Join(", ", _arguments);
        if (head.Length + list.Length < 100)
            code.Line($"{head}({list});");
        else
        {
            using (code.Block($"{head}(", ""))
                code.Line(string.Join(",\n", _arguments) + ");");
        }
    }
}
