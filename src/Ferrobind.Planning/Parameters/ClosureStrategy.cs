using System.Collections.Immutable;
using Ferrobind.Api;
using Ferrobind.Plan;
using Ferrobind.Planning.Functions;
using Ferrobind.Planning.Monomorphisation;
using Ferrobind.Planning.Types;

namespace Ferrobind.Planning.Parameters;

/// <summary>
/// A closure: <c>impl Fn(A) -> R</c>, <c>&amp;dyn Fn</c>, <c>&amp;mut dyn FnMut</c>, <c>Box&lt;dyn FnOnce + '_></c>. What it returns is owned, for
/// what it borrowed would be gone.
/// </summary>
internal static class ClosureStrategy
{
    public static PlannedParameter? Plan(TypeRef type, TypeRegistry types, ErrorPlanner errors)
    {
        if (Find(type) is not var (closure, conversion))
            return null;
        var arguments = ImmutableArray.CreateBuilder<ClosureArgument>();
        foreach (var input in ClosureBound.Inputs(closure))
        {
            if (Argument(input, types) is not { } argument)
                return null;
            arguments.Add(argument);
        }

        // Two languages with three ways to say that a value is changed: it is one at most, and the last.
        if (arguments.SkipLast(1).Any(a => a.Access is ClosureAccess.Changed)
            || (arguments.Count > 3 && arguments[^1].Access is ClosureAccess.Changed))
        {
            return null;
        }

        return Result(ClosureBound.KindOf(closure)!.Value, arguments.ToImmutable(), ClosureBound.Output(closure), types, errors) is { } form
            ? new PlannedParameter(form, conversion)
            : null;
    }

    /// <summary>The closure that a parameter's type is, and that it must live for the rest of the program.</summary>
    public static bool IsStatic(TypeRef type) => type switch
    {
        ImplTraitType impl => ClosureBound.In(impl.Bounds) is not null && impl.Bounds.Any(b => b is LifetimeBound { Lifetime: "'static" }),
        ReferenceType { Target: DynTraitType { Lifetime: "'static" } dyn } => dyn.Traits.Any(t => ClosureBound.KindOf(t) is not null),
        _ => type.Is("alloc::boxed::Box", out var boxed) && boxed is DynTraitType { Lifetime: null or "'static" } inside
            && inside.Traits.Any(t => ClosureBound.KindOf(t) is not null),
    };

    private static (TraitRef Closure, RustConversion Conversion)? Find(TypeRef type)
    {
        var (bounds, conversion) = type switch
        {
            ReferenceType reference => (reference.Target, reference.IsMutable ? RustConversion.MutableReference : RustConversion.Reference),
            _ when type.Is("alloc::boxed::Box", out var boxed) && boxed is DynTraitType => (boxed, RustConversion.Boxed),
            _ => (type, RustConversion.Pass),
        };
        var closure = bounds switch
        {
            ImplTraitType impl => ClosureBound.In(impl.Bounds),
            DynTraitType dyn when conversion is not RustConversion.Pass => dyn.Traits.FirstOrDefault(t => ClosureBound.KindOf(t) is not null),
            _ => null,
        };
        return closure is null ? null : (closure, conversion);
    }

    private static ClosureArgument? Argument(TypeRef type, TypeRegistry types)
    {
        ClosureArgument Of(DataType value, ClosureAccess access) => new(value, types.Bridge.Of(type, "'_"), access);
        if (type is ReferenceType { IsMutable: true } changed)
        {
            if (types.Handles.Plan(changed.Target) is { } lent)
                return Of(new HandleValue(lent.Key), ClosureAccess.LentMutably);
            if (changed.Target is SliceType or PrimitiveType { Name: "str" } || !Owns(changed.Target, types)
                || types.Values.Plan(changed.Target) is not { } value)
            {
                return null;
            }

            types.Send(value);
            return Of(value, ClosureAccess.Changed);
        }

        if (types.Values.Plan(type) is { } data)
            return data is NeverValue ? null : Of(data, ClosureAccess.Copied);
        if (type is ReferenceType reference)
            return types.Handles.Plan(reference.Target) is { } shared ? Of(new HandleValue(shared.Key), ClosureAccess.Lent) : null;
        if (type.IsOption(out var inside) && inside is ReferenceType { IsMutable: false } perhaps)
            return types.Handles.Plan(perhaps.Target) is { } some ? Of(new OptionValue(new HandleValue(some.Key)), ClosureAccess.Lent) : null;
        if (types.Handles.Plan(type) is { } handle)
            return Of(new HandleValue(handle.Key), handle.HasLifetimes ? ClosureAccess.LentWhole : ClosureAccess.Given);
        return types.Values.PlanGiven(type) is { } given ? Of(given, ClosureAccess.Given) : null;
    }

    private static ClosureParameter? Result(
        ClosureKind kind, ImmutableArray<ClosureArgument> arguments, TypeRef output, TypeRegistry types, ErrorPlanner errors)
    {
        string Rust(TypeRef type) => types.Bridge.Of(type, "'static");
        if (output.IsUnit())
            return new ClosureParameter(kind, arguments, new UnitValue(), null, "()");
        if (output.IsResult(out var ok, out var failure))
        {
            if ((ok.IsUnit() ? new UnitValue() : Data(ok, types)) is not { } value || Error(failure, types, errors) is not { } error)
                return null;
            var isErased = error is { GoName: null, HasSources: true };
            var rustError = isErased || error.Message is ErrorMessage.None ? isErased ? "String" : "()" : Rust(failure);
            return new ClosureParameter(kind, arguments, value, error, $"Result<{Rust(ok)}, {rustError}>") { IsErrorErased = isErased };
        }

        if (types.Handles.Plan(output) is { HasLifetimes: false } handle)
            return new ClosureParameter(kind, arguments, new HandleValue(handle.Key), null, Rust(output));
        return Data(output, types) is { } data ? new ClosureParameter(kind, arguments, data, null, Rust(output)) : null;
    }

    private static DataType? Data(TypeRef type, TypeRegistry types)
    {
        if (!Owns(type, types) || types.Values.Plan(type) is not { } value || value is NeverValue)
            return null;
        types.Send(value);
        return value;
    }

    // One that has a value of its own, or says nothing but its message: others cannot be made on the other side.
    private static ErrorPlan? Error(TypeRef type, TypeRegistry types, ErrorPlanner errors)
    {
        if (type.IsUnit())
            return errors.Silent(type);
        if (!Owns(type, types) || errors.Plan(type) is not { } error || error is { GoName: not null, Value: null })
            return null;
        if (error.Value is { } value)
            types.Send(value);
        return error;
    }

    private static bool Owns(TypeRef type, TypeRegistry types) =>
        !type.Contains<ReferenceType>(out _) && !Borrows(type, types) && Sendable.Is(type, types);

    private static bool Borrows(TypeRef type, TypeRegistry types) =>
        type is PathType path && (types.BorrowedFields(path).Any() || path.TypeArguments().Any(t => Borrows(t, types)));
}
