using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;
using MilMobility.Networks.Datasets;
using MilMobility.Planning.Tests.Scenes;
using MilMobility.TestScenes;

namespace MilMobility.Planning.Tests.Exhaustive;

/// <summary>
/// A mission of one hour small enough to try everything. All data are whole minutes (60 km/h on links of whole kilometres, columns
/// that pass in one minute, headway, ready and closing times), and waiting and lateness cost by the second at one rate, so that
/// some best plan keeps whole minutes: given who goes first everywhere, the earliest plan does.
/// <code>
///        b        ab: one lane for both directions; bd: two-way; ac, cd: one-way
///      /   \      b: rest area for one serial at a time
///    a       d    two serials a -> d, one d -> a, each of 20 vehicles
///      \   /
///        c
/// </code>
/// </summary>
internal sealed class TinyMission
{
    public const int MinutesMax = 60;
    public const int HeadwayMinutes = 2;
    public const int PassMinutes = 1;
    public const int Vehicles = 20;

    public TinyMission(int seed)
    {
        var random = new Random(seed);
        Arcs =
        [
            new("a", "b", 3 + random.Next(4), "ab", true), new("b", "a", 0, "ab", true),
            new("b", "d", 3 + random.Next(4), "bd", false), new("d", "b", 0, "bd", false),
            new("a", "c", 4 + random.Next(5), "ac", false), new("c", "d", 4 + random.Next(5), "cd", false),
        ];
        Arcs[1] = Arcs[1] with { Minutes = Arcs[0].Minutes };
        Arcs[3] = Arcs[3] with { Minutes = Arcs[2].Minutes };
        Serials = [Of("a", "d", random), Of("a", "d", random), Of("d", "a", random)];
        var closedFrom = random.Next(4, 12);
        Closed = (new[] { "ab", "bd", "ac" }[random.Next(3)], closedFrom, closedFrom + random.Next(2, 7));

        var network = new SceneBuilder()
            .Node("a", TransportMode.Road, "exit", 0, 0)
            .Node("b", TransportMode.Road, "rest-area", 1000, 1000)
            .Node("c", TransportMode.Road, "junction", 1000, -1000)
            .Node("d", TransportMode.Road, "exit", 2000, 0)
            .Link("ab", "a", "b", 1000 * Arcs[0].Minutes, 100, lanesOrTracks: 0)
            .Link("bd", "b", "d", 1000 * Arcs[2].Minutes, 100)
            .Link("ac", "a", "c", 1000 * Arcs[4].Minutes, 100, twoWay: false)
            .Link("cd", "c", "d", 1000 * Arcs[5].Minutes, 100, twoWay: false)
            .Facility("rest", "b", "rest-area", Vehicles, HoldUnit.Vehicles);
        Scene = new MissionScene(network) { HorizonSeconds = 60 * MinutesMax, Seed = seed };
        Scene.Road = Scene.Road with { HeadwaySeconds = 60 * HeadwayMinutes };
        Scene.Patches.Add(new NetworkPatch(Closed.Link, PatchEffect.Closed, 0, 60 * Closed.From, 60 * Closed.To, 1));
        for (var k = 0; k < Serials.Length; k++)
        {
            var s = Serials[k];
            Scene.Movement($"M{k}", s.From, s.To, Vehicles, 60 * s.ReadyMinute, 60 * s.DueMinute);
        }
    }

    public MissionScene Scene { get; }

    public Arc[] Arcs { get; }

    public TinySerial[] Serials { get; }

    /// <summary>A link closed over [From, To), minutes.</summary>
    public (string Link, int From, int To) Closed { get; }

    private static TinySerial Of(string from, string to, Random random)
    {
        var ready = random.Next(4);
        return new TinySerial(from, to, ready, ready + random.Next(8, 16));
    }

    internal readonly record struct Arc(string From, string To, int Minutes, string Link, bool IsOneLane);

    internal readonly record struct TinySerial(string From, string To, int ReadyMinute, int DueMinute);
}
