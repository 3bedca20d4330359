using Ferrobind.Api;
using Ferrobind.Plan;
using Ferrobind.Planning.Types;

namespace Ferrobind.Planning.Parameters;

/// <summary>A plain record or an enum without data, or a reference to one: by value.</summary>
internal static class NamedStrategy
{
    public static PlannedParameter? Plan(TypeRef type, TypeRegistry types)
    {
        var (target, conversion) = type is ReferenceType { IsMutable: false } reference
            ? (reference.Target, RustConversion.Reference)
            : (type, RustConversion.Pass);
        if (types.Plan(target) is not NamedValue named
            || types.Find(named.Key) is not (EnumPlan or RecordPlan { Layout: not RecordLayout.Wire }))
        {
            return null;
        }

        types.Send(named);
        return new PlannedParameter(new NamedParameter(named.Key), conversion);
    }
}
