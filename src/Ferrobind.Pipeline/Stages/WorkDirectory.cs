using System.Security.Cryptography;
using System.Text;
using Ferrobind.Emit.Rust;

namespace Ferrobind.Pipeline.Stages;

/// <summary>The directories below cargo's target directory in which a bridge is made. Nothing there is of value.</summary>
/// <param name="Bridge">The bridge crate; one for each set of dependencies that is asked for, features included.</param>
/// <param name="CargoTarget">Cargo's target directory for bridges: apart, so that no build of the user's waits or is redone.</param>
internal sealed record WorkDirectory(string Bridge, string CargoTarget)
{
    public string Manifest => Path.Combine(Bridge, "Cargo.toml");

    /// <param name="name">The crate's name, or that of the bundle.</param>
    public static WorkDirectory Below(string targetDirectory, string name, params ReadOnlySpan<CrateDependency> dependencies)
    {
        var root = Path.Combine(targetDirectory, "ferrobind");
        var asked = CargoManifest.Emit(name, dependencies).Text;
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(asked)))[..8];
        return new WorkDirectory(Path.Combine(root, $"{name}-{digest}"), Path.Combine(root, "target"));
    }

    /// <summary>The stamp of the runs that ask for the same: each set of options has its own.</summary>
    public string StampFor(string options) =>
        Path.Combine(Bridge, $"stamp-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(options)))[..8]}.json");

    /// <summary>Waits until no other run works on the same bridge; dispose to let the next one in.</summary>
    public async Task<IDisposable> LockAsync(CancellationToken cancellation)
    {
        Directory.CreateDirectory(Bridge);
        while (true)
        {
            try
            {
                return new FileStream(
                    Path.Combine(Bridge, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (Directory.Exists(Bridge))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), cancellation).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Writes a file of the bridge, if it has other contents: cargo goes by time stamps.</summary>
    public void Write(string relativePath, string text)
    {
        var path = Path.Combine(Bridge, relativePath);
        if (File.Exists(path) && File.ReadAllText(path) == text)
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
