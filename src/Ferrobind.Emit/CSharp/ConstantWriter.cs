using Ferrobind.Plan;

namespace Ferrobind.Emit.CSharp;

/// <summary>Writes constants whose value is known: <c>const</c> where C# has a literal, else a property.</summary>
internal static class ConstantWriter
{
    public static void Write(CodeWriter code, ConstantPlan constant, ItemLinks links)
    {
        DocWriter.Member(code, constant.Docs, $"Rust's <c>{DocWriter.Escape(constant.RustPath)}</c>.", links);
        code.Line(constant.Value switch
        {
            TextConstant text => $"public const string {constant.CSharpName} = {Literals.Text(text.Text)};",
            ScalarConstant scalar => Scalar(constant.CSharpName, scalar),
            _ => throw new ArgumentOutOfRangeException(nameof(constant), constant.Value, "not a constant"),
        });
    }

    private static string Scalar(string name, ScalarConstant scalar)
    {
        var (expression, isConstant) = Literals.Scalar(scalar);
        return isConstant
            ? $"public const {CSharpTypes.Public(scalar.Kind)} {name} = {expression};"
            : $"public static {CSharpTypes.Public(scalar.Kind)} {name} => {expression};";
    }
}
