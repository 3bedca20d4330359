using System.Collections.Immutable;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>Writes an enum without data: a type of integers, its constants, and their names.</summary>
internal static class EnumWriter
{
    public static void Write(CodeWriter code, GoPackage package, EnumPlan type, ImmutableArray<ExportPlan> members)
    {
        ImmutableArray<string> notes = type.IsOpen
            ? ["Rust may return values that have no constant here: later versions of the crate may add some. They cannot be sent back."]
            : [];
        package.Docs.Write(code, new ItemDocs(
            type.GoName, $"{type.GoName} is Rust's {type.Key}.", IsFunction: false, type.Docs, notes));
        code.Line($"type {type.GoName} {GoScalar.Of(type.Underlying).Type}").Blank();
        Constants(code, package, type);

        // A method of the crate's own may have the name.
        if (!package.Plan.Exports.Any(m => m.Owner == type.Key && m.HasReceiver && m.GoName == "String"))
            Names(code, type);
    }

    private static void Constants(CodeWriter code, GoPackage package, EnumPlan type)
    {
        code.Line($"// The values of {type.GoName}.");
        using (code.Block("const (", ")"))
        {
            var groups = Columns.Group(type.Members, member => Columns.HasComment(member.Docs));
            for (var i = 0; i < groups.Length; i++)
            {
                if (i > 0)
                    code.Blank();
                package.Docs.WriteMember(code, groups[i][0].Docs);
                var width = groups[i].Max(m => Columns.Width(m.GoName));
                foreach (var member in groups[i])
                    code.Line($"{Columns.Pad(member.GoName, width)} {type.GoName} = {member.Value}");
            }
        }
    }

    private static void Names(CodeWriter code, EnumPlan type)
    {
        var receiver = Receivers.Name(type.GoName);
        code.Blank().Line("// String is the name of the value in Rust.");
        using (code.Block($"func ({receiver} {type.GoName}) String() string {{", "}"))
        {
            code.Line($"switch {receiver} {{");
            foreach (var member in type.Members)
                code.Line($"case {member.GoName}:\n\treturn {GoLiteral.Text(member.RustName)}");
            code.Line("}");
            code.Line($"return {Unnamed(type, receiver)}");
        }
    }

    /// <summary>The expression for a value that has no name: <c>Color(7)</c>.</summary>
    public static string Unnamed(EnumPlan type, string value) => type.Underlying.ToString()[0] == 'U'
        ? $"\"{type.GoName}(\" + strconv.FormatUint(uint64({value}), 10) + \")\""
        : $"\"{type.GoName}(\" + strconv.FormatInt(int64({value}), 10) + \")\"";
}
