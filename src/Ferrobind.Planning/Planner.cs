using System.Collections.Immutable;
using Ferrobind.Api;
using Ferrobind.Diagnostics;
using Ferrobind.Plan;
using Ferrobind.Planning.Constants;
using Ferrobind.Planning.Direct;
using Ferrobind.Planning.Functions;
using Ferrobind.Planning.Monomorphisation;
using Ferrobind.Planning.Naming;
using Ferrobind.Planning.Results;
using Ferrobind.Planning.Skipping;
using Ferrobind.Planning.Types;

namespace Ferrobind.Planning;

/// <summary>
/// From what a crate offers to how it crosses. Every public item ends in the ledger: bridged, or skipped and why.
/// Names are given before the compiler judges, so that an export which it refuses renames no other.
/// </summary>
public sealed class Planner
{
    // What every library exports.
    private static readonly string[] Reserved = ["abi", "release", "close", "forget", "live", "next", "room", "seal"];

    private readonly CrateApi _api;
    private readonly PlanOptions _options;
    private readonly PackagePlan _package;
    private readonly NameTable _symbols;
    private readonly NameTable _goNames = new(GoNames.SupportNames);
    private readonly NameTable _csharpNames = new(CSharpNames.SupportNames);
    private readonly TypeNames _typeNames;
    private readonly TypeRegistry _types;
    private readonly ErrorPlanner _errors;
    private readonly FunctionPlanner _functions;
    private readonly ModuleClasses _classes;

    private readonly ImmutableArray<ExportPlan>.Builder _exports = ImmutableArray.CreateBuilder<ExportPlan>();
    private readonly ImmutableArray<RawFunctionPlan>.Builder _raw = ImmutableArray.CreateBuilder<RawFunctionPlan>();
    private readonly ImmutableArray<ConstantPlan>.Builder _constants = ImmutableArray.CreateBuilder<ConstantPlan>();
    private readonly List<LedgerEntry> _ledger = [];
    private Obtainable? _obtainable;

    private Planner(CrateApi api, PackagePlan package, PlanOptions options)
    {
        _api = api;
        _options = options;
        _package = package;
        _symbols = new NameTable([.. Reserved.Select(name => _package.SymbolPrefix + name)], "_");
        _classes = new ModuleClasses(api, _package, _csharpNames);
        _typeNames = new TypeNames(api, _symbols, _goNames, _csharpNames, _package, Failures.Of(api));
        _types = new TypeRegistry(
            api, _typeNames, [.. options.RefusedTypes.Keys, .. options.BoundOtherwise.Keys], IsConfiguredOut);
        _errors = new ErrorPlanner(api, _types, _goNames, _csharpNames);
        _functions = new FunctionPlanner(_types, _errors);
    }

    /// <param name="package">The names of the whole, which are clear of those of the library's other crates.</param>
    public static BridgePlan Plan(CrateApi api, PackagePlan package, PlanOptions options) => new Planner(api, package, options).Run();

    private BridgePlan Run()
    {
        PlanTypes();
        foreach (var item in _api.Items.Where(i => !IsType(i)))
            Account(item);
        PlanExtensions();
        PlanMakers();
        PlanMethods();
        DropUnobtainable();
        PlanKept();

        // Types are accounted for last: a generic one crosses as whatever mentions it asks for.
        foreach (var item in _api.Items.Where(IsType))
            Account(item);
        var known = _ledger.Select(e => e.RustPath).ToHashSet(StringComparer.Ordinal);
        _ledger.AddRange(Ledger.Members(_api, _types.Planned.Concat<TypePlan>(_types.Handles.Planned)).Where(e => !known.Contains(e.RustPath)));

        var types = _types.Planned.Concat<TypePlan>(_types.Handles.Planned).ToDictionary(t => t.Key);
        var errors = _exports.Select(e => e.Error).Concat(_exports.SelectMany(e => e.Closures).Select(c => c.Error)).OfType<ErrorPlan>().Where(e => e.GoName is not null).ToHashSet();
        return new BridgePlan(
            _package,
            [.. _exports.OrderBy(e => e.Symbol, StringComparer.Ordinal).Select(e => _package.Library.IsBundle ? e : DirectTwins.With(e, key => types[key], _options.Refused))],
            [.. _raw.OrderBy(f => f.Symbol, StringComparer.Ordinal)],
            [.. _constants.Where(c => c.Owner is not { } owner || _types.Find(owner) is not { } type || _obtainable!.IsWhole(type))],
            [.. _errors.Typed.Where(errors.Contains)],
            _classes.Used(
                [
                    .. _exports.Where(e => e.Owner is null).Select(e => e.CSharpClass), .. _raw.Select(f => f.CSharpClass),
                    .. _constants.Where(c => c.Owner is null).Select(c => c.CSharpClass),
                ]),
            [.. _ledger.OrderBy(e => e.RustPath, StringComparer.Ordinal)])
        {
            SerdeCrate = WellKnownBound.SerdeCrate(_api),
            Types = [.. _types.Planned.Where(_obtainable!.IsWhole).Select(t => t with { Identity = BridgeTypes.Identity(_types.Instances[t.Key]) })],
            Handles =
            [
                .. _types.Handles.Planned.Where(h => _obtainable!.Contains(h.Key) || _exports.Any(e => e.Owner == h.Key || MayTake(e, h.Key)))
                    .Select(h => h with
                    {
                        IsShared = _exports.Any(e => TakesArc(e, h.Key)),
                        IsMadeOfViews = _exports.Any(e => e.MakesOfViews(h.Key)),
                        IsInvariant = _options.Retried.Contains(h.Key),
                        Identity = _types.Handles.Mention(h.Key) is { } mention ? BridgeTypes.Identity(mention) : h.Identity,
                    }),
            ],
        };
    }

    private void Account(ApiItem item) =>
        _ledger.Add(new LedgerEntry(item.Path, Ledger.Kind(item), Ledger.Signature(item), Decide(item)));

    private static bool IsType(ApiItem item) => item is StructItem or EnumItem;

    private Disposition Decide(ApiItem item) => item switch
    {
        _ when IsConfiguredOut(item.Path) => SkipReason.Configured(),
        FunctionItem function when RawFunctionPlanner.IsC(function.Signature) => Raw(function),
        FunctionItem function => Function(function),
        ConstantItem constant => Constant(constant),
        StaticItem { IsMutable: true } => SkipReason.MutableStatic(),
        StaticItem value => Static(value),
        ModuleItem => new Transparent("a module: what it offers is listed by itself"),
        TypeAliasItem => new Transparent("a type alias: it is expanded where it is used"),
        ForeignItem foreign => SkipReason.NotDocumented(foreign.Definition.Crate),
        StructItem or EnumItem => Type(item),
        TraitItem => new Transparent("a trait: its methods are listed with the types that have them"),
        _ => SkipReason.KindNotBridged(Ledger.Kind(item)),
    };

    // Types come first: a function that has the name of a type gets another. Generic ones come with who mentions them.
    private void PlanTypes()
    {
        foreach (var item in _api.Items.Where(i => !IsConfiguredOut(i.Path)))
        {
            if (item is StructItem { Generics.Parameters.IsEmpty: true } or EnumItem { Generics.Parameters.IsEmpty: true })
                _types.Plan(new PathType(item.Definition, []));
        }

        // An alias mentions a type, and names it.
        foreach (var alias in _api.Items.OfType<TypeAliasItem>().Where(a => !IsConfiguredOut(a.Path)))
        {
            if (!alias.Generics.Parameters.IsEmpty)
            {
                _typeNames.NameAfter(alias);
                continue;
            }

            if (alias.Type is PathType type && _api.Items.FirstOrDefault(i => IsType(i) && i.Definition == type.Definition) is { } item
                && !IsConfiguredOut(item.Path) && GenericArguments.Complete(item, type) is { } complete)
            {
                _typeNames.NameAfter(item, complete, alias);
                if (_types.Plan(complete) is null)
                    _types.Handles.Plan(complete);
            }
        }

        var syntax = new InstanceSyntax(_api);
        foreach (var wanted in _options.Instantiate)
        {
            if (syntax.Read(wanted) is not { } type || (_types.Plan(type) is null && _types.Handles.Plan(type) is null))
                throw ConfigurationFailures.NotInstantiable(wanted);
        }

        foreach (var item in _api.Items.Where(i => IsType(i) && !_types.Members.IsOnlyIterator(new PathType(i.Definition, []))))
            _types.Handles.Plan(new PathType(item.Definition, []));
    }

    /// <summary>A type that nothing returns cannot be had, and neither can what takes one.</summary>
    private void DropUnobtainable()
    {
        _obtainable = new Obtainable(_types, _exports);
        foreach (var (export, missing) in _exports.Select(e => (e, _obtainable.Missing(e))).Where(pair => pair.Item2 is not null).ToArray())
        {
            _exports.Remove(export);
            var entry = _ledger.FindIndex(e => e.Disposition is Bridged bridged && bridged.Symbol == export.Symbol);
            _ledger[entry] = _ledger[entry] with { Disposition = Unobtainable(export, _types.Handles.Find(missing!)!) };
        }
    }

    // Names come last: those of the crate's own items are taken.
    private void PlanKept()
    {
        var kept = new KeptViews(_package, _symbols, _goNames, _csharpNames, _types.Handles, [.. _exports], [.. _constants]);
        _exports.AddRange(kept.Plan().Where(e => !_options.Refused.ContainsKey(e.Symbol)));
    }

    // An error of Rust's is one of the language's: it has the message, and its type is the error's.
    private Disposition Unobtainable(ExportPlan export, HandlePlan missing)
    {
        if (ErrorOf(missing.RustPath[2..]) is not { } error || export.Owner != missing.Key)
            return SkipReason.Unobtainable(missing.ShortName);
        return export.Idiom is Idiom.Display
            ? new Bridged("error message", null, error.GoName + ".Error", error.CSharpName + ".Message")
            : SkipReason.ErrorMember(missing.ShortName);
    }

    private ErrorPlan? ErrorOf(string path) =>
        _exports.Select(e => e.Error).FirstOrDefault(e => e?.GoName is not null && e.RustType == path);

    // None can be given for a value that nobody has.
    private static bool MayTake(ExportPlan export, string key) =>
        export.Parameters.Any(p => p.Form is HandleParameter handle && handle.Key == key);

    private static bool TakesArc(ExportPlan export, string key) =>
        export.Parameters.Any(p => p.Form is HandleParameter { Access: HandleAccess.Arc } handle && handle.Key == key);

    private Disposition Type(ApiItem item)
    {
        var instances = _types.Planned.Where(_obtainable!.IsWhole).Concat<TypePlan>(_types.Handles.Planned.Where(h => _obtainable!.Contains(h.Key)))
            .Where(t => t.RustPath == "::" + item.Path).ToArray();
        if (instances.Length == 0 && _types.Members.IsOnlyIterator(new PathType(item.Definition, [])))
            return new Transparent("an iterator: it crosses as a sequence");
        if (instances.Length == 0 && ErrorOf(item.Path) is { } error)
            return new Bridged("error", null, error.GoName!, error.CSharpName!);
        return instances.Length == 0
            ? _options.BoundOtherwise.TryGetValue(item.Path, out var crate)
                ? SkipReason.BoundOtherwise(crate)
                : _options.RefusedTypes.TryGetValue(item.Path, out var message)
                ? SkipReason.Refused(message)
                : _types.Handles.Planned.FirstOrDefault(h => h.RustPath == "::" + item.Path) is { } handle
                ? SkipReason.Unobtainable(handle.ShortName)
                : _types.Planned.FirstOrDefault(t => t.RustPath == "::" + item.Path) is { } data
                ? SkipReason.Unobtainable(_obtainable!.MissingIn(data))
                : GenericArguments.Of(item).Parameters.OfType<TypeParameter>().Any()
                ? SkipReason.Uninstantiated()
                : SkipReason.KindNotBridged(Ledger.Kind(item))
            : new Bridged(
                Ledger.Form(instances[0]), null, string.Join(", ", instances.Select(t => t.GoName)),
                string.Join(", ", instances.Select(t => t.CSharpName)));
    }

    // What a trait of the crate adds to a type that is nobody's is a function, which takes the value first.
    private void PlanExtensions()
    {
        foreach (var (trait, self, method, isOnly) in _types.Members.Extensions())
        {
            var (name, signature) = (method.Method.Name, method.Method.Signature);
            var path = $"{trait.Path}::{name}";
            Disposition disposition = SkipReason.Configured();
            if (!IsConfiguredOut(path))
            {
                var planned = _functions.Plan(signature, method.Given, method.Scope);
                disposition = planned.Obstacle as Disposition ?? Extend(trait, self, method, planned, isOnly);
            }

            _ledger.Add(new LedgerEntry(
                isOnly ? path : $"<{RustSyntax.Of(self)} as {trait.Path}>::{name}", "method", RustSyntax.Of(name, signature), disposition));
        }
    }

    private Disposition Extend(TraitItem trait, TypeRef self, MethodOf method, PlannedFunction planned, bool isOnly)
    {
        var members = _classes.Of(trait.Path);
        var name = isOnly ? method.Method.Name : $"{method.Method.Name}_{Words.Ascii(RustSyntax.Of(self))}";
        var module = trait.Path[..trait.Path.LastIndexOf("::", StringComparison.Ordinal)];
        var place = $"{module}::{name}";
        var export = new ExportPlan(
            SymbolOf(place),
            $"{trait.Path}::{method.Method.Name}", ExportTarget.Function, members.Class, _goNames.Take(GoMakers.Name(GoName(place), planned.Result, _types)),
            members.Take(name, planned.Error is null ? null : n => ["Try" + n]),
            new Documentation(method.Method.Docs, method.Method.Deprecation is { } d ? d.Note ?? "" : null),
            planned.Parameters, planned.Result, planned.Error)
        {
            Trait = _types.Bridge.Of(method.Trait!, "'_"),
            SelfType = _types.Bridge.Of(self, "'_"),
            TypeArguments = planned.TypeArguments,
            Use = planned.Use,
        };
        return Offer(export, "call");
    }

    // A sequence is no type of its own, so what makes one is a function beside it: NewCount.
    private void PlanMakers()
    {
        foreach (var item in _api.Items.Where(IsType))
        {
            var type = new PathType(item.Definition, []);
            if (!_types.Members.IsOnlyIterator(type) || GenericArguments.Complete(item, type) is not { } complete)
                continue;
            foreach (var maker in _types.Members.Of(complete, isHandle: true).Where(m => m is { Trait: null, Idiom: Idiom.None }))
            {
                var (name, signature) = (maker.Method.Name, maker.Method.Signature);
                var path = $"{item.Path}::{name}";
                var planned = _functions.Plan(signature, maker.Given, maker.Scope);
                _ledger.Add(new LedgerEntry(
                    path, "method", RustSyntax.Of(name, signature),
                    IsConfiguredOut(path) ? SkipReason.Configured() : planned.Obstacle as Disposition ?? Make(item, maker.Method, planned)));
            }
        }
    }

    private Disposition Make(ApiItem item, Method maker, PlannedFunction planned)
    {
        var members = _classes.Of(item.Path);
        var (module, type) = (item.Path[..item.Path.LastIndexOf("::", StringComparison.Ordinal)], item.Path[(item.Path.LastIndexOf(':') + 1)..]);
        var name = maker.Name == "new" ? "New" + type : type + GoNames.Exported(maker.Name);
        return Offer(
            new ExportPlan(
                SymbolOf($"{item.Path}::{maker.Name}"), $"{item.Path}::{maker.Name}", ExportTarget.Function, members.Class,
                _goNames.Take(GoName($"{module}::{name}")), members.Take(name, planned.Error is null ? null : n => ["Try" + n]),
                new Documentation(maker.Docs, maker.Deprecation is { } d ? d.Note ?? "" : null),
                planned.Parameters, planned.Result, planned.Error)
            {
                TypeArguments = planned.TypeArguments,
                Use = planned.Use,
            },
            "call");
    }

    // What the compiler refused before keeps its names, and is not there.
    private Disposition Offer(ExportPlan export, string form)
    {
        if (_options.Refused.TryGetValue(export.Symbol, out var message))
            return SkipReason.Refused(message);
        _exports.Add(Alternative(export));
        return new Bridged(form, export.Symbol, export.GoName, $"{export.CSharpClass}.{export.CSharpName}");
    }

    // Where the compiler refused the first way to write it.
    private ExportPlan Alternative(ExportPlan export) => !_options.Retried.Contains(export.Symbol) ? export
        : export.CanCollect ? export.Collected()
        : export with { IsOfReceiver = true };

    private string SymbolOf(string path) =>
        _symbols.Take(_package.SymbolPrefix + Words.Ascii(BelowRoot(path).Replace("::", "_", StringComparison.Ordinal)));

    private void PlanMethods()
    {
        var planner = new MethodPlanner(
            _api, _types, _functions, _goNames,
            name => _symbols.Take(_package.SymbolPrefix + Words.Ascii(name)));
        planner.PlanAll();
        PlanDefaults();
        planner.PlanAll();
        foreach (var (export, signature) in planner.Exports)
        {
            var path = $"{export.Owner}::{export.RustPath[(export.RustPath.LastIndexOf(':') + 1)..]}";
            var owner = Owner(export.Owner!);
            Disposition disposition = SkipReason.Configured();
            if (_options.Refused.TryGetValue(export.Symbol, out var message))
            {
                disposition = SkipReason.Refused(message);
            }
            else if (!IsConfiguredOut(path))
            {
                _exports.Add(Alternative(export));
                var go = export.HasReceiver ? $"{owner.GoName}.{export.GoName}" : export.GoName;
                var csharp = export.Idiom is Idiom.New ? $"new {owner.CSharpName}" : $"{owner.CSharpName}.{export.CSharpName}";
                disposition = new Bridged(Form(export.Parameters, "method"), export.Symbol, go, csharp);
            }

            _ledger.Add(new LedgerEntry(path, export.IsValue ? "constant" : "method", signature, disposition));
        }

        foreach (var constant in planner.Constants)
        {
            _constants.Add(constant);
            _ledger.Add(new LedgerEntry(
                constant.RustPath, "constant", $"const {constant.RustPath}",
                new Bridged("constant", null, constant.GoName, $"{Owner(constant.Owner!).CSharpName}.{constant.CSharpName}")));
        }

        _ledger.AddRange(planner.Skips);
    }

    // Generic types that nothing mentions.
    private void PlanDefaults()
    {
        var known = _types.Planned.Concat<TypePlan>(_types.Handles.Planned).Select(t => t.RustPath).ToHashSet(StringComparer.Ordinal);
        var instances = new DefaultInstances(_api, _types);
        foreach (var item in _api.Items.Where(i => IsType(i) && !IsConfiguredOut(i.Path) && !known.Contains("::" + i.Path)
            && GenericArguments.Of(i).Parameters.Any(p => p is TypeParameter)))
        {
            var (types, isByBounds) = instances.Of(item);
            foreach (var type in types)
            {
                if (isByBounds)
                    _typeNames.NamePlainly(item, type);
                if (_types.Plan(type) is null)
                    _types.Handles.Plan(type);
            }
        }
    }

    private TypePlan Owner(string key) => _types.Find(key) ?? _types.Handles.Find(key)!;

    private bool IsConfiguredOut(string path) => _options.Skip.Any(skip =>
        path == skip || path.StartsWith(skip + "::", StringComparison.Ordinal));

    private Disposition Function(FunctionItem item)
    {
        var planned = _functions.Plan(item.Signature);
        if (planned.Obstacle is { } obstacle)
            return obstacle;
        var disposition = Export(item, ExportTarget.Function, planned, Form(planned.Parameters, "call"));
        if (disposition is Bridged && _functions.PlanWithClosure(item.Signature) is { } closure)
            Overload(item, _exports[^1], closure);
        return disposition;
    }

    // In C# it is an overload; Go has another name for it, as its own library does.
    private void Overload(FunctionItem item, ExportPlan export, PlannedFunction closure)
    {
        var overload = export with
        {
            Symbol = _symbols.Take(export.Symbol + "_func"),
            GoName = _goNames.Take(export.GoName + "Func"),
            Parameters = closure.Parameters,
            Result = closure.Result,
            Error = closure.Error,
            TypeArguments = closure.TypeArguments,
            Use = closure.Use,
        };
        var isRefused = _options.Refused.TryGetValue(overload.Symbol, out var message);
        if (!isRefused)
            _exports.Add(overload);
        _ledger.Add(new LedgerEntry(
            item.Path, Ledger.Kind(item), Ledger.Signature(item),
            isRefused
                ? SkipReason.Refused(message!)
                : new Bridged(Form(overload.Parameters, "call"), overload.Symbol, overload.GoName, $"{overload.CSharpClass}.{overload.CSharpName}")));
    }

    private static string Form(ImmutableArray<ParameterPlan> parameters, string form) =>
        parameters.Any(p => p.Form is ClosureParameter) ? form + " with a closure" : form;

    private Disposition Constant(ConstantItem item)
    {
        if (ConstantValues.Of(item) is not { } value)
            return Value(item, item.Type);
        var members = _classes.Of(item.Path);
        var plan = new ConstantPlan(
            item.Path, members.Class, _goNames.Take(GoName(item.Path)), members.Take(item.Name), Docs(item), value);
        _constants.Add(plan);
        return new Bridged("constant", null, plan.GoName, $"{plan.CSharpClass}.{plan.CSharpName}");
    }

    // What cannot be copied stays where it is, which is for ever.
    private Disposition Static(StaticItem item) =>
        _types.Handles.Plan(item.Type) is not null && ResultPlanner.Plan(new ReferenceType("'static", false, item.Type), _types) is HandleResult place
            ? Export(item, ExportTarget.Place, new PlannedFunction([], place, null, null), "value")
            : Value(item, item.Type);

    private Disposition Value(ApiItem item, TypeRef type) => ResultPlanner.Plan(type, _types) switch
    {
        null or UnitResult or OptionalResult => SkipReason.ConstantType(RustSyntax.Of(type)),
        var result => Export(item, ExportTarget.Value, new PlannedFunction([], result, null, null), "value"),
    };

    private Disposition Export(ApiItem item, ExportTarget target, PlannedFunction planned, string form)
    {
        var members = _classes.Of(item.Path);
        var export = new ExportPlan(
            SymbolOf(item.Path), item.Path, target, members.Class,
            _goNames.Take(GoMakers.Name(GoName(item.Path), planned.Result, _types)),
            members.Take(item.Name, planned.Error is null ? null : name => ["Try" + name]),
            Docs(item), planned.Parameters, planned.Result, planned.Error)
        {
            TypeArguments = planned.TypeArguments,
            Use = planned.Use,
        };
        return Offer(export, form);
    }

    private Disposition Raw(FunctionItem item)
    {
        var planned = RawFunctionPlanner.Plan(item.Name, item.Signature);
        if (planned.Obstacle is { } obstacle)
            return obstacle;
        if (planned.Symbol.StartsWith(_package.SymbolPrefix, StringComparison.Ordinal))
            throw ConfigurationFailures.SymbolClashes(planned.Symbol);
        var members = _classes.Of(item.Path);
        var go = GoName(item.Path);
        var text = planned.HasTextOverload
            ? new TextOverload(_goNames.Take(go), members.Take(item.Name))
            : null;
        var plan = new RawFunctionPlan(
            planned.Symbol, item.Path, members.Class, _goNames.Take("Unsafe" + go), members.Take("unsafe_" + item.Name),
            Docs(item), planned.Parameters, planned.Result, text);
        _raw.Add(plan);
        return new Bridged(
            "C call", plan.Symbol, plan.Text?.GoName ?? plan.GoName,
            $"{plan.CSharpClass}.{plan.Text?.CSharpName ?? plan.CSharpName}");
    }

    // In Go a nested module's name is a prefix: packages of one library would import each other in circles.
    private static string GoName(string path) =>
        string.Concat(BelowRoot(path).Split("::").Select(GoNames.Exported));

    private static string BelowRoot(string path) => path[(path.IndexOf("::", StringComparison.Ordinal) + 2)..];

    private static Documentation Docs(ApiItem item) => new(
        item.Docs,
        item.Deprecation is { } deprecation ? deprecation.Note ?? "" : null);
}
