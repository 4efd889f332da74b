using MilMobility.Domain.Units;
using MilMobility.Exchange.Contraction;
using MilMobility.Exchange.Drafts;

namespace MilMobility.Exchange.Tests.Contraction;

/// <summary>
/// On random networks, travel times and reachable pairs between the nodes that stay are the same before and after contraction,
/// for every vehicle: compared by all-pairs matrices (Floyd-Warshall), which share nothing with the contraction.
/// </summary>
public sealed class ContractionInvariantTests
{
    private const int Networks = 300;

    private static readonly (string Name, Func<LinkLimits?, bool> Passes)[] Vehicles =
    [
        ("any", _ => true),
        ("high", l => (l?.HeightCm?.Value ?? int.MaxValue) >= 410),
        ("heavy", l => (l?.MassKg?.Value ?? int.MaxValue) >= 45_000),
        ("axle", l => (l?.AxleLoadKg?.Value ?? int.MaxValue) >= 11_000),
        ("wide", l => (l?.WidthCm?.Value ?? int.MaxValue) >= 320),
        ("long", l => (l?.VehicleLengthCm?.Value ?? int.MaxValue) >= 2_000),
        ("wheeled", l => (l?.Wheeled?.Value ?? int.MaxValue) >= 70),
        ("tracked", l => (l?.Tracked?.Value ?? int.MaxValue) >= 70),
        ("dangerous goods", l => (l?.TunnelCategory?.Value ?? 'A') <= 'B'),
        ("deep", l => (l?.DraughtCm?.Value ?? int.MaxValue) >= 280),
        ("tall ship", l => (l?.AirDraughtCm?.Value ?? int.MaxValue) >= 700),
        ("class V", l => (l?.Cemt is { } c ? c.Value[0] == 'V' : true)),
        ("electric", l => l?.Electrification?.Value != Electrification.None),
        ("wide load", l => (l?.Gauge?.Value ?? LoadingGauge.GC) >= LoadingGauge.GB),
        ("freight", l => l?.Freight?.Value != false),
        ("long train", l => (l?.TrainLengthMetres?.Value ?? int.MaxValue) >= 650),
    ];

    [Fact]
    public void Shortest_times_and_reachable_pairs_stay_the_same_for_every_vehicle()
    {
        var merged = 0;
        for (var seed = 1; seed <= Networks; seed++)
        {
            var before = RandomDraft(new Random(seed));
            var after = ChainContraction.Contract(before);
            merged += before.LinkCount - after.LinkCount;
            var kept = after.Nodes.ToArray().Select((n, i) => (n.Id, Index: i)).ToDictionary(n => n.Id, n => n.Index);
            var old = before.Nodes.ToArray().Select((n, i) => (n.Id, Index: i)).Where(n => kept.ContainsKey(n.Id)).ToList();
            foreach (var (vehicle, passes) in Vehicles)
            {
                var (timesBefore, timesAfter) = (Times(before, passes), Times(after, passes));
                foreach (var (fromId, from) in old)
                {
                    foreach (var (toId, to) in old)
                    {
                        var (expected, actual) = (timesBefore[from, to], timesAfter[kept[fromId], kept[toId]]);
                        Assert.True(
                            expected.Equals(actual) || Math.Abs(expected - actual) < 1e-6 * expected,
                            $"seed {seed}, {vehicle}: {fromId} to {toId} takes {expected} s before and {actual} s after");
                    }
                }
            }
        }

        // The networks are such that there is something to merge.
        Assert.True(merged > 5 * Networks, $"{merged} links merged in {Networks} networks");
    }

    [Fact]
    public void Contracting_twice_changes_nothing_more()
    {
        for (var seed = 1; seed <= 50; seed++)
        {
            var once = ChainContraction.Contract(RandomDraft(new Random(seed)));
            var twice = ChainContraction.Contract(once);
            Assert.Equal((once.NodeCount, once.LinkCount), (twice.NodeCount, twice.LinkCount));
        }
    }

    private static double[,] Times(NetworkDraft draft, Func<LinkLimits?, bool> passes)
    {
        var n = draft.NodeCount;
        var times = new double[n, n];
        for (var i = 0; i < n; i++)
            for (var j = 0; j < n; j++) times[i, j] = i == j ? 0 : double.PositiveInfinity;
        foreach (var link in draft.Links)
        {
            if (!passes(link.Limits)) continue;
            var seconds = link.LengthMetres / (link.SpeedKmh / 3.6);
            times[link.From, link.To] = Math.Min(times[link.From, link.To], seconds);
            if (link.TwoWay) times[link.To, link.From] = Math.Min(times[link.To, link.From], seconds);
        }

        for (var k = 0; k < n; k++)
            for (var i = 0; i < n; i++)
                for (var j = 0; j < n; j++) times[i, j] = Math.Min(times[i, j], times[i, k] + times[k, j]);
        return times;
    }

    /// <summary>Some crossings, chains of plain junctions between them with one or two names, some one-way, some rings.</summary>
    private static NetworkDraft RandomDraft(Random random)
    {
        var scene = new DraftScene();
        var crossings = random.Next(3, 7);
        for (var i = 0; i < crossings; i++) scene.Node($"x{i}", i, kind: random.Next(3) == 0 ? "junction" : "exit");
        var nodes = 0;
        for (var chain = 0; chain < crossings + 2; chain++)
        {
            var at = $"x{random.Next(crossings)}";
            var end = $"x{random.Next(crossings)}";
            var (twoWay, against, name) = (random.Next(4) > 0, random.Next(2) == 0, $"N{random.Next(2)}");
            for (var part = random.Next(1, 6); part > 0; part--)
            {
                var next = part == 1 ? end : $"j{nodes++}";
                if (part > 1) scene.Node(next, random.NextDouble(), random.NextDouble());
                if (at == next) break;
                var turned = twoWay ? random.Next(2) == 0 : against;
                scene.Link(
                    turned ? next : at, turned ? at : next, random.Next(100, 3_000), random.Next(20, 120),
                    random.Next(8) == 0 ? "N9" : name, twoWay, Limits(scene, random));
                at = next;
            }
        }

        return scene.Draft;
    }

    private static LinkLimits? Limits(DraftScene scene, Random random)
    {
        if (random.Next(3) == 0) return null;
        return new LinkLimits
        {
            Wheeled = Maybe(random.Next(40, 120)),
            Tracked = Maybe(random.Next(40, 120)),
            AxleLoadKg = Maybe(random.Next(10_000, 13_000)),
            MassKg = Maybe(random.Next(30_000, 60_000)),
            HeightCm = Maybe(random.Next(380, 450)),
            WidthCm = Maybe(random.Next(300, 350)),
            VehicleLengthCm = Maybe(random.Next(1_500, 2_500)),
            TunnelCategory = Maybe((char)random.Next('A', 'F')),
            Electrification = Maybe((Electrification)random.Next(5)),
            LineCategory = Maybe(new[] { "C2", "D2", "D3", "D4", "X9" }[random.Next(5)]),
            Gauge = Maybe((LoadingGauge)random.Next(4)),
            TrainLengthMetres = Maybe(random.Next(500, 750)),
            Freight = Maybe(random.Next(4) > 0),
            Cemt = Maybe(new[] { "III", "IV", "Va", "Vb", "VIa" }[random.Next(5)]),
            DraughtCm = Maybe(random.Next(200, 400)),
            AirDraughtCm = Maybe(random.Next(500, 900)),
        };

        Known<T>? Maybe<T>(T value) => random.Next(4) == 0 ? scene.Known(value) : null;
    }
}
