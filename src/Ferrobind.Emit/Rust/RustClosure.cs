using System.Globalization;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Rust;

/// <summary>
/// A closure in the bridge: it sends its arguments to the caller's, and reads the answer. Its parameters are annotated, for where it is
/// made, nothing else says what they are.
/// </summary>
internal static class RustClosure
{
    private const int MaxWidth = 100;
    private const int Indent = 8;

    // rustfmt's chain_width.
    private const int MaxChainWidth = 60;

    public static void Write(CodeWriter writer, BridgePlan plan, ParameterPlan parameter, ClosureParameter closure)
    {
        var name = parameter.CName;
        new RustCall("frame.closure", [$"\"{parameter.RustName}\"", name, $"{name}_context"], Fallible: true).WriteLet(writer, name);
        var arguments = closure.Arguments.Select((argument, i) => (Name: Argument(i, name), Value: argument)).ToArray();
        var (space, call) = (Local("space", name), Local("call", name));
        var list = string.Join(", ", arguments.Select(a => $"{a.Name}: {RustKeywords.InType(a.Value.RustType)}"));
        var mutable = parameter.Conversion is RustConversion.MutableReference ? "mut " : "";
        var head = $"let {mutable}{name} = move |{list}| {{";
        // rustfmt would align them below each other.
        if (Indent + head.Length > MaxWidth)
            writer.Line("#[rustfmt::skip]");
        using (writer.Block(head, "};"))
        {
            writer.Line($"let mut {space} = Space::new();");
            writer.Line($"let {(arguments.Length == 0 ? "" : "mut ")}{call} = {name}.begin(&mut {space});");
            foreach (var (argument, value) in arguments)
                writer.Line($"{call}.{Send(plan, argument, value)}");
            WriteAnswer(writer, closure, arguments, call);
        }
    }

    private static string Argument(int index, string closure) =>
        Local(string.Create(CultureInfo.InvariantCulture, $"arg{index}"), closure);

    // The closure's own name is needed inside of it; those of the other parameters are not.
    private static string Local(string wanted, string closure) => wanted == closure ? wanted + "_" : wanted;

    private static string Send(BridgePlan plan, string name, ClosureArgument argument)
    {
        string Type(DataType value) => RustKeywords.InType(plan.Handle(((HandleValue)value).Key).StaticType);
        return (argument.Access, argument.Type) switch
        {
            (ClosureAccess.Copied, _) => $"put(&{name});",
            (ClosureAccess.Changed, _) => $"put(&*{name});",
            (ClosureAccess.Given, _) => $"give({name});",
            (ClosureAccess.Lent, OptionValue option) => $"lend_optional::<{Type(option.Inner)}>({name});",
            (ClosureAccess.Lent, var value) => $"lend::<{Type(value)}>({name});",
            (ClosureAccess.LentMutably, var value) => $"lend_mut::<{Type(value)}>({name});",
            (ClosureAccess.LentWhole, var value) => $"lend_whole::<{Type(value)}>({name});",
            _ => throw new ArgumentOutOfRangeException(nameof(argument), argument.Access, "not an access"),
        };
    }

    private static void WriteAnswer(CodeWriter writer, ClosureParameter closure, (string Name, ClosureArgument Value)[] arguments, string call)
    {
        var type = RustKeywords.InType(closure.RustResult);
        var changed = arguments.Where(a => a.Value.Access is ClosureAccess.Changed).ToArray();
        if (changed.Length == 0 && closure.Result is not HandleValue)
        {
            var only = $"only::<{type}>()";
            if (closure.IsErrorErased)
                writer.Line($"let answer = {call}.ask();").Line($"let value = answer.{only};").Line("value.map_err(Into::into)");
            else if ($"{call}.ask().{only}".Length <= MaxChainWidth)
                writer.Line($"{call}.ask().{only}");
            else
                writer.Line($"let answer = {call}.ask();").Line($"answer.{only}");
            return;
        }

        writer.Line($"let mut answer = {call}.ask();");
        var isUnit = closure is { Result: UnitValue, Error: null };
        writer.Line(isUnit ? $"answer.get::<{type}>();" : closure.Result is HandleValue ? $"let value = answer.taken::<{type}>();" : $"let value = answer.get::<{type}>();");
        foreach (var (name, _) in changed)
            writer.Line($"*{name} = answer.get();");
        writer.Line("answer.end();");
        if (!isUnit)
            writer.Line(closure.IsErrorErased ? "value.map_err(Into::into)" : "value");
    }
}
