using MilMobility.Domain.Plans;
using MilMobility.Domain.Reports;
using MilMobility.Domain.Units;

namespace MilMobility.Reporting.Itineraries;

/// <summary>What one corridor carries, as the movements name it. A serial counts in every mode that it uses.</summary>
/// <param name="Id">Corridor id; empty for movements that name none.</param>
/// <param name="Name">Its name.</param>
/// <param name="Marking">What the dataset says of it: <c>notional</c>.</param>
/// <param name="Serials">Serials moved.</param>
/// <param name="Unmoved">Serials that do not move.</param>
/// <param name="Late">Serials that arrive late.</param>
/// <param name="Vehicles">Vehicles moved.</param>
/// <param name="Road">Serials with a road leg.</param>
/// <param name="Rail">Serials with a rail leg.</param>
/// <param name="Water">Serials with a water leg.</param>
/// <param name="LastInSeconds">Last tail's arrival, or null when nothing moves.</param>
/// <param name="CivilMicroEuros">Price of the displacement on the links that the dataset lists under the corridor.</param>
public sealed record CorridorLoad(
    string Id, string Name, string Marking, int Serials, int Unmoved, int Late, int Vehicles, int Road, int Rail, int Water,
    int? LastInSeconds, long CivilMicroEuros)
{
    /// <summary>Loads of all corridors that carry or should carry something, in order of id.</summary>
    public static IReadOnlyList<CorridorLoad> Of(MissionReport report)
    {
        var planned = report.Plan.Planned.ToLookup(p => p.Serial.Corridor, StringComparer.Ordinal);
        var unmoved = report.Plan.Unmoved.ToLookup(u => u.Serial.Corridor, StringComparer.Ordinal);
        var corridors = report.Scenario.Corridors.ToDictionary(c => c.Id, StringComparer.Ordinal);
        var ids = planned.Select(g => g.Key).Concat(unmoved.Select(g => g.Key)).Distinct(StringComparer.Ordinal);
        return
        [
            .. ids.Order(StringComparer.Ordinal).Select(id => Of(
                id, corridors.GetValueOrDefault(id), [.. planned[id]], unmoved[id].Count(), report)),
        ];
    }

    private static CorridorLoad Of(
        string id, CorridorSummary? corridor, IReadOnlyList<PlannedSerial> planned, int unmoved, MissionReport report)
    {
        var links = (corridor?.Links ?? []).ToHashSet(StringComparer.Ordinal);
        var name = corridor?.Name ?? (id.Length == 0 ? "(none)" : "");
        return new CorridorLoad(
            id, name, corridor?.Marking ?? "", planned.Count, unmoved, planned.Count(p => p.LatenessSeconds > 0),
            planned.Sum(p => p.Serial.VehicleCount),
            Using(TransportMode.Road), Using(TransportMode.Rail), Using(TransportMode.Water),
            planned.Count == 0 ? null : planned.Max(p => p.FinishSeconds),
            report.Impact.Cells.Where(c => links.Contains(c.Resource)).Sum(c => c.CostMicroEuros));

        int Using(TransportMode mode) => planned.Count(p => p.Steps.OfType<MoveStep>().Any(m => m.Mode == mode));
    }
}
