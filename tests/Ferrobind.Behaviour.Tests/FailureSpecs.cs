namespace Ferrobind.Behaviour.Tests;

/// <summary>What cannot be bound is a numbered message, an exit code, and nothing written.</summary>
public sealed class FailureSpecs
{
    [Fact]
    public async Task No_crate_at_a_path()
    {
        var output = Path.Combine(Repository.Fresh("no-crate"), "go");
        (await Run.FerrobindAsync("bind", "./does-not-exist", "--go", output)).FailedWith(1, "FB0103");
        Assert.False(Directory.Exists(output));
    }

    [Fact]
    public async Task No_crate_of_that_name_in_the_registry()
    {
        var output = Path.Combine(Repository.Fresh("no-such-crate"), "go");
        (await Run.FerrobindAsync("bind", "no-such-crate-as-this-one", "--go", output)).FailedWith(1, "FB0104");
        Assert.False(Directory.Exists(output));
    }

    [Fact]
    public async Task No_version_that_meets_the_requirement()
    {
        var output = Path.Combine(Repository.Fresh("no-such-version"), "go");
        (await Run.FerrobindAsync("bind", "hex@77", "--go", output)).FailedWith(1, "FB0105");
        Assert.False(Directory.Exists(output));
    }

    [Fact]
    public async Task A_program_is_not_a_library()
    {
        var crate = new SmallCrate("program-only");
        File.Delete(crate.At("crate/src/lib.rs"));
        crate.Write("crate/src/main.rs", "fn main() {}\n");
        (await crate.BindAsync()).FailedWith(1, "FB0108");
        Assert.False(Directory.Exists(crate.At("bindings")));
    }

    [Fact]
    public async Task A_crate_that_does_not_compile_with_all_that_cargo_says()
    {
        var crate = new SmallCrate("broken");
        crate.Source("pub fn say() -> u32 {\n    let x: u32 = \"text\";\n    x\n}\n");
        var ran = (await crate.BindAsync()).FailedWith(1, "FB0201");
        Assert.Contains("error[E0308]: mismatched types", ran.Error, StringComparison.Ordinal);
        Assert.Contains("let x: u32 = \"text\";", ran.Error, StringComparison.Ordinal);
        Assert.Contains("expected `u32`, found `&str`", ran.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(crate.At("bindings")));
    }

    [Fact]
    public async Task A_rustdoc_format_that_is_not_known()
    {
        var crate = new SmallCrate("format");
        var ran = (await crate.BindAsync(WithFormat(crate, 12))).FailedWith(1, "FB0101");
        Assert.Contains("12", ran.Error, StringComparison.Ordinal);
        Assert.Matches("versions [0-9]+ to [0-9]+ are known", ran.Error);
        Assert.False(Directory.Exists(crate.At("bindings")));
    }

    [Fact]
    public async Task A_newer_rustdoc_format_is_tried_and_reported()
    {
        var crate = new SmallCrate("newer-format");
        var ran = (await crate.BindAsync(WithFormat(crate, 999))).Succeeded();
        Assert.Contains("warning: rustc", ran.Error, StringComparison.Ordinal);
        Assert.Contains("version 999, newer than", ran.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(crate.At("bindings/go/small.go")));
    }

    // A rustdoc that says that its format is this one.
    private static IReadOnlyDictionary<string, string?> WithFormat(SmallCrate crate, int version) => crate.Instead(
        "RUSTDOC",
        $$"""
        rustdoc "$@" || exit
        case "$*" in *--output-format*) ;; *) exit 0 ;; esac
        while [ $# -gt 1 ]; do
            [ "$1" != --out-dir ] && [ "$1" != -o ] || out=$2
            shift
        done
        sed -i 's/"format_version":[0-9]*/"format_version":{{version}}/' "$out/small.json"
        """);

    [Fact]
    public async Task No_cargo_on_the_path()
    {
        var crate = new SmallCrate("no-cargo");
        var nothing = new Dictionary<string, string?> { ["PATH"] = crate.At("empty") };
        var ran = (await crate.BindAsync(nothing)).FailedWith(4, "FB0401");
        Assert.Contains("rustup", ran.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(crate.At("bindings")));
    }

    [Fact]
    public async Task A_name_that_would_clash()
    {
        var crate = new SmallCrate("clash");
        (await crate.BindAsync(null, "--go-module", "fmt")).FailedWith(2, "FB0052");
        (await crate.BindAsync(null, "--csharp-namespace", "System.Text")).FailedWith(2, "FB0053");
        Assert.False(Directory.Exists(crate.At("bindings")));
    }

    [Fact]
    public async Task An_export_that_the_compiler_refuses_is_skipped_and_the_rest_works()
    {
        var ran = (await Run.FerrobindAsync("inspect", Repository.Fixture("basics"), "--json")).Succeeded();
        using var json = System.Text.Json.JsonDocument.Parse(ran.Output);
        Assert.Contains("FB1090", ran.Output, StringComparison.Ordinal);
        Assert.Contains("basics::wants_static", ran.Output, StringComparison.Ordinal);
        var generated = File.ReadAllText(Path.Combine(Repository.Bindings("basics", "go"), "basics.go"));
        Assert.DoesNotContain("WantsStatic", generated, StringComparison.Ordinal);
        Assert.Contains("func Add(", generated, StringComparison.Ordinal);
    }
}
