using System.Collections.Immutable;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>Writes a struct's fields, in columns as gofmt has them; one with a comment stands by itself.</summary>
internal static class FieldWriter
{
    public static void WriteStruct(CodeWriter code, GoPackage package, string name, ImmutableArray<FieldPlan> fields)
    {
        if (fields.IsEmpty)
        {
            code.Line($"type {name} struct{{}}");
            return;
        }

        using (code.Block($"type {name} struct {{", "}"))
        {
            var groups = Columns.Group(fields, field => Columns.HasComment(field.Docs));
            for (var i = 0; i < groups.Length; i++)
            {
                if (i > 0)
                    code.Blank();
                package.Docs.WriteMember(code, groups[i][0].Docs);
                var width = groups[i].Max(f => Columns.Width(f.GoName));
                foreach (var field in groups[i])
                    code.Line($"{Columns.Pad(field.GoName, width)} {package.Types.Of(field.Type)}");
            }
        }
    }
}
