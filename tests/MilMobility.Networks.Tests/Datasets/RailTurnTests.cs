using MilMobility.Domain.Diagnostics;
using MilMobility.Networks.Datasets;

namespace MilMobility.Networks.Tests.Datasets;

/// <summary>The table of rail turns, which may be left out.</summary>
public sealed class RailTurnTests
{
    [Fact]
    public void A_dataset_without_the_table_has_only_free_turns()
    {
        using var folder = new DatasetFolder();
        var valid = Assert.IsType<Valid<NetworkDataset>>(folder.Read());
        Assert.Empty(valid.Value.Turns);
    }

    [Fact]
    public void A_reversal_has_its_minutes_and_a_forbidden_turn_none()
    {
        using var folder = new DatasetFolder();
        folder.WriteTurns("rail-haven,r1,r1,reversal,30,minutes=assumed@guess\nrail-grens,r1,r1,forbidden,,\n");
        var valid = Assert.IsType<Valid<NetworkDataset>>(folder.Read());
        var file = folder.PathOf("rail-turns");
        Assert.Equal(
            [new TurnRow("rail-haven", "r1", "r1", 30, file, 2), new TurnRow("rail-grens", "r1", "r1", null, file, 3)],
            valid.Value.Turns);
        Assert.Empty(valid.Diagnostics);
    }

    [Theory]
    [InlineData("rail-haven,r1,r1,reversal,,", NetworkCodes.TurnMinutes)]
    [InlineData("rail-haven,r1,r1,forbidden,30,", NetworkCodes.TurnMinutes)]
    [InlineData("rail-haven,r1,r1,reversal,0,", NetworkCodes.OutOfRange)]
    [InlineData("rail-haven,r1,r1,slow,30,", NetworkCodes.UnknownValue)]
    [InlineData("rail-nowhere,r1,r1,forbidden,,", NetworkCodes.UnknownNode)]
    [InlineData("rail-haven,r1,r9,forbidden,,", NetworkCodes.TurnLinks)]
    [InlineData("road-kp,a1,a2,forbidden,,", NetworkCodes.TurnLinks)]
    [InlineData("rail-haven,r1,r1,forbidden,,\nrail-haven,r1,r1,reversal,30,", NetworkCodes.DuplicateId)]
    public void A_turn_that_makes_no_sense_is_refused(string rows, string code)
    {
        using var folder = new DatasetFolder();
        folder.WriteTurns(rows + "\n");
        Assert.Contains(code, Assert.IsType<Invalid<NetworkDataset>>(folder.Read()).Diagnostics.Select(d => d.Code));
    }

    [Fact]
    public void A_file_that_the_package_does_not_list_is_not_read_and_said_to_be_so()
    {
        using var folder = new DatasetFolder();
        folder.WriteTurns("rail-haven,r1,r1,nonsense,,\n", isInPackage: false);
        var valid = Assert.IsType<Valid<NetworkDataset>>(folder.Read());
        Assert.Empty(valid.Value.Turns);
        Assert.Equal(NetworkCodes.TableNotInPackage, Assert.Single(valid.Diagnostics).Code);
    }
}
