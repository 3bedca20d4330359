using Xunit;

namespace Ferrobind.Build.Tests;

public sealed class DepInfoSpecs
{
    [Fact]
    public void I_can_read_a_rule_of_cargos() =>
        Assert.Equal(["/a/lib.rs", "/b c/d#e\\f.rs", "/w/rel.rs"], DepInfo.Parse("/t/lib.so: /a/lib.rs /b\\ c/d#e\\f.rs rel.rs /a/lib.rs\n", "/w"));

    [Fact]
    public void Comments_empty_rules_and_continued_lines_are_understood() =>
        Assert.Equal(["/a.rs", "/b.rs"], DepInfo.Parse("t: /a.rs \\\n  /b.rs\n\n/a.rs:\n# env-dep:X=1\n", "/w"));
}
