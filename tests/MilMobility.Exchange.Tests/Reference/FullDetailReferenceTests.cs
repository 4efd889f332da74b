using System.Globalization;
using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Units;
using MilMobility.Exchange.Drafts;
using MilMobility.Exchange.Import;
using MilMobility.Exchange.Sources.Fairways;
using MilMobility.Exchange.Sources.Vild;
using MilMobility.Exchange.Tests.Writing;
using MilMobility.Networks.Checking;
using MilMobility.TestScenes;

namespace MilMobility.Exchange.Tests.Reference;

/// <summary>
/// The sources at full detail against tables that others computed from the same raw data (derived_*.csv beside it): shortest
/// lengths for 200 random pairs a mode.
/// </summary>
public sealed class FullDetailReferenceTests
{
    private const int Sources = 20;
    private const int PairsPerSource = 10;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Road_lengths_agree_with_the_table_of_edges_computed_from_the_same_points()
    {
        var folder = ReferenceData.Folder("vild-roads");
        Assert.SkipWhen(folder is null, ReferenceData.WhySkipped("vild-roads"));
        var draft = Read(new VildSource(folder!));
        var raw = new LengthGraph<long>();
        foreach (var row in CsvRows.Read(Path.Combine(folder!, "derived_edges.csv")))
        {
            var (straight, length) = (1000 * Number(row["greatcircle_km"]), 1000 * Number(row["length_km"]));
            // Junctions that span more join different places; a jump in the signs is no length.
            if (row["kind"] == "junction" && straight > 1_200) continue;
            if (length > (1.4 * straight) + 300) length = straight;
            raw.Add((long)Number(row["a"]), (long)Number(row["b"]), Math.Max(length, straight));
        }

        // 10,203 edges, six of which are junctions of more than 1,200 m; every edge may be rounded by 0.05 m.
        Assert.Equal(10_197, draft.LinkCount);
        Agree(draft, raw, node => draft.Nodes[node].Key, metresPerLink: 0.1);
    }

    [Fact]
    public void Fairway_lengths_agree_with_the_table_of_sections_computed_from_the_same_lines()
    {
        var (register, fis) = (ReferenceData.Folder("nwb-vaarwegen"), ReferenceData.Folder("fis-waterways"));
        Assert.SkipWhen(register is null || fis is null, ReferenceData.WhySkipped("nwb-vaarwegen, fis-waterways"));
        var draft = Read(new FairwaySource(register!, fis));
        var raw = new LengthGraph<long>();
        foreach (var row in CsvRows.Read(Path.Combine(register!, "derived_edges_wgs84.csv")))
        {
            var code = new string([.. row["route_code"].TakeWhile(char.IsAsciiDigit)]);
            if (code.Length > 0 && Number(code) is >= 500 and <= 699) continue;
            var (a, b) = ((long)Number(row["from_junction"]), (long)Number(row["to_junction"]));
            if (a != b) raw.Add(a, b, 1000 * Number(row["length_km"]));
        }

        // A cut at a lock or bridge has a key of its own.
        Agree(draft, raw, node => draft.Nodes[node].Key > 0 ? draft.Nodes[node].Key : -1 - node, metresPerLink: 0.1);
        Assert.True(draft.Facilities.Count(f => f.Kind == "lock") > 50);
        var withDraught = draft.Links.ToArray().Where(l => l.Limits?.DraughtCm is not null).Sum(l => l.LengthMetres);
        Assert.True(withDraught > 2_500_000, $"{withDraught / 1000:F0} km have a draught");
    }

    [Fact]
    public void Roads_and_fairways_merged_at_the_sites_of_the_embedded_network_make_a_dataset_that_holds()
    {
        var folders = new[] { "vild-roads", "nwb-vaarwegen", "fis-waterways" }.Select(ReferenceData.Folder).ToArray();
        Assert.SkipWhen(folders.Contains(null), ReferenceData.WhySkipped("vild-roads, nwb-vaarwegen, fis-waterways"));
        using var scratch = new ScratchFolder();
        INetworkSource[] sources = [new VildSource(folders[0]!), new FairwaySource(folders[1]!, folders[2])];
        var request = new ImportRequest(sources, ReferenceData.Network, Contract: true, "full-detail");
        var context = new ImportContext(new DiagnosticBag(), Cancel);
        var made = Assert.IsType<Valid<ImportedNetwork>>(NetworkImport.Run(request, scratch.Of("net"), context)).Value;
        Assert.False(NetworkChecker.Check(made.Dataset).HasErrors);
        var places = made.Dataset.Nodes.Where(n => n.Mode == TransportMode.Road).Select(n => n.Place).ToHashSet();
        Assert.Contains("rotterdam-botlek", places);
        Assert.Contains("exit-venlo", places);
        // Each of the 34 ports and terminals with a fairway keeps its way from the water to the road.
        Assert.Contains(made.Dataset.Transfers, t => t is { Place: "nijmegen", Kind: "unload-barge" });
        Assert.All(made.Joins, j => Assert.True(j.Metres <= 30_000));
    }

    private static NetworkDraft Read(INetworkSource source)
    {
        var draft = new NetworkDraft();
        var context = new ImportContext(new DiagnosticBag(), Cancel);
        source.ReadInto(draft, context);
        Assert.False(context.Diagnostics.HasErrors, string.Join('\n', context.Diagnostics.ToList()));
        return draft;
    }

    private static void Agree(NetworkDraft draft, LengthGraph<long> raw, Func<int, long> keyOf, double metresPerLink)
    {
        var ours = new LengthGraph<long>();
        foreach (var link in draft.Links) ours.Add(keyOf(link.From), keyOf(link.To), link.LengthMetres);
        var random = new Random(20261122);
        var points = raw.Nodes.Order().ToArray();
        var compared = 0;
        for (var i = 0; i < Sources; i++)
        {
            var start = points[random.Next(points.Length)];
            var (expected, actual) = (raw.From(start), ours.From(start));
            for (var j = 0; j < PairsPerSource; j++)
            {
                var end = points[random.Next(points.Length)];
                if (!expected.TryGetValue(end, out var metres))
                {
                    Assert.False(actual.ContainsKey(end), $"{start} to {end} exists here only");
                    continue;
                }

                // No path has more than some 400 links; each may be rounded.
                Assert.InRange(actual[end], metres - (400 * metresPerLink), metres + (400 * metresPerLink));
                compared++;
            }
        }

        Assert.True(compared > 150, $"{compared} pairs compared");
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
