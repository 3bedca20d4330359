using System.Reflection;

namespace Ferrobind.Pipeline;

/// <summary>Ferrobind's own version.</summary>
public static class ToolVersion
{
    public static string Current { get; } = typeof(ToolVersion).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";
}
