using Ferrobind.Plan;

namespace Ferrobind.Emit.Rust;

/// <summary>The body of an export: checks, the call, and the way back.</summary>
internal static class RustBody
{
    // rustfmt's max_width for the arguments of a call; here of `call`, with the closure.
    private const int MaxArgumentsWidth = 60;

    public static void Write(CodeWriter writer, BridgePlan plan, ExportPlan export)
    {
        var target = WithMessage(RustTarget.Of(plan, export), export.Error);
        if (export.UsesHandles)
        {
            WriteWithHandles(writer, plan, export, target);
            return;
        }

        WriteCall(writer, plan, export, target, export.UsesScratch ? "call(Some(scratch), " : "call(None, ");
    }

    /// <summary>The body of the direct twin: the same in another frame.</summary>
    public static void WriteDirect(CodeWriter writer, BridgePlan plan, ExportPlan export) =>
        WriteCall(writer, plan, export, RustTarget.Of(plan, export), DirectSignature.Of(export, plan.Type)!.HasState ? "attempt(" : "certain(");

    /// <param name="open">What runs the body: a call, up to the closure.</param>
    private static void WriteCall(CodeWriter writer, BridgePlan plan, ExportPlan export, RustCall target, string open)
    {
        var hasLifts = export.Parameters.Any(p => !IsReady(p.Form));
        var reply = Reply(export, target.ToString());
        var closure = $"{open}|frame| {reply}";
        if (reply is not null && !hasLifts && IsOneLine(closure, reply))
        {
            writer.Line($"{closure})");
            return;
        }

        var needsFrame = export.Result is not UnitResult || export.Error is not null
            || export.Parameters.Any(p => RustArguments.NeedsFrame(p.Form));
        using (writer.Block($"{open}|{(needsFrame ? "frame" : "_")}| {{", "})"))
        {
            RustArguments.WriteLifts(writer, plan, export);
            if (export.InOut.Any())
                WriteInOut(writer, export, target);
            else if (export.Error is { } error && Details(error) is { } details)
                WriteDetailed(writer, export, target, details);
            else if (reply is null)
                WriteUnit(writer, target);
            else
                WriteReply(writer, export, target, reply);
        }
    }

    // A closure that is the only argument may fill the line; what it calls has the limit then.
    private static bool IsOneLine(string closure, RustCall reply)
    {
        var arguments = closure[(closure.IndexOf('(', StringComparison.Ordinal) + 1)..];
        return arguments.StartsWith('|')
            ? reply.HasShortArguments && 4 + closure.Length + 1 <= 100
            : arguments.Length <= MaxArgumentsWidth;
    }

    // An error that has no message gets one.
    private static RustCall WithMessage(RustCall target, ErrorPlan? error) => error?.Message switch
    {
        ErrorMessage.Debug => new RustCall($"{target}.map_err", ["Debugged"]),
        ErrorMessage.None => new RustCall($"{target}.map_err", ["Silent::from"]),
        _ => target,
    };

    private static void WriteWithHandles(CodeWriter writer, BridgePlan plan, ExportPlan export, RustCall target)
    {
        var scratch = export.UsesScratch ? "Some(scratch)" : "None";
        var borrowers = export.Parameters.Count(p => p.Form is HandleParameter handle && plan.Handle(handle.Key).HasLifetimes);
        var owns = string.Join(", ", Enumerable.Range(1, 2).Select(i => i <= borrowers ? $"own{i}" : "_"));
        var usesHandles = export.Parameters.Any(p => p.Form.HoldsHandles()) || export.Result is not (UnitResult or ScalarResult);
        var needsFrame = export.Result is not (UnitResult or HandleResult or SequenceResult) || export.Error is not null
            || export.InOut.Any() || export.Parameters.Any(p => RustArguments.NeedsFrame(p.Form));
        using (writer.Block($"call_with({scratch}, |{(needsFrame ? "frame" : "_")}, {(usesHandles ? "handles" : "_")}, {owns}| {{", "})"))
        {
            RustArguments.WriteLifts(writer, plan, export);
            if (export.InOut.Any())
            {
                WriteInOut(writer, export, target);
                return;
            }

            var isUnit = export.Result is UnitResult;
            if (export.Error is { } error)
            {
                target.WriteLet(writer, "result");
                var ok = Details(error) is { } details
                    ? new RustCall("frame.ok_with", ["result", $"|e| {details}"], Fallible: true)
                    : new RustCall("frame.ok", ["result"], Fallible: true);
                if (isUnit)
                    writer.Line($"{ok};");
                else
                    ok.WriteLet(writer, "value");
            }
            else if (isUnit)
            {
                target.WriteStatement(writer, ";");
            }
            else
            {
                target.WriteLet(writer, "value");
            }

            if (isUnit)
                writer.Line("Ok(())");
            else
                WriteGiven(writer, plan, export);
        }
    }

    /// <summary>The reply that is in <c>value</c>.</summary>
    private static void WriteGiven(CodeWriter writer, BridgePlan plan, ExportPlan export)
    {
        string Receiver() => RustArguments.Own(plan, export, export.Parameters[0]);
        switch (export.Result)
        {
            case HandleResult handle:
                var type = RustKeywords.InType(plan.Handle(handle.Key).StaticType);
                var call = handle.Source switch
                {
                    HandleSource.Value when export.IsOfReceiver => $"handles.give_of::<{type}>({Receiver()}, value)",
                    HandleSource.Reference when export.IsOfReceiver => $"handles.give_ref_of::<{type}>({Receiver()}, value)",
                    HandleSource.MutableReference when export.IsOfReceiver && !handle.MayBeReceiver =>
                        $"handles.give_mut_of::<{type}>({Receiver()}, value)",
                    _ when handle.MayBeReceiver =>
                        $"handles.give_chained::<{type}>({RustArguments.Own(plan, export, export.Parameters[0])}, value, {RustArguments.Receiver})",
                    HandleSource.Box when plan.Handle(handle.Key).IsDyn => $"handles.give_dyn::<{type}>(value)",
                    HandleSource.Value => $"handles.give::<{type}>(value)",
                    HandleSource.Reference => $"handles.give_ref::<{type}>(value)",
                    HandleSource.MutableReference => $"handles.give_mut::<{type}>(value)",
                    HandleSource.Box => $"handles.give::<{type}>(*value)",
                    HandleSource.Arc => $"handles.give_arc::<{type}>(value)",
                    HandleSource.Rc => $"handles.give_rc::<{type}>(value)",
                    _ => throw new ArgumentOutOfRangeException(nameof(export), handle.Source, "not a source"),
                };
                if (handle.IsOptional)
                    WriteMapped(writer, call);
                else
                    writer.Line($"Ok({call})");
                break;
            case SequenceResult sequence:
                writer.Line(sequence.IsOptional
                    ? "Ok(value.map_or(0, |value| sequence!(handles, value)))"
                    : "Ok(sequence!(handles, value))");
                break;
            case WireResult { HasHandles: true }:
                writer.Line("let mut out = frame.writer();");
                writer.Line("value.give(handles, &mut out);");
                writer.Line("frame.value(out)");
                break;
            case WireResult:
                writer.Line("frame.value(Wire(value))");
                break;
            default:
                writer.Line("frame.value(value)");
                break;
        }
    }

    /// <summary>0 stands for None. rustfmt breaks a closure whose call is too wide for one line.</summary>
    private static void WriteMapped(CodeWriter writer, string call)
    {
        if ($"0, |value| {call}".Length <= MaxArgumentsWidth)
        {
            writer.Line($"Ok(value.map_or(0, |value| {call}))");
            return;
        }

        using (writer.Block("Ok(value.map_or(0, |value| {", "}))"))
            writer.Line(call);
    }

    /// <summary>The whole of a reply, where it is one expression.</summary>
    private static RustCall? Reply(ExportPlan export, string call) => export switch
    {
        { Error: { } error } when Details(error) is not null => null,
        _ when export.InOut.Any() => null,
        { Result: UnitResult, Error: null } => null,
        { Error: null, Target: ExportTarget.Value, Result: NamedResult } => new RustCall("frame.value", [$"&{call}"]),
        { Error: null, Target: ExportTarget.Value } when Wrapper(export) is { } wrapper => new RustCall("frame.value", [$"{wrapper}(&{call})"]),
        { Error: null } when Wrapper(export) is { } wrapper => new RustCall("frame.value", [$"{wrapper}({call})"]),
        { Error: null } => new RustCall("frame.value", [call]),
        _ when Wrapper(export) is { } wrapper => new RustCall("frame.result", [$"{call}.map({wrapper})"]),
        _ => new RustCall("frame.result", [call]),
    };

    private static void WriteUnit(CodeWriter writer, RustCall target)
    {
        target.WriteStatement(writer, ";");
        writer.Line("Ok(())");
    }

    private static void WriteReply(CodeWriter writer, ExportPlan export, RustCall target, RustCall reply)
    {
        if (export.IsValue || reply.Fits("", ""))
        {
            writer.Line(reply.ToString());
            return;
        }

        var name = export.Error is null ? "value" : "result";
        target.WriteLet(writer, name);
        writer.Line(Reply(export, name)!.ToString());
    }

    /// <summary>The error is more than its message.</summary>
    private static void WriteDetailed(CodeWriter writer, ExportPlan export, RustCall target, string details)
    {
        target.WriteLet(writer, "result");
        var ok = new RustCall("frame.ok_with", ["result", $"|e| {details}"], Fallible: true);
        if (export.Result is UnitResult)
        {
            writer.Line($"{ok};").Line("Ok(())");
            return;
        }

        writer.Line($"let value = {ok};");
        writer.Line(Wrapper(export) is { } wrapper ? $"frame.value({wrapper}(value))" : "frame.value(value)");
    }

    /// <summary>
    /// The result is written before the arguments are: it may borrow from them. What the call made of them is theirs
    /// again after that.
    /// </summary>
    private static void WriteInOut(CodeWriter writer, ExportPlan export, RustCall target)
    {
        var (output, value) = ("out", "outcome");
        while (export.Parameters.Any(p => p.CName == output || p.CName == value))
            (output, value) = (output + "_", value + "_");
        var isUnit = export.Result is WireResult { Type: UnitValue };
        if (export.Error is { } error)
        {
            target.WriteLet(writer, value);
            var ok = Details(error) is { } details ? $"frame.ok_with({value}, |e| {details})?" : $"frame.ok({value})?";
            writer.Line(isUnit ? $"{ok};" : $"let {value} = {ok};");
        }
        else if (isUnit)
        {
            target.WriteStatement(writer, ";");
        }
        else
        {
            target.WriteLet(writer, value);
        }

        writer.Line($"let mut {output} = frame.writer();");
        if (!isUnit)
            writer.Line($"{output}.put(&{value});");
        foreach (var parameter in export.InOut)
            writer.Line($"{output}.put(&{parameter.CName});");
        writer.Line($"frame.value({output})");
    }

    /// <summary>What says how a result crosses, where its type does not.</summary>
    private static string? Wrapper(ExportPlan export) => export.Result switch
    {
        WireResult => "Wire",
        RecordSliceResult => "Records",
        _ => null,
    };

    /// <summary>What a failure has besides the message.</summary>
    private static string? Details(ErrorPlan error) => error switch
    {
        { Value: not null, HasSources: true } => "Details::value(e).and_source(e.source())",
        { Value: not null } => "Details::value(e)",
        { HasSources: true } => "Details::source(e.source())",
        _ => null,
    };

    /// <summary>It arrives as what Rust takes.</summary>
    private static bool IsReady(ParameterForm form) =>
        form is ScalarParameter { Kind: not (ScalarKind.Bool or ScalarKind.Char or ScalarKind.I128 or ScalarKind.U128) };
}
