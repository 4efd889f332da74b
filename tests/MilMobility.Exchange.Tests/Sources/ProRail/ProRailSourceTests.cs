using MilMobility.Domain.Diagnostics;
using MilMobility.Exchange.Drafts;
using MilMobility.Exchange.Sources.ProRail;

namespace MilMobility.Exchange.Tests.Sources.ProRail;

/// <summary>The whole source on a small folder: three tracks of 1, 2 and 1 km in a row, from Oost to West.</summary>
public sealed class ProRailSourceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("milmob-prorail-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_section_counts_the_structures_between_its_nodes()
    {
        SoundFolders.Write(SoundFolders.Railway, _folder);
        var (draft, found) = Import();
        Assert.Empty(found);
        var link = Assert.Single(draft.Links.ToArray());
        Assert.Equal(["Oost", "West"], draft.Nodes.ToArray().Select(n => n.Name).Order(StringComparer.Ordinal));
        Assert.InRange(link.LengthMetres, 500, 4_000);
        // The crossing lies at km 1.0, the tunnel from 2.0 to 2.4: each is on the section's only way if its nodes lie around it.
        var (oost, west) = (draft.Nodes[0].Lon, draft.Nodes[1].Lon);
        Assert.True(oost < west);
        Assert.Equal(Expected(oost, west), draft.Structures.Select(s => (s.Link, s.Kind, s.Count)));
    }

    [Fact]
    public void Without_the_table_of_objects_there_are_no_structures()
    {
        SoundFolders.Write(SoundFolders.Railway, _folder);
        File.Delete(Path.Combine(_folder, "SPOORTAK_OBJECTEN_1.csv"));
        var (draft, found) = Import();
        Assert.Empty(found);
        Assert.Empty(draft.Structures);
    }

    private static List<(int, string, int)> Expected(double oost, double west)
    {
        // The tracks run along y = 430,000 m RD from x = 100,000 m.
        var expected = new List<(int, string, int)>();
        foreach (var (kind, x) in new[] { ("level-crossing", 100_998.5), ("tunnel", 102_200.0) })
        {
            var lon = Exchange.Projection.RdNew.ToWgs84(x, 430_000).Lon;
            if (oost < lon && lon < west) expected.Add((0, kind, 1));
        }

        Assert.NotEmpty(expected);
        return expected;
    }

    private (NetworkDraft Draft, IReadOnlyList<Diagnostic> Found) Import()
    {
        var (draft, bag) = (new NetworkDraft(), new DiagnosticBag());
        new ProRailSource(_folder).ReadInto(draft, new ImportContext(bag, CancellationToken.None));
        return (draft, bag.ToList());
    }
}
