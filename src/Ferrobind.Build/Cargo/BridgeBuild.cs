using Ferrobind.Diagnostics;

namespace Ferrobind.Build;

/// <summary>What came of building a bridge crate.</summary>
/// <param name="Manifest">The bridge's Cargo.toml.</param>
/// <param name="Succeeded">False if an error was found in the bridge itself.</param>
/// <param name="SharedLibrary">Full path of the cdylib; null if none was built.</param>
/// <param name="StaticLibrary">Full path of cargo's static library, not closed yet; null if none was built.</param>
/// <param name="DepInfo">Full path of the make rule that lists the local sources; null if there is none.</param>
/// <param name="SystemLibraries">What the static library needs of the system, as linker names, in order: <c>gcc_s</c>,
/// <c>m</c>.</param>
/// <param name="BuildScripts">The build scripts that took part.</param>
/// <param name="Errors">The compiler's errors in the bridge.</param>
/// <param name="Text">All that cargo and the compiler said, for people.</param>
public sealed record BridgeBuild(
    string Manifest, bool Succeeded, string? SharedLibrary, string? StaticLibrary, string? DepInfo,
    IReadOnlyList<string> SystemLibraries, IReadOnlyList<BuildScript> BuildScripts, IReadOnlyList<CompilerMessage> Errors,
    string Text)
{
    /// <summary>
    /// For errors that leave nothing to drop and try again: those with no place in the bridge's exports.
    /// </summary>
    public FerrobindException Failure() => BuildFailures.BridgeDoesNotBuild(Manifest, Text);
}
