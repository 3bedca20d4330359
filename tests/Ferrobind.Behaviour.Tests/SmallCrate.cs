[assembly: System.Runtime.Versioning.SupportedOSPlatform("linux")]

namespace Ferrobind.Behaviour.Tests;

/// <summary>A crate in a new directory, with its bindings beside it and a Go program that prints what the crate says.</summary>
internal sealed class SmallCrate
{
    public SmallCrate(string name)
    {
        Directory = Repository.Fresh(name);
        Write("crate/Cargo.toml", "[package]\nname = \"small\"\nversion = \"0.1.0\"\nedition = \"2021\"\n\n[workspace]\n");
        Says("one");
        Write("go/go.mod", "module program\n\ngo 1.24\n\nrequire rust/small v0.0.0\n\nreplace rust/small => ../bindings/go\n");
        Write("go/main.go", "package main\n\nimport \"rust/small\"\n\nfunc main() { println(small.Say(1)) }\n");
        Write("csharp/Directory.Build.props", "<Project />");
        Write("csharp/Directory.Packages.props", "<Project />");
        Write(
            "csharp/Program.csproj",
            """
            <Project Sdk="Microsoft.NET.Sdk">
              <Import Project="../bindings/csharp/Small.targets" />
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
              </PropertyGroup>
            </Project>
            """);
        Write("csharp/Program.cs", "System.Console.Error.WriteLine(Small.SmallLib.Say(1));\n");
    }

    public string Directory { get; }

    public string Manifest => At("crate");

    public string Go => At("bindings/go");

    public string CSharp => At("bindings/csharp");

    public string At(string path) => Path.Combine(Directory, path);

    public void Write(string path, string text)
    {
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
    }

    /// <summary>Changes what the crate says; its C ABI stays.</summary>
    public void Says(string text) => Source($"pub fn say(_times: u32) -> String {{ \"{text}\".to_owned() }}\n");

    public void Source(string text) => Write("crate/src/lib.rs", text);

    public Task<Ran> BindAsync(IReadOnlyDictionary<string, string?>? settings = null, params string[] more) =>
        Run.FerrobindAsync(With(settings), ["bind", Manifest, "--go", Go, "--csharp", CSharp, .. more]);

    /// <summary>Settings, and a target directory of its own: crates of one name would get into each other's way.</summary>
    public Dictionary<string, string?> With(IReadOnlyDictionary<string, string?>? settings) =>
        new(settings ?? new Dictionary<string, string?>()) { ["CARGO_TARGET_DIR"] = At("target") };

    /// <summary>Every file of the bindings with its contents' digest and the time of its last change.</summary>
    public IReadOnlyList<string> Snapshot() =>
    [
        .. System.IO.Directory.EnumerateFiles(At("bindings"), "*", SearchOption.AllDirectories)
            .Where(file => !file.Contains(".lock", StringComparison.Ordinal))
            .Select(file => $"{file} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))} "
                + File.GetLastWriteTimeUtc(file).Ticks)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>A program that stands for another one, and its environment variable.</summary>
    public IReadOnlyDictionary<string, string?> Instead(string variable, string script)
    {
        var file = At(variable.ToLowerInvariant());
        File.WriteAllText(file, "#!/bin/sh\n" + script);
        File.SetUnixFileMode(file, (UnixFileMode)0b111_101_101);
        return With(new Dictionary<string, string?> { [variable] = file });
    }
}
