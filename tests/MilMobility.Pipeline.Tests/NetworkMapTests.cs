using MilMobility.Domain.Reports;

namespace MilMobility.Pipeline.Tests;

/// <summary>The reports' map says what the dataset says, and from where; expectations are read off the tables of networks/nl.</summary>
public sealed class NetworkMapTests
{
    private static readonly NetworkMap Map = NetworkMaps.Map(Seeds.Input(Seeds.HandCheck).Dataset);

    [Fact]
    public void A_link_carries_the_values_of_its_row_and_where_its_own_come_from()
    {
        var link = Assert.Single(Map.Links, l => l.Id == "road-a1-from-kp-watergraafsmeer-to-kp-diemen");
        Assert.Equal("length_m=3937;speed_kmh=100;lanes=5;capacity_pcu_h=10750", link.Values);
        Assert.Equal("lanes=assumed@road-facts", link.Provenance);
    }

    [Fact]
    public void A_port_carries_its_berths()
    {
        var port = Assert.Single(Map.Facilities, f => f.Id == "port-rotterdam-botlek");
        Assert.Equal(("sea-rotterdam-botlek", "port", 10), (port.Node, port.Kind, port.Berths));
        Assert.Null(port.Capacity);
    }

    [Fact]
    public void A_yard_holds_tracks()
    {
        var yard = Assert.Single(Map.Facilities, f => f.Id == "rail-acht-yard");
        Assert.Equal((2, "tracks"), (yard.Capacity, yard.Unit));
    }

    [Fact]
    public void Every_provenance_names_a_source_that_the_map_describes()
    {
        var sources = Map.Sources.Select(s => s.Name).ToHashSet(StringComparer.Ordinal);
        var named = Map.Links.Select(l => l.Provenance).Concat(Map.Facilities.Select(f => f.Provenance))
            .SelectMany(p => p.Split(';', StringSplitOptions.RemoveEmptyEntries)).Concat(Map.Columns.Select(c => c.Provenance))
            .Select(p => p[(p.IndexOf('@', StringComparison.Ordinal) + 1)..]).Distinct();
        Assert.Empty(named.Except(sources));
        Assert.NotEmpty(Map.Columns);
    }
}
