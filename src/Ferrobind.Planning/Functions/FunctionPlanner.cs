using System.Collections.Immutable;
using Ferrobind.Api;
using Ferrobind.Plan;
using Ferrobind.Planning.Monomorphisation;
using Ferrobind.Planning.Parameters;
using Ferrobind.Planning.Results;
using Ferrobind.Planning.Skipping;
using Ferrobind.Planning.Types;

namespace Ferrobind.Planning.Functions;

/// <summary>What a function is in the plan, before it has names; or why it is not in it.</summary>
internal sealed record PlannedFunction(
    ImmutableArray<ParameterPlan> Parameters, ResultForm Result, ErrorPlan? Error, Skipped? Obstacle)
{
    /// <summary>See <see cref="ExportPlan.TypeArguments"/>.</summary>
    public string? TypeArguments { get; init; }

    /// <summary>See <see cref="ExportPlan.Use"/>.</summary>
    public ResultUse Use { get; init; }

    public static PlannedFunction Failed(Skipped obstacle) => new([], new UnitResult(), null, obstacle);
}

/// <summary>Plans a function or a method: its parameters, its result and its error.</summary>
internal sealed class FunctionPlanner(TypeRegistry types, ErrorPlanner errors)
{
    // The bridge has so many lifetimes to tell them apart (docs/handles.md).
    private const int MaxBorrowers = 2;

    /// <param name="given">Of a method: <c>Self</c>, and the parameters of its impl.</param>
    /// <param name="scope">Of a method: the generics of its impl.</param>
    /// <param name="isTraits">It is a trait's method, which may be implemented for several types of arguments.</param>
    public PlannedFunction Plan(
        FunctionSignature signature, Bindings? given = null, Generics? scope = null,
        bool isTraits = false) =>
        Plan(signature, traits => types.Implementors.Of(traits) ?? ClosureOf(traits), given, scope, isTraits);

    /// <summary>
    /// The same function, where a parameter that is bound by a trait of the crate's can be a closure besides what it is in
    /// <see cref="Plan(FunctionSignature, Bindings?, Generics?, bool)"/>; null where none can.
    /// </summary>
    public PlannedFunction? PlanWithClosure(
        FunctionSignature signature, Bindings? given = null, Generics? scope = null, bool isTraits = false)
    {
        var traits = signature.Generics.Parameters.OfType<TypeParameter>().SelectMany(p => p.Bounds)
            .Concat(signature.Generics.Where.OfType<TypePredicate>().SelectMany(p => p.Bounds))
            .Concat(signature.Inputs.Select(i => i.Type).OfType<ImplTraitType>().SelectMany(t => t.Bounds))
            .OfType<TraitBound>().Select(b => b.Trait);
        if (!traits.Any(t => types.Implementors.Of([t]) is not null && types.Implementors.ClosureOf(t) is not null))
            return null;
        var planned = Plan(
            signature, bounds => ClosureOf(bounds) ?? types.Implementors.Of(bounds), given, scope, isTraits);
        return planned.Obstacle is null && planned.Parameters.Any(p => p.Form is ClosureParameter) ? planned : null;
    }

    private TypeRef? ClosureOf(IEnumerable<TraitRef> traits) => traits.Select(types.Implementors.ClosureOf).FirstOrDefault(type => type is not null);

    private PlannedFunction Plan(
        FunctionSignature signature, Func<IEnumerable<TraitRef>, TypeRef?> implementor, Bindings? given, Generics? scope,
        bool isTraits)
    {
        if (Obstacle(signature) is { } obstacle)
            return PlannedFunction.Failed(obstacle);
        var instance = Instantiation.Of(
            signature, given ?? Bindings.Empty, implementor, name => types.Presets.Of(name, signature.Inputs.Select(i => i.Type)) ?? types.Implementors.ArgumentFor(name, signature.Generics, given?.Find("Self")));
        if (instance.Obstacle is { } generic)
            return PlannedFunction.Failed(generic);

        instance = instance with
        {
            Inputs = [.. instance.Inputs.Select((type, i) => Listed(signature.Inputs[i].Type, types.Implementors.Resolve(type)))],
            Output = TraitObjects.InResult(types.Implementors.Resolve(instance.Output)),
        };
        var forms = new List<(string Name, PlannedParameter Planned)>();
        for (var i = 0; i < instance.Inputs.Length; i++)
        {
            var (name, type) = (signature.Inputs[i].Name, instance.Inputs[i]);
            if (Interned(type) is { } interned)
            {
                forms.Add((name, interned));
                continue;
            }

            if (IsStaticView(type))
                return PlannedFunction.Failed(SkipReason.StaticView(name));
            if (ClosureStrategy.IsStatic(type))
                return PlannedFunction.Failed(SkipReason.StaticClosure(name));
            var planned = ClosureStrategy.Plan(type, types, errors) ?? ParameterPlanner.Plan(type, types);
            if (planned is null && OwnIterator(signature.Inputs[i].Type, type) is var (own, whole))
            {
                (type, planned) = (own, whole);
                instance = instance with { Inputs = instance.Inputs.SetItem(i, own) };
            }

            if (planned is null)
                return PlannedFunction.Failed(HeldStrategy.Obstacle(name, type, types) ?? SkipReason.Parameter(name, RustSyntax.Of(signature.Inputs[i].Type)));
            forms.Add((name, isTraits && name != "self" ? Explicit(planned, type) : Explicit(planned, signature.Inputs[i].Type, type)));
        }

        var inputs = ImmutableArray.CreateRange(signature.Inputs.Zip(instance.Inputs, (parameter, type) => (parameter.Name, type)));
        if (forms is [(_, { IsInOut: true }), ..] && IsReceiver(instance.Output, instance.Inputs[0]))
            instance = instance with { Output = TypeRef.Unit };
        var function = PlanResult(instance.Output, ParameterNames.Assign(forms));
        if (function.Obstacle is not null && ChangedPlaces.Of(instance.Output, types) is var (use, closure, rest)
            && ClosureStrategy.Plan(closure, types, errors) is { } change)
        {
            function = PlanResult(rest, ParameterNames.Assign([.. forms, ("change", change)])) with { Use = use };
            instance = instance with { Output = rest };
            inputs = inputs.Add(("change", closure));
        }

        if (function.Obstacle is not null)
            return function;
        return Kept(function, inputs, instance.Output, [signature.Generics, scope ?? Generics.None]) with
        {
            TypeArguments = instance.Said.IsEmpty ? null : $"::<{string.Join(", ", instance.Said.Select(type => type is null ? "_" : types.Bridge.Of(type, "'_")))}>",
        };
    }

    // What is changed in place is the caller's already: that it comes back, too, is for chains.
    private static bool IsReceiver(TypeRef output, TypeRef self) =>
        output is ReferenceType { IsMutable: true } result && self is ReferenceType { IsMutable: true } own && RustSyntax.Of(result.Target) == RustSyntax.Of(own.Target);

    // What the bridge makes can be kept for ever: a copy of a text, of a list of scalars, of data, and of what a handle has, if it can be
    // cloned, and told from others. A view of the caller's memory cannot, and neither can the handle's value itself.
    private PlannedParameter? Interned(TypeRef type)
    {
        if (type is not ReferenceType { IsMutable: false, Lifetime: "'static" } view)
            return null;
        var planned = view.Target switch
        {
            PathType target when types.Plan(target) is { } value =>
                types.HandlesIn(value).Any() ? null : Of<ParameterForm>(form => form is NamedParameter or WireParameter),
            PathType target when types.Handles.Plan(target) is { HasLifetimes: false } handle && types.Handles.IsComparableClone(handle.Key) =>
                Of<HandleParameter>(form => form is { Access: HandleAccess.Shared, IsOptional: false }),
            SliceType => Of<SliceParameter>(form => !form.IsMutable),
            _ when view.Target.IsStr() => Of<TextParameter>(_ => true),
            _ => null,
        };
        return planned is null ? null : planned with { Conversion = RustConversion.Interned };

        PlannedParameter? Of<TForm>(Func<TForm, bool> isSuch)
            where TForm : ParameterForm
            => ParameterPlanner.Plan(view with { Lifetime = null }, types) is { Form: TForm form } found && isSuch(form) ? found : null;
    }

    // Where the function takes any iterator, and a list of what that has does not cross, it may be one of the crate's own.
    private (TypeRef Type, PlannedParameter Planned)? OwnIterator(TypeRef declared, TypeRef type)
    {
        if (declared is not (GenericType or ImplTraitType) || type is not PathType { Definition.Path: "alloc::vec::Vec" or "alloc::vec::into_iter::IntoIter" } list)
            return null;
        foreach (var own in types.Members.IteratorsOver(list.TypeArguments().First()))
        {
            if (HandleStrategy.Plan(own, types) is { } planned)
                return (own, planned);
        }

        return null;
    }

    // Where the function takes any list of references, those to the values of handles make one.
    private TypeRef Listed(TypeRef declared, TypeRef type) =>
        declared is GenericType or ImplTraitType && type is ReferenceType { IsMutable: false, Target: SliceType slice } list
            && types.Handles.Plan(slice.Element) is not null
            ? new PathType(IteratorStrategy.Vec, [new TypeArgument(list with { Target = slice.Element })])
            : type;

    // Where the function takes any type, the bridge has to say which comes.
    private PlannedParameter Explicit(PlannedParameter planned, TypeRef declared, TypeRef type)
    {
        if (!declared.Contains<GenericType>(out var generic) || generic.Name == "Self")
        {
            if (!declared.Contains<ImplTraitType>(out _) && !declared.Contains<AssociatedPathType>(out _))
                return planned;
        }

        return Explicit(planned, type);
    }

    private PlannedParameter Explicit(PlannedParameter planned, TypeRef type)
    {
        if (planned.Form is ClosureParameter)
            return planned;
        if (planned.Conversion is RustConversion.ReferenceToSlice)
        {
            return planned.Form is WireParameter && type is ReferenceType { Target: SliceType slice }
                ? planned with { ExplicitType = types.Bridge.Of(WellKnownBound.Vec(slice.Element), "'_") }
                : planned;
        }

        var target = type is ReferenceType { Target: not (SliceType or PrimitiveType) } reference ? reference.Target : type;
        return planned with
        {
            ExplicitType = types.Bridge.Of(target, "'_"),
            Conversion = planned is { Form: SliceParameter, Conversion: RustConversion.Into } && target.Is("alloc::vec::Vec")
                ? RustConversion.ToVec
                : planned.Conversion,
        };
    }

    // What lies in a value of Rust's is there as long as its lease, which the call gives back: a result is a copy of it,
    // unless it is itself a handle, which keeps what it borrows from.
    private PlannedFunction Kept(
        PlannedFunction function, ImmutableArray<(string Name, TypeRef Type)> inputs, TypeRef output, IEnumerable<Generics> generics)
    {
        if (!function.Parameters.Any(p => p.Form.HoldsHandles()) && !Borrows(function.Result))
            return function;
        if (function.Parameters.Count(p => p.Form is HandleParameter handle && types.Handles.Find(handle.Key)!.HasLifetimes) > MaxBorrowers)
            return PlannedFunction.Failed(SkipReason.TooManyBorrowers());
        var flow = new LifetimeFlow(inputs, output, generics, types.Handles);
        var mayStore = function.Parameters is [{ Form: HandleParameter { } receiver }, ..] && types.Handles.Find(receiver.Key)!.HasLifetimes;
        var borrows = Borrows(function.Result);
        return function with
        {
            Parameters =
            [
                .. function.Parameters.Select((parameter, i) => parameter with
                {
                    Keep = (parameter.Form switch
                    {
                        WireParameter { Handles: not HandleUse.None } => flow.Inside(inputs[i].Type, i),
                        WireParameter when inputs[i].Type is not ReferenceType && inputs[i].Type.Contains<ReferenceType>(out _) => flow.Views(inputs[i].Type, i),
                        _ => flow.Of(inputs[i].Type, i),
                    }) switch
                    {
                        Keep.Receiver when mayStore => Keep.Receiver,
                        not Keep.Call when borrows => Keep.Result,
                        _ => Keep.Call,
                    },
                }),
            ],
            Result = function.Parameters.Any(p => p.Form.HoldsHandles()) ? Copied(function.Result) : function.Result,
        };
    }

    private bool Borrows(ResultForm result) => result switch
    {
        HandleResult { Source: HandleSource.Reference or HandleSource.MutableReference } or SequenceResult => true,
        HandleResult handle => types.Handles.Find(handle.Key)!.HasLifetimes,
        WireResult wire => wire.HasHandles,
        _ => false,
    };

    private static ResultForm Copied(ResultForm result) => result switch
    {
        TextResult => new TextResult(Ownership.Owned),
        SliceResult slice => slice with { Ownership = Ownership.Owned },
        OptionalResult optional => new OptionalResult(Copied(optional.Inner)),
        _ => result,
    };

    private PlannedFunction PlanResult(TypeRef output, ImmutableArray<ParameterPlan> parameters)
    {
        if (output is PrimitiveType { Name: "never" })
            return PlannedFunction.Failed(SkipReason.Never());
        ErrorPlan? error = null;
        if (output.IsResult(out var ok, out var failure))
        {
            // A type without a message is no error to anyone else: then the whole Result is data.
            error = errors.Plan(failure);
            if (error is not null)
                output = ok;
            else if (types.Values.Plan(output) is null)
                (error, output) = (errors.Silent(failure), ok);
            if (error is null && output == ok)
                return PlannedFunction.Failed(SkipReason.Error(RustSyntax.Of(failure)));
        }

        var result = parameters.Any(p => p.IsInOut)
            ? types.Values.Plan(output) is { } value ? new WireResult(value) : null
            : ResultPlanner.Plan(output, types);
        // What lies in a value that the bridge made of an argument ends with the call: it is copied out.
        if (result is { MayBorrow: true } && parameters.Any(p => p.IsMade) && !IsStaticView(output))
            result = types.Values.Plan(output) is { } copied ? new WireResult(copied) : result;
        return result is not null
            ? new PlannedFunction(parameters, result, error, null)
            : PlannedFunction.Failed(SkipReason.Result(RustSyntax.Of(output)));
    }

    private static Skipped? Obstacle(FunctionSignature signature) => signature switch
    {
        { IsUnsafe: true } => SkipReason.Unsafe(),
        { IsAsync: true } => SkipReason.Async(),
        { IsVariadic: true } => SkipReason.CallingConvention(signature.Abi + ", ..."),
        _ => null,
    };

    private static bool IsStaticView(TypeRef type) => type switch
    {
        ReferenceType { Lifetime: "'static" } => true,
        PathType path => path.Arguments.Any(a => a is LifetimeArgument { Lifetime: "'static" })
            || path.TypeArguments().Any(IsStaticView),
        _ => false,
    };
}
