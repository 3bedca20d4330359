using System.Collections.Immutable;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Rust;

/// <summary>From what arrived to what the crate's function takes.</summary>
internal static class RustArguments
{
    /// <summary>
    /// Writes the statements that check the arguments and make Rust values of them, each under the name that it arrived
    /// by. That no two views share memory is checked first: once there is a <c>&amp;mut</c>, it is too late.
    /// </summary>
    public static void WriteLifts(CodeWriter writer, BridgePlan plan, ExportPlan export)
    {
        var views = export.Parameters.Where(p => p.Form.IsMemory).ToArray();
        for (var i = 0; i < views.Length; i++)
        {
            for (var j = i + 1; j < views.Length; j++)
            {
                if (IsWritten(views[i].Form))
                    WriteDisjoint(writer, views[i], views[j]);
                else if (IsWritten(views[j].Form))
                    WriteDisjoint(writer, views[j], views[i]);
            }
        }

        foreach (var parameter in export.Parameters.Where(p => !p.Form.HoldsHandles() && !IsReadFromCopy(p)))
            WriteLift(writer, plan, export, parameter);
        var receiver = export.Parameters.FirstOrDefault(p => p.Form is HandleParameter);
        if (export.Result is HandleResult { MayBeReceiver: true })
            writer.Line($"let {Receiver} = {receiver!.CName};");
        foreach (var parameter in export.Parameters.Where(p => p.Form is HandleParameter))
            WriteLift(writer, plan, export, parameter);
        foreach (var parameter in export.Parameters.Where(p => p.Form is WireParameter { Handles: not HandleUse.None }))
            WriteLift(writer, plan, export, parameter);

        // What a value stores is kept with it, so there has to be a lease on it.
        foreach (var parameter in export.Parameters.Where(p => p.Keep is not Keep.Call))
            WriteKept(writer, plan, export, parameter);
    }

    /// <summary>The receiver's handle, where the result may be the receiver.</summary>
    public const string Receiver = "fb_receiver";

    // Views inside of data outlive the call where the bytes do that they are read from.
    private static bool IsReadFromCopy(ParameterPlan parameter) => parameter is { Keep: not Keep.Call, Form: WireParameter { Handles: HandleUse.None } };

    // A view that outlives the call is a copy.
    private static void WriteKept(CodeWriter writer, BridgePlan plan, ExportPlan export, ParameterPlan parameter)
    {
        var name = parameter.CName;
        if (IsReadFromCopy(parameter))
        {
            string Outliving(string kind) => parameter.Keep is Keep.Result ? $"handles.kept_{kind}({name})" : $"handles.stored_{kind}({Own(plan, export, export.Parameters[0])}, {name})";
            new RustCall("frame.slice::<u8>", Pieces(parameter), Fallible: true).WriteUnsafeLet(writer, name);
            writer.Line($"let {name} = {Outliving("slice")};");
            var type = parameter.ExplicitType is null ? "" : $"::<{RustKeywords.InType(Listed(parameter))}>";
            new RustCall($"frame.read{type}", [Quoted(parameter), name], Fallible: true).WriteLet(writer, Binding(parameter));
            if (parameter.IsMade)
                writer.Line($"let {name} = {Outliving("value")};");
            return;
        }

        var kind = parameter.Form is TextParameter or OptionalParameter { Inner: TextParameter } ? "text"
            : parameter.Form is SliceParameter or OptionalParameter { Inner: SliceParameter } ? "slice" : null;
        if (kind is null)
            return;
        var isOptional = parameter.Form is OptionalParameter;
        var view = isOptional ? "view" : name;
        var copy = parameter.Keep is Keep.Result
            ? $"handles.kept_{kind}({view})"
            : $"handles.stored_{kind}({Own(plan, export, export.Parameters[0])}, {view})";
        writer.Line($"let {name} = {(isOptional ? $"{name}.map(|view| {copy})" : copy)};");
    }

    /// <summary>The lifetime of what a handle's value borrows from. Values have one each: no two of them may be mixed.</summary>
    public static string Own(BridgePlan plan, ExportPlan export, ParameterPlan parameter)
    {
        var borrowers = export.Parameters
            .Where(p => p.Form is HandleParameter handle && plan.Handle(handle.Key).HasLifetimes).ToList();
        return borrowers.IndexOf(parameter) switch
        {
            < 0 => "&handles.free()",
            var index => $"&own{index + 1}",
        };
    }

    /// <summary>The frame is needed to lift it.</summary>
    public static bool NeedsFrame(ParameterForm form) => form switch
    {
        OptionalParameter optional => NeedsFrame(optional.Inner),
        _ => form.IsMemory || form is ScalarParameter { Kind: ScalarKind.Char } or NamedParameter or HandleParameter or ClosureParameter,
    };

    /// <summary>The argument of the call.</summary>
    public static string Argument(ParameterPlan parameter)
    {
        var (name, isOptional) = (
            parameter.CName, parameter.Form is OptionalParameter or HandleParameter { IsOptional: true });

        // Taken here, where nothing can be refused any more.
        if (parameter.Form is HandleParameter { Access: HandleAccess.Consumed })
            name = isOptional ? $"{name}.map(|value| value.take())" : $"{name}.take()";
        if (parameter.Form is WireParameter { Handles: not HandleUse.None })
            name = $"{name}.take()";
        return parameter.Conversion switch
        {
            RustConversion.Pass => name,
            RustConversion.Into when parameter is { ExplicitType: { } type } && !isOptional => $"<{RustKeywords.InType(type)}>::from({name})",
            RustConversion.Into => isOptional ? $"{name}.map(Into::into)" : $"{name}.into()",
            RustConversion.Reference when IsOsReference(parameter) => $"{name}.as_ref()",
            RustConversion.Reference or RustConversion.ReferenceToSlice when IsReadFromCopy(parameter) => name,
            RustConversion.Reference => $"&{name}",
            RustConversion.MutableReference => $"&mut {name}",
            RustConversion.MutableSlice => $"&mut {name}",
            RustConversion.ReferenceToSlice => $"&{name}",
            RustConversion.ToVec => $"{name}.to_vec()",
            RustConversion.IntoIter when parameter.Form is SliceParameter => $"{name}.to_vec().into_iter()",
            RustConversion.IntoIter => $"{name}.into_iter()",
            RustConversion.Boxed => $"Box::new({name})",
            RustConversion.Interned when parameter.Form is TextParameter => $"intern({name}.to_owned()).as_str()",
            RustConversion.Interned when parameter.Form is SliceParameter => $"intern({name}.to_vec()).as_slice()",
            RustConversion.Interned when parameter.Form is HandleParameter => $"intern_like({name})",
            RustConversion.Interned => $"intern({name})",
            RustConversion.OptionalReference => $"{name}.as_ref()",
            RustConversion.OptionalSlice => $"{name}.as_deref()",
            RustConversion.ReferenceToOwned => isOptional ? $"&{name}.map(ToOwned::to_owned)" : $"&{name}.to_owned()",
            _ => throw new ArgumentOutOfRangeException(nameof(parameter), parameter, "not a conversion"),
        };
    }

    private static bool IsWritten(ParameterForm form) =>
        form is SliceParameter { IsMutable: true } or RecordSliceParameter { IsMutable: true };

    private static void WriteDisjoint(CodeWriter writer, ParameterPlan written, ParameterPlan other)
    {
        RustCall[] pair = [new("", Pieces(written)), new("", Pieces(other))];
        var call = new RustCall("frame.disjoint", [.. pair.Select(p => p.ToString())], Fallible: true);
        if (call.HasShortArguments)
        {
            writer.Line($"{call};");
            return;
        }

        using (writer.Block("frame.disjoint(", ")?;"))
        {
            foreach (var view in pair)
                view.WriteStatement(writer, ",");
        }
    }

    private static void WriteLift(CodeWriter writer, BridgePlan plan, ExportPlan export, ParameterPlan parameter)
    {
        var name = parameter.CName;
        switch (parameter.Form)
        {
            case ScalarParameter { Kind: ScalarKind.Char }:
                new RustCall("frame.char", [Quoted(parameter), name], Fallible: true).WriteLet(writer, name);
                break;
            case ScalarParameter scalar when Value(name, scalar.Kind) is var value && value != name:
                writer.Line($"let {name} = {value};");
                break;
            case TextParameter:
                new RustCall("frame.text", Pieces(parameter), Fallible: true).WriteUnsafeLet(writer, name);
                break;
            case SliceParameter { IsMutable: true }:
                new RustCall("frame.slice_mut", Pieces(parameter), Fallible: true).WriteUnsafeLet(writer, name);
                break;
            case SliceParameter:
                new RustCall("frame.slice", Pieces(parameter), Fallible: true).WriteUnsafeLet(writer, name);
                break;
            case NamedParameter named:
                new RustCall($"frame.named::<{plan.Type(named.Key).RustType}>", [Quoted(parameter), name], Fallible: true)
                    .WriteLet(writer, Binding(parameter));
                break;
            case HandleParameter handle:
                var lease = handle.Access switch
                {
                    HandleAccess.Shared => parameter.Keep is Keep.Result ? "kept_shared" : "shared",
                    HandleAccess.Exclusive => parameter.Keep is Keep.Result ? "kept_exclusive" : "exclusive",
                    HandleAccess.Copied => "copied",
                    HandleAccess.Consumed => plan.Handle(handle.Key).IsDyn ? "taken_dyn" : "taken",
                    HandleAccess.Arc => "arc",
                    HandleAccess.Rc => "rc",
                    _ => throw new ArgumentOutOfRangeException(nameof(parameter), handle.Access, "not an access"),
                };
                new RustCall(
                    $"handles.{lease}{(handle.IsOptional ? "_optional" : "")}::<{RustKeywords.InType(plan.Handle(handle.Key).StaticType)}>",
                    ["frame", Quoted(parameter), Own(plan, export, parameter), name], Fallible: true).WriteLet(writer, name);
                if (handle.IsView)
                    writer.Line($"let {name} = {name}.view();");
                break;
            case RecordSliceParameter { IsInPlace: false } slice:
                new RustCall($"frame.records::<{plan.Type(slice.Key).RustType}>", Pieces(parameter), Fallible: true)
                    .WriteUnsafeLet(writer, name);
                break;
            case RecordSliceParameter slice:
                var method = slice.IsMutable ? "slice_mut" : "slice";
                new RustCall(
                    $"frame.{method}::<{plan.Type(slice.Key).RustType}>", [Quoted(parameter), $"{name}.cast()", $"{name}_len"],
                    Fallible: true).WriteUnsafeLet(writer, name);
                break;
            // An operator or a trait's method tells less of the type than a function's signature does.
            case WireParameter { Type: NamedValue named } when export.Idiom is not Idiom.None:
                new RustCall($"frame.wire::<{plan.Type(named.Key).RustType}>", Pieces(parameter), Fallible: true)
                    .WriteUnsafeLet(writer, Binding(parameter));
                break;
            case WireParameter { Handles: not HandleUse.None } wire:
                var form = wire.Handles is HandleUse.Cloned ? "cloned_wire" : parameter.Keep is Keep.Result ? "kept_wire" : "wire";
                new RustCall(
                    $"handles.{form}::<{RustKeywords.InType(Listed(parameter))}>", ["frame", .. Pieces(parameter)], Fallible: true)
                    .WriteUnsafeLet(writer, name);
                break;
            case WireParameter when parameter.ExplicitType is not null && !IsOsReference(parameter):
                new RustCall($"frame.wire::<{RustKeywords.InType(Listed(parameter))}>", Pieces(parameter), Fallible: true).WriteUnsafeLet(writer, Binding(parameter));
                break;
            case WireParameter when IsOsReference(parameter):
                new RustCall("frame.wire::<::std::ffi::OsString>", Pieces(parameter), Fallible: true)
                    .WriteUnsafeLet(writer, parameter.CName);
                break;
            case WireParameter:
                new RustCall("frame.wire", Pieces(parameter), Fallible: true).WriteUnsafeLet(writer, Binding(parameter));
                break;
            case ClosureParameter closure:
                RustClosure.Write(writer, plan, parameter, closure);
                break;
            case OptionalParameter optional:
                WriteOptionalLift(writer, parameter, optional.Inner);
                break;
        }
    }

    /// <summary>A <c>&amp;Path</c> or an <c>&amp;OsStr</c>: neither is a reference to a type that can be read by itself.</summary>
    private static bool IsOsReference(ParameterPlan parameter) =>
        parameter is { Form: WireParameter { Type: StdValue { Kind: StdKind.OsText } }, Conversion: RustConversion.Reference };

    // What an iterator is made of is a list.
    private static string Listed(ParameterPlan parameter) => parameter.Conversion is RustConversion.IntoIter
        ? parameter.ExplicitType!.Replace("::std::vec::IntoIter", "Vec", StringComparison.Ordinal)
        : parameter.ExplicitType!;

    private static string Binding(ParameterPlan parameter) => parameter.Conversion switch
    {
        RustConversion.MutableReference => $"mut {parameter.CName}",
        RustConversion.MutableSlice => $"mut {parameter.CName}: Vec<_>",
        RustConversion.ReferenceToSlice => $"{parameter.CName}: Vec<_>",
        RustConversion.OptionalReference => $"{parameter.CName}: Option<_>",
        RustConversion.OptionalSlice => $"{parameter.CName}: Option<Vec<_>>",
        _ => parameter.CName,
    };

    private static void WriteOptionalLift(CodeWriter writer, ParameterPlan parameter, ParameterForm inner)
    {
        var name = parameter.CName;
        switch (inner)
        {
            case ScalarParameter { Kind: ScalarKind.Char }:
                new RustCall("frame.optional_char", [Quoted(parameter), name, $"{name}_some"], Fallible: true)
                    .WriteLet(writer, name);
                break;
            case ScalarParameter scalar:
                new RustCall($"{name}_some.then_some", [Value(name, scalar.Kind)]).WriteLet(writer, name);
                break;
            case TextParameter:
                new RustCall("frame.optional_text", [.. Pieces(parameter), $"{name}_some"], Fallible: true)
                    .WriteUnsafeLet(writer, name);
                break;
            case SliceParameter:
                new RustCall("frame.optional_slice", [.. Pieces(parameter), $"{name}_some"], Fallible: true)
                    .WriteUnsafeLet(writer, name);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(inner), inner, "has no optional form");
        }
    }

    /// <summary>A scalar that needs no check.</summary>
    private static string Value(string name, ScalarKind kind) => kind switch
    {
        ScalarKind.Bool => $"bool::from({name})",
        ScalarKind.I128 => $"i128::from({name})",
        ScalarKind.U128 => $"u128::from({name})",
        _ => name,
    };

    /// <summary>A view: its name for messages, its data, its length.</summary>
    private static ImmutableArray<string> Pieces(ParameterPlan parameter) =>
        [Quoted(parameter), parameter.CName, $"{parameter.CName}_len"];

    private static string Quoted(ParameterPlan parameter) => $"\"{parameter.RustName}\"";
}
