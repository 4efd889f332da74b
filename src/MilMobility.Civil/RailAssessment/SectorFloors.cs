namespace MilMobility.Civil.RailAssessment;

/// <summary>A civil floor that a scenario states for a vital sector by rail (rule 20 of the movement model).</summary>
/// <param name="Sector">Vital sector.</param>
/// <param name="Sections">[S] sections where it holds.</param>
/// <param name="Hours">[hours] in which it holds.</param>
/// <param name="Percent">Share of the hour's trains that keep their path; 0 without one.</param>
/// <param name="TrainsPerHour">Trains an hour and direction that keep it; 0 without any.</param>
public sealed record RailFloor(
    string Sector, IReadOnlyList<bool> Sections, IReadOnlyList<bool> Hours, int Percent, int TrainsPerHour);

/// <summary>What a sector's floor protects and what is kept of it.</summary>
/// <param name="Sector">Vital sector.</param>
/// <param name="Trains">Trains that run over its sections in its hours.</param>
/// <param name="Kept">Those that keep their path: at their time or later, on their route, and not in another hour.</param>
/// <param name="Below">Sections, by direction, and hours in which fewer keep it than the floor asks for.</param>
public sealed record SectorKept(string Sector, int Trains, int Kept, int Below);

/// <summary>
/// The floors of vital sectors over the trains of one timetable: on every section and direction of a floor, of the trains that enter it
/// in an hour of the floor, as many keep their path as the floor asks for. Which trains serve the sector the dataset does not say, so all
/// of them are protected: they look for a place before all others, and leave their path only down to the floor. Not thread-safe.
/// </summary>
public sealed class SectorFloors
{
    private readonly IReadOnlyList<RailFloor> _floors;
    private readonly Dictionary<Cell, Count> _cells = [];
    private readonly Dictionary<int, List<Cell>> _cellsOfTrain = [];
    private readonly HashSet<int> _left = [];

    /// <param name="floors">Floors.</param>
    /// <param name="rail">Sections.</param>
    /// <param name="trains">All trains without the plan.</param>
    public SectorFloors(IReadOnlyList<RailFloor> floors, RailSections rail, IReadOnlyList<CivilTrain> trains)
    {
        _floors = floors;
        if (floors.Count == 0) return;
        foreach (var train in trains) Add(train, rail);
    }

    private readonly record struct Cell(int Floor, int Section, bool Forward, int Hour);

    private sealed class Count
    {
        public int Trains { get; set; }

        public int Left { get; set; }
    }

    /// <summary>Turn in which trains look for a place: those of a protected sector first, then by category, then by number.</summary>
    public (bool IsOther, int Category, int Number) TurnOf(CivilTrain train) =>
        (!IsProtected(train), train.Route.Category, train.Number);

    /// <summary>Whether a floor counts the train.</summary>
    public bool IsProtected(CivilTrain train) => _cellsOfTrain.ContainsKey(train.Number);

    /// <summary>Whether every floor that counts the train is kept without it.</summary>
    public bool MayLeave(CivilTrain train) => !_cellsOfTrain.TryGetValue(train.Number, out var cells)
        || cells.TrueForAll(c => _cells[c] is var count && count.Trains - count.Left > Asked(c, count));

    /// <summary>The train leaves its path.</summary>
    public void Leave(CivilTrain train)
    {
        if (!_cellsOfTrain.TryGetValue(train.Number, out var cells) || !_left.Add(train.Number)) return;
        foreach (var cell in cells) _cells[cell].Left++;
    }

    /// <summary>By sector, in the order of their names.</summary>
    public IReadOnlyList<SectorKept> Kept() =>
    [
        .. _floors.Select((floor, index) => (floor.Sector, Index: index)).GroupBy(f => f.Sector, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Kept(g.Key, [.. g.Select(f => f.Index)])),
    ];

    private SectorKept Kept(string sector, HashSet<int> floors)
    {
        var trains = _cellsOfTrain.Where(t => t.Value.Exists(c => floors.Contains(c.Floor))).Select(t => t.Key).ToList();
        var below = _cells.Count(c => floors.Contains(c.Key.Floor)
            && c.Value.Left > 0 && c.Value.Trains - c.Value.Left < Asked(c.Key, c.Value));
        return new SectorKept(sector, trains.Count, trains.Count(t => !_left.Contains(t)), below);
    }

    /// <summary>Trains that must keep their path: the share rounded up, or the number, of those that there are.</summary>
    private int Asked(Cell cell, Count count)
    {
        var floor = _floors[cell.Floor];
        return Math.Min(count.Trains, Math.Max(floor.TrainsPerHour, ((floor.Percent * count.Trains) + 99) / 100));
    }

    private void Add(CivilTrain train, RailSections rail)
    {
        var last = -1;
        for (var i = 0; i < train.Route.Pieces.Length; i++)
        {
            var section = rail.PieceSection[train.Route.Pieces[i]];
            if (section == last) continue;
            last = section;
            var hour = (int)Math.Floor(train.Place.Enter[i] / 3600.0);
            for (var f = 0; f < _floors.Count; f++)
            {
                var floor = _floors[f];
                if (!floor.Sections[section] || hour < 0 || hour >= floor.Hours.Count || !floor.Hours[hour]) continue;
                var cell = new Cell(f, section, train.Route.Forward[i], hour);
                if (!_cells.TryGetValue(cell, out var count)) _cells[cell] = count = new Count();
                count.Trains++;
                if (!_cellsOfTrain.TryGetValue(train.Number, out var cells)) _cellsOfTrain[train.Number] = cells = [];
                cells.Add(cell);
            }
        }
    }
}
