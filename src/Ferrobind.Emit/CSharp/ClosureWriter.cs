using System.Globalization;
using Ferrobind.Emit.CSharp.Types;
using Ferrobind.Emit.CSharp.Wire;
using Ferrobind.Plan;

namespace Ferrobind.Emit.CSharp;

/// <summary>Writes what stands between a delegate and the wire, on which Rust calls it.</summary>
internal static class ClosureWriter
{
    /// <summary>The delegate's type: one of .NET's, where it changes nothing.</summary>
    public static string Type(ClosureParameter closure, TypeScope scope) => Type(closure, scope, scope.Of, '<', '>');

    /// <summary>The same, as a <c>cref</c> says it.</summary>
    public static string Cref(ClosureParameter closure, TypeScope scope) => Type(closure, scope, scope.Cref, '{', '}');

    /// <summary>The statement that makes a closure of the delegate in <paramref name="name"/>.</summary>
    public static void Write(
        CodeWriter code, ClosureParameter closure, string name, string variable, LocalNames locals, TypeScope scope, WireExpressions wire)
    {
        var (reader, writer) = (locals.Take("arguments"), locals.Take("answer"));
        var head = $"var {variable} = new {scope.Interop("Closure")}((ref {scope.Interop("WireReader")} {reader}, ref {scope.Interop("WireWriter")} {writer}) =>";
        using (code.Block($"{head}\n{{", $"}}, nameof({name}));"))
        {
            var arguments = closure.Arguments
                .Select((a, i) => (Argument: a, Name: locals.Take(string.Create(CultureInfo.InvariantCulture, $"arg{i + 1}")))).ToList();
            foreach (var (argument, local) in arguments)
                code.Line($"var {local} = {wire.Read(argument.Type, reader)};");
            code.Line($"{reader}.End();");
            var call = $"{name}({string.Join(", ", arguments.Select(a => (a.Argument.Access is ClosureAccess.Changed ? "ref " : "") + a.Name))})";
            WriteCall(code, closure, call, writer, locals, scope, wire);
            foreach (var (argument, local) in arguments.Where(a => a.Argument.Access is ClosureAccess.Changed))
                WriteValue(code, argument.Type, local, writer, wire);
        }
    }

    private static void WriteCall(
        CodeWriter code, ClosureParameter closure, string call, string writer, LocalNames locals, TypeScope scope,
        WireExpressions wire)
    {
        var isVoid = closure.Result is UnitValue;
        var value = isVoid ? "" : locals.Take("value");
        if (closure.Error is { } error)
        {
            if (!isVoid)
                code.Line($"{scope.Of(closure.Result)} {value};");
            using (code.Block("try\n{", "}"))
                code.Line(isVoid ? $"{call};" : $"{value} = {call};");
            var exception = locals.Take("exception");
            var type = scope.Project(error.CSharpName ?? "RustException");
            var only = error.CSharpName is null ? $" when ({exception}.GetType() == typeof({type}))" : "";
            var isUsed = closure.ErrorValue is not UnitValue || only.Length > 0;
            using (code.Block($"catch ({type}{(isUsed ? " " + exception : "")}){only}\n{{", "}\n"))
            {
                code.Line($"{writer}.WriteBool(true);");
                WriteValue(code, closure.ErrorValue!, $"{exception}.{(error.Value is null ? "Message" : "Value")}", writer, wire);
                code.Line("return;");
            }

            code.Line($"{writer}.WriteBool(false);");
        }
        else
        {
            code.Line(isVoid ? $"{call};" : $"var {value} = {call};");
        }

        if (!isVoid)
            WriteValue(code, closure.Result, value, writer, wire);
    }

    private static void WriteValue(CodeWriter code, DataType type, string value, string writer, WireExpressions wire)
    {
        if (wire.Write(type, value, writer) is { Length: > 0 } statement)
            code.Line(statement);
    }

    private static string Type(ClosureParameter closure, TypeScope scope, Func<DataType, string> of, char open, char close)
    {
        var types = closure.Arguments.Select(a => of(a.Type)).ToList();
        var isVoid = closure.Result is UnitValue;
        var name = closure.Changed.Any()
            ? scope.Support(isVoid ? "RustRefAction" : "RustRefFunc")
            : scope.Bcl(isVoid ? "Action" : "Func");
        if (!isVoid)
            types.Add(of(closure.Result));
        return types.Count == 0 ? name : $"{name}{open}{string.Join(", ", types)}{close}";
    }
}
