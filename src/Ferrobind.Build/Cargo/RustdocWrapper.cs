namespace Ferrobind.Build;

/// <summary>
/// A script that runs rustdoc with <c>RUSTC_BOOTSTRAP=1</c>, which a stable rustdoc needs for its JSON. Set for all of
/// cargo, the
/// variable would reach the build scripts as well, and crates that look for a nightly compiler there would turn on an
/// API
/// that the library, built without it, does not have.
/// </summary>
internal static class RustdocWrapper
{
    /// <summary>The user's own <c>RUSTDOC</c>, which the script runs.</summary>
    public const string Inner = "FERROBIND_RUSTDOC";

    /// <summary>
    /// Writes the script below <paramref name="targetDirectory"/>, if it is not there yet; returns its full path.
    /// </summary>
    public static string Write(string targetDirectory)
    {
        var windows = OperatingSystem.IsWindows();
        var directory = Directory.CreateDirectory(Path.Combine(Path.GetFullPath(targetDirectory), "ferrobind"));
        var script = Path.Combine(directory.FullName, windows ? "rustdoc.cmd" : "rustdoc");
        var text = windows ? Windows : Unix;
        if (File.Exists(script) && File.ReadAllText(script) == text)
        {
            return script;
        }

        // Another run may be executing the old one: it keeps its file.
        var next = $"{script}.{Environment.ProcessId}";
        File.WriteAllText(next, text);
        if (!windows)
        {
            File.SetUnixFileMode(next, (UnixFileMode)0b111_101_101);
        }

        File.Move(next, script, overwrite: true);
        return script;
    }

    private const string Unix = $$"""
        #!/bin/sh
        RUSTC_BOOTSTRAP=1 exec "${{{Inner}}:-rustdoc}" "$@"

        """;

    private const string Windows = $"""
        @echo off
        set RUSTC_BOOTSTRAP=1
        if "%{Inner}%"=="" (rustdoc %*) else ("%{Inner}%" %*)

        """;
}
