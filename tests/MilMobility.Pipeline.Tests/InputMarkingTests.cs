using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Units;

namespace MilMobility.Pipeline.Tests;

/// <summary>The marking that a build accepts, and that of a requirement row, against the hand check on the embedded network.</summary>
public sealed class InputMarkingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("milmob-marking-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(ClassificationMarking.Public, 1)]
    [InlineData(ClassificationMarking.Internal, 0)]
    public void A_row_marked_above_what_the_build_accepts_is_refused(ClassificationMarking accepted, int refusals)
    {
        var input = Load("internal");
        Assert.Equal(ClassificationMarking.Internal, input.Scenario.Marking);
        var bag = new DiagnosticBag();
        InputMarkings.Require(input.Scenario, input.Scenario.Marking, input.Dataset, accepted, bag);
        Assert.Equal(refusals, bag.ToList().Count(d => d.Code == "RUN011"));
    }

    [Fact]
    public void A_row_without_a_marking_leaves_the_scenario_its_own() =>
        Assert.Equal(ClassificationMarking.Public, Load("").Scenario.Marking);

    private MissionInput Load(string marking)
    {
        var rows = File.ReadAllLines(Seeds.File("hand-check.csv"));
        var marked = rows.Where(r => r.Length > 0).Select((row, i) => row + (i == 0 ? ",marking" : i == 1 ? $",{marking}" : ","));
        File.WriteAllLines(Path.Combine(_folder, "hand-check.csv"), marked);
        var scenario = Path.Combine(_folder, "hand-check.yaml");
        File.WriteAllText(scenario, File.ReadAllText(Seeds.File("hand-check.yaml"))
            .Replace("../networks/nl", Path.Combine(Seeds.Root, "networks", "nl"), StringComparison.Ordinal));
        var loaded = MissionInput.Load(scenario, new NoProgress(), TestContext.Current.CancellationToken);
        return Assert.IsType<Valid<MissionInput>>(loaded).Value;
    }
}
