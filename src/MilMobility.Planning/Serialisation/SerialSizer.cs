using MilMobility.Domain.Scenarios;

namespace MilMobility.Planning.Serialisation;

/// <summary>
/// Splits the rows of one movement into serials, first fit: rows are grouped by what can travel together (modes, tracked or
/// wheeled, dangerous goods), and each row's vehicles go to the first open serial of its group with room, as many as fit every
/// mode the group may use. A mode that cannot take even one vehicle of the group's row does not limit it. A row stands in a
/// serial's loads once at most. Deterministic in the order of the rows. Thread-safe.
/// </summary>
public sealed class SerialSizer(MissionScenario scenario, FootprintBuilder footprints)
{
    /// <summary>The serials of a movement's rows, each a list of loads.</summary>
    public IReadOnlyList<IReadOnlyList<Load>> Split(IReadOnlyList<Requirement> rows)
    {
        var groups = new Dictionary<GroupKey, List<List<Load>>>();
        var serials = new List<List<Load>>();
        foreach (var row in rows)
        {
            var key = new GroupKey(
                row.ByRoad, row.ByRail, row.ByWater, row.IsTracked, row.DangerousGoodsClass, (int)row.TunnelCode);
            if (!groups.TryGetValue(key, out var open)) groups[key] = open = [];
            Place(row, open, serials);
        }

        return serials;
    }

    private void Place(Requirement row, List<List<Load>> open, List<List<Load>> serials)
    {
        var modes = ModesOf(row);
        var left = row.Count;
        foreach (var serial in open)
        {
            if (left == 0) return;
            var taken = Largest(serial, row, left, modes);
            if (taken == 0) continue;
            serial.Add(new Load(row, taken));
            left -= taken;
        }

        while (left > 0)
        {
            // A vehicle that no mode can take still becomes a serial, which is then reported unmoved with its reason.
            var taken = Math.Max(1, Largest([], row, left, modes));
            List<Load> serial = [new Load(row, taken)];
            open.Add(serial);
            serials.Add(serial);
            left -= taken;
        }
    }

    private bool[] ModesOf(Requirement row)
    {
        List<Load> one = [new Load(row, 1)];
        return [Fits(one, 0), Fits(one, 1), Fits(one, 2)];
    }

    /// <summary>Most vehicles of a row, up to a number, that a serial can take on with every mode still fitting.</summary>
    private int Largest(List<Load> serial, Requirement row, int most, bool[] modes)
    {
        int low = 0, high = most;
        var trial = new List<Load>(serial) { default };
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            trial[^1] = new Load(row, middle);
            if ((!modes[0] || Fits(trial, 0)) && (!modes[1] || Fits(trial, 1)) && (!modes[2] || Fits(trial, 2))) low = middle;
            else high = middle - 1;
        }

        // With no mode at all there is nothing to fit: the march size keeps the report readable.
        return modes[0] || modes[1] || modes[2] ? low : Math.Min(most, scenario.Road.SerialVehicles - serial.Sum(l => l.Count));
    }

    private bool Fits(List<Load> loads, int mode) => mode switch
    {
        0 => loads.Sum(l => l.Count) <= RoadVehiclesMax(loads) && footprints.Road(loads) is not null,
        1 => footprints.Rail(loads) is not null,
        _ => footprints.Water(loads) is not null,
    };

    /// <summary>The serial size, and for tracked vehicles no more than there are transporters to carry them at once.</summary>
    private int RoadVehiclesMax(List<Load> loads)
    {
        var most = scenario.Road.SerialVehicles;
        if (!loads.Any(l => l.Row.IsTracked)) return most;
        var pool = scenario.Pools.FirstOrDefault(p => p.Kind == PoolKind.HeavyTransporter);
        return pool is null ? most : Math.Min(most, pool.Count);
    }

    private readonly record struct GroupKey(
        bool ByRoad, bool ByRail, bool ByWater, bool Tracked, string DangerousGoodsClass, int TunnelCode);
}
