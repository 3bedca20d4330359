using System.Diagnostics;
using Xunit;

namespace Ferrobind.Build.Tests;

public sealed class FingerprintSpecs : IDisposable
{
    private readonly TemporaryDirectory _temp = new();
    private readonly string _source;
    private readonly string _output;

    public FingerprintSpecs()
    {
        _source = _temp.Write("crate/src/lib.rs", "fn a() {}");
        _temp.Write("data/old", "");
        _output = _temp.Write("out/a.go", "a");
    }

    private string Stamp => _temp["target/ferrobind/stamp.json"];

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void Nothing_to_do_is_recognised_quickly()
    {
        Write();
        _ = IsCurrent();
        var clock = Stopwatch.StartNew();
        Assert.True(IsCurrent());
        Assert.True(clock.ElapsedMilliseconds < 50);
    }

    [Fact]
    public void Without_a_stamp_or_with_a_damaged_one_there_is_work()
    {
        Assert.False(IsCurrent());
        _temp.Write("target/ferrobind/stamp.json", "{");
        Assert.False(IsCurrent());
    }

    [Fact]
    public void Another_version_option_or_toolchain_is_work()
    {
        Write();
        Assert.False(Fingerprint.Of("2", "o", "t").IsCurrent(Stamp));
        Assert.False(Fingerprint.Of("1", "p", "t").IsCurrent(Stamp));
        Assert.False(Fingerprint.Of("1", "o", "u").IsCurrent(Stamp));
    }

    [Fact]
    public void A_new_time_alone_is_no_work()
    {
        Write();
        File.SetLastWriteTimeUtc(_source, DateTime.UtcNow.AddHours(1));
        Assert.True(IsCurrent());
    }

    [Fact]
    public void Changed_contents_of_the_same_size_are_work()
    {
        Write();
        File.WriteAllText(_source, "fn b() {}");
        File.SetLastWriteTimeUtc(_source, DateTime.UtcNow.AddHours(1));
        Assert.False(IsCurrent());
    }

    [Fact]
    public void A_changed_or_missing_output_is_work()
    {
        Write();
        File.AppendAllText(_output, "!");
        Assert.False(IsCurrent());
        File.Delete(_output);
        Assert.False(IsCurrent());
    }

    [Fact]
    public void A_configuration_file_that_appears_is_work()
    {
        Write();
        _temp.Write("crate/.cargo/config.toml", "");
        Assert.False(IsCurrent());
    }

    [Fact]
    public void A_new_file_in_a_watched_directory_is_work_but_not_one_of_cargos()
    {
        Write();
        _temp.Write("data/target/CACHEDIR.TAG", "");
        _temp.Write("data/target/x", "");
        Assert.True(IsCurrent());
        _temp.Write("data/sub/new", "");
        Assert.False(IsCurrent());
    }

    [Fact]
    public void A_variable_that_a_build_script_reads_is_compared()
    {
        Write();
        try
        {
            Environment.SetEnvironmentVariable("FB_TEST_VARIABLE", "1");
            Assert.False(IsCurrent());
        }
        finally
        {
            Environment.SetEnvironmentVariable("FB_TEST_VARIABLE", null);
        }

        Assert.True(IsCurrent());
    }

    [Fact]
    public void A_source_that_changes_during_the_run_leaves_no_stamp()
    {
        var started = File.GetLastWriteTimeUtc(_source).AddSeconds(-1);
        Assert.False(Fingerprint.Of("1", "o", "t").Write(Stamp, started, [_source], [_output], []));
        Assert.False(IsCurrent());
    }

    private bool IsCurrent() => Fingerprint.Of("1", "o", "t").IsCurrent(Stamp);

    private void Write() => Assert.True(Fingerprint.Of("1", "o", "t").Write(
        Stamp, DateTime.UtcNow.AddSeconds(1), [_source, _temp["crate/.cargo/config.toml"], _temp["data"]], [_output], ["FB_TEST_VARIABLE"]));
}
