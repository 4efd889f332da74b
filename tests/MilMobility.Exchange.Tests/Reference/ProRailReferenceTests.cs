using MilMobility.Domain.Diagnostics;
using MilMobility.Exchange.Drafts;
using MilMobility.Exchange.Sources.ProRail;
using MilMobility.Exchange.Tests.Sources.ProRail;
using MilMobility.Exchange.Writing;
using MilMobility.Networks.Datasets;
using MilMobility.TestScenes;

namespace MilMobility.Exchange.Tests.Reference;

/// <summary>
/// The Dutch railway from ProRail's track model, version 17, against lengths that the model's users found and against an
/// independent computation on the tracks (<see cref="TrackDistances"/>).
/// </summary>
public sealed class ProRailReferenceTests(ITestOutputHelper output)
{
    private const string Data = "prorail-spoortak";

    private static readonly Lazy<NamedTrackModel> Named = new(Read);
    private static readonly Lazy<PlanningLevel> Level = new(() => PlanningLevel.Of(Named.Value, _ => { }, CancellationToken.None));

    private static NamedTrackModel Read()
    {
        var diagnostics = new DiagnosticBag();
        var named = TrackModelReader.Read(ReferenceData.Folder(Data)!, new ImportContext(diagnostics, CancellationToken.None));
        Assert.True(named is not null, string.Join('\n', diagnostics.ToList()));
        return named;
    }

    [Fact]
    public void The_model_has_the_tracks_and_connections_that_its_publisher_counts()
    {
        Assert.SkipWhen(ReferenceData.Folder(Data) is null, ReferenceData.WhySkipped(Data));
        Assert.Equal(11_906, Named.Value.Model.Tracks.Count);
        Assert.Equal(7_214.7, Named.Value.Model.Tracks.Sum(track => track.LengthM) / 1_000, 0.05);
        Assert.Equal(15_289, Named.Value.Model.Joints.Count);
    }

    [Fact]
    public void Freight_routes_from_Maasvlakte_have_the_lengths_published_with_the_data()
    {
        Assert.SkipWhen(ReferenceData.Folder(Data) is null, ReferenceData.WhySkipped(Data));
        var model = Named.Value.Model;
        var distances = new TrackDistances(model, []);
        var fromMaasvlakte = distances.From(TrackDistances.EndsIn(model, "475"));
        // The first track of the target's area counts; Zevenaar's is the line from there to the border.
        (string Geocode, double Km)[] expected =
        [
            ("924", 44.9), ("938", 133.4), ("039", 151.0), ("517", 190.0), ("777", 237.9), ("788", 91.4), ("817", 153.2), ("815", 357.1),
        ];
        foreach (var (geocode, km) in expected)
        {
            var foundKm = distances.To(fromMaasvlakte, TrackDistances.EndsIn(model, geocode)) / 1_000;
            output.WriteLine($"{geocode} {foundKm:F2} km, published {km}");
            Assert.Equal(km, foundKm, 0.051);
        }
    }

    [Fact]
    public void Shortest_ways_over_sections_are_as_long_as_over_the_tracks_for_two_hundred_pairs()
    {
        Assert.SkipWhen(ReferenceData.Folder(Data) is null, ReferenceData.WhySkipped(Data));
        var (nodes, graph) = (Level.Value.Nodes, FreightOnly(Level.Value));
        var places = nodes.Select(node => node.Gates.Select(gate => (gate.Track, gate.PositionM)).ToList()).ToList();
        var distances = new TrackDistances(
            Named.Value.Model, places.SelectMany(place => place),
            (track, middleM) => !Geocodes.IsHighSpeed(track.GeocodeAt(middleM)));
        var candidates = Enumerable.Range(0, nodes.Count).Where(i => graph.EndsAt[i].Count > 0).ToArray();
        var random = new Random(4);
        var ratios = new List<(double Ratio, string Pair)>();
        while (ratios.Count < 200)
        {
            var from = candidates[random.Next(candidates.Length)];
            var byTrack = distances.From(places[from]);
            var bySection = PlanningDistances.From(graph, from);
            for (var i = 0; i < 10; i++)
            {
                var to = candidates[random.Next(candidates.Length)];
                if (to == from) continue;
                var trackM = distances.To(byTrack, places[to]);
                var pair = $"{nodes[from].Name} - {nodes[to].Name}: {trackM:F0} m by track, {bySection[to]:F0} m by section";
                Assert.True(double.IsFinite(trackM) == double.IsFinite(bySection[to]), pair);
                if (double.IsFinite(trackM)) ratios.Add((bySection[to] / trackM, pair));
            }
        }

        ratios.Sort();
        foreach (var percent in new[] { 0, 1, 5, 25, 50, 75, 95, 99, 100 })
            output.WriteLine($"{percent,3} %: {ratios[(ratios.Count - 1) * percent / 100]}");
        Assert.All(ratios, pair => Assert.True(pair.Ratio is > 0.99 and < 1.01, pair.Pair));
    }

    [Fact]
    public void The_planning_level_is_the_Dutch_line_map()
    {
        Assert.SkipWhen(ReferenceData.Folder(Data) is null, ReferenceData.WhySkipped(Data));
        var diagnostics = new DiagnosticBag();
        var draft = new NetworkDraft();
        new ProRailSource(ReferenceData.Folder(Data)!).ReadInto(draft, new ImportContext(diagnostics, CancellationToken.None));
        Assert.False(diagnostics.HasErrors, string.Join('\n', diagnostics.ToList()));
        Assert.InRange(draft.NodeCount, 250, 400);
        Assert.InRange(draft.LinkCount, 300, 500);
        // Dutch lines are some 3,050 km long; links in harbours, curves and pieces beyond the border add to it.
        Assert.InRange(draft.Links.ToArray().Sum(link => link.LengthMetres) / 1_000, 3_000, 3_700);
        var nodes = draft.Nodes.ToArray();
        foreach (var border in new[] { "Bad Bentheim", "Emmerich", "Keulen", "Essen", "Weener", "Budel", "Eijsden" })
            Assert.Contains(nodes, node => node.Kind == "border" && node.Name.Contains(border, StringComparison.Ordinal));
        var kijfhoek = draft.Facilities.Single(yard => yard.Name == "Kijfhoek");
        // Kijfhoek has 43 sorting tracks and some 28 in its arrival and departure yards.
        Assert.InRange(kijfhoek.HoldCapacity!.Value, 30, 90);
        var passengerOnly = draft.Links.ToArray().Where(link => link.Limits?.Freight?.Value == false).ToList();
        Assert.NotEmpty(passengerOnly);
        Assert.Contains(passengerOnly, link => nodes[link.To].Name.Contains("Noorderkempen", StringComparison.Ordinal));
        Assert.All(draft.Links.ToArray(), link => Assert.Null(link.Limits?.Electrification));
        var folder = Path.Combine(Path.GetTempPath(), $"milmob-rail-{Guid.NewGuid():N}");
        var written = DatasetWriter.Write(draft, folder, CancellationToken.None);
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        var dataset = Assert.IsType<Valid<NetworkDataset>>(written).Value;
        Assert.Equal(draft.Turns.Select(turn => turn.ReversalMinutes), dataset.Turns.Select(turn => turn.ReversalMinutes));
        Assert.Contains(dataset.Turns, turn => turn.ReversalMinutes is null);
        foreach (var turn in draft.Turns)
        {
            Assert.All(new[] { turn.FromLink, turn.ToLink }, link => Assert.Contains(
                turn.Node, new[] { draft.Links[link].From, draft.Links[link].To }));
        }
    }

    private static SectionGraph FreightOnly(PlanningLevel level)
        => level.Graph.Only([.. Enumerable.Range(0, level.Profiles.Count)
            .Where(i => !level.Profiles[i].LengthByGeocode.Keys.Any(Geocodes.IsHighSpeed))]);
}
