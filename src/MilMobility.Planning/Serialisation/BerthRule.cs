using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Scenarios;
using MilMobility.Networks.Compilation;
using MilMobility.Networks.Datasets;

namespace MilMobility.Planning.Serialisation;

/// <summary>
/// The compile-time half of rule 8: ships at a port, by name, never need more berths than it has and none is longer than it
/// takes. A port without a `port` facility, or with 0 berths, states no limit. Adds diagnostics PLN010 and PLN011.
/// </summary>
internal static class BerthRule
{
    public static void Check(MissionScenario scenario, CompiledNetwork network, DiagnosticBag diagnostics)
    {
        var ports = scenario.Movements.Where(m => m.Ship is not null).GroupBy(m => m.From, StringComparer.Ordinal);
        foreach (var port in ports)
        {
            var nodes = network.NodesOf(port.Key).Select(n => network.NodeId[n]).ToHashSet(StringComparer.Ordinal);
            var facilities = network.Dataset.Facilities.Where(f => f.Kind == "port" && nodes.Contains(f.Node)).ToList();
            if (facilities.Count == 0) continue;
            CheckLengths(scenario, port, facilities, diagnostics);
            CheckBerths(scenario, port, facilities.Sum(f => f.Berths), diagnostics);
        }
    }

    private static void CheckLengths(
        MissionScenario scenario, IEnumerable<Movement> movements, List<FacilityRow> facilities, DiagnosticBag diagnostics)
    {
        if (facilities.Any(f => f.MaxLengthMetres is null)) return;
        var longest = facilities.Max(f => f.MaxLengthMetres!.Value);
        foreach (var movement in movements.Where(m => m.Ship!.LengthMetres > longest))
        {
            diagnostics.Error(
                "PLN011", scenario.File, movement.Line,
                $"movement '{movement.Id}': ship '{movement.Ship!.Name}' is {movement.Ship.LengthMetres} m long; "
                + $"'{movement.From}' takes ships of at most {longest} m");
        }
    }

    private static void CheckBerths(
        MissionScenario scenario, IEnumerable<Movement> movements, int berths, DiagnosticBag diagnostics)
    {
        if (berths == 0) return;
        var ships = movements
            .GroupBy(m => m.Ship!.Name, StringComparer.Ordinal)
            .Select(g => (Name: g.Key, From: g.Min(m => m.Ship!.ArrivesSeconds), To: g.Max(m => m.Ship!.DepartsSeconds), First: g.First()))
            .OrderBy(s => s.From).ThenBy(s => s.Name, StringComparer.Ordinal).ToList();
        foreach (var ship in ships)
        {
            var present = ships.Where(s => s.From <= ship.From && ship.From < s.To).ToList();
            if (present.Count <= berths) continue;
            var names = string.Join(", ", present.Select(s => $"'{s.Name}'"));
            var when = scenario.Clock.At(ship.From);
            diagnostics.Error(
                "PLN010", scenario.File, ship.First.Line,
                $"'{ship.First.From}' at {when:yyyy-MM-dd HH:mm zzz}: ships {names} need {present.Count} berths; it has {berths}");
        }
    }
}
