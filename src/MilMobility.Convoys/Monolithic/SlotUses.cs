namespace MilMobility.Convoys.Monolithic;

/// <summary>
/// Which slots of nodes and edges each entry takes, rounded outwards to whole slots, and the rows that keep them apart. A slot
/// matters only where a use ends right after it: every other slot's users are a part of a later one's.
/// </summary>
internal sealed class SlotUses
{
    private readonly List<Use>[] _ofNode;
    private readonly List<EdgeUse>[] _ofEdge;

    public SlotUses(ArcTable arcs, TimeExpansion[] expansions, int[] firstVariable, int step)
    {
        var instance = arcs.Instance;
        _ofNode = new List<Use>[instance.NodeCount];
        _ofEdge = new List<EdgeUse>[instance.EdgeCount];
        for (var v = 0; v < _ofNode.Length; v++) _ofNode[v] = [];
        for (var e = 0; e < _ofEdge.Length; e++) _ofEdge[e] = [];
        for (var k = 0; k < expansions.Length; k++)
        {
            var pass = instance.PassSeconds[k];
            for (var i = 0; i < expansions[k].Entries.Count; i++)
            {
                var entry = expansions[k].Entries[i];
                var (edge, from, variable) = (instance.ArcEdge[entry.Arc], arcs.From[entry.Arc], firstVariable[k] + i);
                var arrival = entry.Second + instance.TravelSeconds[edge];
                var atNode = Slots(variable, entry.Second, entry.Second + pass);
                _ofNode[from].Add(atNode);
                if (expansions[k].IsArrival[entry.ToState])
                    _ofNode[instance.ArcTo[entry.Arc]].Add(Slots(variable, arrival, arrival + pass));
                _ofEdge[edge].Add(new EdgeUse(Slots(variable, entry.Second, arrival + pass), atNode, from == instance.EdgeFrom[edge]));
            }
        }

        Use Slots(int variable, int from, int to) => new(variable, from / step, (to + step - 1) / step);
    }

    public List<Use> OfNode(int node) => _ofNode[node];

    /// <summary>Sets of variables whose uses share a slot, none a part of another, of two or more.</summary>
    public static IEnumerable<List<int>> MaximalCliques(List<Use> uses)
    {
        var active = new List<Use>();
        foreach (var started in uses.OrderBy(u => u.From).GroupBy(u => u.From))
        {
            if (active.Count > 1 && active.Exists(u => u.To <= started.Key)) yield return [.. active.Select(u => u.Variable)];
            active.RemoveAll(u => u.To <= started.Key);
            active.AddRange(started);
        }

        if (active.Count > 1) yield return [.. active.Select(u => u.Variable)];
    }

    /// <summary>For each slot that matters the entries on the edge in either direction, each as cliques at their first node.</summary>
    public IEnumerable<(List<List<int>> Forward, List<List<int>> Backward)> OppositesOn(int edge)
    {
        var active = new List<EdgeUse>();
        foreach (var started in _ofEdge[edge].OrderBy(u => u.OnEdge.From).GroupBy(u => u.OnEdge.From))
        {
            if (active.Exists(u => u.OnEdge.To <= started.Key) && IsTwoWay(active)) yield return Cover(active);
            active.RemoveAll(u => u.OnEdge.To <= started.Key);
            active.AddRange(started);
        }

        if (IsTwoWay(active)) yield return Cover(active);
    }

    private static bool IsTwoWay(List<EdgeUse> active) => active.Exists(u => u.IsForward) && active.Exists(u => !u.IsForward);

    private static (List<List<int>> Forward, List<List<int>> Backward) Cover(List<EdgeUse> active) =>
        (Cover(active.Where(u => u.IsForward)), Cover(active.Where(u => !u.IsForward)));

    /// <summary>Fewest cliques that hold all uses: again and again those in the last slot of the use that ends first.</summary>
    private static List<List<int>> Cover(IEnumerable<EdgeUse> uses)
    {
        var cliques = new List<List<int>>();
        var last = int.MinValue;
        foreach (var use in uses.OrderBy(u => u.AtNode.To).Select(u => u.AtNode))
        {
            if (use.From > last)
            {
                cliques.Add([]);
                last = use.To - 1;
            }

            cliques[^1].Add(use.Variable);
        }

        return cliques;
    }

    /// <summary>Slots [From, To) of an entry's use.</summary>
    internal readonly record struct Use(int Variable, int From, int To);

    private readonly record struct EdgeUse(Use OnEdge, Use AtNode, bool IsForward);
}
