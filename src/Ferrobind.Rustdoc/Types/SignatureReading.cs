using System.Collections.Immutable;
using Ferrobind.Api;
using Ferrobind.Rustdoc.Json;

namespace Ferrobind.Rustdoc.Types;

/// <summary>Reads a function's signature.</summary>
internal static class SignatureReading
{
    public static FunctionSignature Read(
        this ReadContext context, FunctionJson function, ImmutableArray<AttributeJson> attributes) => new(
        [.. function.Signature.Inputs.Select(context.Read)],
        context.ReadOutput(function.Signature.Output),
        context.Read(function.Generics),
        function.Header.IsUnsafe,
        function.Header.IsAsync,
        function.Header.IsConst,
        function.Header.Abi,
        function.Signature.IsVariadic,
        attributes.OfType<NoMangleJson>().Any(),
        attributes.OfType<ExportNameJson>().FirstOrDefault()?.Name);

    private static Parameter Read(this ReadContext context, ParameterJson parameter) =>
        new(IsIdentifier(parameter.Name) ? parameter.Name : "_", context.Read(parameter.Type));

    /// <summary>Anything else is a pattern, such as <c>(a, b)</c>.</summary>
    private static bool IsIdentifier(string name) => name != "" && name.All(c => char.IsLetterOrDigit(c) || c == '_');
}
