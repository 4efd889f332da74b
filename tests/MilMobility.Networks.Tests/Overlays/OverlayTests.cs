using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Units;
using MilMobility.Networks.Datasets;
using MilMobility.Networks.Tests.Datasets;

namespace MilMobility.Networks.Tests.Overlays;

/// <summary>A planner's own tables joined to a dataset at load.</summary>
public sealed class OverlayTests : IDisposable
{
    private readonly DatasetFolder _dataset = new();
    private readonly string _overlay = Directory.CreateTempSubdirectory("milmob-overlay-").FullName;

    public OverlayTests() => Write("datapackage.json", """{ "name": "own", "version": "2", "marking": "internal" }""");

    public void Dispose()
    {
        _dataset.Dispose();
        Directory.Delete(_overlay, recursive: true);
    }

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(_overlay, file), text);

    private Loaded<NetworkDataset> Read(params string[] further) =>
        DatasetReader.Read(_dataset.Root, [_overlay, .. further], TestContext.Current.CancellationToken);

    private NetworkDataset Valid(params string[] further) => Read(further) is Valid<NetworkDataset> valid
        ? valid.Value : throw new InvalidOperationException(string.Join('\n', Read(further).Diagnostics));

    private string[] Findings() => [.. Read().Diagnostics.Select(d => $"{d.Code} {Path.GetFileName(d.File)}:{d.Line}")];

    [Fact]
    public void Rows_are_added_and_the_cells_of_a_set_row_take_the_place_of_the_datasets()
    {
        Write("road-links.csv", "id,height_m,change\na1,4.1,set\n");
        Write("road-facilities.csv", "id,node,kind,name,hold_capacity,hold_unit\nown-rest,road-grens,rest-area,Own,25,vehicles\n");
        var before = Assert.IsType<Valid<NetworkDataset>>(_dataset.Read()).Value;
        var after = Valid();

        var (old, own) = (before.Links.Single(l => l.Id == "a1"), after.Links.Single(l => l.Id == "a1"));
        Assert.Equal(410, own.HeightCm);
        Assert.Equal(old with { HeightCm = 410, File = own.File, Line = 2, Via = own.Via, Stated = own.Stated }, own);
        Assert.Equal(Path.Combine(_overlay, "road-links.csv"), own.File);
        Assert.Equal(before.Facilities.Count + 1, after.Facilities.Count);
        Assert.Equal(25, after.Facilities.Single(f => f.Id == "own-rest").HoldCapacity);
        Assert.Equal(before.Nodes, after.Nodes);
    }

    [Fact]
    public void A_replaced_row_keeps_nothing_of_the_old_one()
    {
        Write("road-facilities.csv",
            "id,node,kind,name,hold_capacity,hold_unit,change\nrust,road-kp,rest-area,Rust,12,vehicles,replace\n");

        var row = Valid().Facilities.Single(f => f.Id == "rust");
        Assert.Equal((12, false), (row.HoldCapacity, row.Fuel)); // the dataset's has fuel
    }

    [Fact]
    public void A_later_overlay_changes_what_an_earlier_one_added()
    {
        Write("road-facilities.csv", "id,node,kind,name,hold_capacity,hold_unit\nown-rest,road-grens,rest-area,Own,25,vehicles\n");
        var second = Directory.CreateDirectory(Path.Combine(_overlay, "second")).FullName;
        File.WriteAllText(Path.Combine(second, "datapackage.json"), """{ "name": "second", "marking": "departmental-confidential" }""");
        File.WriteAllText(Path.Combine(second, "road-facilities.csv"), "id,hold_capacity,change\nown-rest,30,set\n");

        var dataset = Valid(second);
        Assert.Equal(30, dataset.Facilities.Single(f => f.Id == "own-rest").HoldCapacity);
        Assert.Equal(ClassificationMarking.DepartmentalConfidential, dataset.Marking);
        Assert.Equal(
            ["own 2 Internal", "second  DepartmentalConfidential"], dataset.Overlays.Select(o => $"{o.Name} {o.Version} {o.Marking}"));
    }

    [Theory]
    [InlineData("public", ClassificationMarking.Public)]
    [InlineData("internal", ClassificationMarking.Internal)]
    [InlineData("whatever", ClassificationMarking.DepartmentalConfidential)] // unknown counts as the most restrictive
    public void The_dataset_takes_the_highest_marking(string marking, ClassificationMarking expected)
    {
        Write("datapackage.json", $$"""{ "name": "own", "marking": "{{marking}}" }""");
        Write("road-links.csv", "id,height_m,change\na1,4.1,set\n");

        Assert.Equal(expected, Valid().Marking);
    }

    [Fact]
    public void An_overlay_above_what_any_build_accepts_is_refused()
    {
        Write("datapackage.json", """{ "name": "own", "marking": "secret" }""");

        Assert.Contains(Read().Diagnostics, d => d.Code == "NET407" && d.File == Path.Combine(_overlay, "datapackage.json"));
    }

    [Fact]
    public void What_an_overlay_states_is_assumed_unless_it_says_how_well_it_is_known()
    {
        // The dataset has a value of a1's height already, measured: one value less is measured, one more assumed.
        Write("road-links.csv", "id,height_m,change\na1,4.1,set\n");
        var before = Assert.IsType<Valid<NetworkDataset>>(_dataset.Read()).Value.QualityShares;
        var assumed = Valid().QualityShares;
        Write("datapackage.json", """{ "name": "own", "marking": "public", "provenance": "measured@own-survey" }""");
        var measured = Valid().QualityShares;

        Assert.True(assumed["assumed"] > before["assumed"]);
        Assert.Equal(before["measured"], measured["measured"], 12);
    }

    [Fact]
    public void Own_corridors_are_for_overlays()
    {
        Write("corridors.csv", "corridor,name,element,ref,marking\nown,Own,link,a1,own\n");
        Assert.Equal("own", Valid().Corridors.Single(c => c.Corridor == "own").Marking);

        _dataset.Replace("corridors.csv", "port,haven,notional", "port,haven,own");
        Assert.Contains("NET106 corridors.csv:2", Findings());
    }

    [Fact]
    public void Every_fault_names_the_overlays_file_and_line()
    {
        Write("datapackage.json", """{ "name": "Own Data", "marking": "internal", "resources": [{ "name": "rail-links" }] }""");
        Write("road-link.csv", "id\n");
        Write("road-links.csv", "id,height_m,change\na1,abc,set\na2,4,\na11,4,set\na1,4,set\na2,4,overwrite\n,4,set\n");
        Write("road-facilities.csv", "id,node,kind,colour\nx,road-nowhere,rest-area,red\n");
        Write("rail-facilities.csv", "id,node,kind,name\nx,rail-nowhere,yard,X\n");

        Assert.Equal(
            [
                "NET003 datapackage.json:0", "NET005 datapackage.json:0", "NET011 road-facilities.csv:1",
                "NET102 road-links.csv:5", "NET103 road-links.csv:7", "NET104 road-links.csv:2", "NET106 road-links.csv:6",
                "NET110 rail-facilities.csv:2", "NET402 datapackage.json:0", "NET403 road-links.csv:3", "NET404 road-links.csv:4",
            ],
            Findings().Order(StringComparer.Ordinal));
        Assert.Contains(Read().Diagnostics, d => d.Code == "NET404" && d.Message.EndsWith("did you mean a1?", StringComparison.Ordinal));
    }

    [Fact]
    public void A_folder_without_package_and_one_that_does_not_exist_are_refused()
    {
        File.Delete(Path.Combine(_overlay, "datapackage.json"));
        var missing = Path.Combine(_overlay, "none");

        Assert.Equal(["NET002", "NET401"], Read(missing).Diagnostics.Select(d => d.Code));
    }

    [Fact]
    public void A_marked_overlay_under_version_control_is_warned_of()
    {
        Write("road-links.csv", "id,height_m,change\na1,4.1,set\n");
        Assert.Empty(Findings());
        Directory.CreateDirectory(Path.Combine(_overlay, ".git"));
        Assert.Equal(["NET406 datapackage.json:0"], Findings());
        Write("datapackage.json", """{ "name": "own", "marking": "public" }""");
        Assert.Empty(Findings());
    }
}
