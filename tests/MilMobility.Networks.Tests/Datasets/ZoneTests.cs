using MilMobility.Domain.Diagnostics;
using MilMobility.Networks.Datasets;

namespace MilMobility.Networks.Tests.Datasets;

/// <summary>The table of zones, which may be left out.</summary>
public sealed class ZoneTests
{
    [Fact]
    public void Zones_have_inhabitants_and_a_middle()
    {
        using var folder = new DatasetFolder();
        folder.WriteZones("zone-a,Aa,12000,52.1,5.25,inhabitants=measured@guess\nzone-b,Bee,1,53,6,\n");
        var valid = Assert.IsType<Valid<NetworkDataset>>(folder.Read());
        var file = folder.PathOf("zones");
        Assert.Equal(
            [new ZoneRow("zone-a", "Aa", 12_000, 52.1, 5.25, file, 2), new ZoneRow("zone-b", "Bee", 1, 53, 6, file, 3)], valid.Value.Zones);
    }

    [Theory]
    [InlineData("zone-a,Aa,0,52,5,", NetworkCodes.OutOfRange)]
    [InlineData("zone-a,Aa,,52,5,", NetworkCodes.Required)]
    [InlineData("zone-a,Aa,10,152,5,", NetworkCodes.OutOfRange)]
    [InlineData("zone-a,Aa,10,52,5,\nzone-a,Bee,10,52,5,", NetworkCodes.DuplicateId)]
    public void A_zone_that_makes_no_sense_is_refused(string rows, string code)
    {
        using var folder = new DatasetFolder();
        folder.WriteZones(rows + "\n");
        Assert.Contains(code, Assert.IsType<Invalid<NetworkDataset>>(folder.Read()).Diagnostics.Select(d => d.Code));
    }
}
