using System.Globalization;
using MilMobility.Civil.Assessment;
using MilMobility.Domain.Civil;
using MilMobility.Domain.Sentences;
using MilMobility.Domain.Units;

namespace MilMobility.Civil.WaterAssessment;

/// <summary>
/// What the plan does to civil shipping: waiting at locks, road traffic at bridges that must open, and what low water leaves of barges'
/// cargo. A pure function of its input. Limits: each lock for itself (a vessel delayed at one comes on time at the next), by the
/// clock, no tides, no hours of operation of locks and bridges but those of the profiles.
/// </summary>
public static class WaterAssessor
{
    public static AssessedMode Assess(AssessmentInput input, CancellationToken cancel)
    {
        var parameters = input.Pricing.Assessment.Water;
        var locks = LockAccount.Of(input, parameters, cancel);
        var quality = Quality(input, parameters);
        var openings = BridgeOpenings.Of(input);
        var figures = Figures(locks, parameters, quality, All(locks), openings);
        var loading = LowWater.Of(input, parameters);
        var metrics = WaterMetrics.All(parameters.NormMinutes).ToList();
        if (loading is not null)
        {
            metrics.Add(WaterMetrics.Loading);
            figures.Add(new CivilFigure(WaterMetrics.LoadingShare, loading.SharePercent, loading.SharePercent, quality));
        }

        var breakdowns = Breakdowns(input, locks, parameters, quality, openings);
        return new AssessedMode(metrics, new ModeAssessment(TransportMode.Water, figures, breakdowns)
        {
            Cells = [.. Cells(locks, cancel), .. Cells(openings)],
            Notes = Notes(input, parameters, loading, openings.Count),
        });
    }

    private static List<(int Lock, int Hour)> All(LockAccount locks) =>
        [.. Enumerable.Range(0, locks.Stations.Count).SelectMany(k => Enumerable.Range(0, locks.Hours).Select(h => (k, h)))];

    private static List<CivilFigure> Figures(
        LockAccount locks, WaterParameters parameters, string quality, IEnumerable<(int Lock, int Hour)> cells,
        IEnumerable<BridgeOpening> openings)
    {
        LockHour barges = default, craft = default;
        int overBefore = 0, overAfter = 0;
        var norm = parameters.NormMinutes / 60;
        foreach (var (k, hour) in cells)
        {
            var cell = locks.Of(k, LockAccount.Barge, hour);
            barges = Sum(barges, cell);
            craft = Sum(craft, locks.Of(k, LockAccount.Recreation, hour));
            if (cell.HoursBefore > norm * cell.Vessels) overBefore++;
            if (cell.HoursAfter > norm * cell.Vessels) overAfter++;
        }

        var count = Math.Max(1, barges.Vessels);
        return
        [
            new CivilFigure(WaterMetrics.BargeHours, barges.HoursBefore, barges.HoursAfter, quality),
            new CivilFigure(WaterMetrics.RecreationHours, craft.HoursBefore, craft.HoursAfter, quality),
            new CivilFigure(WaterMetrics.MeanWait, 60 * barges.HoursBefore / count, 60 * barges.HoursAfter / count, quality),
            new CivilFigure(WaterMetrics.OverNorm, overBefore, overAfter, quality),
            new CivilFigure(WaterMetrics.BridgeRoadHours, 0, openings.Sum(o => o.VehicleHours), quality),
        ];
    }

    private static LockHour Sum(LockHour a, LockHour b) =>
        new(a.Vessels + b.Vessels, a.HoursBefore + b.HoursBefore, a.HoursAfter + b.HoursAfter);

    private static List<CivilBreakdown> Breakdowns(
        AssessmentInput input, LockAccount locks, WaterParameters parameters, string quality, IReadOnlyList<BridgeOpening> openings)
    {
        var all = All(locks);
        var rows = locks.Stations.Select(s => input.Network.Dataset.Nodes[input.Network.LockNode[s.Index]]).ToList();
        var parts = By("manager", c => rows[c.Lock].Manager, o => o.Manager)
            .Concat(By("region", c => rows[c.Lock].Region, o => o.Region))
            .Concat(By("hour", c => HourKey(c.Hour), o => HourKey(o.Hour))).ToList();
        var total = Figures(locks, parameters, quality, all, []);
        string[] ofBarges = [WaterMetrics.BargeHours, WaterMetrics.MeanWait, WaterMetrics.OverNorm];
        parts.Add(new CivilBreakdown("class", "barge", [.. total.Where(f => ofBarges.Contains(f.Metric))]));
        parts.Add(new CivilBreakdown("class", "recreation", [.. total.Where(f => f.Metric == WaterMetrics.RecreationHours)]));
        return [.. parts.Where(p => p.Figures.Any(f => f.Change != 0))];

        IEnumerable<CivilBreakdown> By(string dimension, Func<(int Lock, int Hour), string> ofLock, Func<BridgeOpening, string> ofBridge)
        {
            var (atLocks, atBridges) = (all.ToLookup(ofLock, StringComparer.Ordinal), openings.ToLookup(ofBridge, StringComparer.Ordinal));
            return atLocks.Select(g => g.Key).Union(atBridges.Select(g => g.Key)).Order(StringComparer.Ordinal)
                .Select(k => new CivilBreakdown(dimension, k, Figures(locks, parameters, quality, atLocks[k], atBridges[k])));
        }
    }

    private static string HourKey(int hour) => hour.ToString("D4", CultureInfo.InvariantCulture);

    private static IEnumerable<AssessedCell> Cells(IReadOnlyList<BridgeOpening> openings) => openings
        .GroupBy(o => (o.Node, o.Hour))
        .Select(g => new AssessedCell(g.Key.Node, true, g.Key.Hour, WaterMetrics.BridgeRoadHours, 0, g.Sum(o => o.VehicleHours)));

    private static List<AssessedCell> Cells(LockAccount locks, CancellationToken cancel)
    {
        var cells = new List<AssessedCell>();
        foreach (var (k, hour) in All(locks))
        {
            cancel.ThrowIfCancellationRequested();
            var node = locks.Stations[k].Node;
            var barges = locks.Of(k, LockAccount.Barge, hour);
            var craft = locks.Of(k, LockAccount.Recreation, hour);
            if (barges.HoursAfter != barges.HoursBefore)
            {
                cells.Add(new AssessedCell(node, true, hour, WaterMetrics.BargeHours, barges.HoursBefore, barges.HoursAfter));
                cells.Add(new AssessedCell(
                    node, true, hour, WaterMetrics.MeanWait, 60 * barges.HoursBefore / barges.Vessels,
                    60 * barges.HoursAfter / barges.Vessels));
            }

            if (craft.HoursAfter != craft.HoursBefore)
                cells.Add(new AssessedCell(node, true, hour, WaterMetrics.RecreationHours, craft.HoursBefore, craft.HoursAfter));
        }

        return cells;
    }

    private static string Quality(AssessmentInput input, WaterParameters parameters) => Qualities.Weakest(
        input.Network.Dataset.CivilProfiles.Where(p => p.Mode == TransportMode.Water).Select(p => p.Quality).Append(parameters.Quality));

    private static List<Sentence> Notes(AssessmentInput input, WaterParameters parameters, LowWater? loading, int openings) =>
    [
        Sentence.Of("note.water.cycles"),
        Sentence.Of(parameters.MilitaryShares ? "note.water.shared" : "note.water.alone"),
        Sentence.Of(input.Scenario.Regime.CivilFloorWaterPercent < 100 ? "note.water.before" : "note.water.in-turn"),
        Sentence.Of("note.water.each-lock"),
        input.Network.Dataset.MovableBridges.Count == 0
            ? Sentence.Of("note.water.no-bridges") : Sentence.Of("note.water.bridges", ("openings", openings)),
        .. loading?.Sentences ?? [],
    ];
}
