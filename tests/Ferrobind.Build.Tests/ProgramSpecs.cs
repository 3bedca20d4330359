using Xunit;
using static Ferrobind.Build.Tests.BridgeFixture;

namespace Ferrobind.Build.Tests;

public sealed class ProgramSpecs
{
    [Fact]
    public async Task The_doctor_finds_cargo_and_says_how_to_get_what_is_missing()
    {
        var found = await Doctor.ExamineAsync(Environment.CurrentDirectory, Cancellation);
        Assert.Equal(KnownPrograms.All, found.Select(program => program.Program));
        var cargo = found.Single(program => program.Program == KnownPrograms.Cargo);
        Assert.StartsWith("cargo 1.", cargo.Version);
        Assert.True(Path.IsPathRooted(cargo.Path));
        Assert.All(found, program => Assert.NotEmpty(program.Program.HowToGet));

        var missing = await Doctor.ExamineAsync(new ProgramInfo("no-such-program", "x", "y"), Environment.CurrentDirectory, Cancellation);
        Assert.Null(missing.Path);
        Assert.False(missing.Works);
    }

    [Fact]
    public async Task A_program_that_is_missing_says_what_it_is_for()
    {
        var tool = new Tool(new ProgramInfo("no-such-program", "testing", "Install it."), Environment.CurrentDirectory, SilentToolLog.Instance);
        var message = await Fails.WithAsync("FB0401", () => tool.RunAsync([], Cancellation));
        Assert.Equal("no-such-program was not found. It is needed for testing.", message.Message);
        Assert.Equal("Install it.", message.Help);
    }

    [Fact]
    public async Task A_program_is_interrupted_when_the_user_cancels()
    {
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var tool = new Tool(new ProgramInfo("sleep", "", ""), Environment.CurrentDirectory, SilentToolLog.Instance);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => tool.RunAsync(["20"], cancel.Token));
    }
}
