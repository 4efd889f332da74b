namespace MilMobility.Routing.Search;

/// <summary>
/// What dominance compares of a label, in one piece: comparing is most of a search under dense tolls, and members of a list lie
/// side by side where columns of the store would be read all over memory. A label does not change while it is in a list.
/// </summary>
internal readonly struct Member(LabelStore labels, int label)
{
    public readonly long Cost = labels.Cost[label];
    public readonly int Lo = labels.Lo[label];
    public readonly int Hi = labels.Hi[label];
    public readonly int Driven = labels.Driven[label];
    public readonly int DrivenAnchor = labels.DrivenAnchor[label];
    public readonly int Leg = labels.Leg[label];
    public readonly int LegAnchor = labels.LegAnchor[label];
    public readonly int Label = label;
    public readonly LabelKind Kind = labels.Kind[label];

    /// <summary>Those that dominance asks for: assets tasked and pools used.</summary>
    public readonly byte Flags = (byte)(labels.Flags[label] & LabelDominance.Compares);
}
