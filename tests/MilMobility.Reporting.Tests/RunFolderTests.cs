using MilMobility.Domain.Reports;
using MilMobility.Reporting.RunFolders;

namespace MilMobility.Reporting.Tests;

/// <summary>A run folder appears whole or not at all, and nothing but a run folder is ever replaced.</summary>
public sealed class RunFolderTests : IDisposable
{
    private readonly string _parent = Directory.CreateTempSubdirectory("milmob-run-folder-").FullName;

    public void Dispose() => Directory.Delete(_parent, recursive: true);

    private string Run => Path.Combine(_parent, "run");

    [Fact]
    public void A_run_is_written_whole_and_leaves_no_temporary_folder()
    {
        RunFolder.Write(Run, TinyReport.Make(), overwrite: false);
        string[] expected =
        [
            "check.json", "context.json", "convergence.csv", "impact.json", "manifest.json",
            "march-table.csv", "movements.geojson", "plan.json",
            "report.html", "totals.csv", "train-paths.csv", "voyages.csv",
        ];
        Assert.Equal(expected, Directory.GetFiles(Run).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));
        Assert.Equal([Run], Directory.GetFileSystemEntries(_parent));
    }

    [Fact]
    public void A_run_reads_back_as_it_was_written()
    {
        RunFolder.Write(Run, TinyReport.Make(title: "Read back"), overwrite: false);
        Assert.Equivalent(TinyReport.Make(title: "Read back"), RunFolder.Read(Run), strict: true);
    }

    [Fact]
    public void An_existing_run_is_kept_without_overwrite_and_replaced_with_it()
    {
        RunFolder.Write(Run, TinyReport.Make(title: "First"), overwrite: false);
        Assert.Throws<IOException>(() => RunFolder.Write(Run, TinyReport.Make(title: "Second"), overwrite: false));
        Assert.Equal("First", RunFolder.Read(Run).Scenario.Title);

        RunFolder.Write(Run, TinyReport.Make(title: "Second"), overwrite: true);
        Assert.Equal("Second", RunFolder.Read(Run).Scenario.Title);
        Assert.Equal([Run], Directory.GetFileSystemEntries(_parent));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_folder_that_is_not_a_run_is_never_touched(bool overwrite)
    {
        Directory.CreateDirectory(Run);
        File.WriteAllText(Path.Combine(Run, "thesis.txt"), "mine");
        var fault = Assert.Throws<IOException>(() => RunFolder.Write(Run, TinyReport.Make(), overwrite));
        Assert.Contains("not a run folder", fault.Message, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(Path.Combine(Run, "thesis.txt")));
        Assert.Equal([Run], Directory.GetFileSystemEntries(_parent));
    }

    [Fact]
    public void A_file_where_the_folder_should_be_is_refused()
    {
        File.WriteAllText(Run, "mine");
        Assert.Throws<IOException>(() => RunFolder.Write(Run, TinyReport.Make(), overwrite: true));
        Assert.Equal("mine", File.ReadAllText(Run));
    }

    [Fact]
    public void A_file_where_a_parent_should_be_is_refused_and_nothing_is_left()
    {
        var file = Path.Combine(_parent, "file");
        File.WriteAllText(file, "mine");
        Assert.ThrowsAny<IOException>(() => RunFolder.Write(Path.Combine(file, "run"), TinyReport.Make(), overwrite: true));
        Assert.Equal([file], Directory.GetFileSystemEntries(_parent));
    }

    /// <summary>A map that has a link twice fails in the middle of writing, after manifest and plan.</summary>
    [Fact]
    public void A_write_that_fails_half_way_leaves_the_earlier_run_and_nothing_else()
    {
        RunFolder.Write(Run, TinyReport.Make(title: "First"), overwrite: false);
        var whole = TinyReport.Make();
        var broken = whole with { Map = whole.Map with { Links = [.. whole.Map.Links, whole.Map.Links[0]] } };
        Assert.Throws<ArgumentException>(() => RunFolder.Write(Run, broken, overwrite: true));
        Assert.Equal("First", RunFolder.Read(Run).Scenario.Title);
        Assert.Equal([Run], Directory.GetFileSystemEntries(_parent));
    }

    [Fact]
    public void A_point_of_a_sweep_knows_the_points_beside_it_and_its_page_can_be_drawn_again_with_them()
    {
        RunFolder.Write(Run, TinyReport.Make(), overwrite: false);
        Assert.Null(RunFolder.Read(Run).Front);
        File.WriteAllText(Path.Combine(_parent, "front.json"), $$"""
            {"points": [
              {"folder": "{{Path.GetFileName(Run)}}", "epsilon_micro_euros": 5, "civil_micro_euros": 3, "movement_micro_euros": 9,
               "bound_micro_euros": 8, "serials_late": 1, "serials_unmoved": 0, "dominated": false},
              {"folder": "other", "epsilon_micro_euros": 7, "civil_micro_euros": 6, "movement_micro_euros": 10,
               "bound_micro_euros": 8, "serials_late": 0, "serials_unmoved": 0, "dominated": true}]}
            """);
        var front = RunFolder.Read(Run).Front;
        Assert.NotNull(front);
        Assert.Equal((Path.GetFileName(Run), 2), (front.Chosen, front.Points.Count));
        Assert.Equal(new TradeOff("other", 7, 6, 10, 8, 0, 0, true), front.Points[1]);
        RunFolder.Redraw(Run);
        Assert.Contains("\"chosen\":\"" + front.Chosen, File.ReadAllText(Path.Combine(Run, RunFolder.Html)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_beside_a_front_that_does_not_name_it_has_no_front()
    {
        RunFolder.Write(Run, TinyReport.Make(), overwrite: false);
        File.WriteAllText(Path.Combine(_parent, "front.json"), """{"input_hash": "ab"}""");
        Assert.Null(RunFolder.Read(Run).Front);
    }

    [Fact]
    public void A_copy_is_the_same_run()
    {
        RunFolder.Write(Run, TinyReport.Make(), overwrite: false);
        var copy = Path.Combine(_parent, "copy");
        RunFolder.Copy(Run, copy, overwrite: false);
        foreach (var file in Directory.GetFiles(Run))
            Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(copy, Path.GetFileName(file))));
    }
}
