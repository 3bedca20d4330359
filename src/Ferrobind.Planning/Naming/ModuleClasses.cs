using System.Collections.Immutable;
using Ferrobind.Api;
using Ferrobind.Plan;

namespace Ferrobind.Planning.Naming;

/// <summary>
/// The static classes of the C# project and the names of their members. The root's is <c>StrsimLib</c>, not <c>Strsim</c>: a
/// class named like its namespace cannot be reached from outside of it without its full name.
/// </summary>
internal sealed class ModuleClasses
{
    private readonly Dictionary<string, Members> _byModule = new(StringComparer.Ordinal);
    private readonly ImmutableArray<ModulePlan> _plans;

    public ModuleClasses(CrateApi api, PackagePlan package, NameTable types)
    {
        var modules = api.Items.OfType<ModuleItem>().Where(m => m.Path != api.Name);
        var leaf = package.CSharpNamespace[(package.CSharpNamespace.LastIndexOf('.') + 1)..];
        _plans =
        [
            new ModulePlan(api.Name, api.Docs, types.Take(leaf + "Lib")),
            .. modules.Select(m => new ModulePlan(
                m.Path, m.Docs, types.Take(CSharpNames.ModuleClass(m.Path[(api.Name.Length + 2)..], leaf)))),
        ];
        foreach (var plan in _plans)
            _byModule.Add(plan.RustPath, new Members(plan.CSharpClass));
    }

    /// <summary>The class of the module that an item lies in; of what another crate has, the root's.</summary>
    public Members Of(string itemPath) =>
        _byModule.GetValueOrDefault(itemPath[..itemPath.LastIndexOf("::", StringComparison.Ordinal)], _byModule[_plans[0].RustPath]);

    /// <summary>The plans of the classes that have members; the root's is always among them.</summary>
    public ImmutableArray<ModulePlan> Used(IEnumerable<string> classes)
    {
        var used = classes.ToHashSet(StringComparer.Ordinal);
        return [.. _plans.Where((plan, index) => index == 0 || used.Contains(plan.CSharpClass))];
    }

    /// <summary>A static class and the names that are taken in it.</summary>
    internal sealed class Members(string name)
    {
        // C# has no member named like its class.
        private readonly NameTable _names = new([.. CSharpNames.InheritedMembers, name]);

        public string Class => name;

        public string Take(string rustName, Func<string, IEnumerable<string>>? companions = null) =>
            _names.Take(CSharpNames.Pascal(rustName), companions);
    }
}
