using Xunit;

namespace Ferrobind.Rustdoc.Tests.Support;

/// <summary>
/// The expected API of each fixture, beside it as <c>name.api</c>. <c>FERROBIND_UPDATE_BASELINES=1</c> writes them
/// anew.
/// </summary>
internal static class Baseline
{
    public static void Check(string fixture, string actual)
    {
        var file = Path.Combine(Fixture.Folder, fixture + ".api");
        if (Environment.GetEnvironmentVariable("FERROBIND_UPDATE_BASELINES") == "1")
        {
            File.WriteAllText(file, actual);
        }

        Assert.Equal(File.Exists(file) ? File.ReadAllText(file) : "", actual);
    }
}
