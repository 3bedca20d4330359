using System.Collections.Immutable;

namespace Ferrobind.Emit.Rust;

/// <summary>
/// A call, or a tuple where there is no callee, laid out as rustfmt does it. Its rules (<c>max_width</c>,
/// <c>fn_call_width</c>): on one line if that is at most 100 wide and the arguments at most 60, else after the <c>=</c> on a
/// line of its own, else with the arguments below: one a line, or filling lines if all of them are tiny.
/// </summary>
/// <param name="Callee">What is called; empty for a tuple.</param>
/// <param name="Arguments">Each on one line.</param>
/// <param name="Fallible">A question mark follows.</param>
/// <param name="IsStruct">It is a struct's literal, and the arguments are its fields (<c>struct_lit_width</c>).</param>
/// <param name="IsPath">It is no call, but the callee alone: a path, or an expression with an operator.</param>
internal sealed record RustCall(string Callee, ImmutableArray<string> Arguments, bool Fallible = false, bool IsPath = false, bool IsStruct = false)
{
    private const int MaxWidth = 100;
    private const int MaxArgumentsWidth = 60;
    private const int MaxFieldsWidth = 18;

    // Where a statement of an export's body stands: in a function, and in a closure.
    private const int Indent = 8;

    public bool HasShortArguments => string.Join(", ", Arguments).Length <= (IsStruct ? MaxFieldsWidth : MaxArgumentsWidth);

    /// <summary>It fits on one line of a body, with these before and after it.</summary>
    public bool Fits(string before, string after) =>
        HasShortArguments && Indent + before.Length + ToString().Length + after.Length <= MaxWidth;

    /// <summary>Writes <c>let name = call;</c>.</summary>
    public void WriteLet(CodeWriter writer, string name)
    {
        var let = $"let {name} =";
        // rustfmt counts a question mark three times.
        if (Fits(let + " ", Fallible ? ";??" : ";"))
        {
            writer.Line($"{let} {this};");
        }
        else if (Fits("    ", Fallible ? ";??" : ";"))
        {
            using (writer.Block(let, ""))
                writer.Line($"{this};");
        }
        else if (Method is { } method && HasShortArguments && ArgumentLines().Count() < 3 && Indent + 4 + ToString().Length - method + (Fallible ? 3 : 1) <= MaxWidth)
        {
            // A method that fits on a line of its own stands there, below what it is called on, unless its arguments look tall enough.
            using (writer.Block($"{let} {Callee[..method]}", ""))
                writer.Line($"{ToString()[method..]};");
        }
        else
        {
            WriteBelow(writer, $"{let} ", ";");
        }
    }

    // Where the method of a variable begins, its point included.
    private int? Method => !IsPath && !IsStruct && Callee.IndexOf('.', StringComparison.Ordinal) is > 0 and var at && Callee[..at].All(char.IsLetterOrDigit) ? at : null;

    /// <summary>Writes <c>let name = unsafe { call };</c>.</summary>
    public void WriteUnsafeLet(CodeWriter writer, string name)
    {
        var let = $"let {name} =";
        if (Fits($"{let} unsafe {{ ", " };"))
        {
            writer.Line($"{let} unsafe {{ {this} }};");
        }
        else if (Fits("    unsafe { ", " };"))
        {
            using (writer.Block(let, ""))
                writer.Line($"unsafe {{ {this} }};");
        }
        else
        {
            using (writer.Block($"{let} unsafe {{", "};"))
            {
                if (Fits("    ", ""))
                    writer.Line(ToString());
                else
                    WriteBelow(writer, "", "");
            }
        }
    }

    /// <summary>Writes the call with nothing before it.</summary>
    public void WriteStatement(CodeWriter writer, string after)
    {
        if (Fits("", after))
            writer.Line(ToString() + after);
        else
            WriteBelow(writer, "", after);
    }

    public override string ToString() => IsPath ? Callee
        : IsStruct ? $"{Callee} {{ {string.Join(", ", Arguments)} }}"
        : $"{Callee}({string.Join(", ", Arguments)}){Question}";

    private string Question => Fallible ? "?" : "";

    private void WriteBelow(CodeWriter writer, string before, string after)
    {
        if (IsPath)
        {
            writer.Line(before + this + after);
            return;
        }

        using (IsStruct ? writer.Block($"{before}{Callee} {{", $"}}{after}") : writer.Block($"{before}{Callee}(", $"){Question}{after}"))
        {
            foreach (var line in ArgumentLines())
                writer.Line($"{line},");
        }
    }

    private IEnumerable<string> ArgumentLines()
    {
        if (IsStruct || Arguments.IsEmpty || !Arguments.All(IsTiny))
            return Arguments;

        var lines = new List<string> { Arguments[0] };
        for (var i = 1; i < Arguments.Length; i++)
        {
            // A comma that another argument follows needs room for the space, too.
            var width = Indent + 4 + $"{lines[^1]}, {Arguments[i]},".Length + (i < Arguments.Length - 1 ? 1 : 0);
            if (width <= MaxWidth)
                lines[^1] += $", {Arguments[i]}";
            else
                lines.Add(Arguments[i]);
        }

        return lines;
    }

    // rustfmt's short_array_element_width_threshold, for names and references to them.
    private static bool IsTiny(string argument) => argument.Length <= 10 && !argument.Contains('(');
}
