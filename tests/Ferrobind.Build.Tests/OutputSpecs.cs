using Xunit;

namespace Ferrobind.Build.Tests;

public sealed class OutputSpecs : IDisposable
{
    private readonly TemporaryDirectory _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void I_can_generate_a_new_directory()
    {
        var changes = Commit(("go/a.go", "a"), ("go/deep/er/b.go", "b"));

        Assert.Equal([".ferrobind.json", "a.go", "deep/er/b.go"], _temp.Files("go"));
        Assert.Equal(2, changes.Written.Count);
        Assert.Equal(
            """
            {
              "format": 1,
              "tool": "1.0",
              "files": {
                "a.go": "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb",
                "deep/er/b.go": "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d"
              }
            }

            """,
            _temp.Read("go/.ferrobind.json"));
    }

    [Fact]
    public void An_empty_directory_may_be_used()
    {
        Directory.CreateDirectory(_temp["go"]);
        Commit(("go/a.go", "a"));
        Assert.Equal("a", _temp.Read("go/a.go"));
    }

    [Fact]
    public void A_directory_with_other_files_is_not_touched()
    {
        _temp.Write("go/mine.go", "mine");
        var before = Directory.GetLastWriteTimeUtc(_temp["go"]);

        Fails.With("FB0301", () => Commit(("go/a.go", "a")));

        Assert.Equal(["mine.go"], _temp.Files("go"));
        Assert.Equal(before, Directory.GetLastWriteTimeUtc(_temp["go"]));
    }

    [Fact]
    public void A_file_that_did_not_change_is_not_written_again()
    {
        Commit(("go/a.go", "a"), ("go/b.go", "b"));
        var old = DateTime.UtcNow.AddDays(-1);
        foreach (var file in _temp.Files("go"))
        {
            File.SetLastWriteTimeUtc(_temp[$"go/{file}"], old);
        }

        var nothing = Commit(("go/a.go", "a"), ("go/b.go", "b"));
        Assert.Equal(old, File.GetLastWriteTimeUtc(_temp["go/.ferrobind.json"]));
        Assert.Empty(nothing.Written);

        Commit(("go/a.go", "a"), ("go/b.go", "new"));
        Assert.Equal(old, File.GetLastWriteTimeUtc(_temp["go/a.go"]));
        Assert.Equal("new", _temp.Read("go/b.go"));
    }

    [Fact]
    public void What_is_no_longer_generated_goes_and_the_users_files_stay()
    {
        Commit(("go/a.go", "a"), ("go/sub/b.go", "b"), ("go/other/c.go", "c"));
        _temp.Write("go/other/mine.go", "mine");

        var changes = Commit(("go/a.go", "a"));

        Assert.Equal([".ferrobind.json", "a.go", "other/mine.go"], _temp.Files("go"));
        Assert.False(Directory.Exists(_temp["go/sub"]));
        Assert.Equal(2, changes.Deleted.Count);
    }

    [Fact]
    public void A_generated_file_that_was_edited_is_named_and_nothing_changes()
    {
        Commit(("go/a.go", "a"), ("go/b.go", "b"), ("go/stale.go", "s"));
        _temp.Write("go/b.go", "edited");
        _temp.Write("go/stale.go", "edited too");

        var message = Fails.With("FB0302", () => Commit(("go/a.go", "new"), ("go/b.go", "new")));

        Assert.Contains("b.go, stale.go", message.Message);
        Assert.Equal("a", _temp.Read("go/a.go"));
        Assert.Equal("edited", _temp.Read("go/b.go"));
        Assert.Equal([".ferrobind.json", "a.go", "b.go", "stale.go"], _temp.Files("go"));
    }

    [Fact]
    public void An_edit_that_makes_a_file_what_it_would_become_is_fine()
    {
        Commit(("go/a.go", "a"));
        _temp.Write("go/a.go", "new");
        Assert.Empty(Commit(("go/a.go", "new")).Written);
        Commit(("go/a.go", "newer"));
    }

    [Fact]
    public void A_generated_file_that_was_deleted_comes_back()
    {
        Commit(("go/a.go", "a"));
        File.Delete(_temp["go/a.go"]);
        Commit(("go/a.go", "a"));
        Assert.Equal("a", _temp.Read("go/a.go"));
    }

    [Fact]
    public void A_file_of_the_users_in_the_way_is_named()
    {
        Commit(("go/a.go", "a"));
        _temp.Write("go/b.go", "mine");
        _temp.Write("go/sub", "a file where a directory goes");
        Directory.CreateDirectory(_temp["elsewhere"]);
        Directory.CreateSymbolicLink(_temp["go/link"], _temp["elsewhere"]);

        var message = Fails.With("FB0303", () => Commit(("go/a.go", "new"), ("go/b.go", "b"), ("go/sub/c.go", "c"), ("go/link/d.go", "d")));

        Assert.Contains("b.go, link, sub", message.Message);
        Assert.Equal("a", _temp.Read("go/a.go"));
        Assert.Equal("mine", _temp.Read("go/b.go"));
        Assert.Empty(_temp.Files("elsewhere"));
    }

    [Fact]
    public void A_file_can_become_a_directory_and_the_other_way_round()
    {
        Commit(("go/a", "a"), ("go/b/c", "c"));
        Commit(("go/a/d", "d"), ("go/b", "b"));
        Assert.Equal([".ferrobind.json", "a/d", "b"], _temp.Files("go"));
    }

    [Fact]
    public void A_directory_of_the_users_in_the_way_is_named_even_if_it_is_empty()
    {
        Commit(("go/a/b", "b"));
        Directory.CreateDirectory(_temp["go/a/mine"]);
        Directory.CreateDirectory(_temp["go/c"]);
        var message = Fails.With("FB0303", () => Commit(("go/a", "a"), ("go/c", "c")));
        Assert.Contains("a, c", message.Message);
        Assert.Equal("b", _temp.Read("go/a/b"));
    }

    [Fact]
    public void Several_directories_change_together_or_not_at_all()
    {
        Commit(("go/a.go", "a"), ("cs/a.cs", "a"));
        _temp.Write("cs/a.cs", "edited");

        Fails.With("FB0302", () => Commit(("go/a.go", "new"), ("cs/a.cs", "new")));

        Assert.Equal("a", _temp.Read("go/a.go"));
    }

    [Fact]
    public void A_failure_leaves_no_new_directory_behind()
    {
        Assert.Throws<FileNotFoundException>(() => OutputTransaction.Commit(
            [new OutputDirectory(_temp["new/go"], [OutputFile.Of("a", "a"), OutputFile.CopyOf("b", _temp["missing"])])],
            "1.0", CancellationToken.None));
        Assert.False(Directory.Exists(_temp["new"]));
    }

    [Fact]
    public void A_place_that_cannot_be_written_to_is_named()
    {
        _temp.Write("file", "");
        Assert.Contains("file/go", Fails.With("FB0305", () => Commit(("file/go", [("a.go", "a")]))).Message);
        Fails.With("FB0305", () => Commit(("file", [("a.go", "a")])));
    }

    [Fact]
    public void A_second_run_at_the_same_time_is_told_so()
    {
        Commit(("go/a.go", "a"));
        OutputTransaction.Commit(
            Directories(("go", [("a.go", "b")])), "1.0",
            _ => Fails.With("FB0304", () => Commit(("go/a.go", "c"))), CancellationToken.None);
        Assert.Equal("b", _temp.Read("go/a.go"));
        Assert.Equal([".ferrobind.json", "a.go"], _temp.Files("go"));
    }

    [Fact]
    public void A_run_that_is_cancelled_before_the_moves_changes_nothing()
    {
        Commit(("go/a.go", "a"));
        Assert.Throws<OperationCanceledException>(
            () => OutputTransaction.Commit(Directories(("go", [("a.go", "b")])), "1.0", new CancellationToken(canceled: true)));
        Assert.Equal("a", _temp.Read("go/a.go"));
        Assert.Equal([".ferrobind.json", "a.go"], _temp.Files("go"));
        Assert.False(Directory.Exists(_temp["go/.ferrobind-staging"]));
    }

    /// <summary>As a kill leaves it: an exception among the moves is not undone.</summary>
    [Theory]
    [InlineData(0), InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public void The_next_run_completes_one_that_was_killed(int moves)
    {
        (string, string)[] old = [("a.go", "a"), ("b.go", "b"), ("old/c.go", "c")];
        (string, string)[] next = [("a.go", "a2"), ("b.go", "b2"), ("new/d.go", "d2")];
        (string, string)[] other = [("a.go", "a3"), ("b.go", "b"), ("e.go", "e3")];
        Commit(("go", old));
        Kill(next, moves);
        Assert.Contains("pending", _temp.Read("go/.ferrobind.json"));

        Kill(other, moves - 1);
        Commit(("go", moves % 2 == 0 ? next : other));

        var expected = moves % 2 == 0 ? next : other;
        Assert.Equal(expected.Select(f => f.Item1).Prepend(".ferrobind.json"), _temp.Files("go"));
        Assert.All(expected, file => Assert.Equal(file.Item2, _temp.Read($"go/{file.Item1}")));
        Assert.DoesNotContain("pending", _temp.Read("go/.ferrobind.json"));
        Assert.Equal(moves % 2 == 0, Directory.Exists(_temp["go/new"]));
        Assert.False(Directory.Exists(_temp["go/old"]));
    }

    [Fact]
    public void A_users_file_is_safe_from_a_run_that_was_killed()
    {
        Commit(("go", [("a.go", "a")]));
        Kill([("a.go", "a2"), ("new/d.go", "d2")], 0);
        _temp.Write("go/new/d.go", "mine");
        Fails.With("FB0302", () => Commit(("go", [("a.go", "a2")])));
        Assert.Equal("mine", _temp.Read("go/new/d.go"));
    }

    [Fact]
    public void What_a_killed_first_run_leaves_is_taken_over()
    {
        _temp.Write("go/.ferrobind-staging/files/0", "half");
        _temp.Write("go/.ferrobind.lock", "");
        Commit(("go/a.go", "a"));
        Assert.Equal([".ferrobind.json", "a.go"], _temp.Files("go"));
    }

    [Fact]
    public void A_manifest_of_a_newer_version_is_not_guessed_at()
    {
        _temp.Write("go/.ferrobind.json", """{ "format": 2, "tool": "9", "files": {} }""");
        Fails.With("FB0307", () => Commit(("go/a.go", "a")));
        _temp.Write("go/.ferrobind.json", "{");
        Fails.With("FB0307", () => Commit(("go/a.go", "a")));
    }

    [Fact]
    public void Two_outputs_cannot_share_a_directory() =>
        Fails.With("FB0306", () => Commit(("go", [("a", "a")]), ("go/", [("b", "b")])));

    [Theory]
    [InlineData("../a"), InlineData("/a"), InlineData("a//b"), InlineData(".ferrobind.json"), InlineData("a/./b")]
    public void A_file_cannot_be_generated_outside(string path) =>
        Assert.Throws<ArgumentException>(() => Commit(("go", [(path, "a")])));

    private void Kill((string, string)[] files, int moves) => Assert.Throws<InvalidOperationException>(
        () => OutputTransaction.Commit(
            Directories(("go", files)), "1.0",
            _ =>
            {
                if (moves-- <= 0)
                {
                    throw new InvalidOperationException("killed");
                }
            },
            CancellationToken.None));

    private OutputChanges Commit(params (string Path, string Text)[] files) => Commit(
        [.. files.GroupBy(file => file.Path.Split('/')[0])
            .Select(group => (group.Key, group.Select(file => (file.Path[(group.Key.Length + 1)..], file.Text)).ToArray()))]);

    private OutputChanges Commit(params (string Directory, (string, string)[] Files)[] directories) =>
        OutputTransaction.Commit(Directories(directories), "1.0", CancellationToken.None);

    private OutputDirectory[] Directories(params (string Directory, (string Path, string Text)[] Files)[] directories) =>
        [.. directories.Select(d => new OutputDirectory(_temp[d.Directory], d.Files.Select(f => OutputFile.Of(f.Path, f.Text))))];
}
