using Xunit;
using static Ferrobind.Build.Tests.BridgeFixture;

namespace Ferrobind.Build.Tests;

public sealed class CargoSpecs(BridgeFixture bridge)
{
    [Fact]
    public void I_can_read_metadata()
    {
        Assert.Equal(["hello", "hello_fb", "tiny-reg"], bridge.Metadata.Packages.Select(package => package.Name).Order());
        var hello = bridge.Metadata.ByName("hello").Single();
        Assert.True(hello is { IsLocal: true, HasBuildScript: true, Version: "0.1.0", Edition: "2021", Library.CrateName: "hello" });
        var registry = bridge.Metadata.ByName("tiny-reg").Single();
        Assert.True(registry is { IsLocal: false, Version: "1.2.3", Library.CrateName: "tiny_reg" });
        Assert.Equal(bridge.Temp["bridge"], bridge.Metadata.WorkspaceRoot);
    }

    [Theory]
    [InlineData("hello", "hello"), InlineData("tiny-reg", "tiny_reg")]
    public async Task I_can_have_a_dependency_described(string name, string crate)
    {
        var json = await bridge.Cargo.RustdocJsonAsync(
            bridge.Manifest, bridge.Metadata.ByName(name).Single(), bridge.TargetDirectory, Cancellation);
        Assert.Equal(bridge.Temp[$"target/doc/{crate}.json"], json);
        Assert.Contains("\"format_version\":", await File.ReadAllTextAsync(json, Cancellation));
    }

    [Fact]
    public void I_can_build_a_bridge()
    {
        Assert.True(bridge.Built.Succeeded);
        Assert.Equal(bridge.Temp["target/release/libhello_fb.so"], bridge.Built.SharedLibrary);
        Assert.Equal(bridge.Temp["target/release/libhello_fb.a"], bridge.Built.StaticLibrary);
        Assert.Contains("pthread", bridge.Built.SystemLibraries);
        Assert.Contains("c", bridge.Built.SystemLibraries);
        Assert.Contains(bridge.Log, line => line.Contains("Compiling hello_fb"));
    }

    [Fact]
    public void The_shared_library_has_its_name_and_its_exports_only()
    {
        var library = SharedLibrary.Read(bridge.Built.SharedLibrary!)!;
        Assert.Equal("libhello_fb.so", library.Soname);
        Assert.Equal(Exports("fb_hello"), library.Exports);
        Fails.With("FB0205", () => SharedLibrary.Verify(bridge.Built.SharedLibrary!, ["fb_hello_hi", "fb_hello_missing"]));
    }

    [Fact]
    public async Task A_build_with_nothing_to_do_still_knows_the_system_libraries()
    {
        var again = await bridge.Cargo.BuildAsync(bridge.Manifest, bridge.TargetDirectory, "libhello_fb.so", Cancellation);
        Assert.Equal(bridge.Built.SystemLibraries, again.SystemLibraries);
        Assert.DoesNotContain("Compiling", again.Text);
    }

    [Fact]
    public void I_know_what_the_build_depends_on()
    {
        var inputs = CargoInputs.Of(bridge.Metadata, bridge.Built, bridge.Temp.FullPath);
        Assert.Contains(bridge.Temp["hello/src/lib.rs"], inputs);
        Assert.Contains(bridge.Temp["hello/one.txt"], inputs);
        Assert.Contains(bridge.Temp["hello/build.rs"], inputs);
        Assert.Contains(bridge.Temp["hello/Cargo.toml"], inputs);
        Assert.Contains(bridge.Temp[".cargo/config.toml"], inputs);
        Assert.Contains(bridge.Temp["rust-toolchain.toml"], inputs);
        Assert.DoesNotContain(inputs, path => path.StartsWith(bridge.Temp["bridge"] + "/") || path.StartsWith(bridge.Temp["vendor"]));
        Assert.DoesNotContain(bridge.Temp["hello"], inputs);
        Assert.Equal(["HELLO_SETTING"], Assert.Single(bridge.Built.BuildScripts).Variables);
    }

    [Fact]
    public async Task Errors_in_the_bridge_have_lines()
    {
        bridge.Bridge("wrong", "wrong_fb", "fb_wrong", extraSource: "pub fn wrong() -> String { tiny_reg::reg(1) }");
        var line = File.ReadAllLines(bridge.Temp["wrong/src/lib.rs"]).Index().Single(l => l.Item.Contains("fn wrong()")).Index + 1;

        foreach (var build in new[]
                 {
                     await bridge.Cargo.CheckAsync(bridge.Temp["wrong/Cargo.toml"], bridge.TargetDirectory, Cancellation),
                     await bridge.Cargo.BuildAsync(bridge.Temp["wrong/Cargo.toml"], bridge.TargetDirectory, null, Cancellation),
                 })
        {
            Assert.False(build.Succeeded);
            var error = Assert.Single(build.Errors);
            Assert.Equal("E0308", error.Code);
            Assert.Equal("mismatched types", error.Text);
            Assert.Contains("expected `String`, found `i32`", error.Rendered);
            Assert.Equal(new SourceSpan(bridge.Temp["wrong/src/lib.rs"], line, line, true), error.Spans[0]);
            Assert.Contains("mismatched types", build.Failure().Diagnostic.Output);
        }
    }

    [Fact]
    public async Task A_crate_that_does_not_compile_shows_the_whole_of_cargos_message()
    {
        bridge.Crate("broken", "broken", "0.1.0", "pub fn broken() -> Missing { 1 }");
        bridge.Crate("broken-bridge", "broken_fb", "0.0.0", "", "[workspace]\n[lib]\ncrate-type = [\"cdylib\"]\n[dependencies]\nbroken.path = \"../broken\"\n");
        var manifest = bridge.Temp["broken-bridge/Cargo.toml"];
        var metadata = await bridge.Cargo.MetadataAsync(manifest, Cancellation);

        var built = await Fails.WithAsync("FB0201", () => bridge.Cargo.BuildAsync(manifest, bridge.TargetDirectory, null, Cancellation));
        var described = await Fails.WithAsync(
            "FB0201",
            () => bridge.Cargo.RustdocJsonAsync(manifest, metadata.ByName("broken").Single(), bridge.TargetDirectory, Cancellation));

        Assert.StartsWith("broken does not compile", built.Message);
        Assert.All([built, described], message => Assert.Contains("cannot find type `Missing`", message.Output));
    }

    [Fact]
    public async Task A_missing_linker_says_how_to_get_one()
    {
        bridge.Bridge("unlinked", "unlinked_fb", "fb_unlinked");
        bridge.Temp.Write("unlinked/.cargo/config.toml", "[target.'cfg(all())']\nlinker = \"no-such-linker\"\n");
        var cargo = bridge.Cargo with { WorkingDirectory = bridge.Temp["unlinked"] };
        var message = await Fails.WithAsync(
            "FB0401", () => cargo.BuildAsync(bridge.Temp["unlinked/Cargo.toml"], bridge.TargetDirectory, null, Cancellation));
        Assert.Contains("apt install", message.Help);
    }

    [Fact]
    public async Task A_bridge_that_aborts_is_refused()
    {
        bridge.Bridge("abort", "abort_fb", "fb_abort", "[profile.release]\npanic = \"abort\"\n");
        await Fails.WithAsync("FB0203", () => bridge.Cargo.BuildAsync(bridge.Temp["abort/Cargo.toml"], bridge.TargetDirectory, null, Cancellation));
    }

    [Fact]
    public async Task A_path_without_a_crate_is_named() =>
        Assert.Contains("nowhere", (await Fails.WithAsync("FB0103", () => bridge.Cargo.MetadataAsync(bridge.Temp["nowhere/Cargo.toml"], Cancellation))).Message);

    [Theory]
    [InlineData("FB0104", "no-such-crate = \"1\"")]
    [InlineData("FB0105", "tiny-reg = \"9\"")]
    [InlineData("FB0107", "tiny-reg = { version = \"1\", features = [\"none\"] }")]
    [InlineData("FB0111", "tiny-reg = [")]
    public async Task What_cargo_cannot_resolve_has_a_number_and_cargos_words(string code, string dependency)
    {
        bridge.Crate($"resolve-{code}", "resolve", "0.1.0", "", $"[workspace]\n[dependencies]\n{dependency}\n");
        var message = await Fails.WithAsync(
            code, () => bridge.Cargo.MetadataAsync(bridge.Temp[$"resolve-{code}/Cargo.toml"], Cancellation));
        Assert.StartsWith("error: ", message.Output);
    }

    [Fact]
    public async Task A_registry_out_of_reach_is_no_missing_crate()
    {
        bridge.Crate("far", "far", "0.1.0", "", "[workspace]\n[dependencies]\nx = { version = \"1\", registry = \"far\" }\n");
        bridge.Temp.Write("far/.cargo/config.toml", "[registries.far]\nindex = \"sparse+http://127.0.0.1:1/\"\n[net]\nretry = 0\n");
        var cargo = bridge.Cargo with { WorkingDirectory = bridge.Temp["far"] };
        await Fails.WithAsync("FB0106", () => cargo.MetadataAsync(bridge.Temp["far/Cargo.toml"], Cancellation));
    }

    [Theory]
    [InlineData("FB0108", "", "src/main.rs")]
    [InlineData("FB0109", "[lib]\nproc-macro = true\n", "src/lib.rs")]
    [InlineData("FB0110", "[lib]\ncrate-type = [\"cdylib\"]\n", "src/lib.rs")]
    public async Task What_is_no_rust_library_is_refused(string code, string lib, string source)
    {
        bridge.Temp.Write($"no-{code}/Cargo.toml", $"[package]\nname = \"no\"\nversion = \"0.1.0\"\nedition = \"2021\"\n[workspace]\n{lib}");
        bridge.Temp.Write($"no-{code}/{source}", "fn main() {}");
        var metadata = await bridge.Cargo.MetadataAsync(bridge.Temp[$"no-{code}/Cargo.toml"], Cancellation, dependencies: false);
        Fails.With(code, () => _ = metadata.Packages.Single().Library);
    }

    [Fact]
    public async Task A_crate_for_a_newer_rust_says_so()
    {
        bridge.Crate("newer", "newer", "0.1.0", "", "rust-version = \"1.999\"\n");
        bridge.Crate("newer-bridge", "newer_fb", "0.0.0", "", "[workspace]\n[dependencies]\nnewer.path = \"../newer\"\n");
        await Fails.WithAsync("FB0403", () => bridge.Cargo.CheckAsync(bridge.Temp["newer-bridge/Cargo.toml"], bridge.TargetDirectory, Cancellation));
    }

    [Fact]
    public async Task I_can_identify_the_toolchain()
    {
        var toolchain = await Toolchain.IdentifyAsync(bridge.Temp.FullPath, bridge, Cancellation);
        Assert.Matches(@"^1\.\d+\.\d+", toolchain.Version);
        Assert.Contains(toolchain.Host, toolchain.Identity);
        Assert.NotEmpty(toolchain.Host);
    }

    [Fact]
    public async Task A_toolchain_that_is_not_installed_says_so()
    {
        bridge.Temp.Write("old/rust-toolchain.toml", "[toolchain]\nchannel = \"1.3.0\"\n");
        bridge.Crate("old", "old", "0.1.0", "");
        var cargo = bridge.Cargo with { WorkingDirectory = bridge.Temp["old"] };
        Assert.SkipWhen(Environment.GetEnvironmentVariable("RUSTUP_TOOLCHAIN") is not null, "RUSTUP_TOOLCHAIN wins over the file");
        Assert.SkipWhen(Environment.GetEnvironmentVariable("RUSTUP_AUTO_INSTALL") != "0", "rustup would install it");
        await Fails.WithAsync("FB0402", () => cargo.MetadataAsync(bridge.Temp["old/Cargo.toml"], Cancellation));
        await Fails.WithAsync("FB0402", () => Toolchain.IdentifyAsync(bridge.Temp["old"], bridge, Cancellation));
    }
}
