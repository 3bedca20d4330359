using Ferrobind.Plan;

namespace Ferrobind.Emit.CSharp.Types;

/// <summary>Writes what belongs to a type besides its fields: constants, methods, operators.</summary>
internal static class MemberWriter
{
    public static bool HasMembers(BridgePlan plan, TypePlan type) =>
        plan.Exports.Any(e => e.Owner == type.Key) || plan.Constants.Any(c => c.Owner == type.Key);

    /// <summary>The members in the type itself.</summary>
    public static void Write(Separated members, TypePlan type, BridgePlan plan, PackageNames names, TypeScope scope)
    {
        foreach (var constant in plan.Constants.Where(c => c.Owner == type.Key))
            ConstantWriter.Write(members.Next(), constant, names.Links, scope);
        var idioms = new IdiomWriter(plan, type, names, scope);
        var operators = new HashSet<string>(StringComparer.Ordinal);
        foreach (var export in plan.Exports.Where(e => e.Owner == type.Key).OrderBy(e => e.Idiom != Idiom.New).ThenBy(e => e.HasReceiver))
        {
            var place = Place(export, type, plan, scope);
            // Rust adds a T and a &T by two functions; here they are one.
            if (place.Operator is { } symbol && !operators.Add(OperatorKey(symbol, export, scope)))
                continue;
            if (!idioms.Write(members, export, place))
                WriteExport(members.Next(), export, place, names);
        }
    }

    /// <summary>The members of an enum without data, which C# has no place for in the enum: as an extension.</summary>
    public static void WriteExtension(Separated members, EnumPlan type, BridgePlan plan, PackageNames names, TypeScope scope)
    {
        var exports = plan.Exports.Where(e => e.Owner == type.Key && !IsOfEveryEnum(e.Idiom)).ToList();
        var constants = plan.Constants.Where(c => c.Owner == type.Key).ToList();
        var own = scope.Named(type.Key);
        if (constants.Count > 0 || exports.Any(e => !e.HasReceiver))
        {
            var code = members.Next();
            using (code.Block($"extension({own})\n{{", "}"))
            {
                var inside = new Separated(code);
                foreach (var constant in constants)
                    ConstantWriter.WriteProperty(inside.Next(), constant, names.Links, scope);
                foreach (var export in exports.Where(e => !e.HasReceiver))
                    WriteExport(inside.Next(), export, new FunctionPlace(scope, "public static", null, $"{own}."), names);
            }
        }

        // A receiver has a name of its own where it is none in Rust: of `impl From<T> for u8`.
        foreach (var group in exports.Where(e => e.HasReceiver).GroupBy(e => (e.Parameters[0].IsInOut, e.Parameters[0].CSharpName)).OrderBy(g => g.Key))
        {
            var code = members.Next();
            var (isChanged, self) = group.Key;
            code.Line($"/// <param name=\"{self}\">The value.</param>");
            using (code.Block($"extension({(isChanged ? "ref " : "")}{own} {self})\n{{", "}"))
            {
                var inside = new Separated(code);
                foreach (var export in group)
                {
                    var place = new FunctionPlace(scope, "public", export.Parameters[0].CSharpName, $"{export.Parameters[0].CSharpName}.")
                    {
                        ExtendedType = (isChanged ? "ref " : "") + own,
                        // The name that every object has would never be found in an extension.
                        Name = export.Idiom == Idiom.Display ? "ToDisplayString" : null,
                    };
                    WriteExport(inside.Next(), export, place, names);
                }
            }
        }
    }

    // What C#'s enums have themselves, and what no extension would take the place of.
    private static bool IsOfEveryEnum(Idiom idiom) => idiom is Idiom.Clone or Idiom.Compare or Idiom.Debug or Idiom.Equal or Idiom.Hash;

    private static void WriteExport(CodeWriter code, ExportPlan export, FunctionPlace place, PackageNames names)
    {
        // A property does not make an object that has to be disposed.
        var isValue = export.IsValue || (export.Idiom == Idiom.Default && export.Error is null);
        if (export.Idiom == Idiom.Field || (isValue && export.Result is not (HandleResult or SequenceResult)))
            ValueWriter.Write(code, export, names, place);
        else
            FunctionWriter.Write(code, export, names, place);
    }

    private static FunctionPlace Place(ExportPlan export, TypePlan type, BridgePlan plan, TypeScope scope)
    {
        // All of a handle's class is unsafe.
        var isUnsafe = type is HandlePlan ? "" : " unsafe";
        if (!export.HasReceiver)
            return new FunctionPlace(scope, "public static" + isUnsafe);
        if (Operator(export, plan) is { } symbol)
            return new FunctionPlace(scope, "public static" + isUnsafe) { Operator = symbol };

        var isStruct = scope.Facts.IsStruct(type);
        var changes = export.Parameters[0].IsInOut;
        // A variant cannot become another in place.
        if (changes && type is SumPlan)
            return new FunctionPlace(scope, "public static unsafe");
        var modifiers = export.Idiom == Idiom.Display
            ? $"public {(type is SumPlan ? "sealed " : "")}override{isUnsafe}"
            : "public" + isUnsafe;
        if (isStruct && type.IsMutated && !changes)
            modifiers = modifiers.Replace("public", "public readonly", StringComparison.Ordinal);
        return new FunctionPlace(scope, modifiers, "this") { Assigned = changes && !isStruct ? type as RecordPlan : null };
    }

    private static string? Operator(ExportPlan export, BridgePlan plan) => export.Idiom switch
    {
        Idiom.Add => "+",
        Idiom.Sub or Idiom.Neg => "-",
        Idiom.Mul => "*",
        Idiom.Div => "/",
        Idiom.Rem => "%",
        Idiom.BitAnd => "&",
        Idiom.BitOr => "|",
        Idiom.BitXor => "^",
        // Of bits or of a truth: Rust has one operator for both.
        Idiom.Not => plan.Exports.Any(e => e.Owner == export.Owner && e.Idiom is Idiom.BitAnd or Idiom.BitOr) ? "~" : "!",
        _ => null,
    };

    private static string OperatorKey(string symbol, ExportPlan export, TypeScope scope) =>
        $"{symbol} {string.Join(", ", export.Parameters.Select(p => Signature.Type(p, utf8: false, scope)))}";
}
