using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>The support code that a package needs, and no more: unused functions are what a linter would find.</summary>
internal static class SupportFiles
{
    public static IEnumerable<GeneratedFile> Of(GoPackage package)
    {
        var plan = package.Plan;
        var arguments = plan.Exports.SelectMany(export => export.Parameters).Select(parameter => parameter.Form).ToList();
        var results = plan.Exports.Select(export => export.Result is OptionalResult optional ? optional.Inner : export.Result).ToList();
        var scalars = arguments.Select(form => form is OptionalParameter optional ? optional.Inner : form)
            .OfType<ScalarParameter>().Select(scalar => scalar.Kind)
            .Concat(results.OfType<ScalarResult>().Select(scalar => scalar.Kind)).ToHashSet();
        var overloads = plan.RawFunctions.Where(function => function.Text is not null).ToList();

        (string Name, bool IsNeeded)[] files =
        [
            ("failure", true),
            ("error", plan.Exports.Any(export => export.Error is { GoName: null })),
            ("text", results.Any(form => form is TextResult)),
            ("slice", results.Any(form => form is SliceResult)),
            ("option", arguments.Any(form => form is OptionalParameter { Inner: var inner }
                && !(inner is ScalarParameter scalar && GoScalar.Is128(scalar.Kind)))),
            ("uint128", scalars.Contains(ScalarKind.U128)),
            ("int128", scalars.Contains(ScalarKind.I128)),
            ("halves", scalars.Any(GoScalar.Is128)),
            ("cstring", overloads.Any(function => function.Parameters.Any(p => RawTypes.IsText(p.Type)))),
        ];
        return files.Where(file => file.IsNeeded).Select(file => package.File(file.Name, Copy(package, file.Name)));
    }

    /// <summary>A support file under the package's own name: its package clause is its first line.</summary>
    private static string Copy(GoPackage package, string name)
    {
        const string Clause = "package support\n";
        var source = RuntimeSource.Read($"Go/Runtime/{name}.go");
        return source.StartsWith(Clause, StringComparison.Ordinal)
            ? $"{package.Source()}package {package.Name}\n{source[Clause.Length..]}"
            : throw new InvalidOperationException($"the first line of {name}.go is not: {Clause}");
    }
}
