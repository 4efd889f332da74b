using MilMobility.Domain.Units;
using MilMobility.Exchange.Comparison;
using MilMobility.TestScenes;

namespace MilMobility.Exchange.Tests.Comparison;

public sealed class PlaceComparerTests
{
    [Fact]
    public void A_dataset_with_other_ids_and_rows_shifted_by_metres_matches_itself()
    {
        using var copy = new NationalCopy();
        // Every rail id gets another name, in all tables that mention it; positions move by 0.0001 degree of latitude, 11 m.
        foreach (var file in Directory.EnumerateFiles(copy.Root, "*.csv"))
            File.WriteAllText(file, File.ReadAllText(file).Replace("rail-", "rail-x-", StringComparison.Ordinal)
                .Replace("@rail-x-", "@rail-", StringComparison.Ordinal).Replace("load-rail-x-", "load-rail-", StringComparison.Ordinal));
        var path = Path.Combine(copy.Root, "rail-nodes.csv");
        File.WriteAllText(path, System.Text.RegularExpressions.Regex.Replace(
            File.ReadAllText(path), @",(5\d\.\d{5}),",
            m => $",{decimal.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) + 0.0001m},"));

        var comparison = PlaceComparer.Compare(
            NationalCopy.Read(ReferenceData.Network), copy.Read(), 100, TestContext.Current.CancellationToken);

        var rail = comparison.Modes.Single(m => m.Mode == TransportMode.Rail);
        Assert.Equal((rail.FirstNodes, 0), (rail.Matched, rail.LinksWithoutPath));
        Assert.Equal(11.1, rail.MeanDistanceMetres, tolerance: 0.1);
        // A path may be shorter than a link that runs beside it, never longer.
        Assert.Equal(362, rail.LinksCompared);
        Assert.Equal(1.0, rail.MedianRatio);
        Assert.All(comparison.Links, l => Assert.InRange(l.Ratio, 0.01, 1.0));
        Assert.Empty(comparison.WithoutCounterpart);
    }

    [Fact]
    public void A_longer_link_and_a_node_far_away_are_found()
    {
        using var copy = new NationalCopy();
        copy.Append("road-nodes.csv", "road-far-a,A,site,54.00000,5.00000,,Utrecht,RWS,");
        var comparison = PlaceComparer.Compare(
            copy.Read(), NationalCopy.Read(ReferenceData.Network), 500, TestContext.Current.CancellationToken);
        Assert.Equal(["road-far-a"], comparison.WithoutCounterpart);

        copy.Replace("rail-links.csv", FirstRailLength(copy, out var id, out var metres), $",{metres / 2},");
        var longer = PlaceComparer.Compare(
            copy.Read(), NationalCopy.Read(ReferenceData.Network), 500, TestContext.Current.CancellationToken);
        var found = longer.Links.Single(l => l.Link == id);
        Assert.Equal((metres / 2, metres), (found.FirstMetres, found.SecondMetres));
    }

    /// <summary>The text of the first rail link's length between commas; its id and metres.</summary>
    private static string FirstRailLength(NationalCopy copy, out string id, out int metres)
    {
        var fields = NationalCopy.Rows(copy.Root, "rail-links")[0].Split(',');
        id = fields[0];
        metres = int.Parse(fields[5], System.Globalization.CultureInfo.InvariantCulture);
        return $",{fields[5]},";
    }
}
