namespace MilMobility.Routing.Search;

/// <summary>What a label stands for.</summary>
internal enum LabelKind : byte
{
    /// <summary>At an origin, not yet departed.</summary>
    Origin,

    /// <summary>Arrived by a move; may depart over [Lo, Hi], passing through up to ArrivedHi and holding beyond.</summary>
    Arrived,

    /// <summary>Arrived by a transfer.</summary>
    Transferred,

    /// <summary>After a halt at the parent's node; only moves follow.</summary>
    Halted,

    /// <summary>After a stay that staging asks for at the parent's node, which is no halt; only moves follow.</summary>
    Staged,

    /// <summary>After a train has reversed at the parent's node; only the moves that ask for it follow.</summary>
    Reversed,

    /// <summary>Tail closed up at the parent's node; only transfers follow, starting over [Lo, Hi].</summary>
    Closed,

    /// <summary>At a destination; the key is the exact cost.</summary>
    Goal,
}

/// <summary>
/// Labels of one search as columns, reused from search to search: 70 bytes a label, so that the default limit of 1.5 million
/// takes 100 MB. A label says that the head can leave its node at any time of [Lo, Hi] at one and the same cost so far.
/// Elapsed times are piecewise linear in the departure t: <c>max(Driven, t - DrivenAnchor)</c>, where the anchor is the latest
/// time at which the last halt could have ended; the same for the leg; or <see cref="Spare"/>. Not thread-safe.
/// </summary>
internal sealed class LabelStore
{
    public const int None = -1;

    /// <summary>Anchor of an elapsed time that does not grow with waiting.</summary>
    public const int NoAnchor = int.MaxValue;

    /// <summary>Elapsed time that cannot come to bind any more; less than any other, and it does not grow.</summary>
    public const int Spare = -1;

    public int Count;
    public int[] Node = new int[InitialSize];
    /// <summary>State of <see cref="Networks.Compilation.TurnStates"/> at the node.</summary>
    public int[] State = new int[InitialSize];
    public int[] Lo = new int[InitialSize];
    public int[] Hi = new int[InitialSize];
    public int[] ArrivedHi = new int[InitialSize];
    public long[] Cost = new long[InitialSize];
    public int[] Driven = new int[InitialSize];
    public int[] DrivenAnchor = new int[InitialSize];
    public int[] Leg = new int[InitialSize];
    public int[] LegAnchor = new int[InitialSize];
    public int[] Parent = new int[InitialSize];
    public int[] Via = new int[InitialSize];
    public int[] ViaSeconds = new int[InitialSize];
    /// <summary>The label whose remainder this is, or itself.</summary>
    public int[] Owner = new int[InitialSize];
    public LabelKind[] Kind = new LabelKind[InitialSize];
    public byte[] Flags = new byte[InitialSize];
    /// <summary>Bit i: the itinerary has entered cap i.</summary>
    public int[] Caps = new int[InitialSize];

    private const int InitialSize = 4096;

    public int New()
    {
        if (Count == Node.Length) Grow(2 * Count);
        return Count++;
    }

    /// <summary>A copy of a label, for its remainder in time.</summary>
    public int Copy(int label)
    {
        var copy = New();
        Node[copy] = Node[label];
        State[copy] = State[label];
        Lo[copy] = Lo[label];
        Hi[copy] = Hi[label];
        ArrivedHi[copy] = ArrivedHi[label];
        Cost[copy] = Cost[label];
        Driven[copy] = Driven[label];
        DrivenAnchor[copy] = DrivenAnchor[label];
        Leg[copy] = Leg[label];
        LegAnchor[copy] = LegAnchor[label];
        Parent[copy] = Parent[label];
        Via[copy] = Via[label];
        ViaSeconds[copy] = ViaSeconds[label];
        Owner[copy] = Owner[label];
        Kind[copy] = Kind[label];
        Flags[copy] = Flags[label];
        Caps[copy] = Caps[label];
        return copy;
    }

    private void Grow(int size)
    {
        Array.Resize(ref Node, size);
        Array.Resize(ref State, size);
        Array.Resize(ref Lo, size);
        Array.Resize(ref Hi, size);
        Array.Resize(ref ArrivedHi, size);
        Array.Resize(ref Cost, size);
        Array.Resize(ref Driven, size);
        Array.Resize(ref DrivenAnchor, size);
        Array.Resize(ref Leg, size);
        Array.Resize(ref LegAnchor, size);
        Array.Resize(ref Parent, size);
        Array.Resize(ref Via, size);
        Array.Resize(ref ViaSeconds, size);
        Array.Resize(ref Owner, size);
        Array.Resize(ref Kind, size);
        Array.Resize(ref Flags, size);
        Array.Resize(ref Caps, size);
    }
}
