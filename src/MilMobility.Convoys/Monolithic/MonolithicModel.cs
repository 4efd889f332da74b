using MilMobility.Convoys.Instances;
using MilMobility.Convoys.Solutions;
using MilMobility.Solvers.Pools;

namespace MilMobility.Convoys.Monolithic;

/// <summary>
/// One integer program of a whole instance on its time-expanded graph. With y(k,a,s) = 1 if convoy k's head enters arc a at second s
/// and z(k) = 1 if k stays:
/// <code>
///   min   sum over entries of k's destination (s + travel + pass_k - ready_k) y(k,a,s) + sum_k unmoved_k z(k)
///   s.t.  sum of k's entries at its origin + z(k) = 1                        each convoy
///         entries that arrive at (v,t) = entries that leave it               each convoy, each state on the way
///         sum of the entries whose convoy is at node v in slot c &lt;= 1        each node, each maximal slot
///         on edge e in slot c: one direction only                            rows over pairs of node cliques, with a 0-1
///                                                                            direction where both sides have several
/// </code>
/// Entries of one direction that are at the edge's first node in one slot exclude each other already; such a clique is at most
/// 1, so clique + clique &lt;= 1 (or clique &lt;= direction, clique &lt;= 1 - direction) is exact and tighter than pairs.
/// This solver class was chosen as the textbook baseline: one model, no decomposition; it is exact on tiny instances.
/// </summary>
internal sealed class MonolithicModel
{
    private readonly ArcTable _arcs;
    private readonly TimeExpansion[] _expansions;
    private readonly int[] _firstVariable;
    private readonly int[] _unmovedVariable;

    private MonolithicModel(ArcTable arcs, TimeExpansion[] expansions, int[] firstVariable, int[] unmovedVariable, PoolModel model)
    {
        (_arcs, _expansions, _firstVariable, _unmovedVariable) = (arcs, expansions, firstVariable, unmovedVariable);
        Program = model;
    }

    public PoolModel Program { get; }

    /// <summary>Builds the model; null, with what was reached, when it passes a limit.</summary>
    public static (MonolithicModel? Model, MonolithicSize Size, string? TooLarge) Build(
        ConvoyInstance instance, MonolithicOptions options, int step, Func<int, long> unmovedSeconds)
    {
        var arcs = new ArcTable(instance);
        var expansions = new TimeExpansion[instance.ConvoyCount];
        var variables = instance.ConvoyCount;
        for (var k = 0; k < expansions.Length; k++)
        {
            var allowed = options.PathsMax is { } paths ? arcs.ArcsOfPaths(instance.From[k], instance.To[k], paths) : null;
            var room = options.VariablesMax - variables;
            var latest = LatestFinish(arcs, k, options);
            if (room < 0 || TimeExpansion.Of(arcs, k, allowed, step, latest, room) is not { } expansion)
            {
                var size = new MonolithicSize(options.VariablesMax, 0, 0, step);
                return (null, size, $"more than {options.VariablesMax} variables at convoy {k + 1} of {expansions.Length}");
            }

            expansions[k] = expansion;
            variables += expansion.Entries.Count;
        }

        return new Rows(arcs, expansions, options, step, unmovedSeconds).Build();
    }

    /// <summary>The journeys that a solution chooses, in order of the convoys.</summary>
    public List<ConvoyJourney> JourneysOf(PoolSolution solution)
    {
        var instance = _arcs.Instance;
        var journeys = new List<ConvoyJourney>();
        for (var k = 0; k < instance.ConvoyCount; k++)
        {
            if (solution.IsChosen(_unmovedVariable[k])) continue;
            var entries = _expansions[k].Entries;
            var path = new List<int> { instance.From[k] };
            var heads = new List<int>();
            // Entries stand in order of their second, and a chosen one leaves the state that the last one reached.
            for (var i = 0; i < entries.Count; i++)
            {
                if (!solution.IsChosen(_firstVariable[k] + i)) continue;
                heads.Add(entries[i].Second);
                path.Add(instance.ArcTo[entries[i].Arc]);
                if (path[^1] == instance.To[k]) heads.Add(entries[i].Second + instance.TravelSeconds[instance.ArcEdge[entries[i].Arc]]);
            }

            journeys.Add(new ConvoyJourney(instance.ConvoyIds[k], path, heads));
        }

        return journeys;
    }

    private static int LatestFinish(ArcTable arcs, int convoy, MonolithicOptions options)
    {
        var instance = arcs.Instance;
        long latest = Math.Min(instance.HorizonSeconds, instance.DueSeconds[convoy]);
        if (options.DelaySecondsMax is not { } delay) return (int)latest;
        var alone = arcs.SecondsTo(instance.To[convoy], instance.From[convoy], allowed: null)[instance.From[convoy]];
        var earliest = (long)instance.ReadySeconds[convoy] + alone + instance.PassSeconds[convoy];
        return (int)Math.Min(latest, earliest + delay);
    }

    /// <summary>The rows of a model in the making.</summary>
    private sealed class Rows(
        ArcTable arcs, TimeExpansion[] expansions, MonolithicOptions options, int step, Func<int, long> unmovedSeconds)
    {
        private readonly ConvoyInstance _instance = arcs.Instance;
        private readonly PoolModelBuilder _builder = new();
        private readonly int[] _firstVariable = new int[expansions.Length];
        private readonly int[] _unmovedVariable = new int[expansions.Length];
        private long _entries;

        private bool IsFull => _entries > options.EntriesMax || _builder.VariableCount > options.VariablesMax;

        public (MonolithicModel? Model, MonolithicSize Size, string? TooLarge) Build()
        {
            for (var k = 0; k < expansions.Length; k++)
            {
                AddVariables(k);
                AddFlow(k);
            }

            var uses = new SlotUses(arcs, expansions, _firstVariable, step);
            for (var node = 0; node < _instance.NodeCount && !IsFull; node++)
            {
                foreach (var clique in SlotUses.MaximalCliques(uses.OfNode(node))) AtMostOne(clique);
            }

            for (var edge = 0; edge < _instance.EdgeCount && !IsFull; edge++)
            {
                foreach (var (forward, backward) in uses.OppositesOn(edge)) OneDirection(forward, backward);
            }

            var size = new MonolithicSize(_builder.VariableCount, _builder.RowCount, _entries, step);
            if (IsFull) return (null, size, $"more than {options.EntriesMax} entries or {options.VariablesMax} variables");
            return (new MonolithicModel(arcs, expansions, _firstVariable, _unmovedVariable, _builder.Build()), size, null);
        }

        private void AddVariables(int k)
        {
            _firstVariable[k] = _builder.VariableCount;
            foreach (var entry in expansions[k].Entries)
            {
                var arrival = entry.Second + _instance.TravelSeconds[_instance.ArcEdge[entry.Arc]];
                var isLast = expansions[k].IsArrival[entry.ToState];
                _builder.AddColumn(isLast ? arrival + _instance.PassSeconds[k] - _instance.ReadySeconds[k] : 0);
            }

            _unmovedVariable[k] = _builder.AddColumn(unmovedSeconds(k));
        }

        private void AddFlow(int k)
        {
            var expansion = expansions[k];
            var states = new (List<int> Variables, List<long> Signs)[expansion.IsArrival.Count];
            for (var s = 0; s < states.Length; s++) states[s] = ([], []);
            for (var i = 0; i < expansion.Entries.Count; i++)
            {
                var entry = expansion.Entries[i];
                Put(entry.FromState, i, 1);
                if (!expansion.IsArrival[entry.ToState]) Put(entry.ToState, i, -1);
            }

            states[0].Variables.Add(_unmovedVariable[k]);
            _builder.AddExactlyOne([.. states[0].Variables]);
            _entries += states[0].Variables.Count;
            for (var s = 1; s < states.Length; s++)
            {
                if (states[s].Variables.Count == 0) continue;
                _builder.AddRow(0, 0, [.. states[s].Variables], [.. states[s].Signs]);
                _entries += states[s].Variables.Count;
            }

            void Put(int state, int entry, long sign)
            {
                states[state].Variables.Add(_firstVariable[k] + entry);
                states[state].Signs.Add(sign);
            }
        }

        private void OneDirection(List<List<int>> forward, List<List<int>> backward)
        {
            if (forward.Count > 1 && backward.Count > 1)
            {
                var direction = _builder.AddColumn(0);
                foreach (var clique in forward) Add(0, [.. clique, direction], lastCoefficient: -1);
                foreach (var clique in backward) Add(1, [.. clique, direction], lastCoefficient: 1);
                return;
            }

            foreach (var one in forward)
            {
                foreach (var other in backward) AtMostOne([.. one, .. other]);
            }
        }

        private void AtMostOne(List<int> variables)
        {
            _builder.AddAtMostOne([.. variables]);
            _entries += variables.Count;
        }

        private void Add(long upper, int[] variables, long lastCoefficient)
        {
            var coefficients = new long[variables.Length];
            coefficients.AsSpan().Fill(1);
            coefficients[^1] = lastCoefficient;
            _builder.AddAtMost(upper, variables, coefficients);
            _entries += variables.Length;
        }
    }
}
