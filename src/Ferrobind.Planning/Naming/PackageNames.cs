using Ferrobind.Api;
using Ferrobind.Plan;

namespace Ferrobind.Planning.Naming;

/// <summary>The names of the package as a whole.</summary>
internal static class PackageNames
{
    public static PackagePlan Of(CrateApi api, PlanOptions options)
    {
        var symbol = Words.Ascii(api.Name);
        var package = GoNames.Package(api.Name);
        var module = options.GoModule ?? "rust/" + package;
        return new PackagePlan(
            options.CrateName,
            api.Version,
            api.Name,
            api.Docs,
            $"fb_{symbol}_",
            symbol + "_fb",
            module,
            options.GoModule is null ? package : GoNames.Package(module[(module.LastIndexOf('/') + 1)..]),
            options.CSharpNamespace ?? CSharpNames.Pascal(api.Name));
    }
}
