using Xunit;
using static Ferrobind.Build.Tests.BridgeFixture;

namespace Ferrobind.Build.Tests;

public sealed class LinkingSpecs(BridgeFixture bridge)
{
    private StaticArchive Archive => new(bridge.Temp.FullPath, bridge);

    [Fact]
    public async Task Two_closed_archives_link_into_one_program_and_catch_their_own_panics()
    {
        await CloseAsync(bridge.Built, "fb_hello", "two/libhello_fb.a");
        await CloseAsync(bridge.OtherBuilt, "fb_other", "two/libother_fb.a");
        bridge.Temp.Write(
            "two/main.c",
            """
            #include <stdbool.h>
            #include <stddef.h>
            #include <stdio.h>
            int fb_hello_hi(int), fb_other_hi(int);
            bool fb_hello_hooked(void), fb_other_hooked(void);
            size_t fb_hello_seen(void), fb_other_seen(void);
            int main(void) {
              printf("%d %d;", fb_hello_hi(1), fb_other_hi(2));
              printf(" %d %d;", fb_hello_hooked(), fb_other_hooked());
              printf(" %d", fb_hello_hi(-1));
              printf(" %d %d;", fb_hello_hooked(), fb_other_hooked());
              printf(" %d", fb_other_hi(-1));
              printf(" %d;", fb_other_hooked());
              printf(" %zu %zu\n", fb_hello_seen(), fb_other_seen());
              return 0;
            }

            """);
        var libraries = bridge.Built.SystemLibraries.Select(library => $"-l{library}").ToArray();
        foreach (var (program, options) in new[]
                 {
                     ("plain", libraries),
                     ("collected", [.. libraries, "-Wl,--gc-sections"]),
                     ("whole", (string[])["-static-pie", "-lgcc_eh"]),
                 })
        {
            var gcc = await new Tool(KnownPrograms.Gcc, bridge.Temp["two"], bridge)
                .RunAsync(["-o", program, "main.c", "libhello_fb.a", "libother_fb.a", .. options], Cancellation);
            Assert.True(gcc.Succeeded, gcc.Text);
            Assert.Empty(gcc.Text);
            var run = await new Tool(new ProgramInfo(bridge.Temp[$"two/{program}"], "", ""), bridge.Temp["two"], bridge).RunAsync([], Cancellation);
            Assert.Equal("3 4; 0 0; -1 1 0; -1 1; 2 2", run.Text);
        }
    }

    [Fact]
    public async Task Only_the_exports_are_visible_and_what_the_runtime_needs_is_kept()
    {
        await CloseAsync(bridge.Built, "fb_hello", "one/libhello_fb.a");

        Assert.Equal(["libhello_fb.o"], ArArchive.MemberNames(bridge.Temp["one/libhello_fb.a"]));
        await RunAsync("ar", "x", "libhello_fb.a");
        var index = await RunAsync("nm", "--print-armap", "libhello_fb.a");
        Assert.Contains("fb_hello_hi in libhello_fb.o", index.Output);
        var file = ElfFile.Read(bridge.Temp["one/libhello_fb.o"]);
        Assert.Equal(Exports("fb_hello"), file.Symbols.Where(s => s is { IsGlobal: true, IsDefined: true }).Select(s => s.Name).Order());
        Assert.Contains(".eh_frame", file.SectionNames);
        Assert.Contains(".init_array", file.SectionNames);
        Assert.Contains(file.SectionNames, name => name.StartsWith(".gcc_except_table"));
        Assert.Contains(file.SectionNames, name => name.StartsWith(".tbss") || name.StartsWith(".tdata"));
        Assert.DoesNotContain(file.SectionNames, name => name.StartsWith(".llvm") || name.StartsWith(".debug"));
        Assert.DoesNotContain(file.Symbols, symbol => symbol.Name == "getaddrinfo");
        Assert.Contains(file.Symbols, symbol => symbol is { IsGlobal: false, IsDefined: true } && symbol.Name.Contains("panic"));
        Assert.True(new FileInfo(bridge.Temp["one/libhello_fb.a"]).Length < 1_500_000);

        Task<ToolResult> RunAsync(string program, params string[] arguments) =>
            new Tool(new ProgramInfo(program, "", ""), bridge.Temp["one"], bridge).RunAsync(arguments, Cancellation);
    }

    [Fact]
    public async Task It_is_the_same_each_time_and_leaves_nothing_else()
    {
        await CloseAsync(bridge.Built, "fb_hello", "same/a/libhello_fb.a");
        await CloseAsync(bridge.Built, "fb_hello", "same/b/libhello_fb.a");
        Assert.Equal(File.ReadAllBytes(bridge.Temp["same/a/libhello_fb.a"]), File.ReadAllBytes(bridge.Temp["same/b/libhello_fb.a"]));
        Assert.Equal(["a/libhello_fb.a", "b/libhello_fb.a"], bridge.Temp.Files("same"));
    }

    [Fact]
    public async Task An_export_that_is_not_there_is_named()
    {
        var message = await Fails.WithAsync(
            "FB0205", () => Archive.CloseAsync(bridge.Built.StaticLibrary!, ["fb_hello_hi", "fb_hello_gone"], bridge.Temp["gone/l.a"], Cancellation));
        Assert.Contains("fb_hello_gone", message.Message);
        Assert.Empty(bridge.Temp.Files("gone"));
    }

    [Fact]
    public async Task What_is_no_archive_is_the_linkers_to_explain()
    {
        var text = bridge.Temp.Write("text/libtext.a", "text");
        var message = await Fails.WithAsync("FB0204", () => Archive.CloseAsync(text, ["x"], bridge.Temp["text/out.a"], Cancellation));
        Assert.Contains("libtext.a", message.Output);
    }

    private Task CloseAsync(BridgeBuild build, string prefix, string archive) =>
        Archive.CloseAsync(build.StaticLibrary!, Exports(prefix), bridge.Temp[archive], Cancellation);
}
