namespace Ferrobind.Cli.Tests;

public sealed class InspectTests : IDisposable
{
    private readonly CommandLine _line = new();

    public void Dispose() => _line.Dispose();

    [Fact]
    public async Task The_table_accounts_for_every_item()
    {
        Assert.Equal(0, await _line.RunAsync("inspect", "image-tools"));
        Assert.Equal(
            """
            image-tools 0.2.0

            Crosses            Kind      As        Go (rust/imagetools)  C# (ImageTools)
            image_tools::MAX   constant  constant  Max                   ImageToolsLib.Max
            image_tools::mean  function  call      Mean                  ImageToolsLib.Mean

            Does not cross      Kind    Why
            image_tools::Image  struct  FB1001: struct items do not cross yet.

            Nothing to call  Kind    Why
            image_tools      module  the crate's root

            2 of 3 public items cross, 1 does not; 1 more is nothing to call.

            """,
            _line.Out);
    }

    /// <summary>What docs/inspect-json.md promises. A change here that is no addition raises the schema's number.</summary>
    [Fact]
    public async Task The_json_is_what_its_page_says()
    {
        Assert.Equal(0, await _line.RunAsync("inspect", "image-tools", "--json"));
        Assert.Equal(
            """
            {
              "schema": 1,
              "crate": "image-tools",
              "version": "0.2.0",
              "goModule": "rust/imagetools",
              "csharpNamespace": "ImageTools",
              "items": [
                {
                  "path": "image_tools",
                  "kind": "module",
                  "signature": "mod image_tools",
                  "status": "transparent",
                  "form": null,
                  "symbol": null,
                  "go": null,
                  "csharp": null,
                  "code": null,
                  "reason": "the crate's root"
                },
                {
                  "path": "image_tools::MAX",
                  "kind": "constant",
                  "signature": "const MAX: u32",
                  "status": "bridged",
                  "form": "constant",
                  "symbol": null,
                  "go": "Max",
                  "csharp": "ImageToolsLib.Max",
                  "code": null,
                  "reason": null
                },
                {
                  "path": "image_tools::Image",
                  "kind": "struct",
                  "signature": "struct Image<'a>",
                  "status": "skipped",
                  "form": null,
                  "symbol": null,
                  "go": null,
                  "csharp": null,
                  "code": "FB1001",
                  "reason": "struct items do not cross yet."
                },
                {
                  "path": "image_tools::mean",
                  "kind": "function",
                  "signature": "fn mean(values: &[f64]) -> Option<f64>",
                  "status": "bridged",
                  "form": "call",
                  "symbol": "fb_image_tools_mean",
                  "go": "Mean",
                  "csharp": "ImageToolsLib.Mean",
                  "code": null,
                  "reason": null
                }
              ],
              "totals": {
                "items": 4,
                "bridged": 2,
                "skipped": 1,
                "transparent": 1
              }
            }

            """,
            _line.Out);
    }
}
