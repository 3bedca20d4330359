using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>Writes the typed errors.</summary>
internal static class ErrorWriter
{
    public static GeneratedFile Write(GoPackage package)
    {
        var code = package.Source().Line($"package {package.Name}");
        foreach (var error in package.Plan.Errors.Where(error => error.GoName is not null))
        {
            var name = error.GoName;
            code.Blank();
            package.Docs.Write(code, new ItemDocs(name!, $"{name} is Rust's {error.RustType}.", IsFunction: false, error.Docs, []));
            code.Line($$"""
                type {{name}} struct {
                	Message string // how Rust displays the error
                }

                func (e *{{name}}) Error() string { return e.Message }

                func {{Constructor(error)}}(message string) error { return &{{name}}{Message: message} }
                """);
        }

        return package.File("errors", code.ToString());
    }

    /// <summary>The function that makes the error from its message.</summary>
    public static string Constructor(ErrorPlan error) => "fbNew" + TypeName(error);

    public static string TypeName(ErrorPlan error) => error.GoName ?? "Error";
}
