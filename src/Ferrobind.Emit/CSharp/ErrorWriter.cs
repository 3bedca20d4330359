using Ferrobind.Plan;

namespace Ferrobind.Emit.CSharp;

/// <summary>Writes the exception of one Rust error type.</summary>
internal static class ErrorWriter
{
    public static string Write(BridgePlan plan, ErrorPlan error, PackageNames names)
    {
        var code = new CodeWriter("    ");
        SourceHeader.Write(code, plan.Package);
        var name = error.CSharpName;
        var docs = new CodeWriter("    ");
        DocWriter.Member(
            docs, error.Docs, $"Rust returned an error of the type <c>{DocWriter.Escape(error.RustType)}</c>.", names.Links);
        var usesText = docs.ToString().Contains("Rune", StringComparison.Ordinal);
        code.Line($"""
            using System;
            using System.Runtime.CompilerServices;{(usesText ? "\nusing System.Text;" : "")}
            using {names.Namespace}.{names.InteropNamespace};

            namespace {names.Namespace};

            """);
        code.Line(docs.ToString().TrimEnd('\n'));
        code.Line($$"""
            public sealed class {{name}} : RustException
            {
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
                public {{name}}(string message, Exception? innerException)
                    : base(message, innerException)
                {
                }

                [MethodImpl(MethodImplOptions.NoInlining)]
                internal static unsafe Exception Of({{names.Internal("Failure")}}* failure) =>
                    failure->ToException(static message => new {{name}}(message));
            }
            """);
        return code.ToString();
    }
}
