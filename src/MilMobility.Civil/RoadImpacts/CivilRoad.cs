namespace MilMobility.Civil.RoadImpacts;

/// <summary>One direction of a road as civil traffic sees it.</summary>
/// <param name="Id">Id in findings and results; both directions of a link may share it.</param>
/// <param name="From">Node where it begins, 0-based.</param>
/// <param name="To">Node where it ends.</param>
/// <param name="LengthKm">Length, at least 0.</param>
/// <param name="SpeedKmh">Speed without traffic, > 0.</param>
/// <param name="Lanes">Lanes of the direction, at least 1.</param>
/// <param name="Capacity">Passenger-car units per hour, > 0.</param>
/// <param name="Class">Class of road.</param>
/// <param name="Manager">Road manager.</param>
/// <param name="Region">Region.</param>
public sealed record CivilRoad(
    string Id, int From, int To, double LengthKm, double SpeedKmh, int Lanes, double Capacity, string Class, string Manager, string Region)
{
    /// <summary>Whether it crosses other roads on their level where it meets them; a motorway does not.</summary>
    public bool HasCrossings { get; init; } = true;

    /// <summary>Units per hour that pass beside a column in one lane.</summary>
    public double Beside => Capacity * (Lanes - 1) / Lanes;
}

/// <summary>How the trips of a zone reach the roads: both ways, without limit of capacity.</summary>
/// <param name="Zone">Zone, 0-based.</param>
/// <param name="Node">Node.</param>
/// <param name="Hours">Time that it takes, at least 0.</param>
/// <param name="LengthKm">Length.</param>
public readonly record struct ZoneConnector(int Zone, int Node, double Hours, double LengthKm);

/// <summary>
/// Travel time of a road, t0 (1 + alpha (v / c)^beta): Bureau of Public Roads 1964, Traffic Assignment Manual.
/// </summary>
public readonly record struct TravelTimeFunction(double Alpha, double Beta);
