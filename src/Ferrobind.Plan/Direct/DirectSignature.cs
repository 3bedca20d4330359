using System.Collections.Immutable;

namespace Ferrobind.Plan;

/// <summary>
/// The C signature of a direct export (docs/direct.md), register by register. All arguments are in registers, and so is
/// the result: a value, if there is one, and the state, if there is one.
/// </summary>
/// <param name="Parts">The C parameters in order; those in integer registers and those in vector registers count apart.</param>
/// <param name="Value">The value that comes back; null where only the state does.</param>
/// <param name="IsOptional">The state may be that there is no value.</param>
public sealed record DirectSignature(ImmutableArray<DirectPart> Parts, ScalarKind? Value, bool IsOptional)
{
    /// <summary>How many registers the System V ABI of x86-64 passes integers in, the narrowest of the platforms.</summary>
    public const int IntegerRegisters = 6;

    public const int VectorRegisters = 8;

    /// <summary>The views among the arguments.</summary>
    public int Views => Parts.Count(p => p.Role is DirectRole.Data);

    /// <summary>Some arguments have no valid value in Rust, or there may be too many of them; else the call is always made.</summary>
    public bool MayDecline => IsChecked || Views > 0;

    /// <summary>A state comes back behind the value: the call may decline, or there may be no value.</summary>
    public bool HasState => MayDecline || IsOptional;

    /// <summary>Among the arguments are characters or names of an enum.</summary>
    public bool IsChecked { get; init; }

    /// <summary>Null where some part of the export does not fit into registers.</summary>
    public static DirectSignature? Of(ExportPlan export, Func<string, TypePlan> types)
    {
        var parts = ImmutableArray.CreateBuilder<DirectPart>();
        var isChecked = false;
        foreach (var parameter in export.Parameters)
        {
            if (Add(parameter.CName, parameter.Form) is not true)
                return null;
        }

        var (integers, vectors) = (parts.Count(p => !p.IsVector), parts.Count(p => p.IsVector));
        if (integers > IntegerRegisters || vectors > VectorRegisters)
            return null;
        var signature = export.Result switch
        {
            UnitResult => new DirectSignature(parts.ToImmutable(), null, false),
            ScalarResult scalar when Fits(scalar.Kind) => new DirectSignature(parts.ToImmutable(), scalar.Kind, false),
            NamedResult named when types(named.Key) is EnumPlan values && Fits(values.Underlying) =>
                new DirectSignature(parts.ToImmutable(), values.Underlying, false),
            OptionalResult { Inner: ScalarResult scalar } when Fits(scalar.Kind) =>
                new DirectSignature(parts.ToImmutable(), scalar.Kind, true),
            _ => null,
        };
        return signature is null ? null : signature with { IsChecked = isChecked };

        bool Add(string name, ParameterForm form)
        {
            switch (form)
            {
                case ScalarParameter scalar when Fits(scalar.Kind):
                    parts.Add(new DirectPart(name, scalar.Kind, DirectRole.Value));
                    isChecked |= scalar.Kind is ScalarKind.Char;
                    return true;
                case NamedParameter named when types(named.Key) is EnumPlan values && Fits(values.Underlying):
                    parts.Add(new DirectPart(name, values.Underlying, DirectRole.Value));
                    isChecked = true;
                    return true;
                case TextParameter:
                    AddView(name, ScalarKind.U8);
                    return true;
                case SliceParameter { IsMutable: false } slice when Fits(slice.Element):
                    AddView(name, slice.Element);
                    return true;
                case OptionalParameter optional:
                    var fits = Add(name, optional.Inner);
                    parts.Add(new DirectPart(name + "_some", ScalarKind.Bool, DirectRole.Value));
                    return fits;
                default:
                    return false;
            }
        }

        void AddView(string name, ScalarKind element)
        {
            parts.Add(new DirectPart(name, element, DirectRole.Data));
            parts.Add(new DirectPart(name + "_len", ScalarKind.Usize, DirectRole.Length));
        }
    }

    private static bool Fits(ScalarKind kind) => kind is not (ScalarKind.I128 or ScalarKind.U128);
}

/// <summary>One C parameter of a direct export.</summary>
/// <param name="Name">The C parameter: <c>text_len</c>.</param>
/// <param name="Kind">Of a view's data: of an element.</param>
public sealed record DirectPart(string Name, ScalarKind Kind, DirectRole Role)
{
    /// <summary>It is passed in a vector register.</summary>
    public bool IsVector => Role is DirectRole.Value && Kind is ScalarKind.F32 or ScalarKind.F64;
}

/// <summary>What a C parameter of a direct export is.</summary>
public enum DirectRole
{
    /// <summary>A scalar: any value.</summary>
    Value,

    /// <summary>The address of a view's elements.</summary>
    Data,

    /// <summary>The number of a view's elements, right behind its data: at most the limit that the caller checks.</summary>
    Length,
}
