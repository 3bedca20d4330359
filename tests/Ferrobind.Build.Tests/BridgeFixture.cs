using Xunit;

[assembly: AssemblyFixture(typeof(Ferrobind.Build.Tests.BridgeFixture))]

namespace Ferrobind.Build.Tests;

/// <summary>
/// Two bridges of a path crate with a build script and a crate of a registry, built once for all specs. The registry is
/// a
/// directory that cargo's configuration names: no network.
/// </summary>
public sealed class BridgeFixture : IAsyncLifetime, IToolLog
{
    public TemporaryDirectory Temp { get; } = new();

    public string TargetDirectory => Temp["target"];

    public string Manifest => Temp["bridge/Cargo.toml"];

    public Cargo Cargo => new(Temp.FullPath, this);

    public BridgeBuild Built { get; private set; } = null!;

    public BridgeBuild OtherBuilt { get; private set; } = null!;

    public CargoMetadata Metadata { get; private set; } = null!;

    public List<string> Log { get; } = [];

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Temp.Write(".cargo/config.toml", "[source.crates-io]\nreplace-with = \"v\"\n[source.v]\ndirectory = \"vendor\"\n");
        Crate("vendor/tiny-reg", "tiny-reg", "1.2.3", "pub fn reg(a: i32) -> i32 { a + 1 }\n");
        Temp.Write("vendor/tiny-reg/.cargo-checksum.json", """{"files":{}}""");
        Crate("hello", "hello", "0.1.0", "pub fn hi(a: i32) -> i32 { a + include_bytes!(\"../one.txt\").len() as i32 }\n");
        Temp.Write("hello/one.txt", "1");
        Temp.Write(
            "hello/build.rs",
            """
            fn main() {
                println!("cargo:rerun-if-env-changed=HELLO_SETTING");
                assert!(std::env::var_os("RUSTC_BOOTSTRAP").is_none(), "RUSTC_BOOTSTRAP reached a build script");
            }

            """);
        Bridge("bridge", "hello_fb", "fb_hello");
        Bridge("other", "other_fb", "fb_other");

        Metadata = await Cargo.MetadataAsync(Manifest, default);
        Built = await Cargo.BuildAsync(Manifest, TargetDirectory, "libhello_fb.so", default);
        OtherBuilt = await Cargo.BuildAsync(Temp["other/Cargo.toml"], TargetDirectory, "libother_fb.so", default);
    }

    public void Crate(string directory, string name, string version, string source, string more = "")
    {
        Temp.Write($"{directory}/Cargo.toml", $"[package]\nname = \"{name}\"\nversion = \"{version}\"\nedition = \"2021\"\n{more}");
        Temp.Write($"{directory}/src/lib.rs", source);
    }

    /// <summary>
    /// With what a real one has: a panic hook set by a constructor, in a module that nothing else refers to;
    /// thread-locals; caught panics.
    /// </summary>
    public void Bridge(string directory, string name, string prefix, string more = "", string extraSource = "")
    {
        Crate(
            directory, name, "0.0.0",
            $$"""
            use std::sync::atomic::{AtomicBool, Ordering};
            pub static HOOKED: AtomicBool = AtomicBool::new(false);
            mod hook {
                #[used]
                #[link_section = ".init_array"]
                static INSTALL: extern "C" fn() = install;
                extern "C" fn install() {
                    std::panic::set_hook(Box::new(|_| super::HOOKED.store(true, super::Ordering::SeqCst)));
                }
            }
            thread_local!(static SEEN: std::cell::RefCell<Vec<i32>> = const { std::cell::RefCell::new(Vec::new()) });
            #[no_mangle]
            pub extern "C" fn {{prefix}}_hooked() -> bool { HOOKED.load(Ordering::SeqCst) }
            #[no_mangle]
            pub extern "C" fn {{prefix}}_seen() -> usize { SEEN.with(|seen| seen.borrow().len()) }
            #[no_mangle]
            pub extern "C" fn {{prefix}}_hi(a: i32) -> i32 {
                SEEN.with(|seen| seen.borrow_mut().push(a));
                std::panic::catch_unwind(|| {
                    assert!(a >= 0, "negative: {a}");
                    hello::hi(tiny_reg::reg(a))
                })
                .unwrap_or(-1)
            }
            {{extraSource}}

            """,
            $"""
            [workspace]
            [lib]
            crate-type = ["cdylib", "staticlib"]
            [dependencies]
            hello.path = "../hello"
            tiny-reg = "1"
            {more}
            """);
    }

    public static string[] Exports(string prefix) => [$"{prefix}_hi", $"{prefix}_hooked", $"{prefix}_seen"];

    public ValueTask DisposeAsync()
    {
        Temp.Dispose();
        return ValueTask.CompletedTask;
    }

    public void Command(string commandLine) => Line(commandLine);

    public void Line(string line)
    {
        lock (Log)
        {
            Log.Add(line);
        }
    }
}
