using MilMobility.Domain.Diagnostics;
using MilMobility.Networks.Datasets;

namespace MilMobility.Networks.Tests.Datasets;

/// <summary>The table of rail structures, which may be left out.</summary>
public sealed class RailStructureTests
{
    [Fact]
    public void Structures_are_counted_per_link_and_kind()
    {
        using var folder = new DatasetFolder();
        folder.WriteStructures("r1,level-crossing,12,count=derived@guess\nr1,tunnel,1,\n");
        var valid = Assert.IsType<Valid<NetworkDataset>>(folder.Read());
        var file = folder.PathOf("rail-structures");
        Assert.Equal(
            [new StructureRow("r1", "level-crossing", 12, file, 2), new StructureRow("r1", "tunnel", 1, file, 3)], valid.Value.Structures);
    }

    [Theory]
    [InlineData("r1,level-crossing,0,", NetworkCodes.OutOfRange)]
    [InlineData("r1,ford,1,", NetworkCodes.UnknownValue)]
    [InlineData("r9,tunnel,1,", NetworkCodes.StructureLink)]
    [InlineData("a1,tunnel,1,", NetworkCodes.StructureLink)]
    [InlineData("r1,tunnel,1,\nr1,tunnel,2,", NetworkCodes.DuplicateId)]
    public void A_structure_that_makes_no_sense_is_refused(string rows, string code)
    {
        using var folder = new DatasetFolder();
        folder.WriteStructures(rows + "\n");
        Assert.Contains(code, Assert.IsType<Invalid<NetworkDataset>>(folder.Read()).Diagnostics.Select(d => d.Code));
    }
}
