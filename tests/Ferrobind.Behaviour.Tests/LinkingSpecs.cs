namespace Ferrobind.Behaviour.Tests;

/// <summary>What is linked to what.</summary>
public sealed class LinkingSpecs
{
    [Fact]
    public async Task Dynamic_programs_name_the_libraries_and_static_ones_do_not()
    {
        var (go, goStatic) = (await Programs.GoAsync("1.27", "dynamic"), await Programs.GoAsync("1.27", "static"));
        var (aot, aotStatic) = (await Programs.CSharpAsync(CSharp.Aot, "dynamic"), await Programs.CSharpAsync(CSharp.Aot, "static"));
        foreach (var library in (string[])["libbasics_fb.so", "libsecond_fb.so", "libstrsim_fb.so"])
        {
            Assert.Contains(library, await LibrariesAsync(go), StringComparison.Ordinal);
            Assert.Contains(library, await LibrariesAsync(aot), StringComparison.Ordinal);
            Assert.DoesNotContain(library, await LibrariesAsync(goStatic), StringComparison.Ordinal);
            Assert.DoesNotContain(library, await LibrariesAsync(aotStatic), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("not found", await LibrariesAsync(go), StringComparison.Ordinal);
        Assert.DoesNotContain("not found", await LibrariesAsync(aot), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(aotStatic)!, "lib*_fb.*"));
    }

    [Fact]
    public async Task Archives_have_no_LLVM_bitcode_for_Go_to_refuse()
    {
        foreach (var name in (string[])["basics", "second", "memchr"])
        {
            var archive = Directory.GetFiles(Path.Combine(Repository.Bindings(name, "go"), "lib"), "*.a", SearchOption.AllDirectories).Single();
            var sections = (await Run.ProgramAsync("readelf", ["-S", "-W", archive])).Succeeded();
            Assert.Contains(".text", sections.Output, StringComparison.Ordinal);
            Assert.DoesNotContain(".llvmbc", sections.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Archives_define_their_exports_and_nothing_else()
    {
        var archive = Directory.GetFiles(Path.Combine(Repository.Bindings("second", "go"), "lib"), "*.a", SearchOption.AllDirectories).Single();
        var symbols = (await Run.ProgramAsync("nm", ["-g", "--defined-only", archive])).Succeeded().Output
            .Split('\n').Select(line => line.Split(' ')).Where(parts => parts.Length == 3).Select(parts => parts[2]).Order();
        Assert.Equal(
            [
                "fb_second_abi", "fb_second_add", "fb_second_count", "fb_second_misuse_panic_with", "fb_second_release", "fb_second_seal",
                "fbd_second_add", "fbd_second_count",
            ],
            symbols);
    }

    private static async Task<string> LibrariesAsync(string program) =>
        (await Run.ProgramAsync("ldd", [program])).Succeeded().Output;
}
