using System.Text.Json;

namespace Ferrobind.Behaviour.Tests;

/// <summary>Several crates in one library: <c>tests/bundle</c> uses three of the registry and one on disk, from Go and from C#, in every mode.</summary>
public sealed class BundleSpecs : IAsyncLifetime
{
    private static readonly string[] _crates = ["regex@1", "url@2", "semver@1"];

    private static readonly string _expected = File.ReadAllText(Path.Combine(Repository.Program("bundle"), "expected.txt"));

    private static readonly Lazy<Task<Ran>> _available =
        new(() => Run.ProgramAsync(Path.Combine(Repository.Root, "eng", "crates.sh"), Repository.Root, _crates));

    private static readonly Lazy<Task<Ran>> _bound = new(() =>
    {
        Run.Say("binding regex, url, semver and second at once");
        return BindAsync("--force");
    });

    public async ValueTask InitializeAsync()
    {
        var available = await _available.Value;
        Assert.SkipUnless(available.ExitCode == 0, $"the crates can be had neither from crates.io nor from Debian: {available.Error}");
        (await _bound.Value).Succeeded();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("dynamic")]
    [InlineData("static")]
    public async Task Go_uses_all_of_them(string mode)
    {
        var program = Path.Combine(Repository.Output, "programs", $"bundle-go-{mode}");
        (await GoAsync("build", "-tags", $"ferrobind_{mode}", "-o", program, ".")).Succeeded();
        Assert.Equal(_expected, await Samples.OutputAsync(program));
    }

    [Theory]
    [InlineData(CSharp.Jit, "dynamic")]
    [InlineData(CSharp.Aot, "dynamic")]
    [InlineData(CSharp.Aot, "static")]
    public async Task CSharp_uses_all_of_them(CSharp compiler, string mode) =>
        Assert.Equal(_expected, await Samples.OutputAsync(await Programs.CSharpAsync(compiler, mode, "bundle")));

    [Fact]
    public async Task A_handle_of_one_crate_is_no_argument_of_another()
    {
        var go = await GoAsync("vet", "-tags", "mixed", ".");
        Assert.Contains("cannot use pattern (variable of type *regex.Regex) as *semver.Version", go.All, StringComparison.Ordinal);
        var csharp = await Run.ProgramAsync(
            "dotnet",
            [
                "build", Path.Combine(Repository.Program("bundle"), "csharp"), "--artifacts-path",
                Path.Combine(Repository.Output, "programs", "bundle-mixed"), "-p:Mixed=true", "-v", "quiet",
            ]);
        Assert.Contains("CS0019", csharp.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Vendored_packages_have_the_library_with_them()
    {
        var directory = Repository.Fresh("bundle-vendored");
        File.WriteAllText(
            Path.Combine(directory, "go.mod"),
            $"module program\n\ngo 1.24\n\nrequire rust/deps v0.0.0\n\nreplace rust/deps => {Repository.Bindings("deps", "go")}\n");
        File.WriteAllText(
            Path.Combine(directory, "main.go"),
            "package main\n\nimport \"rust/deps/second\"\n\nfunc main() { println(second.Add(1, 2)) }\n");
        (await Run.GoAsync("1.27", directory, "mod", "vendor")).Succeeded();
        Assert.Single(Directory.GetFiles(Path.Combine(directory, "vendor"), "libdeps_fb.a", SearchOption.AllDirectories));
        Assert.Equal("4\n", (await Run.GoAsync("1.27", directory, "run", "-tags", "ferrobind_static", ".")).Succeeded().Error);
    }

    [Fact]
    public async Task C_includes_every_header_at_once()
    {
        var directory = Repository.Fresh("bundle-c");
        (await BindAsync("--header", directory)).Succeeded();
        var source = Path.Combine(directory, "program.c");
        File.WriteAllText(
            source,
            "#include \"deps_fb.h\"\nint main(void) { return fb_deps_abi() != FB_DEPS_ABI || fb_semver_abi() != FB_SEMVER_ABI; }\n");
        var program = Path.Combine(directory, "program");
        (await Run.ProgramAsync(
            "gcc", ["-Wall", "-Wextra", "-Werror", "-pedantic", source, "-L" + directory, "-ldeps_fb", "-Wl,-rpath," + directory, "-o", program])).Succeeded();
        (await Run.ProgramAsync(program, [])).Succeeded();
    }

    [Fact]
    public async Task What_crosses_of_a_crate_is_the_same_as_of_the_crate_alone()
    {
        var all = await InspectAsync("semver@1", Repository.Fixture("second"), "--name", "deps");
        var crates = all.GetProperty("crates").EnumerateArray().ToArray();
        Assert.Equal(2, crates.Length);
        Assert.Equal(Items(await InspectAsync("semver@1")), Items(crates[0]));
        Assert.Equal(Items(await InspectAsync(Repository.Fixture("second"))), Items(crates[1]));
        Assert.Equal(
            crates.Sum(crate => crate.GetProperty("totals").GetProperty("bridged").GetInt32()),
            all.GetProperty("totals").GetProperty("bridged").GetInt32());
    }

    [Fact]
    public async Task A_run_with_nothing_to_do_does_nothing()
    {
        (await BindAsync()).Succeeded();
        var ran = (await BindAsync("--timings")).Succeeded();
        Assert.Contains("Nothing to do", ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Building", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_type_that_two_crates_offer_crosses_in_both()
    {
        var directory = Samples.Isolated(Repository.Fresh("pair"));
        string At(string path) => Path.Combine(directory, path);
        void Write(string path, string text)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
            File.WriteAllText(At(path), text);
        }

        (await Run.FerrobindAsync(
            "bind", Repository.Fixture("pair/shapes"), Repository.Fixture("pair/drawing"), "--name", "pair", "--go", At("go"), "--csharp", At("csharp")))
            .Succeeded();
        Write("program/go.mod", "module program\n\ngo 1.24\n\nrequire rust/pair v0.0.0\n\nreplace rust/pair => ../go\n");
        Write(
            "program/main.go",
            """
            package main

            import (
            	"errors"
            	"fmt"
            	"math"

            	"rust/pair/drawing"
            	"rust/pair/shapes"
            )

            func main() {
            	fmt.Println(shapes.Mirrored(shapes.Point{X: 1, Y: 2}))
            	canvas, err := drawing.Draw([]drawing.Point{{X: 1, Y: 2}, drawing.Point(shapes.Point{X: 3, Y: 4})})
            	fmt.Println(canvas.Count(), drawing.CountShared(canvas), err)
            	own := shapes.NewCanvas()
            	own.Put(shapes.Point{})
            	fmt.Println(own.Count())
            	text := "b"
            	fmt.Println(drawing.Sorted([]drawing.Label{{Text: &text}, {}})[0].Text == nil)
            	_, err = drawing.Draw([]drawing.Point{{X: math.Inf(1)}})
            	var failure *drawing.DrawError
            	fmt.Println(err, errors.As(err, &failure))
            	own.Close()
            	canvas.Close()
            	fmt.Println(drawing.Longest([]drawing.Line{{To: drawing.Point{X: 3, Y: 4}}}))
            }

            """);
        Write(
            "app/App.csproj",
            """
            <Project Sdk="Microsoft.NET.Sdk">
              <Import Project="../csharp/Pair.targets" />
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
            </Project>
            """);
        Write(
            "app/Program.cs",
            """
            var mirrored = Shapes.ShapesLib.Mirrored(new Shapes.Point(1, 2));
            Console.WriteLine($"{{{mirrored.X} {mirrored.Y}}}");
            using var canvas = Drawing.DrawingLib.Draw([new Drawing.Point(1, 2), new Drawing.Point(3, 4)]);
            Console.WriteLine($"{canvas.Count()} {Drawing.DrawingLib.CountShared(canvas)} <nil>");
            using var own = new Shapes.Canvas();
            own.Put(new Shapes.Point(0, 0));
            Console.WriteLine(own.Count());
            var sorted = Drawing.DrawingLib.Sorted([new(new(0, 0), "b"), new(new(0, 0), null)]);
            Console.WriteLine(sorted[0].Text is null ? "true" : "false");
            try
            {
                Drawing.DrawingLib.Draw([new Drawing.Point(double.PositiveInfinity, 0)]);
            }
            catch (Pair.RustException e)
            {
                Console.WriteLine($"{e.Message} {(e is Drawing.DrawException ? "true" : "false")}");
            }
            Console.WriteLine(Drawing.DrawingLib.Longest([new(new(0, 0), new(3, 4))]));

            """);

        const string expected = "{2 1}\n2 2 <nil>\n1\ntrue\nPoint { x: inf, y: 0.0 } is no place true\n5\n";
        Assert.Equal(expected, (await Run.GoAsync("1.27", At("program"), "run", ".")).Succeeded().Output);
        Assert.Equal(expected, (await Run.ProgramAsync("dotnet", At("app"), ["run"])).Succeeded().Output);
    }

    [Fact]
    public async Task A_type_that_a_crate_uses_and_does_not_offer_crosses_with_it()
    {
        var go = Samples.Isolated(Repository.Fresh("mention"));
        (await Run.FerrobindAsync("bind", Repository.Fixture("pair/drawing"), "--go", go)).Succeeded();
        Directory.CreateDirectory(Path.Combine(go, "program"));
        File.WriteAllText(
            Path.Combine(go, "program", "main.go"),
            """
            package main

            import (
            	"fmt"

            	"rust/drawing"
            )

            func main() {
            	fmt.Println(drawing.Longest([]drawing.Line{{To: drawing.Point{X: 3, Y: 4}}, {}}))
            }

            """);
        Assert.Equal("5\n", (await Run.GoAsync("1.27", go, "run", "./program")).Succeeded().Output);
    }

    private static string Items(JsonElement crate) => crate.GetProperty("items").GetRawText().Replace("\n  ", "\n", StringComparison.Ordinal)
        .Replace(" ", "", StringComparison.Ordinal);

    private static async Task<JsonElement> InspectAsync(params string[] arguments) =>
        JsonDocument.Parse((await Run.FerrobindAsync(["inspect", "--json", .. arguments])).Succeeded().Output).RootElement;

    private static Task<Ran> BindAsync(params string[] more) => Run.FerrobindAsync(
    [
        "bind", .. _crates, Repository.Fixture("second"), "--name", "deps", "--go", Repository.Bindings("deps", "go"),
        "--csharp", Repository.Bindings("deps", "csharp"), .. more,
    ]);

    private static Task<Ran> GoAsync(params string[] arguments) =>
        Run.GoAsync("1.27", Path.Combine(Repository.Program("bundle"), "go"), arguments);
}
