using Ferrobind.Emit.CSharp.Types;
using Ferrobind.Plan;

namespace Ferrobind.Emit.CSharp;

/// <summary>The parameters of the methods of one function.</summary>
internal static class Signature
{
    /// <summary>
    /// A parameter's type. An optional text stays a <c>string</c>, for a span cannot say "none"; an optional slice is an array for the
    /// same reason. A list is a span of its elements: arrays, collection expressions and parts of both fit.
    /// </summary>
    public static string Type(ParameterPlan parameter, bool utf8, TypeScope scope) => parameter.Form switch
    {
        ScalarParameter scalar => scope.Scalar(scalar.Kind),
        TextParameter => utf8 ? $"{scope.Bcl("ReadOnlySpan")}<byte>" : "string",
        SliceParameter slice => Span(slice.IsMutable, scope.Scalar(slice.Element), scope),
        OptionalParameter { Inner: ScalarParameter scalar } => $"{scope.Scalar(scalar.Kind)}?",
        OptionalParameter { Inner: TextParameter } => "string?",
        OptionalParameter { Inner: SliceParameter slice } => $"{scope.Scalar(slice.Element)}[]?",
        NamedParameter named => scope.Named(named.Key),
        ClosureParameter closure => ClosureWriter.Type(closure, scope),
        HandleParameter handle => scope.Named(handle.Key) + (handle.IsOptional ? "?" : ""),
        RecordSliceParameter slice => Span(slice.IsMutable, scope.Named(slice.Key), scope),
        WireParameter wire when parameter.IsInOut => $"ref {scope.Of(wire.Type)}",
        WireParameter { Type: ListValue list } => Span(false, scope.Of(list.Element), scope),
        WireParameter wire => scope.Of(wire.Type),
        _ => throw new ArgumentOutOfRangeException(nameof(parameter), parameter.Form, "not a parameter form"),
    };

    /// <summary>The method that takes strings, as a <c>cref</c> says it: no nullable references, braces for brackets.</summary>
    /// <param name="outs">The types of what comes back by <c>out</c> parameters.</param>
    public static string Cref(string name, IEnumerable<ParameterPlan> parameters, FunctionPlace place, params IEnumerable<string> outs)
    {
        var types = parameters.Select(p => Cref(p, place.Scope)).Concat(outs.Select(o => $"out {o}"));
        if (place.ExtendedType is { } self)
            types = types.Prepend(self);
        var list = string.Join(", ", types);
        return place.Kind == MemberKind.Indexer ? $"{name}[{list}]" : $"{name}({list})";
    }

    private static string Cref(ParameterPlan parameter, TypeScope scope) => parameter.Form switch
    {
        OptionalParameter { Inner: ScalarParameter scalar } => $"{scope.Bcl("Nullable")}{{{scope.Scalar(scalar.Kind)}}}",
        OptionalParameter or HandleParameter => Type(parameter, utf8: false, scope).TrimEnd('?'),
        ClosureParameter closure => ClosureWriter.Cref(closure, scope),
        WireParameter wire when parameter.IsInOut => $"ref {scope.Cref(wire.Type)}",
        WireParameter { Type: ListValue list } => $"{scope.Bcl("ReadOnlySpan")}{{{scope.Cref(list.Element)}}}",
        WireParameter wire => scope.Cref(wire.Type),
        _ => Type(parameter, utf8: false, scope).Replace('<', '{').Replace('>', '}'),
    };

    private static string Span(bool isMutable, string element, TypeScope scope) =>
        $"{scope.Bcl(isMutable ? "Span" : "ReadOnlySpan")}<{element}>";
}
