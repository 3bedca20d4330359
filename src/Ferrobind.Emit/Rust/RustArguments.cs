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
    public static void WriteLifts(CodeWriter writer, ExportPlan export)
    {
        var views = export.Parameters.Where(p => p.Form.IsMemory).ToArray();
        for (var i = 0; i < views.Length; i++)
        {
            for (var j = i + 1; j < views.Length; j++)
            {
                if (views[i].Form is SliceParameter { IsMutable: true })
                    WriteDisjoint(writer, views[i], views[j]);
                else if (views[j].Form is SliceParameter { IsMutable: true })
                    WriteDisjoint(writer, views[j], views[i]);
            }
        }

        foreach (var parameter in export.Parameters)
            WriteLift(writer, parameter);
    }

    /// <summary>The frame is needed to lift it.</summary>
    public static bool NeedsFrame(ParameterForm form) => form switch
    {
        OptionalParameter optional => NeedsFrame(optional.Inner),
        _ => form.IsMemory || form is ScalarParameter { Kind: ScalarKind.Char },
    };

    /// <summary>The argument of the call.</summary>
    public static string Argument(ParameterPlan parameter)
    {
        var (name, isOptional) = (parameter.CName, parameter.Form is OptionalParameter);
        return parameter.Conversion switch
        {
            RustConversion.Pass => name,
            RustConversion.Into => isOptional ? $"{name}.map(Into::into)" : $"{name}.into()",
            RustConversion.Reference => $"&{name}",
            RustConversion.ReferenceToOwned => isOptional ? $"&{name}.map(ToOwned::to_owned)" : $"&{name}.to_owned()",
            _ => throw new ArgumentOutOfRangeException(nameof(parameter), parameter, "not a conversion"),
        };
    }

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

    private static void WriteLift(CodeWriter writer, ParameterPlan parameter)
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
            case OptionalParameter optional:
                WriteOptionalLift(writer, parameter, optional.Inner);
                break;
        }
    }

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
