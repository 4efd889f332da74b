using MilMobility.Domain.Plans;
using MilMobility.Domain.Reports;
using MilMobility.Domain.Units;

namespace MilMobility.Reporting.Itineraries;

/// <summary>Turns a plan's steps into legs with timing points. Pure; O(steps).</summary>
public sealed class Legs
{
    private readonly Dictionary<string, MapNode> _nodes;
    private readonly Dictionary<string, MapLink> _links;
    private readonly HashSet<MapReversal> _reversals;

    public Legs(NetworkMap map)
    {
        _nodes = map.Nodes.ToDictionary(n => n.Id, StringComparer.Ordinal);
        _links = map.Links.ToDictionary(l => l.Id, StringComparer.Ordinal);
        _reversals = [.. map.Reversals];
    }

    /// <summary>All legs of a plan in order of serial and time.</summary>
    public IEnumerable<Leg> Of(MovementPlan plan) => plan.Planned.SelectMany(Of);

    public IEnumerable<Leg> Of(PlannedSerial planned)
    {
        var run = new List<PlanStep>();
        var ordinals = new Dictionary<TransportMode, int>();
        foreach (var step in planned.Steps)
        {
            var mode = ModeOf(step);
            if (run.Count > 0 && mode != ModeOf(run[0]))
            {
                if (Close() is { } leg) yield return leg;
                run.Clear();
            }

            if (mode is not null) run.Add(step);
        }

        if (Close() is { } last) yield return last;

        Leg? Close()
        {
            if (!run.OfType<MoveStep>().Any()) return null;
            var mode = run.OfType<MoveStep>().First().Mode;
            var ordinal = ordinals[mode] = ordinals.GetValueOrDefault(mode) + 1;
            return new Leg(planned, mode, ordinal, Points(planned, mode, run));
        }
    }

    /// <summary>Name of a node, or its id where the map does not have it.</summary>
    public string NameOf(string node) => _nodes.TryGetValue(node, out var known) ? known.Name : node;

    private List<TimingPoint> Points(PlannedSerial planned, TransportMode mode, List<PlanStep> run)
    {
        var pass = PassSeconds(planned, mode);
        var first = run.OfType<MoveStep>().First();
        var points = new List<TimingPoint>
        {
            new(first.From, NameOf(first.From), "", 0, run[0].StartSeconds, first.StartSeconds, first.StartSeconds + pass, "start"),
        };
        var metres = 0;
        for (var i = run.IndexOf(first); i < run.Count; i++)
        {
            if (run[i] is not MoveStep move) continue;
            metres += _links.TryGetValue(move.Link, out var link) ? link.LengthMetres : 0;
            var hold = i + 1 < run.Count ? run[i + 1] as HoldStep : null;
            var next = run.Skip(i + 1).OfType<MoveStep>().FirstOrDefault();
            var leaves = hold is null || next is null ? move.EndSeconds : hold.EndSeconds;
            points.Add(new TimingPoint(
                move.To, NameOf(move.To), link?.Name ?? move.Link, metres / 1000.0, move.EndSeconds, leaves, leaves + pass,
                Remark(move, hold, next)));
        }

        return points;
    }

    private string Remark(MoveStep move, HoldStep? hold, MoveStep? next)
    {
        if (next is null) return "release";
        if (hold is not null) return Reverses(move, next) ? "reverses" : "halt";
        return _nodes.TryGetValue(move.To, out var known) && known.Kind == "lock" ? "lock" : "";
    }

    private bool Reverses(MoveStep move, MoveStep next) =>
        _reversals.Contains(new(move.To, move.Link, next.Link)) || _reversals.Contains(new(move.To, next.Link, move.Link));

    private static TransportMode? ModeOf(PlanStep step) => step switch
    {
        MoveStep move => move.Mode,
        HoldStep hold => hold.Mode,
        _ => null,
    };

    private static int PassSeconds(PlannedSerial planned, TransportMode mode) => mode switch
    {
        TransportMode.Road => planned.Serial.Road?.PassSeconds ?? 0,
        TransportMode.Rail => planned.Serial.Rail?.PassSeconds ?? 0,
        TransportMode.Water => planned.Serial.Water?.PassSeconds ?? 0,
        _ => 0,
    };
}
