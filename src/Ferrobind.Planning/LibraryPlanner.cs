using System.Collections.Immutable;
using Ferrobind.Api;
using Ferrobind.Diagnostics;
using Ferrobind.Plan;
using Ferrobind.Planning.Monomorphisation;
using Ferrobind.Planning.Naming;

namespace Ferrobind.Planning;

/// <summary>Plans all crates of a library: each by itself, under names that are clear of the others'.</summary>
public static class LibraryPlanner
{
    /// <param name="crates">One or more, and what was said about each.</param>
    public static LibraryPlan Plan(ImmutableArray<(CrateApi Api, PlanOptions Options)> crates, LibraryOptions library)
    {
        var packages = LibraryNaming.Of([.. crates.Select(crate => (crate.Api, crate.Options.CrateName))], library);
        if (library.Instantiate.FirstOrDefault(wanted => !crates.Any(crate => Has(crate.Api, wanted))) is { } unknown)
            throw ConfigurationFailures.NotInstantiable(unknown);
        var plans = ImmutableArray.CreateBuilder<BridgePlan>(crates.Length);
        var shared = ImmutableArray.CreateBuilder<SharedType>();
        foreach (var (api, options) in crates)
        {
            var plan = Plan(api, packages[plans.Count], options with
            {
                Instantiate = [.. options.Instantiate, .. library.Instantiate.Where(wanted => Has(api, wanted))],
            }, plans);
            shared.AddRange(SharedTypes.Of(plans, plan));
            plans.Add(plan);
        }

        var all = plans.ToImmutable();
        CheckCFunctions(all);
        return new LibraryPlan(packages[0].Library, all) { Shared = shared.ToImmutable() };
    }

    // What a type is otherwise in an earlier crate, it is not in this one; and without it, others may not be what they were.
    private static BridgePlan Plan(CrateApi api, PackagePlan package, PlanOptions options, IReadOnlyList<BridgePlan> earlier)
    {
        while (true)
        {
            var plan = Planner.Plan(api, package, options);
            var otherwise = SharedTypes.BoundOtherwise(earlier, plan);
            if (otherwise.IsEmpty)
                return plan;
            options = options with { BoundOtherwise = options.BoundOtherwise.AddRange(otherwise) };
        }
    }

    private static bool Has(CrateApi api, string wanted) => new InstanceSyntax(api).Read(wanted) is not null;

    // A crate's own C functions are exported as they are called; the planner of each crate has looked at its own prefix only.
    private static void CheckCFunctions(ImmutableArray<BridgePlan> crates)
    {
        var prefixes = crates.Select(crate => crate.Package.SymbolPrefix).Append(crates[0].Package.Library.SymbolPrefix).ToArray();
        var clashing = crates.SelectMany(crate => crate.RawFunctions)
            .FirstOrDefault(function => prefixes.Any(prefix => function.Symbol.StartsWith(prefix, StringComparison.Ordinal)));
        if (clashing is not null)
            throw ConfigurationFailures.SymbolClashes(clashing.Symbol);
    }
}
