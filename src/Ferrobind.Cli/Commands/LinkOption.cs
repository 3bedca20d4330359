using System.CommandLine;
using Ferrobind.Plan;

namespace Ferrobind.Cli.Commands;

/// <summary><c>--link dynamic|static</c>.</summary>
internal static class LinkOption
{
    public static Option<string?> Create(string description)
    {
        var option = new Option<string?>("--link") { Description = description };
        option.AcceptOnlyFromAmong("dynamic", "static");
        return option;
    }

    /// <summary>The mode that was asked for; null where none was.</summary>
    public static LinkMode? ModeOf(ParseResult parsed, Option<string?> option) => parsed.GetValue(option) switch
    {
        "dynamic" => LinkMode.Dynamic,
        "static" => LinkMode.Static,
        _ => null,
    };
}
