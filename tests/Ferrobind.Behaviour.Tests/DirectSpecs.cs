using System.Text.Json;

namespace Ferrobind.Behaviour.Tests;

/// <summary>
/// Calls that need no cgo, or that .NET's runtime does not see: which exports may be called so, and that such calls do no harm.
/// FERROBIND_STRESS says how often what is repeated is repeated.
/// </summary>
public sealed class DirectSpecs
{
    private static readonly string[] _names = File.ReadAllLines(Path.Combine(Repository.Program("direct"), "cases.txt"));

    /// <summary>Each function of the fixture, and what speaks against it; empty: nothing.</summary>
    private static readonly Dictionary<string, string> _verdicts = new()
    {
        ["add"] = "",
        ["curve"] = "",
        ["middle"] = "",
        ["invert"] = "",
        ["next_letter"] = "",
        ["quotient"] = "",
        ["fnv"] = "",
        ["is_utf8"] = "",
        ["text_len"] = "",
        ["total"] = "",
        ["compare_versions"] = "",
        ["rounds"] = "",
        ["hash"] = "",
        ["compare_parsed"] = "",
        ["hostile::counter"] = "",
        ["hostile::jump_table"] = "",
        ["hostile::tail_call"] = "",
        ["hostile::pairs"] = "",
        ["hostile::recursion"] = "calls itself",
        ["hostile::pointer"] = "calls through a pointer",
        ["hostile::dynamic"] = "calls through a pointer",
        ["hostile::allocation"] = "calls a function of the system's: malloc",
        ["hostile::thread_local"] = "calls a function of the system's: __tls_get_addr",
        ["hostile::mutex"] = "",
        ["hostile::print"] = "",
        ["hostile::large_frame"] = "needs more than 2048 bytes of stack",
        ["hostile::huge_frame"] = "needs more than 2048 bytes of stack",
        ["hostile::index"] = "reaches a panic: core::panicking::panic_bounds_check",
        ["hostile::division"] = "reaches a panic: core::panicking::panic_const::panic_const_div_by_zero",
        ["hostile::copy"] = "calls memmove with a length that is not known",
        ["hostile::long_loop"] = "may take too long",
        ["hostile::endless"] = "has a loop that the length of no view bounds",
        ["hostile::spin"] = "waits for another thread",
        ["hostile::system_call"] = "makes a system call",
        ["hostile::odd_instruction"] = "has an instruction that is not understood: rdtsc",
        ["hostile::moved_stack"] = "moves the stack pointer by what is not known",
    };

    // Whichever of several things is met first.
    private static readonly HashSet<string> _anyReason = ["hostile::mutex", "hostile::print", "hostile::thread_local", "hostile::allocation"];

    // What takes too long, or may, is no matter: nobody waits for it.
    private static readonly HashSet<string> _pure = ["hostile::long_loop", "hostile::endless"];

    [Fact]
    public async Task Each_function_has_the_verdict_that_it_deserves()
    {
        var ran = (await Run.FerrobindAsync("inspect", Repository.Fixture("direct"), "--direct", "--json", "--quiet")).Succeeded();
        var exports = JsonDocument.Parse(ran.Output).RootElement.GetProperty("exports").EnumerateArray()
            .ToDictionary(e => e.GetProperty("path").GetString()!["direct::".Length..]);
        Assert.Equal(_verdicts.Keys.Order(), exports.Keys.Order());
        foreach (var (name, reason) in _verdicts)
        {
            var isDirect = reason.Length == 0 && !_anyReason.Contains(name);
            var found = exports[name].GetProperty("reason").GetString() ?? "";
            Assert.True(isDirect == exports[name].GetProperty("direct").GetBoolean(), $"{name}: {found}");
            if (!_anyReason.Contains(name))
                Assert.StartsWith(reason, found, StringComparison.Ordinal);
        }

        foreach (var (name, reason) in _verdicts)
        {
            var isPure = exports[name].GetProperty("pureGo").GetBoolean();
            var found = exports[name].GetProperty("pureGoReason").GetString();
            Assert.True(isPure == (_pure.Contains(name) || (reason.Length == 0 && !_anyReason.Contains(name) && name != "hostile::counter")), $"{name}: {found}");
            Assert.True(isPure == (found is null), name);
        }

        Assert.Equal("uses a variable that outlives the call", exports["hostile::counter"].GetProperty("pureGoReason").GetString());
        Assert.InRange(exports["fnv"].GetProperty("maxElements").GetInt32(), 64, 512);
        Assert.InRange(exports["is_utf8"].GetProperty("maxElements").GetInt32(), 32, 512);
        Assert.Equal(JsonValueKind.Null, exports["add"].GetProperty("maxElements").ValueKind);
    }

    [Theory]
    [InlineData("1.27", "direct")]
    [InlineData("1.24", "direct")]
    [InlineData("1.27", "static")]
    public async Task Every_attack_fails_in_Go(string version, string mode)
    {
        var program = await Programs.GoAsync(version, mode, "direct");
        var ran = await Run.ProgramAsync(program, Path.GetTempPath(), ["-test.v", "-test.timeout=1h"]);
        Results.AllPassed(ran, Results.OfGo(ran), _names);
        Assert.Contains($"link mode: {mode}\n", ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.27")]
    [InlineData("1.24")]
    public async Task Every_attack_fails_in_Go_without_cgo(string version)
    {
        var program = await Programs.GoAsync(version, "pure", "direct");
        var ran = await Run.ProgramAsync(program, Path.GetTempPath(), ["-test.v", "-test.timeout=1h"]);
        Results.AllPassed(ran, Results.OfGo(ran), [.. _names.Except(["from_a_callback", "from_a_thread_of_c", "profiling_callbacks"])]);
        Assert.Contains("link mode: pure\n", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sample_needs_no_C_compiler_and_no_library()
    {
        var directory = Samples.Copied("checksum", Samples.Isolated(Repository.Fresh("samples-checksum")));
        (await Run.FerrobindAsync("bind", directory, "--quiet")).Succeeded();
        var (module, programs) = (Path.Combine(directory, "go"), Repository.Fresh("samples-checksum-programs"));
        var withCgo = Path.Combine(programs, "cgo");
        (await Run.GoAsync("1.27", module, "build", "-o", withCgo, ".")).Succeeded();
        var expected = (await Run.ProgramAsync(withCgo, "/", [])).Succeeded();
        Assert.Equal("link mode: dynamic\n", expected.Error);
        Assert.Contains("Crc32    cbf43926", expected.Output, StringComparison.Ordinal);

        // What the program does not need is not there to be found.
        Directory.Delete(Path.Combine(directory, "bindings", "go", "lib"), recursive: true);
        foreach (var version in (string[])["1.27", "1.24"])
        {
            foreach (var buildMode in (string[])["exe", "pie"])
            {
                var program = Path.Combine(programs, $"pure-{version}-{buildMode}");
                var nothing = new Dictionary<string, string?> { ["PATH"] = programs, ["GOOS"] = "linux", ["GOARCH"] = "amd64" };
                (await Run.GoAsync(version, module, nothing, "build", "-buildmode", buildMode, "-o", program, ".")).Succeeded();
                var ran = (await Run.ProgramAsync(program, "/", [])).Succeeded();
                Assert.Equal("link mode: pure\n", ran.Error);
                Assert.Equal(expected.Output, ran.Output);
            }
        }

        var settings = new Dictionary<string, string?> { ["CGO_ENABLED"] = "0" };
        (await Run.GoAsync("1.27", Path.Combine(directory, "bindings", "go"), settings, "vet", "./...")).Succeeded();
        settings["GOOS"] = "darwin";
        var elsewhere = await Run.GoAsync("1.27", module, settings, "build", "-o", Path.Combine(programs, "darwin"), ".");
        Assert.Contains("checksum_needs_cgo_and_was_built_for_linux_amd64_only", elsewhere.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_needs_cgo_is_not_there_without()
    {
        var crate = new SmallCrate("pure-nothing");
        (await crate.BindAsync()).Succeeded();
        Assert.False(Directory.Exists(Path.Combine(crate.Go, "internal", "pure")));
        var inspected = (await Run.FerrobindAsync(crate.With(null), "inspect", crate.Manifest, "--direct", "--json", "--quiet")).Succeeded();
        var export = Assert.Single(JsonDocument.Parse(inspected.Output).RootElement.GetProperty("exports").EnumerateArray());
        Assert.Equal("takes or returns what does not fit into registers", export.GetProperty("pureGoReason").GetString());

        crate.Source("pub fn say(_times: u32) -> String { \"one\".to_owned() }\npub fn twice(n: u32) -> u32 { n.wrapping_mul(2) }\n");
        (await crate.BindAsync()).Succeeded();
        var settings = new Dictionary<string, string?> { ["CGO_ENABLED"] = "0" };
        var refused = await Run.GoAsync("1.27", crate.At("go"), settings, "build", ".");
        Assert.Contains("undefined: small.Say", refused.Error, StringComparison.Ordinal);
        crate.Write("go/main.go", "package main\n\nimport \"rust/small\"\n\nfunc main() { println(small.Twice(21)) }\n");
        Assert.Equal("42\n", (await Run.GoAsync("1.27", crate.At("go"), settings, "run", ".")).Succeeded().Error);

        // Go sees that the object has changed.
        crate.Source("pub fn say(_times: u32) -> String { \"one\".to_owned() }\npub fn twice(n: u32) -> u32 { n.wrapping_mul(3) }\n");
        (await crate.BindAsync()).Succeeded();
        Assert.Equal("63\n", (await Run.GoAsync("1.27", crate.At("go"), settings, "run", ".")).Succeeded().Error);
    }

    [Fact]
    public async Task A_program_that_finds_races_does_without()
    {
        var program = await Programs.GoAsync("1.27", "direct", "direct", findsRaces: true);
        var ran = (await Run.ProgramAsync(program, Path.GetTempPath(), ["-test.v", "-test.run=TestDirect/values"])).Succeeded();
        Assert.Contains("link mode: static\n", ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CSharp.Jit, "dynamic")]
    [InlineData(CSharp.Aot, "static")]
    public async Task Every_attack_fails_in_CSharp(CSharp compiler, string mode)
    {
        var program = await Programs.CSharpAsync(compiler, mode, "direct");
        var ran = await Run.ProgramAsync(program, Path.GetTempPath(), []);
        Results.AllPassed(
            ran, Results.OfCSharp(ran), ["values", "refusals", "from_a_finalizer", "threads", "collections", "drift"]);
    }

    [Fact]
    public async Task Another_library_of_the_same_signatures_is_refused()
    {
        var program = await Programs.CSharpAsync(CSharp.Jit, "dynamic", "direct");
        var copy = Path.Combine(Repository.Output, "other-direct");
        Directory.CreateDirectory(copy);
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(program)!))
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)), overwrite: true);
        var library = Path.Combine(copy, "libdirect_fb.so");
        var bytes = await File.ReadAllBytesAsync(library, TestContext.Current.CancellationToken);
        bytes[bytes.AsSpan().IndexOf("ferrobind seal 1"u8) + 16] ^= 2;
        await File.WriteAllBytesAsync(library, bytes, TestContext.Current.CancellationToken);
        var ran = await Run.ProgramAsync(Path.Combine(copy, Path.GetFileName(program)), copy, []);
        // Not 1: there is a finalizer among the cases, and nobody catches what it throws.
        Assert.NotEqual(0, ran.ExitCode);
        Assert.Contains("is not the one that these bindings", ran.Output, StringComparison.Ordinal);
    }
}
