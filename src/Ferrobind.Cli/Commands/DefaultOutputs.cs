using Ferrobind.Pipeline;
using Ferrobind.Pipeline.Configuration;

namespace Ferrobind.Cli.Commands;

/// <summary>Where the output goes when neither the command line nor a ferrobind.toml says so.</summary>
internal static class DefaultOutputs
{
    /// <summary>The request, with outputs.</summary>
    public static BindRequest Fill(BindRequest request)
    {
        if (HasOutputs(request))
            return request;

        var home = request.WorkingDirectory;
        if (!request.IsBundle && request.Crates is [PathCrate crate])
            home = File.Exists(crate.Path) ? Path.GetDirectoryName(crate.Path)! : crate.Path;
        if (HasOutputs(ConfigurationFile.Complete(request, home)))
            return request;

        return request with
        {
            GoDirectory = Path.Combine(home, "bindings", "go"),
            CSharpDirectory = Path.Combine(home, "bindings", "csharp"),
        };
    }

    private static bool HasOutputs(BindRequest request) =>
        request is not { GoDirectory: null, CSharpDirectory: null, HeaderDirectory: null };
}
