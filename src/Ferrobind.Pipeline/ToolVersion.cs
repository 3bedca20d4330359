using System.Reflection;

namespace Ferrobind.Pipeline;

/// <summary>Ferrobind's own version.</summary>
public static class ToolVersion
{
    /// <summary>For people, and for the manifests of outputs.</summary>
    public static string Current { get; } = typeof(ToolVersion).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";

    /// <summary>
    /// The very build of every stage: two that differ may write other outputs, even under one version number.
    /// </summary>
    internal static string Build { get; } = string.Join(
        ' ',
        new[]
        {
            typeof(Rustdoc.RustdocReader), typeof(Plan.BridgePlan), typeof(Planning.Planner), typeof(Emit.GeneratedFile),
            typeof(Ferrobind.Build.Cargo), typeof(ToolVersion),
        }.Select(type => type.Module.ModuleVersionId));
}
