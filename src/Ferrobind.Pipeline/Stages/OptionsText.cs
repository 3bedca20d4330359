using Ferrobind.Emit.Rust;

namespace Ferrobind.Pipeline.Stages;

/// <summary>All that was asked for, as one text: two runs with the same text, and the same inputs, make the same.</summary>
internal static class OptionsText
{
    public static string Of(LibraryLocation location)
    {
        var request = location.Request;
        return string.Join(
            '\n',
            CargoManifest.Emit("bridge", location.Dependencies).Text,
            request.IsBundle ? location.Name : null,
            location.Cargo.WorkingDirectory,
            request.GoDirectory,
            request.GoModule,
            request.CSharpDirectory,
            request.CSharpNamespace,
            request.HeaderDirectory,
            request.Link,
            string.Join(';', request.Instantiate),
            string.Join('\n', location.Crates.Select(crate =>
                $"{string.Join(',', crate.Settings.Skip)};{string.Join(';', crate.Settings.Instantiate)}")));
    }
}
