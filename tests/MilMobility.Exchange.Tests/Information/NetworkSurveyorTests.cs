using MilMobility.Domain.Units;
using MilMobility.Exchange.Information;
using MilMobility.TestScenes;

namespace MilMobility.Exchange.Tests.Information;

public sealed class NetworkSurveyorTests
{
    private static readonly NetworkInformation National = NetworkSurveyor.Survey(
        NationalCopy.Read(ReferenceData.Network), CancellationToken.None);

    [Theory]
    [InlineData(TransportMode.Road, "road")]
    [InlineData(TransportMode.Rail, "rail")]
    [InlineData(TransportMode.Water, "water")]
    public void Counts_per_mode_are_the_rows_of_its_tables_and_kinds_add_up_to_them(TransportMode mode, string name)
    {
        var found = National.Modes.Single(m => m.Mode == mode);
        var links = NationalCopy.Rows(ReferenceData.Network, name + "-links");

        Assert.Equal(NationalCopy.Rows(ReferenceData.Network, name + "-nodes").Length, found.Nodes);
        Assert.Equal(links.Length, found.Links);
        Assert.Equal(found.Nodes, found.NodeKinds.Sum(k => k.Count));
        Assert.Equal(found.Links, found.LinkClasses.Sum(c => c.Links));
        // length_m is the sixth column of each; no earlier one is quoted.
        var metres = links.Sum(l => decimal.Parse(l.Split(',')[5], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal((double)metres / 1_000, found.LengthKm, tolerance: 0.0005 * links.Length);
        Assert.Equal(found.LengthKm, found.LinkClasses.Sum(c => c.LengthKm), tolerance: 1e-6);
        // `network check` demands one part per mode of this dataset.
        Assert.Equal((1, found.Nodes), (found.Components, found.LargestComponentNodes));
    }

    [Fact]
    public void Qualities_per_attribute_add_up_to_the_shares_the_dataset_reader_counts_on_its_own()
    {
        double total = National.Attributes.Sum(a => a.Values);
        Assert.True(total > 10_000, $"{total} values");
        Assert.Equal(National.QualityShares["measured"], National.Attributes.Sum(a => a.Measured) / total, tolerance: 1e-12);
        Assert.Equal(National.QualityShares["derived"], National.Attributes.Sum(a => a.Derived) / total, tolerance: 1e-12);
        Assert.Equal(National.QualityShares["assumed"], National.Attributes.Sum(a => a.Assumed) / total, tolerance: 1e-12);
        Assert.Equal((int)total, National.Sources.Sum(s => s.Values));
    }

    [Fact]
    public void Every_source_has_its_date_and_licence_as_the_package_states_them()
    {
        var fairways = National.Sources.Single(s => s.Name == "nwb-vaarwegen");
        Assert.Equal(("2017-11-01", "CC0-1.0"), (fairways.Date, fairways.License));
        Assert.True(fairways.Values > 500, $"{fairways.Values} values");
        Assert.Equal(ClassificationMarking.Public, National.Marking);
        Assert.Contains(National.Licenses, l => l.Name == "EUPL-1.2");
    }

    [Fact]
    public void A_link_less_splits_a_branch_off_and_transfers_join_modes()
    {
        using var copy = new NationalCopy();
        var before = NetworkSurveyor.Survey(copy.Read(), TestContext.Current.CancellationToken);
        copy.Append("road-nodes.csv", "road-lonely-a,A,site,52.00000,5.00000,,Utrecht,RWS,");
        copy.Append("road-nodes.csv", "road-lonely-b,B,site,52.00000,5.10000,,Utrecht,RWS,");
        copy.Append(
            "road-links.csv", "lonely,road-lonely-a,road-lonely-b,N1,n-road,6900,80,1,1600,true,,,,,,,,,,RWS,Utrecht,,,");
        var after = NetworkSurveyor.Survey(copy.Read(), TestContext.Current.CancellationToken);

        Assert.Equal(before.Components + 1, after.Components);
        Assert.Equal(2, after.Modes.Single(m => m.Mode == TransportMode.Road).Components);
        Assert.Equal(1, after.Modes.Single(m => m.Mode == TransportMode.Rail).Components);
        Assert.True(before.Components < 4, "transfers join the four modes");
    }

    [Fact]
    public void Names_joined_directly_or_through_others_are_one_set()
    {
        // a-b-c and d-e; f alone: three sets, the largest of three.
        var sets = new DisjointSets(["a", "b", "c", "d", "e", "f"]);
        sets.Join("a", "b");
        sets.Join("c", "b");
        sets.Join("a", "c");
        sets.Join("e", "d");
        Assert.Equal((3, 3), (sets.Count, sets.LargestSize));
    }
}
