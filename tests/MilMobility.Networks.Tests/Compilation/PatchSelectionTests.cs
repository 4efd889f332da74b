using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;
using MilMobility.Networks.Compilation;
using MilMobility.TestScenes;

namespace MilMobility.Networks.Tests.Compilation;

/// <summary>Which links and locks a patch means, and what limits, low water and outages do to them.</summary>
public sealed class PatchSelectionTests
{
    // road-a --r1: A1-- road-b --r2: A1 (oost)-- road-c --r3: A12-- road-d
    // water-s1 ~~w1: Maas~~ water-volkeraksluizen ~~w2: Maas-Waalkanaal~~ water-sluis-a ~~w3: Maas~~ water-e
    private static SceneBuilder Scene() => new SceneBuilder()
        .Node("road-a", TransportMode.Road, "port", 0, 0, "haven")
        .Node("road-b", TransportMode.Road, "junction", 10_000, 0)
        .Node("road-c", TransportMode.Road, "junction", 20_000, 0)
        .Node("road-d", TransportMode.Road, "border", 30_000, 0)
        .Node("water-s1", TransportMode.Water, "port", 0, 5_000, "haven")
        .Node("water-volkeraksluizen", TransportMode.Water, "lock", 10_000, 5_000)
        .Node("water-sluis-a", TransportMode.Water, "lock", 20_000, 5_000)
        .Node("water-e", TransportMode.Water, "border", 30_000, 5_000)
        .Link("r1", "road-a", "road-b", with: l => l with { Name = "A1", MassKg = 50_000, Region = "Utrecht" })
        .Link("r2", "road-b", "road-c", with: l => l with { Name = "A1 (oost)", Region = "Gelderland" })
        .Link("r3", "road-c", "road-d", linkClass: "n-road", with: l => l with { Name = "A12", Manager = "Provincie" })
        .Link("w1", "water-s1", "water-volkeraksluizen", with: l => l with { Name = "Maas", DraughtCm = 300 })
        .Link("w2", "water-volkeraksluizen", "water-sluis-a", with: l => l with { Name = "Maas-Waalkanaal", DraughtCm = 250 })
        .Link("w3", "water-sluis-a", "water-e", with: l => l with { Name = "Maas" })
        .Lock("water-volkeraksluizen", 30, (110, 1_200), (110, 1_200), (110, 1_200))
        .Lock("water-sluis-a", 30, (110, 1_200))
        .Corridor("c1", "link", "r3");

    private static NetworkPatch Of(PatchSelection selection, PatchEffect effect = PatchEffect.Closed, int value = 0, int line = 3) =>
        new("selection", effect, value, 0, 3_600, line) { Selection = selection };

    private static string Closed(NetworkPatch patch)
    {
        var network = Scene().Compile([patch]);
        return string.Join(' ', Enumerable.Range(0, network.LinkCount)
            .Where(l => network.ClosedStart[2 * l] < network.ClosedStart[(2 * l) + 1]).Select(l => network.LinkId[l]));
    }

    private static IReadOnlyList<Diagnostic> Findings(params NetworkPatch[] patches) => NetworkCompiler.Compile(
        Scene().Build(), patches, [], new LocalClock(new DateTimeOffset(2026, 1, 12, 0, 0, 0, TimeSpan.Zero), [(0, 3600)]), 86_400,
        "x.yaml").Diagnostics;

    public static TheoryData<string, PatchSelection, string> Selections => new()
    {
        { "a name and its part in brackets, whatever the case", new PatchSelection { Roads = ["a1"] }, "r1 r2" },
        { "a river, not what merely begins with its name", new PatchSelection { Fairways = ["Maas"] }, "w1 w3" },
        { "either mode's name", new PatchSelection { Roads = ["A12"], Fairways = ["Maas"] }, "r3 w1 w3" },
        { "a place stands for its nodes in all modes", new PatchSelection { Targets = ["haven"] }, "r1 w1" },
        { "several ids", new PatchSelection { Targets = ["r3", "water-e"] }, "r3 w3" },
        { "a lock's links", new PatchSelection { Locks = ["volkerak"], Mode = TransportMode.Water }, "w1 w2" },
        { "a corridor", new PatchSelection { Corridors = ["c1"] }, "r3" },
        { "a class", new PatchSelection { LinkClasses = ["n-road"] }, "r3" },
        { "a manager", new PatchSelection { Managers = ["provincie"] }, "r3" },
        { "a road in a region", new PatchSelection { Roads = ["A1"], Regions = ["Gelderland"] }, "r2" },
        { "a mode", new PatchSelection { Mode = TransportMode.Water }, "w1 w2 w3" },
        { "nothing meets both", new PatchSelection { Roads = ["A1"], Mode = TransportMode.Water }, "" },
    };

    [Theory]
    [MemberData(nameof(Selections))]
    public void A_selection_means_the_links_that_meet_all_of_it(string why, PatchSelection selection, string links)
    {
        Assert.NotEmpty(why);
        Assert.Equal(links, Closed(Of(selection)));
    }

    [Fact]
    public void A_box_means_links_with_an_end_in_it()
    {
        var end = Scene().Build().Nodes.Single(n => n.Id == "road-d");
        var box = new GeoBox(end.Lat - 0.001, end.Lon - 0.001, end.Lat + 0.001, end.Lon + 0.001);

        Assert.Equal("r3", Closed(Of(new PatchSelection { Area = box })));
    }

    [Fact]
    public void Low_water_takes_its_drop_off_every_draught_that_is_known()
    {
        var network = Scene().Compile([Of(new PatchSelection { Mode = TransportMode.Water }, PatchEffect.LowWater, 40)]);

        Assert.Equal([260, 210, CompiledNetwork.NoLimit], network.LinkDraughtCm[3..]);
    }

    [Fact]
    public void A_limit_only_becomes_stricter_unless_the_patch_says_that_it_loosens()
    {
        var strict = Of(new PatchSelection { Roads = ["A1"] }, PatchEffect.Limit, 60_000) with { Limit = LinkLimit.MassKg };
        var loose = strict with { Loosens = true };

        Assert.Equal([50_000, 60_000], Scene().Compile([strict]).LinkMassKg[..2]);
        Assert.Equal([60_000, 60_000], Scene().Compile([loose]).LinkMassKg[..2]);
        var only = strict with { Selection = new PatchSelection { Targets = ["r1"] } };
        Assert.Equal(
            "NET208 x.yaml:3 patch of 'selection' would loosen MassKg: 60000, where the dataset allows 50000; "
            + "must be at most that, or say 'loosen: true'",
            Assert.Single(Findings(only)).ToString());
    }

    [Fact]
    public void Chambers_out_of_service_are_those_of_the_lock_less_those_left()
    {
        var network = Scene().Compile([Of(new PatchSelection { Locks = ["volkerak"] }, PatchEffect.LockOutage, 1)]);

        var k = network.NodeLock[network.NodeIndex["water-volkeraksluizen"]];
        Assert.Equal((0, 1), (network.LockOutStart[k], network.LockOutStart[k + 1]));
        Assert.Equal((0, 3_600, 2), (network.LockOutFrom[0], network.LockOutTo[0], network.LockOutChambers[0]));
        Assert.Empty(network.ClosedFrom);
    }

    [Fact]
    public void Daily_hours_past_midnight_belong_to_the_day_on_which_they_begin()
    {
        // Second 0 is Monday 12 January 2026, 01:00 local. Nights 22:00-02:00 that begin on weekdays, Friday to Sunday within 7 days:
        // the first morning belongs to a Sunday, and the nights of Saturday and Sunday are left out.
        var nights = new DailyHours(DayTypes.Weekday, 22 * 60, 2 * 60);
        var patch = new NetworkPatch("r1", PatchEffect.Closed, 0, 0, 7 * 86_400, 1) { Daily = nights };
        var network = Scene().Compile([patch], horizonSeconds: 7 * 86_400);

        var windows = Enumerable.Range(network.ClosedStart[0], network.ClosedStart[1])
            .Select(i => (network.ClosedFrom[i] / 3600, network.ClosedTo[i] / 3600));
        Assert.Equal([(21, 25), (45, 49), (69, 73), (93, 97), (117, 121)], windows);
    }

    [Fact]
    public void Every_fault_is_reported_at_once_with_the_name_that_may_be_meant()
    {
        var found = Findings(
            Of(new PatchSelection { Locks = ["volkerk"] }, PatchEffect.LockOutage, 1, line: 1),
            Of(new PatchSelection { Locks = ["slui"] }, PatchEffect.LockOutage, 0, line: 2),
            Of(new PatchSelection { Fairways = ["Waal"] }, line: 3),
            Of(new PatchSelection { Targets = ["havn"] }, line: 4),
            Of(new PatchSelection { Locks = ["sluis-a"] }, PatchEffect.LockOutage, 1, line: 5),
            Of(new PatchSelection { Mode = TransportMode.Water }, PatchEffect.CapacityFactor, 50, line: 6),
            Of(new PatchSelection { Corridors = ["c9"] }, line: 7),
            new NetworkPatch("r1", PatchEffect.LockOutage, 0, 0, 60, 8));

        Assert.Equal(
            ["NET201 1", "NET211 2", "NET201 3", "NET201 4", "NET203 5", "NET204 6", "NET201 7", "NET204 8"],
            found.Select(d => $"{d.Code} {d.Line}"));
        Assert.EndsWith("did you mean volkeraksluizen?", found[0].Message);
        Assert.Contains("may be volkeraksluizen, sluis-a; must be one of them", found[1].Message);
        Assert.EndsWith("did you mean Maas-Waalkanaal?", found[2].Message);
        Assert.EndsWith("did you mean haven?", found[3].Message);
        Assert.EndsWith("which has 1; must be fewer, 0 to close it", found[4].Message);
        Assert.EndsWith("did you mean c1?", found[6].Message);
    }

    [Fact]
    public void Patches_that_contradict_each_other_are_refused_and_factors_that_overlap_are_named()
    {
        var loose = new NetworkPatch("r1", PatchEffect.Limit, 60_000, 0, 0, 1) { Limit = LinkLimit.MassKg, Loosens = true };
        var outage = Of(new PatchSelection { Locks = ["volkerak"] }, PatchEffect.LockOutage, 1, line: 3);
        var found = Findings(
            loose, loose with { Value = 40_000, Loosens = false, Line = 2 },
            outage, outage with { Value = 2, FromSeconds = 3_599, ToSeconds = 4_000, Line = 4 },
            new NetworkPatch("r1", PatchEffect.SpeedFactor, 50, 0, 100, 5),
            new NetworkPatch("r1", PatchEffect.SpeedFactor, 60, 99, 200, 6));

        Assert.Equal(["NET209 2", "NET209 4", "NET210 6"], found.Select(d => $"{d.Code} {d.Line}"));
        Assert.Equal(Severity.Warning, found[2].Severity);
        Assert.Empty(Findings(outage, outage with { Value = 2, FromSeconds = 3_600, ToSeconds = 4_000 }));
    }
}
