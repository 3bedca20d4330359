namespace Ferrobind.Behaviour.Tests;

/// <summary>A library that changed gets into the program; one that does not belong to it is refused.</summary>
public sealed class RelinkSpecs
{
    [Fact]
    public async Task Go_links_again_when_only_the_library_changed()
    {
        var crate = new SmallCrate("relink");
        foreach (var text in (string[])["one", "two", "two and more"])
        {
            crate.Says(text);
            (await crate.BindAsync()).Succeeded();
            foreach (var (mode, tags) in ((string, string[])[])[("dynamic", []), ("static", ["-tags", "ferrobind_static"])])
            {
                (await Run.GoAsync("1.27", crate.At("go"), ["build", .. tags, "-o", crate.At(mode), "."])).Succeeded();
                var ran = (await Run.ProgramAsync(crate.At(mode), "/", [])).Succeeded();
                Assert.Equal(text + "\n", ran.Error);
            }
        }
    }

    [Fact]
    public async Task A_library_of_another_ABI_is_an_error_and_no_crash()
    {
        var crate = new SmallCrate("stale");
        (await crate.BindAsync()).Succeeded();
        (await Run.GoAsync("1.27", crate.At("go"), "build", "-o", crate.At("program"), ".")).Succeeded();
        (await Run.ProgramAsync("dotnet", ["build", crate.At("csharp"), "-o", crate.At("dotnet"), "-v", "quiet"])).Succeeded();
        var library = Directory.GetFiles(crate.Go, "*.so", SearchOption.AllDirectories).Single();

        // Another build of the crate, in which the same symbol takes something else.
        var other = new SmallCrate("stale-other");
        other.Source("pub fn say(_times: &str, _more: u64) -> String { String::new() }\n");
        (await other.BindAsync()).Succeeded();
        var otherLibrary = Directory.GetFiles(other.Go, "*.so", SearchOption.AllDirectories).Single();
        File.Copy(otherLibrary, library, overwrite: true);
        File.Copy(otherLibrary, crate.At("dotnet/libsmall_fb.so"), overwrite: true);

        var go = await Run.ProgramAsync(crate.At("program"), "/", []);
        Assert.Equal(2, go.ExitCode);
        Assert.Contains("the library does not belong to these bindings", go.Error, StringComparison.Ordinal);
        var csharp = await Run.ProgramAsync(crate.At("dotnet/Program"), "/", []);
        Assert.Equal(134, csharp.ExitCode); // an exception that nobody caught
        Assert.Contains("is not the one that these bindings", csharp.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_library_that_is_missing_is_named()
    {
        var crate = new SmallCrate("missing");
        (await crate.BindAsync()).Succeeded();
        (await Run.ProgramAsync("dotnet", ["build", crate.At("csharp"), "-o", crate.At("dotnet"), "-v", "quiet"])).Succeeded();
        File.Delete(crate.At("dotnet/libsmall_fb.so"));
        var ran = await Run.ProgramAsync(crate.At("dotnet/Program"), "/", []);
        Assert.Contains("libsmall_fb.so", ran.Error, StringComparison.Ordinal);
        Assert.Contains("Small.targets", ran.Error, StringComparison.Ordinal);
    }
}
