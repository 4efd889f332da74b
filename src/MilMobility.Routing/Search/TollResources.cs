using MilMobility.Domain.Units;
using MilMobility.Networks.Compilation;
using MilMobility.Routing.Profiles;
using MilMobility.Routing.Reservations;

namespace MilMobility.Routing.Search;

/// <summary>What a resource of <see cref="TollResources"/> is.</summary>
public enum TollKind : byte
{
    /// <summary>
    /// Road or rail arc at its start: entries [e, e + pass + headway), and the exits of the other direction if it is single.
    /// </summary>
    ArcEntry,

    /// <summary>Road or rail arc at its end, where the link is not single: exits [x, x + pass + headway).</summary>
    ArcExit,

    /// <summary>Single road or track: entries of both directions [e, e + pass + headway).</summary>
    SingleLink,

    /// <summary>Positions of a transfer group: [start, end).</summary>
    Position,

    /// <summary>Assets of a pool: [leg start, leg start + block).</summary>
    Pool,

    /// <summary>Chambers of a lock: [start, start + cycle).</summary>
    Lock,
}

/// <summary>
/// The resources on which a search can pay tolls, numbered 0 .. <see cref="Count"/> - 1, each with a constant capacity, such that
/// every set of itineraries that one ledger takes keeps every capacity at every second:
///
/// - entries and exits of an arc, capacity 1: by rule 4, e1 + p1 + H &lt;= e2, so the spans [e, e + p + H) of two serials do not
///   meet; the same at the exits;
/// - at either end of a single link the entries of one direction share a resource with the exits of the other, and the entries
///   of both share one more: by rule 5, [e1, x1 + p1 + H) and [e2, x2 + p2 + H) of opposite serials do not meet, and those contain
///   the spans at entry and exit;
/// - transfer positions, pools and locks as they are; a lock with the number of all its chambers, which no vessel's limit exceeds.
///
/// Left out, which keeps a bound valid and makes it weaker: holds, whose length a label does not know before the next departure;
/// rate cells, whose prices rise with the use; overtaking between an arc's ends. Immutable, safe to share.
/// </summary>
public sealed class TollResources
{
    /// <summary>No resource.</summary>
    public const int None = -1;

    private readonly TollKind[] _kind;
    private readonly int[] _index;
    private readonly long[] _capacity;
    private readonly int _firstPosition;
    private readonly int _firstPool;
    private readonly int _firstLock;

    public TollResources(CompiledNetwork network, MovementRules rules)
    {
        ArcEntry = new int[network.ArcCount];
        ArcExit = new int[network.ArcCount];
        ArcSingle = new int[network.ArcCount];
        Array.Fill(ArcEntry, None);
        Array.Fill(ArcExit, None);
        Array.Fill(ArcSingle, None);
        List<(TollKind Kind, int Index, long Capacity)> all = [];
        for (var link = 0; link < network.LinkCount; link++) AddLink(network, link, all);
        _firstPosition = all.Count;
        all.AddRange(network.GroupPositions.Select((positions, group) => (TollKind.Position, group, (long)positions)));
        _firstPool = all.Count;
        all.AddRange(rules.PoolCount.Select((count, kind) => (TollKind.Pool, kind, (long)count)));
        _firstLock = all.Count;
        all.AddRange(network.LockChambers.Select((chambers, k) => (TollKind.Lock, k, (long)chambers.Length)));
        _kind = [.. all.Select(r => r.Kind)];
        _index = [.. all.Select(r => r.Index)];
        _capacity = [.. all.Select(r => r.Capacity)];
    }

    public int Count => _kind.Length;

    /// <summary>[2L] resource of the entries of an arc, <see cref="None"/> by water.</summary>
    internal int[] ArcEntry { get; }

    /// <summary>[2L] resource of the exits of an arc; on a single link that of the other direction's entries.</summary>
    internal int[] ArcExit { get; }

    /// <summary>[2L] resource of the entries of both directions of a single link, otherwise <see cref="None"/>.</summary>
    internal int[] ArcSingle { get; }

    public TollKind KindOf(int resource) => _kind[resource];

    /// <summary>Arc, link, transfer group, pool kind or lock, by the kind of the resource.</summary>
    public int IndexOf(int resource) => _index[resource];

    /// <summary>Units that may be taken at any second.</summary>
    public long Capacity(int resource) => _capacity[resource];

    public int Position(int group) => _firstPosition + group;

    public int Pool(int kind) => _firstPool + kind;

    public int Lock(int index) => _firstLock + index;

    /// <summary>
    /// Adds the timed uses of these resources that a use of the ledger stands for: none for holds and rate cells. The search
    /// charges its tolls in its own terms; this is written apart on purpose.
    /// </summary>
    /// <param name="use">A use as <see cref="ItineraryUses"/> makes it.</param>
    /// <param name="network">Network.</param>
    /// <param name="rules">Rules.</param>
    /// <param name="add">Takes resource, first second, second after the last, and amount.</param>
    public void Visit(ResourceUse use, CompiledNetwork network, MovementRules rules, Action<int, int, int, int> add)
    {
        switch (use.Kind)
        {
            case UseKind.Arc:
                var span = use.Amount + rules.HeadwaySeconds(network, use.Index >> 1);
                if (span <= 0) break;
                add(ArcEntry[use.Index], use.From, use.From + span, 1);
                add(ArcExit[use.Index], use.To, use.To + span, 1);
                if (ArcSingle[use.Index] != None) add(ArcSingle[use.Index], use.From, use.From + span, 1);
                break;
            case UseKind.Position:
                add(Position(use.Index), use.From, use.To, 1);
                break;
            case UseKind.Pool:
                add(Pool(use.Index), use.From, use.To, use.Amount);
                break;
            case UseKind.Lock:
                add(Lock(use.Index), use.From, use.To, 1);
                break;
            default:
                break;
        }
    }

    private void AddLink(CompiledNetwork network, int link, List<(TollKind, int, long)> all)
    {
        var mode = network.LinkMode[link];
        if (mode is not (TransportMode.Road or TransportMode.Rail)) return;
        var single = mode == TransportMode.Rail ? network.LinkLanesOrTracks[link] == 1 : network.LinkLanesOrTracks[link] == 0;
        for (var arc = 2 * link; arc <= (2 * link) + 1; arc++)
        {
            ArcEntry[arc] = Add(TollKind.ArcEntry, arc);
            if (single) ArcExit[arc ^ 1] = ArcEntry[arc];
            else ArcExit[arc] = Add(TollKind.ArcExit, arc);
        }

        if (single) ArcSingle[2 * link] = ArcSingle[(2 * link) + 1] = Add(TollKind.SingleLink, link);

        int Add(TollKind kind, int index)
        {
            all.Add((kind, index, 1));
            return all.Count - 1;
        }
    }
}
