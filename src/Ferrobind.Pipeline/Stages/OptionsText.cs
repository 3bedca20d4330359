using Ferrobind.Emit.Rust;

namespace Ferrobind.Pipeline.Stages;

/// <summary>All that was asked for, as one text: two runs with the same text, and the same inputs, make the same.</summary>
internal static class OptionsText
{
    public static string Of(CrateLocation location)
    {
        var request = location.Request;
        return string.Join(
            '\n',
            CargoManifest.Emit("bridge", location.Dependency).Text,
            location.Cargo.WorkingDirectory,
            request.GoDirectory,
            request.GoModule,
            request.CSharpDirectory,
            request.CSharpNamespace,
            request.HeaderDirectory,
            request.Link,
            string.Join(',', request.Skip),
            string.Join(';', request.Instantiate));
    }
}
