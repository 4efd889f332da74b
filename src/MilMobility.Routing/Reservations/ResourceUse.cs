namespace MilMobility.Routing.Reservations;

/// <summary>Kinds of use that an itinerary makes of the network.</summary>
public enum UseKind : byte
{
    /// <summary>An arc: From = head entry, To = head exit, Amount = pass time.</summary>
    Arc,

    /// <summary>A rate resource: From = hour cell, Amount = units.</summary>
    Rate,

    /// <summary>A lock's chambers over [From, To); Amount = chambers of the lock that take the vessel.</summary>
    Lock,

    /// <summary>A node's hold capacity over [From, To), Amount = vehicles, lane metres, tracks or berths.</summary>
    Hold,

    /// <summary>One position of a transfer group over [From, To).</summary>
    Position,

    /// <summary>Assets of a pool over [From, To), Amount = assets.</summary>
    Pool,

    /// <summary>Entry to a cap's links in period From; To = From + 1, Amount = vehicles or 1.</summary>
    Cap,
}

/// <summary>One use of one resource; what From, To and Amount mean depends on the kind.</summary>
public readonly record struct ResourceUse(UseKind Kind, int Index, int From, int To, int Amount);
