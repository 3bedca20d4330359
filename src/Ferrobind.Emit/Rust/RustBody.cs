using Ferrobind.Plan;

namespace Ferrobind.Emit.Rust;

/// <summary>The body of an export: checks, the call, and the way back.</summary>
internal static class RustBody
{
    // rustfmt's max_width for the arguments of a call; here of `call`, with the closure.
    private const int MaxArgumentsWidth = 60;

    public static void Write(CodeWriter writer, BridgePlan plan, ExportPlan export)
    {
        var target = RustTarget.Of(plan, export);
        var scratch = export.UsesScratch ? "scratch" : "None";
        var hasLifts = export.Parameters.Any(p => !IsReady(p.Form));
        var reply = Reply(export, target.ToString());
        var closure = $"{scratch}, |frame| {reply}";
        if (reply is not null && !hasLifts && closure.Length <= MaxArgumentsWidth)
        {
            writer.Line($"call({closure})");
            return;
        }

        var needsFrame = export.Result is not UnitResult || export.Error is not null
            || export.Parameters.Any(p => RustArguments.NeedsFrame(p.Form));
        using (writer.Block($"call({scratch}, |{(needsFrame ? "frame" : "_")}| {{", "})"))
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
        if (export.Target is ExportTarget.Value || reply.Fits("", ""))
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
