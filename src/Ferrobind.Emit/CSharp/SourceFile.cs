using Ferrobind.Plan;

namespace Ferrobind.Emit.CSharp;

/// <summary>A generated file of the public API: what its body needs stands before it.</summary>
internal static class SourceFile
{
    public static string Public(BridgePlan plan, string body, PackageNames names)
    {
        var code = new CodeWriter("    ");
        SourceHeader.Write(code, plan.Package);
        List<string> others =
        [
            .. names.Shared.UsedBy(body).Append($"{names.Namespace}.{names.InteropNamespace}").Order(StringComparer.Ordinal),
        ];
        if (names.NativeAlias is { } alias && (!names.Shared.IsApart || Usings.Words(body).Contains(alias)))
            others.Add($"{names.NativeAlias} = {names.Namespace}.{names.InteropNamespace}.Native");
        Usings.Write(code, body, others);
        code.Line($"namespace {names.Namespace};").Blank();
        return code.Line(body.TrimEnd('\n')).ToString();
    }
}
