namespace MilMobility.Networks.Compilation;

/// <summary>
/// What may follow an arrival, in columns (rule 15 of the movement model). A state is a node with the arcs by which it may be left:
/// state n below the number of nodes is node n with all its arcs, for a start, for a load off a transfer, and for an arrival whose
/// turns are all free. An arc with other turns arrives in a state of its own, which lacks the arcs that are forbidden or ask for a
/// reversal; from there a reversal leads, after its stay, to a state with the arcs that ask for that stay. Arrivals at a
/// node that leave the same open share a state. The states of a node lie side by side. Without turns a state is a node, and the
/// columns are those of the adjacency. Immutable, safe to share.
/// </summary>
public sealed class TurnStates
{
    /// <summary>No state.</summary>
    public const int None = -1;

    public int Count => Node.Length;

    /// <summary>[S] node of the state.</summary>
    public required int[] Node { get; init; }

    /// <summary>[2L] state in which a move over the arc arrives.</summary>
    public required int[] ArcState { get; init; }

    // ---- arcs that may be taken from state s: OutArcs[OutStart[s] .. OutStart[s + 1])
    public required int[] OutStart { get; init; }
    public required int[] OutArcs { get; init; }

    // ---- arcs that arrive in state s
    public required int[] InStart { get; init; }
    public required int[] InArcs { get; init; }

    // ---- states beyond the nodes from which arc a may be taken: FromStates[FromStart[a] .. FromStart[a + 1])
    public required int[] FromStart { get; init; }
    public required int[] FromStates { get; init; }

    /// <summary>[N + 1] the states of node n beyond n itself are NodeStart[n] .. NodeStart[n + 1] - 1.</summary>
    public required int[] NodeStart { get; init; }

    // ---- states that reversals lead to from state s
    public required int[] ReversalStart { get; init; }
    public required int[] Reversals { get; init; }

    /// <summary>[S] the state of arrival from which a reversal leads to this one, or <see cref="None"/>.</summary>
    public required int[] ReversedFrom { get; init; }

    /// <summary>[S] seconds that the reversal to this state stands at least; 0 where none leads.</summary>
    public required int[] ReversalSeconds { get; init; }
}
