using Ferrobind.Diagnostics;
using Xunit;

namespace Ferrobind.Build.Tests;

public static class Fails
{
    public static Diagnostic With(string code, Action action) =>
        Coded(code, Assert.Throws<FerrobindException>(action).Diagnostic);

    public static async Task<Diagnostic> WithAsync(string code, Func<Task> action) =>
        Coded(code, (await Assert.ThrowsAsync<FerrobindException>(action)).Diagnostic);

    private static Diagnostic Coded(string code, Diagnostic diagnostic)
    {
        Assert.True(code == diagnostic.Code, $"expected {code}, found {diagnostic}\n{diagnostic.Output}");
        return diagnostic;
    }
}
