using MilMobility.Domain.Units;
using MilMobility.Exchange.Comparison;
using MilMobility.TestScenes;

namespace MilMobility.Exchange.Tests.Comparison;

public sealed class NetworkComparerTests
{
    [Fact]
    public void A_dataset_equals_its_copy_whatever_the_order_of_rows_and_the_zeros_of_numbers()
    {
        using var copy = new NationalCopy();
        var path = Path.Combine(copy.Root, "road-nodes.csv");
        var lines = File.ReadAllLines(path);
        File.WriteAllLines(path, [lines[0], .. lines[1..].Reverse()]);
        copy.Replace("road-links.csv", ",3937,100,5,10750,", ",3937.00,100,5,10750,");

        var comparison = Compare(copy);

        Assert.True(comparison.Equal);
        Assert.All(comparison.Tables, t => Assert.True(t.Equal, t.Table));
        Assert.All(comparison.Lengths, l => Assert.Equal(0, l.DifferenceKm));
    }

    [Fact]
    public void What_was_added_removed_and_changed_is_named_with_its_fields()
    {
        using var copy = new NationalCopy();
        copy.Append("road-nodes.csv", "road-new,New,junction,52.00000,5.00000,,Utrecht,RWS,lat=measured@nwb-vaarwegen");
        copy.Replace("road-links.csv", ",3937,100,5,10750,true,", ",4037,80,5,10750,true,");
        var removed = NationalCopy.Rows(copy.Root, "transfers")[0];
        copy.Replace("transfers.csv", removed + "\n", "");
        copy.Replace("road-links.csv", "lanes=assumed@road-facts", "lanes=measured@road-facts");

        var comparison = Compare(copy);

        Assert.False(comparison.Equal);
        Assert.Equal(["road-new"], Table(comparison, "road-nodes").Added);
        Assert.Equal([removed.Split(',')[0]], Table(comparison, "transfers").Removed);
        var change = Assert.Single(Table(comparison, "road-links").Changed);
        Assert.Equal("road-a1-from-kp-watergraafsmeer-to-kp-diemen", change.Key);
        Assert.Equal(
            [
                new FieldChange("length_m", "3937", "4037"), new FieldChange("speed_kmh", "100", "80"),
                new FieldChange("lanes provenance", "assumed@road-facts", "measured@road-facts"),
            ],
            change.Fields);
        var road = comparison.Lengths.Single(l => l.Mode == TransportMode.Road);
        Assert.Equal((0.1, 1), (Math.Round(road.DifferenceKm, 6), road.SecondNodes - road.FirstNodes));
        Assert.DoesNotContain(comparison.Tables, t => !t.Equal && t.Table is not ("road-nodes" or "road-links" or "transfers"));
    }

    [Fact]
    public void Another_marking_alone_makes_datasets_unequal()
    {
        using var copy = new NationalCopy();
        copy.Replace("datapackage.json", "\"marking\": \"PUBLIC\"", "\"marking\": \"INTERNAL\"");

        var comparison = Compare(copy);

        Assert.False(comparison.Equal);
        Assert.Equal([new FieldChange("marking", "Public", "Internal")], comparison.Package);
    }

    private static NetworkComparison Compare(NationalCopy copy) => NetworkComparer.Compare(
        NationalCopy.Read(ReferenceData.Network), copy.Read(), TestContext.Current.CancellationToken);

    private static TableComparison Table(NetworkComparison comparison, string name) => comparison.Tables.Single(t => t.Table == name);
}
