using Ferrobind.Emit.CSharp.Types;
using Ferrobind.Emit.CSharp.Wire;
using Ferrobind.Plan;

namespace Ferrobind.Emit.CSharp;

/// <summary>How a failed call, and the value of one that succeeded, leave the method.</summary>
internal enum CallStyle
{
    /// <summary>Errors are thrown, the value is returned.</summary>
    Throwing,

    /// <summary>An error is <c>false</c>, the value goes to an <c>out</c> parameter.</summary>
    Trying,

    /// <summary>An error is <c>false</c> and goes to an <c>out</c> parameter, too.</summary>
    TryingTyped,
}

/// <summary>Writes the body of a method that calls an export: views are pinned, the call, the failure, the value.</summary>
internal sealed class CallWriter
{
    /// <summary>The bytes of a text that are on the stack: nothing clears them.</summary>
    public const int StackText = 1024;

    private readonly CodeWriter _code;
    private readonly ExportPlan _export;
    private readonly PackageNames _names;
    private readonly FunctionPlace _place;
    private readonly CallStyle _style;
    private readonly string? _outName;
    private readonly string? _errorName;
    private readonly TypeScope _scope;
    private readonly WireExpressions _wire;
    private readonly LocalNames _locals;
    private readonly List<string> _arguments = [];
    private readonly List<string> _pins = [];
    private readonly List<string> _lengths = [];
    private readonly List<string> _handles = [];
    private readonly List<string> _consumed = [];
    private readonly List<string> _writers = [];
    private readonly List<string> _closures = [];

    /// <param name="outName">The <c>out</c> parameter for the value; null where there is none.</param>
    /// <param name="errorName">The <c>out</c> parameter for the error; null where there is none.</param>
    public CallWriter(
        CodeWriter code, ExportPlan export, PackageNames names, FunctionPlace place, CallStyle style, string? outName, string? errorName)
    {
        (_code, _export, _names, _place, _style) = (code, export, names, place, style);
        (_outName, _errorName) = (outName, errorName);
        _scope = place.Scope;
        _wire = new WireExpressions(names, _scope);
        _locals = new LocalNames([.. export.Parameters.Select(p => p.CSharpName), outName ?? "", errorName ?? ""]);
    }

    public void Write()
    {
        WriteNullChecks();
        for (var i = 0; i < _export.Parameters.Length; i++)
        {
            var parameter = _export.Parameters[i];
            var value = i == 0 && _place.Receiver is { } receiver ? receiver : parameter.CSharpName;
            Lower(parameter, value);
        }

        if (_export.UsesScratch)
        {
            var scratch = _locals.Take("scratch");
            _code.Line($"{_scope.Interop("Scratch")} {scratch};");
            _arguments.Add($"&{scratch}");
        }

        if (_pins.Count == 0)
        {
            WriteCall();
            return;
        }

        foreach (var pin in _pins)
            _code.Line(pin);
        using (_code.Block("{", "}"))
            WriteCall();
    }

    private void Lower(ParameterPlan parameter, string value)
    {
        var name = parameter.CSharpName;
        switch (parameter.Form)
        {
            case ScalarParameter scalar:
                _arguments.Add(ScalarArgument(scalar.Kind, value));
                break;
            case NamedParameter:
                _arguments.Add(value);
                break;
            case HandleParameter handle:
                LowerHandle(handle, value);
                break;
            case TextParameter or SliceParameter or RecordSliceParameter:
                Pin(NativeSignature.Element(parameter.Form, _scope), name, value, $"(nuint){value}.Length");
                break;
            case WireParameter wire:
                LowerWire(wire.Type, name, value);
                break;
            case ClosureParameter closure:
                var variable = _locals.Take($"{name}Closure");
                ClosureWriter.Write(_code, closure, value, variable, _locals, _scope, _wire);
                _arguments.Add($"{_scope.Interop("Closure")}.Function");
                _arguments.Add($"{variable}.Open()");
                _closures.Add(variable);
                break;
            case OptionalParameter { Inner: ScalarParameter scalar }:
                _arguments.Add(ScalarArgument(scalar.Kind, $"{name}.GetValueOrDefault()"));
                _arguments.Add($"{name}.HasValue");
                break;
            case OptionalParameter { Inner: TextParameter }:
                var text = _locals.Take($"{name}Text");
                _code.Line($"using var {text} = new {_scope.Interop("TextArgument")}({name} ?? \"\", stackalloc byte[{StackText}], nameof({name}));");
                Pin("byte", name, $"{text}.Bytes", $"(nuint){text}.Bytes.Length");
                _arguments.Add($"{name} is not null");
                break;
            case OptionalParameter { Inner: SliceParameter slice }:
                Pin(_scope.Scalar(slice.Element), name, name, $"(nuint)({name}?.Length ?? 0)");
                _arguments.Add($"{name} is not null");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(parameter), parameter.Form, "not a parameter form");
        }
    }

    private void WriteNullChecks()
    {
        foreach (var parameter in _place.Parameters(_export))
        {
            if (_place.WhenNull is { } result && ReferenceEquals(parameter, _export.Parameters[^1]))
                _code.Line($"if ({parameter.CSharpName} is null)\n    return {result};");
            else if (parameter.Form is HandleParameter { IsOptional: false } or ClosureParameter)
                _code.Line($"{_scope.Bcl("ArgumentNullException")}.ThrowIfNull({parameter.CSharpName});");
        }
    }

    private void LowerHandle(HandleParameter handle, string value)
    {
        _arguments.Add(value == "this" ? "_token" : handle.IsOptional ? $"{value}?._token ?? default" : $"{value}._token");
        _handles.Add(value);
        if (handle is { Access: HandleAccess.Consumed, IsOptional: false })
            _consumed.Add(value);
    }

    private void LowerWire(DataType type, string name, string value)
    {
        var space = _locals.Take($"{name}Space");
        var writer = _locals.Take($"{name}Wire");
        var label = value == "this" ? "\"this\"" : $"nameof({name})";
        _code.Line($"{_scope.Interop("WireSpace")} {space};");
        _code.Line($"var {writer} = new {_scope.Interop("WireWriter")}(&{space}, {label});");
        if (_wire.Write(type, value, writer) is { Length: > 0 } write)
            _code.Line(write);
        _writers.Add(writer);
        Pin("byte", name, $"{writer}.Bytes", $"(nuint){writer}.Length");
    }

    private string ScalarArgument(ScalarKind kind, string value) => kind switch
    {
        ScalarKind.Char => $"(uint){value}.Value",
        ScalarKind.I128 or ScalarKind.U128 => $"new {_scope.Interop(CSharpTypes.Native(kind))}({value})",
        _ => value,
    };

    private void Pin(string element, string name, string memory, string length)
    {
        var data = _locals.Take($"{name}Data");
        _pins.Add($"fixed ({element}* {data} = {memory})");
        _arguments.Add(data);
        _arguments.Add(length);
        _lengths.Add(length);
    }

    private void WriteCall()
    {
        if (_names.Brief(_export) is { } proven && WriteDirectCall(proven))
            return;
        var isUnit = _export.Result is UnitResult;
        var returned = _locals.Take(isUnit ? "failure" : _style == CallStyle.Throwing ? "result" : "returned");
        WriteInvocation($"var {returned} = {_names.Native}.{_export.Symbol}");
        foreach (var closure in _closures)
            _code.Line($"{closure}.Close();");
        // Without it, an object that is not used any more may be released while the call uses its value.
        foreach (var handle in _handles)
            _code.Line($"{_scope.Bcl("GC")}.KeepAlive({handle});");
        if (!_export.Result.MayBorrow)
            WriteDispose();
        WriteFailure(isUnit ? returned : Failure(returned));
        // There is nothing left to release.
        foreach (var handle in _consumed)
            _code.Line($"{_scope.Interop("Finalization")}.Skip({handle});");
        if (_export.InOut.Any() || !ResultLifting.IsVoid(_export.Result) && _export.Result is WireResult)
            WriteRead(returned);
        else
            WriteValue(returned);
    }

    /// <returns>There is no other way: the call cannot decline.</returns>
    private bool WriteDirectCall(ProvenDirect proven)
    {
        var signature = DirectSignature.Of(_export, key => _names.Facts[key])!;
        var call = $"{_names.Native}.{_export.DirectSymbol}({string.Join(", ", _arguments)})";
        if (!signature.HasState)
        {
            if (_export.Result is UnitResult)
                _code.Line($"{call};");
            else
                Leave(Lifted(ResultLifting.Scalar(_export.Result, call, _scope)));
            return true;
        }

        var limits = string.Join(" && ", _lengths.Select(length => $"{length} <= {proven.BriefElements}"));
        using (proven.BriefElements < int.MaxValue && _lengths.Count > 0 ? _code.Block($"if ({limits})\n{{", "}\n") : null)
        {
            if (_export.Result is UnitResult)
            {
                _code.Line($"if ({call} == 0)\n    return;");
                return false;
            }

            var attempt = _locals.Take("attempt");
            WriteInvocation($"var {attempt} = {_names.Native}.{_export.DirectSymbol}");
            using (signature.MayDecline ? _code.Block($"if ({attempt}.IsDone)", "") : null)
                Leave(Lifted(ResultLifting.Expression(_export, attempt, _wire, _scope)));
        }

        return !signature.MayDecline;
    }

    // A record that is not in registers: in a local of its own, or the JIT copies all that came back once more.
    private string Failure(string returned)
    {
        if (_export.Result is not NamedResult named || _names.Facts[named.Key] is not RecordPlan)
            return $"{returned}.Failure";
        var failure = _locals.Take("failure");
        _code.Line($"var {failure} = {returned}.Failure;");
        return failure;
    }

    // Not in a finally, which is dear: what a failure leaves is left to the collector.
    private void WriteDispose()
    {
        foreach (var writer in _writers)
            _code.Line($"{writer}.Dispose();");
    }

    private void WriteFailure(string failure)
    {
        if (_style == CallStyle.Throwing)
        {
            using (_code.Block($"if ({failure} is not null)" + (_closures.Count > 0 ? "\n{" : ""), _closures.Count > 0 ? "}\n" : ""))
            {
                foreach (var closure in _closures)
                    _code.Line($"{closure}.Rethrow({failure});");
                // Where errors are ordinary, a frame less on their way; where they are not, a method that does not throw, and so
                // is inlined.
                _code.Line(_export.Error is not { } error ? $"{failure}->Throw();"
                    : error.CSharpName is { } exception ? $"throw {_scope.Project(exception)}.Of({failure});"
                    : $"throw {failure}->ToException();");
            }

            return;
        }

        using (_code.Block($"if ({failure} is not null)\n{{", "}\n"))
        {
            foreach (var closure in _closures)
                _code.Line($"{closure}.Rethrow({failure});");
            if (_errorName is not null)
            {
                var error = _export.Error!.Value!;
                _code.Line($"{_errorName} = {failure}->TakeError<{_scope.Of(error)}>(&{_wire.Reader(error)});");
            }
            else
            {
                _code.Line($"{failure}->DiscardError();");
            }

            if (_outName is not null)
                _code.Line($"{_outName} = default;");
            _code.Line("return false;");
        }
    }

    private void WriteValue(string returned)
    {
        if (_style == CallStyle.Throwing && _place.Kind is MemberKind.Constructor or MemberKind.Token)
        {
            _code.Line($"{(_place.Kind == MemberKind.Token ? "return" : "_token =")} {returned}.Value;");
            if (_place.Kind == MemberKind.Constructor && _export.MakesOfViews(_export.Owner!))
                _code.Line($"_pressure = {ResultLifting.Pressure(_export, _scope)};");
            return;
        }

        // Void on the wire is an empty buffer, in which nothing is to be read.
        var expression = ResultLifting.IsVoid(_export.Result)
            ? null
            : ResultLifting.Expression(_export, returned, _wire, _scope);
        if (_export.Result.MayBorrow && _writers.Count > 0)
        {
            var value = _locals.Take("value");
            _code.Line($"var {value} = {expression};");
            WriteDispose();
            expression = value;
        }

        Leave(Lifted(expression));
    }

    private string? Lifted(string? expression) =>
        expression is not null && _place.Lift is { } lift ? lift(expression) : expression;

    // The value on the wire, and behind it the new values of the arguments that the call changed.
    private void WriteRead(string returned)
    {
        var reader = _locals.Take("reader");
        var wire = new WireExpressions(_names, _scope);
        using (_code.Block("try\n{", "}"))
        {
            _code.Line($"var {reader} = {returned}.ToReader();");
            string? value = null;
            if (!ResultLifting.IsVoid(_export.Result))
            {
                value = _locals.Take("value");
                _code.Line($"var {value} = {Read(wire, ((WireResult)_export.Result).Type, reader)};");
            }

            var assignments = new List<string>();
            foreach (var parameter in _export.InOut)
            {
                var changed = _locals.Take($"new{char.ToUpperInvariant(parameter.CSharpName.TrimStart('@')[0])}{parameter.CSharpName.TrimStart('@')[1..]}");
                _code.Line($"var {changed} = {Read(wire, ((WireParameter)parameter.Form).Type, reader)};");
                assignments.AddRange(Assignments(parameter, changed));
            }

            _code.Line($"{reader}.End();");
            // All at once: an error on the way leaves everything as it was.
            foreach (var assignment in assignments)
                _code.Line(assignment);
            Leave(Lifted(value));
        }

        using (_code.Block("finally\n{", "}"))
            _code.Line($"{returned}.Release();");
    }

    private IEnumerable<string> Assignments(ParameterPlan parameter, string changed)
    {
        var isReceiver = ReferenceEquals(parameter, _export.Parameters[0]) && _place.Receiver is not null;
        if (isReceiver && _place.Assigned is { } record)
            return TypeFacts.Fields(record.Fields).Select(f => $"{f.CSharpName} = {changed}.{f.CSharpName};");
        return [$"{(isReceiver ? _place.Receiver : parameter.CSharpName)} = {changed};"];
    }

    private static string Read(WireExpressions wire, DataType type, string reader) =>
        reader == "reader" ? wire.Read(type) : wire.Read(type).Replace("reader", reader, StringComparison.Ordinal);

    private void Leave(string? expression)
    {
        if (_style == CallStyle.Throwing)
        {
            if (expression is not null)
                _code.Line($"return {expression};");
            return;
        }

        if (_outName is not null)
            _code.Line($"{_outName} = {expression};");
        if (_errorName is not null)
            _code.Line($"{_errorName} = default;");
        _code.Line("return true;");
    }

    private void WriteInvocation(string head)
    {
        var list = string.Join(", ", _arguments);
        if (head.Length + list.Length < 100)
            _code.Line($"{head}({list});");
        else
        {
            using (_code.Block($"{head}(", ""))
                _code.Line(string.Join(",\n", _arguments) + ");");
        }
    }
}
