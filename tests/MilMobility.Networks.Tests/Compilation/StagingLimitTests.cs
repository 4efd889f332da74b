using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;
using MilMobility.Networks.Compilation;
using MilMobility.Networks.Datasets;
using MilMobility.TestScenes;

namespace MilMobility.Networks.Tests.Compilation;

/// <summary>Which places a limit on staging means, and what is said of one that means none.</summary>
public sealed class StagingLimitTests
{
    private static IReadOnlyList<Diagnostic> Findings(string[] at, string[] kinds)
    {
        var scene = new SceneBuilder()
            .Node("a", TransportMode.Road, "port", 0, 0, "haven").Node("b", TransportMode.Road, "rest-area", 1_000, 0)
            .Link("ab", "a", "b")
            .Facility("quay", "a", "staging", 500, HoldUnit.LaneMetres).Facility("rest", "b", "rest-area", 20, HoldUnit.Vehicles);
        var clock = new LocalClock(new DateTimeOffset(2026, 1, 12, 0, 0, 0, TimeSpan.Zero), [(0, 3600)]);
        var levers = new PolicyLevers { Staging = [new StagingLimit(at, kinds, Vehicles: 10, null, null, null, Line: 7)] };
        return NetworkCompiler.Compile(scene.Build(), [], [], clock, 86_400, "x.yaml", levers).Diagnostics;
    }

    [Fact]
    public void A_kind_without_a_place_is_an_error_with_the_kinds_there_are()
    {
        var finding = Assert.Single(Findings([], ["rest-areas", "rest-area"]));

        Assert.Equal((NetworkCodes.PatchTarget, Severity.Error, 7), (finding.Code, finding.Severity, finding.Line));
        Assert.Contains("kind 'rest-areas'", finding.Message, StringComparison.Ordinal);
        Assert.EndsWith("must be one of rest-area, staging; did you mean 'rest-area'?", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_wrong_place_and_kind_is_told_at_once()
    {
        var findings = Findings(["haven", "nowhere"], ["yard", "berth"]);

        Assert.Equal(["'nowhere'", "'yard'", "'berth'"], findings.Select(f => f.Message.Split(' ').First(w => w[0] == '\'').TrimEnd(',')));
        Assert.All(findings, f => Assert.Equal(Severity.Error, f.Severity));
    }

    [Fact]
    public void A_limit_in_a_unit_that_the_places_do_not_use_is_warned_of()
    {
        var finding = Assert.Single(Findings(["haven"], []));

        Assert.Equal((NetworkCodes.LeverWithoutEffect, Severity.Warning), (finding.Code, finding.Severity));
        Assert.Empty(Findings([], ["rest-area"]));
    }
}
