using System.Collections.Immutable;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>Writes the type of a handle: what Go knows of the value is a number.</summary>
internal static class HandleWriter
{
    public static void Write(CodeWriter code, GoPackage package, HandlePlan type, ImmutableArray<ExportPlan> members)
    {
        var name = type.GoName;
        package.Docs.Write(code, new ItemDocs(
            name, $"{name} is Rust's {type.Key}.", IsFunction: false, type.Docs, [.. Notes(type, members)]));
        code.Line($$"""
            type {{name}} struct {
            	handle fbHandle
            }
            """);

        // A method of the crate's own may have the name; then the value is the collector's alone.
        if (members.Any(m => m is { HasReceiver: true, GoName: "Close" }))
            return;
        var receiver = Receivers.Name(name);
        code.Blank().Line($$"""
            // Close releases the value in Rust. To close one again, or nil, does nothing. The
            // error is always nil: it is there for [io.Closer].
            func ({{receiver}} *{{name}}) Close() error {
            	if {{receiver}} != nil {
            		{{receiver}}.handle.disown()
            	}
            	return nil
            }
            """);
    }

    private static IEnumerable<string> Notes(HandlePlan type, ImmutableArray<ExportPlan> members)
    {
        var borrows = type.HasLifetimes ? " What it borrows from is kept as long, even if it is closed before." : "";
        yield return $"The value is in Rust until it is closed, or the collector finds that nobody has the {type.GoName} any more.{borrows}";
        yield return "A call that cannot use the value fails with a [*HandleError]. Functions that return no error panic with it.";
        var printed = members.Where(m => m is { HasReceiver: true, Idiom: Idiom.Display or Idiom.Debug }).Select(m => m.GoName).ToList();
        if (printed.Count > 0)
            yield return $"So {(printed.Count == 1 ? "does" : "do")} {string.Join(" and ", printed)}; package fmt recovers from it.";
    }
}
