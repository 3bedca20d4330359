using Ferrobind.Emit.CSharp.Types;
using Ferrobind.Plan;

namespace Ferrobind.Emit.CSharp;

/// <summary>Writes constants whose value is known: <c>const</c> where C# has a literal, else a property.</summary>
internal static class ConstantWriter
{
    public static void Write(CodeWriter code, ConstantPlan constant, ItemLinks links, TypeScope scope)
    {
        Docs(code, constant, links);
        var (type, expression, isConstant) = Value(constant.Value, scope);
        code.Line(isConstant
            ? $"public const {type} {constant.CSharpName} = {expression};"
            : $"public static {type} {constant.CSharpName} => {expression};");
    }

    /// <summary>As a property: an extension has no constants.</summary>
    public static void WriteProperty(CodeWriter code, ConstantPlan constant, ItemLinks links, TypeScope scope)
    {
        Docs(code, constant, links);
        var (type, expression, _) = Value(constant.Value, scope);
        code.Line($"public static {type} {constant.CSharpName} => {expression};");
    }

    private static void Docs(CodeWriter code, ConstantPlan constant, ItemLinks links) =>
        DocWriter.Member(code, constant.Docs, $"Rust's <c>{DocWriter.Escape(constant.RustPath)}</c>.", links);

    private static (string Type, string Expression, bool IsConstant) Value(ConstantValue value, TypeScope scope)
    {
        switch (value)
        {
            case TextConstant text:
                return ("string", Literals.Text(text.Text), true);
            case ScalarConstant scalar:
                var (expression, isConstant) = Literals.Scalar(scalar);
                return (scope.Scalar(scalar.Kind), expression, isConstant);
            default:
                throw new ArgumentOutOfRangeException(nameof(value), value, "not a constant");
        }
    }
}
