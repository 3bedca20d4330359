using Ferrobind.Plan;

namespace Ferrobind.Emit.CSharp.Types;

/// <summary>
/// What a record looks like. Few fields are told apart by their order, as those of a tuple always are: a positional record. More
/// are named where one is made, as in Rust: <c>required</c> properties.
/// </summary>
internal static class RecordShape
{
    private const int MostPositional = 5;

    public static bool IsPositional(RecordPlan record) =>
        record.Style != FieldStyle.Named || TypeFacts.Fields(record.Fields).Count() <= MostPositional;
}
