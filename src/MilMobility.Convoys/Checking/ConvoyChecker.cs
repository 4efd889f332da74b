using MilMobility.Convoys.Instances;
using MilMobility.Convoys.Solutions;
using MilMobility.Domain.Checks;
using MilMobility.Domain.Sentences;

namespace MilMobility.Convoys.Checking;

/// <summary>
/// Independent check of a solution against its instance: derives every occupation from paths and times and sweeps over them in order
/// of time. Shares no code with search or draft. O(visits log visits + conflicts). Takes any solution, however broken.
/// </summary>
public sealed class ConvoyChecker
{
    private readonly ConvoyInstance _instance;
    private readonly Dictionary<(int, int), int> _edgeBetween = [];
    private readonly Dictionary<string, int> _convoyById = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> _tried = new(StringComparer.Ordinal);
    private readonly List<Violation> _violations = [];
    private readonly List<Stay> _atNodes = [];
    private readonly List<Stay> _onEdges = [];

    private ConvoyChecker(ConvoyInstance instance)
    {
        _instance = instance;
        for (var e = 0; e < instance.EdgeCount; e++)
        {
            _edgeBetween[(instance.EdgeFrom[e], instance.EdgeTo[e])] = e;
            _edgeBetween[(instance.EdgeTo[e], instance.EdgeFrom[e])] = e;
        }

        for (var k = 0; k < instance.ConvoyCount; k++) _convoyById[instance.ConvoyIds[k]] = k;
    }

    /// <summary>Checks a solution.</summary>
    public static ConvoyCheck Check(ConvoyInstance instance, ConvoySolution solution) => new ConvoyChecker(instance).Run(solution);

    private ConvoyCheck Run(ConvoySolution solution)
    {
        var moved = new HashSet<int>();
        long objective = 0;
        foreach (var journey in solution.Journeys)
        {
            if (!IsKnown(journey, moved, out var convoy) || !FollowsEdges(journey, convoy)) continue;
            HasTimes(journey, convoy);
            objective += (long)journey.HeadSeconds[^1] + _instance.PassSeconds[convoy] - _instance.ReadySeconds[convoy];
            Occupy(journey, convoy);
        }

        Sweep(_atNodes, ConvoyRule.Node, sameDirectionToo: true, stay => $"node {stay.Place}");
        Sweep(_onEdges, ConvoyRule.Opposite, sameDirectionToo: false,
            stay => $"edge {_instance.EdgeFrom[stay.Place]}-{_instance.EdgeTo[stay.Place]}");
        var unmoved = Enumerable.Range(0, _instance.ConvoyCount).Where(k => !moved.Contains(k))
            .Select(k => _instance.ConvoyIds[k]).ToList();
        Expect(
            ConvoyRule.Objective, solution.ObjectiveSeconds == objective, [], "objective_s", 0, 0,
            $"objective_s = {solution.ObjectiveSeconds}; must be {objective}, the sum of finish - ready");
        Expect(
            ConvoyRule.Objective, unmoved.Count > 0 || solution.BoundSeconds <= objective, [], "bound_s", 0, 0,
            $"bound_s = {solution.BoundSeconds}; must be at most the objective, {objective}");
        return new ConvoyCheck(_violations, _tried, objective, unmoved);
    }

    private bool IsKnown(ConvoyJourney journey, HashSet<int> moved, out int convoy)
    {
        var known = _convoyById.TryGetValue(journey.Id, out convoy);
        if (!Expect(ConvoyRule.Journey, known, [journey.Id], journey.Id, 0, 0, $"convoy {journey.Id} is not of the instance")) return false;
        if (!Expect(
            ConvoyRule.Journey, moved.Add(convoy), [journey.Id], journey.Id, 0, 0, $"convoy {journey.Id} has two journeys; must have one"))
            return false;
        return Expect(
            ConvoyRule.Journey, journey.Path.Count >= 2 && journey.Path.Count == journey.HeadSeconds.Count, [journey.Id], journey.Id, 0, 0,
            $"convoy {journey.Id} has {journey.Path.Count} nodes and {journey.HeadSeconds.Count} times; must be as many, at least 2");
    }

    private bool FollowsEdges(ConvoyJourney journey, int convoy)
    {
        var (from, to) = (_instance.From[convoy], _instance.To[convoy]);
        Expect(
            ConvoyRule.Path, journey.Path[0] == from, [journey.Id], $"node {journey.Path[0]}", 0, 0,
            $"convoy {journey.Id} departs from node {journey.Path[0]}; must be {from}");
        Expect(
            ConvoyRule.Path, journey.Path[^1] == to, [journey.Id], $"node {journey.Path[^1]}", 0, 0,
            $"convoy {journey.Id} ends at node {journey.Path[^1]}; must be {to}");
        var holds = true;
        for (var i = 1; i < journey.Path.Count; i++)
        {
            var (tail, head) = (journey.Path[i - 1], journey.Path[i]);
            holds &= Expect(
                ConvoyRule.Path, _edgeBetween.ContainsKey((tail, head)), [journey.Id], $"edge {tail}-{head}", 0, 0,
                $"convoy {journey.Id} goes from node {tail} to {head}; there is no edge");
        }

        return holds;
    }

    private void HasTimes(ConvoyJourney journey, int convoy)
    {
        for (var i = 1; i < journey.Path.Count; i++)
        {
            var travel = _instance.TravelSeconds[_edgeBetween[(journey.Path[i - 1], journey.Path[i])]];
            var took = (long)journey.HeadSeconds[i] - journey.HeadSeconds[i - 1];
            Expect(
                ConvoyRule.Travel, took == travel, [journey.Id], $"edge {journey.Path[i - 1]}-{journey.Path[i]}",
                journey.HeadSeconds[i - 1], journey.HeadSeconds[i], $"convoy {journey.Id} takes {took} s; must be {travel} s");
        }

        var departure = journey.HeadSeconds[0];
        Expect(
            ConvoyRule.Window, departure >= _instance.ReadySeconds[convoy], [journey.Id], "ready", departure, departure,
            $"convoy {journey.Id} departs at {departure} s; must be at least {_instance.ReadySeconds[convoy]} s, when it is ready");
        var finish = (long)journey.HeadSeconds[^1] + _instance.PassSeconds[convoy];
        var latest = Math.Min(_instance.HorizonSeconds, _instance.DueSeconds[convoy]);
        Expect(
            ConvoyRule.Window, finish <= latest, [journey.Id], "due", latest, (int)Math.Min(finish, int.MaxValue),
            $"convoy {journey.Id} is in at {finish} s; must be at most {latest} s");
    }

    private void Occupy(ConvoyJourney journey, int convoy)
    {
        var pass = _instance.PassSeconds[convoy];
        for (var i = 0; i < journey.Path.Count; i++)
        {
            long head = journey.HeadSeconds[i];
            _atNodes.Add(new Stay(journey.Path[i], head, head + pass, convoy, Forward: true));
            if (i + 1 == journey.Path.Count) break;
            var edge = _edgeBetween[(journey.Path[i], journey.Path[i + 1])];
            var off = head + _instance.TravelSeconds[edge] + pass;
            _onEdges.Add(new Stay(edge, head, off, convoy, journey.Path[i] == _instance.EdgeFrom[edge]));
        }
    }

    /// <summary>Goes through the stays of each place in order of their start, with those that have not ended.</summary>
    private void Sweep(List<Stay> stays, string rule, bool sameDirectionToo, Func<Stay, string> subject)
    {
        stays.Sort((a, b) => a.Place != b.Place ? a.Place.CompareTo(b.Place)
            : a.From != b.From ? a.From.CompareTo(b.From) : a.Convoy.CompareTo(b.Convoy));
        var present = new List<Stay>();
        foreach (var stay in stays)
        {
            present.RemoveAll(earlier => earlier.Place != stay.Place || earlier.To <= stay.From);
            _tried[rule] = _tried.GetValueOrDefault(rule) + 1;
            foreach (var earlier in present)
            {
                if (!sameDirectionToo && earlier.Forward == stay.Forward) continue;
                string[] both = [_instance.ConvoyIds[earlier.Convoy], _instance.ConvoyIds[stay.Convoy]];
                var end = (int)Math.Min(int.MaxValue, Math.Min(earlier.To, stay.To));
                _violations.Add(new Violation(
                    rule, both, subject(stay), (int)stay.From, end,
                    Sentence.AsIs($"{subject(stay)} holds convoy {both[0]} over [{earlier.From}, {earlier.To}) and {both[1]} over "
                    + $"[{stay.From}, {stay.To}){(sameDirectionToo ? "" : " in the other direction")}; must be one at a time")));
            }

            present.Add(stay);
        }
    }

    private bool Expect(string rule, bool holds, string[] convoys, string subject, int from, int to, string message)
    {
        _tried[rule] = _tried.GetValueOrDefault(rule) + 1;
        if (!holds) _violations.Add(new Violation(rule, convoys, subject, from, to, Sentence.AsIs(message)));
        return holds;
    }

    /// <summary>A convoy at a node or on an edge over [From, To).</summary>
    private readonly record struct Stay(int Place, long From, long To, int Convoy, bool Forward);
}
