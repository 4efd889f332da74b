namespace MilMobility.Domain.Scenarios;

/// <summary>One movement: what enters or starts at one place and must reach one of several places.</summary>
/// <param name="Id">Unique id; requirement rows name it.</param>
/// <param name="Class">Demand class.</param>
/// <param name="Priority">1 (highest) to 5.</param>
/// <param name="From">Place or node where it starts.</param>
/// <param name="Ship">The ship that brings it, or null for a movement that starts on land.</param>
/// <param name="To">Places or nodes, any of which will do.</param>
/// <param name="ReadySeconds">Earliest start; for a ship, its arrival.</param>
/// <param name="DueSeconds">Wanted finish; lateness costs.</param>
/// <param name="HardDue">Lateness is forbidden instead of costing.</param>
/// <param name="Corridor">Corridor it is reported under; empty if none.</param>
/// <param name="Line">Line of the scenario file, for diagnostics.</param>
public sealed record Movement(
    string Id, DemandClass Class, int Priority, string From, Ship? Ship, IReadOnlyList<string> To,
    int ReadySeconds, int DueSeconds, bool HardDue, string Corridor, int Line);

/// <summary>A ship at a port.</summary>
/// <param name="Name">Name; movements with the same ship name share one berth window.</param>
/// <param name="ArrivesSeconds">Start of the berth window.</param>
/// <param name="DepartsSeconds">End of the berth window; discharging ends by then.</param>
/// <param name="Discharge">How it discharges.</param>
/// <param name="LengthMetres">Length over all.</param>
public sealed record Ship(string Name, int ArrivesSeconds, int DepartsSeconds, DischargeMode Discharge, int LengthMetres);

/// <summary>Ro-ro over ramps, or lo-lo by cranes.</summary>
public enum DischargeMode { RoRo, LoLo }
