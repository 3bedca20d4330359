using Ferrobind.Emit.CSharp.Types;
using Ferrobind.Emit.CSharp.Wire;
using Ferrobind.Plan;

namespace Ferrobind.Emit.CSharp;

/// <summary>Writes the exception of one Rust error type.</summary>
internal static class ErrorWriter
{
    public static string Write(BridgePlan plan, ErrorPlan error, PackageNames names)
    {
        var code = new CodeWriter("    ");
        var name = error.CSharpName!;
        DocWriter.Member(
            code, error.Docs, $"Rust returned an error of the type <c>{DocWriter.Escape(error.RustType)}</c>.", names.Links);
        using (code.Block($"public sealed class {name} : RustException\n{{", "}"))
        {
            if (error.Value is { } value)
                WriteTyped(code, name, value, names);
            else
                WritePlain(code, name, names.Scope);
        }

        return SourceFile.Public(plan, code.ToString(), names);
    }

    // The value is what the exception is for: there is no constructor without it.
    private static void WriteTyped(CodeWriter code, string name, NamedValue value, PackageNames names)
    {
        var scope = names.Scope;
        var type = scope.Of(value);
        code.Line($$"""
            /// <summary>An error with its message and its value.</summary>
            public {{name}}(string message, {{type}} value, {{scope.Bcl("Exception")}}? innerException = null)
                : base(message, innerException)
            {
                Value = value;
            }

            /// <summary>The error as Rust returned it.</summary>
            public {{type}} Value { get; }

            [{{scope.Bcl("MethodImpl")}}({{scope.Bcl("MethodImplOptions")}}.NoInlining)]
            internal static unsafe {{scope.Bcl("Exception")}} Of({{scope.Interop("Failure")}}* failure) => failure->ToException(
                static (message, payload, source) => new {{name}}(
                    message, {{scope.Interop("Failure")}}.Value<{{type}}>(payload, &{{new WireExpressions(names, scope).Reader(value)}}), source));
            """);
    }

    private static void WritePlain(CodeWriter code, string name, TypeScope scope) => code.Line($$"""
        /// <summary>An error without a message.</summary>
        public {{name}}()
        {
        }

        /// <summary>An error with its message.</summary>
        public {{name}}(string message)
            : base(message)
        {
        }

        /// <summary>An error with its message and the exception that led to it.</summary>
        public {{name}}(string message, {{scope.Bcl("Exception")}}? innerException)
            : base(message, innerException)
        {
        }

        [{{scope.Bcl("MethodImpl")}}({{scope.Bcl("MethodImplOptions")}}.NoInlining)]
        internal static unsafe {{scope.Bcl("Exception")}} Of({{scope.Interop("Failure")}}* failure) =>
            failure->ToException(static (message, _, source) => new {{name}}(message, source));
        """);
}
