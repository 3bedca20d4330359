using System.Globalization;
using System.Text;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>
/// Writes the constants. A value for which Go has no constant (128 bits, NaN, an infinity, negative zero) is what a
/// function returns: a variable could be changed.
/// </summary>
internal static class ConstantWriter
{
    public static GeneratedFile Write(GoPackage package)
    {
        var body = new CodeWriter("\t");
        foreach (var constant in package.Plan.Constants)
        {
            body.Blank();
            var (declaration, isFunction) = Declaration(constant);
            package.Docs.Write(body, new ItemDocs(
                constant.GoName, $"{constant.GoName} is Rust's {constant.RustPath}.", isFunction, constant.Docs, []));
            body.Line(declaration);
        }

        var text = body.ToString();
        var code = package.Source().Line($"package {package.Name}");
        GoPackage.Imports(code, GoPackage.UsedBy(text));
        return package.File("constants", code + text);
    }

    private static (string Text, bool IsFunction) Declaration(ConstantPlan constant)
    {
        var name = constant.GoName;
        return constant.Value switch
        {
            TextConstant text => ($"const {name} = {GoLiteral.Text(text.Text)}", false),
            ScalarConstant { Kind: ScalarKind.Bool, Text: var value } => ($"const {name} = {value}", false),
            ScalarConstant { Kind: ScalarKind.Char, Text: var value } =>
                ($"const {name} = {GoLiteral.Character(new Rune(int.Parse(value, CultureInfo.InvariantCulture)))}", false),
            ScalarConstant { Kind: ScalarKind.I128 or ScalarKind.U128, Text: var value } => ($$"""
                func {{name}}() *big.Int {
                	value, _ := new(big.Int).SetString("{{value}}", 10)
                	return value
                }
                """, true),
            ScalarConstant { Kind: ScalarKind.F32 or ScalarKind.F64, Text: var value } scalar when NotConstant(value) is { } expression =>
                ($"func {name}() {GoScalar.Of(scalar.Kind).Type} {{ return {Convert(scalar.Kind, expression)} }}", true),
            ScalarConstant scalar => ($"const {name} {GoScalar.Of(scalar.Kind).Type} = {scalar.Text}", false),
            var value => throw new ArgumentOutOfRangeException(nameof(constant), value, "not a constant value"),
        };
    }

    private static string Convert(ScalarKind kind, string expression) =>
        kind is ScalarKind.F32 ? $"float32({expression})" : expression;

    private static string? NotConstant(string value) => value switch
    {
        "NaN" => "math.NaN()",
        "inf" => "math.Inf(1)",
        "-inf" => "math.Inf(-1)",
        "-0" or "-0.0" => "math.Copysign(0, -1)",
        _ => null,
    };
}
