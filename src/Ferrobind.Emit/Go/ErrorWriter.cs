using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>
/// Writes the typed errors. One that is data has its value; <c>errors.Is</c> then finds what has no data of its own, an
/// enum's constant or a variant's empty struct, which therefore are errors, too.
/// </summary>
internal static class ErrorWriter
{
    public static GeneratedFile Write(GoPackage package) => package.Compose("errors", code =>
    {
        foreach (var error in package.Plan.Errors.Where(error => error.GoName is not null))
            Write(code, package, error);
    });

    /// <summary>The function that makes the error from what Rust returned.</summary>
    public static string Constructor(ErrorPlan error) => "fbNew" + TypeName(error);

    public static string TypeName(ErrorPlan error) => error.GoName ?? "Error";

    /// <summary>The error of a value that came as data: of the error's own type, if it has one, and else as text.</summary>
    public static string OfValue(GoPackage package, DataType type, string value)
    {
        // String may panic: of a handle in a value that is skipped there is nothing but nil. Package fmt does not mind.
        var message = type switch
        {
            TextValue => value,
            NamedValue named when package.Types.Plan(named) is EnumPlan => value + ".String()",
            _ => $"fmt.Sprint({value})",
        };
        return package.Plan.Errors.FirstOrDefault(e => e.GoName is not null && e.Value is not null && e.Value == type) is { } error
            ? $"&{error.GoName}{{Message: {message}, Value: {value}}}"
            : $"fbPlainError({message})";
    }

    /// <summary>The error's value is an error itself, whatever it is.</summary>
    public static bool IsValueError(GoPackage package, ErrorPlan error) =>
        error.Value is { } value && package.Types.Plan(value) is EnumPlan values && Targets(package, values).Count > 0;

    private static void Write(CodeWriter code, GoPackage package, ErrorPlan error)
    {
        var name = error.GoName!;
        var targets = error.Value is { } value ? Targets(package, package.Types.Plan(value)) : [];
        code.Blank();
        package.Docs.Write(code, new ItemDocs(
            name, $"{name} is Rust's {error.RustType}.", IsFunction: false, error.Docs,
            targets.Count > 0 ? [$"[errors.Is] finds it by {Alternatives(targets)}."] : []));
        using (code.Block($"type {name} struct {{", "}"))
        {
            code.Line("Message string // how Rust displays the error");
            if (error.Value is not null)
                code.Blank().Line($"Value {package.Types.Of(error.Value)}");
            if (error.HasSources)
                code.Blank().Line("source *fbSource");
        }

        code.Blank().Line($"func (e *{name}) Error() string {{ return e.Message }}");
        if (error.HasSources)
            code.Blank().Line($"// Unwrap is the error behind this one, if there is any.\nfunc (e *{name}) Unwrap() error {{ return e.source.error() }}");
        code.Blank();
        WriteConstructor(code, package, error, name);
        if (targets.Count > 0)
            WriteTargets(code, package, package.Types.Plan(error.Value!), name, targets);
    }

    private static void WriteConstructor(CodeWriter code, GoPackage package, ErrorPlan error, string name)
    {
        var fields = "Message: failure.message()";
        if (error.Value is not null)
            fields += ", Value: value";
        if (error.HasSources)
            fields += ", source: fbSources(failure.sources())";
        code.Line($"// {Constructor(error)} makes an error of a failure.\n//\n//go:noinline");
        using (code.Block($"func {Constructor(error)}(function string, at unsafe.Pointer) error {{", "}"))
        {
            code.Line("""
                failure := (*fbFailure)(at)
                if failure.kind != fbKindError {
                	return fbRefused(function, at)
                }
                """);
            if (error.Value is { } value)
            {
                code.Line($$"""
                    r := fbReader{data: failure.payload()}
                    value := {{package.Wire.Reader.ReadFrom(value, "r")}}
                    r.end()
                    """);
            }

            code.Line($"err := &{name}{{{fields}}}");
            code.Line("failure.release()");
            if (error.Value is not null && package.Wire.Layout.MayMisfit([error.Value]))
                code.Line($"if misfit := r.misfit(\"{name}\"); misfit != nil {{\n\treturn misfit\n}}");
            code.Line("return err");
        }
    }

    /// <summary>The constants of an enum, or the structs of the variants without data.</summary>
    private static List<string> Targets(GoPackage package, TypePlan type)
    {
        // A method of the crate's own may have the name.
        if (package.Plan.Exports.Any(e => e.Owner == type.Key && e.HasReceiver && e.GoName == "Error"))
            return [];
        return type switch
        {
            EnumPlan values => [.. values.Members.Select(m => m.GoName)],
            SumPlan sum => [.. sum.Variants.Where(v => v.Fields.IsEmpty).Select(v => v.GoName)],
            _ => [],
        };
    }

    private static string Alternatives(List<string> targets) =>
        targets.Count > 4 ? $"[{targets[0]}] and the like"
        : targets.Count == 1 ? $"[{targets[0]}]"
        : $"{string.Join(", ", targets.SkipLast(1).Select(t => $"[{t}]"))} or [{targets[^1]}]";

    private static void WriteTargets(CodeWriter code, GoPackage package, TypePlan type, string name, List<string> targets)
    {
        if (type is EnumPlan)
        {
            var receiver = Receivers.Name(type.GoName);
            code.Blank().Line($$"""
                // Is finds the error by its value.
                func (e *{{name}}) Is(target error) bool {
                	value, ok := target.({{type.GoName}})
                	return ok && value == e.Value
                }
                """);
            if (IsFirst(package, type, name))
                code.Blank().Line($"// Error makes the values targets of errors.Is.\nfunc ({receiver} {type.GoName}) Error() string {{ return {receiver}.String() }}");
            return;
        }

        code.Blank().Line($$"""
            // Is finds the error by a value that has no data.
            func (e *{{name}}) Is(target error) bool {
            	switch target.(type) {
            	case {{string.Join(",\n\t\t", targets)}}:
            		return any(target) == any(e.Value)
            	}
            	return false
            }
            """);
        if (!IsFirst(package, type, name))
            return;
        var hasString = package.Plan.Exports.Any(e => e.Owner == type.Key && e is { Idiom: Idiom.Display, GoName: "String" });
        foreach (var (variant, rust) in ((SumPlan)type).Variants.Where(v => v.Fields.IsEmpty).Select(v => (v.GoName, v.RustName)))
        {
            code.Blank().Line("// Error makes the value a target of errors.Is.");
            code.Line(hasString
                ? $"func (v {variant}) Error() string {{ return v.String() }}"
                : $"func ({variant}) Error() string {{ return {GoLiteral.Text(rust)} }}");
        }
    }

    // Two errors of one value (of two instances of a generic error) share its methods.
    private static bool IsFirst(GoPackage package, TypePlan type, string name) =>
        package.Plan.Errors.First(e => e.Value?.Key == type.Key).GoName == name;
}
