namespace Ferrobind.Emit.Docs;

/// <summary>What rustdoc makes of the text behind a fence, and of the lines of an example.</summary>
internal static class CodeLanguage
{
    /// <summary>Whether a block is Rust: it says so, or it has nothing but rustdoc's own attributes.</summary>
    public static bool IsRust(string info) => info
        .Split([',', ' ', '{', '}'], StringSplitOptions.RemoveEmptyEntries)
        .All(word => word is "rust" or "should_panic" or "no_run" or "compile_fail" or "standalone" or "standalone_crate" or "test_harness"
            || word.StartsWith("ignore", StringComparison.Ordinal)
            || word.StartsWith("edition", StringComparison.Ordinal)
            || (word.Length == 5 && word[0] == 'E' && word.AsSpan(1).ContainsAnyInRange('0', '9')));

    /// <summary>A line that is compiled but not shown: <c># use …;</c>.</summary>
    public static bool IsHidden(string line)
    {
        var trimmed = line.AsSpan().Trim();
        return trimmed is "#" || trimmed.StartsWith("# ");
    }

    /// <summary><c>##</c> at the start of a line stands for <c>#</c>.</summary>
    public static string Unescape(string line)
    {
        var start = line.Length - line.TrimStart().Length;
        return line.AsSpan(start).StartsWith("##") ? line.Remove(start, 1) : line;
    }
}
