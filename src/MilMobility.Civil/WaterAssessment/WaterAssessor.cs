using System.Globalization;
using MilMobility.Civil.Assessment;
using MilMobility.Domain.Civil;
using MilMobility.Domain.Units;

namespace MilMobility.Civil.WaterAssessment;

/// <summary>
/// What the plan does to civil shipping: waiting at locks, road traffic at bridges that must open, and what low water leaves of barges'
/// cargo. A pure function of its input. Limits: each lock for itself (a vessel delayed at one comes on time at the next), by the
/// clock, no tides, no other hours of operation than the profiles' own.
/// </summary>
public static class WaterAssessor
{
    public static AssessedMode Assess(AssessmentInput input, CancellationToken cancel)
    {
        var parameters = input.Pricing.Assessment.Water;
        var locks = LockAccount.Of(input, parameters, cancel);
        var quality = Quality(input, parameters);
        var figures = Figures(locks, parameters, quality, All(locks));
        var loading = LowWater.Of(input, parameters);
        var metrics = WaterMetrics.All(parameters.NormMinutes).Where(m => m.Id != WaterMetrics.BridgeRoadHours).ToList();
        if (loading is not null)
        {
            metrics.Add(WaterMetrics.Loading);
            figures.Add(new CivilFigure(WaterMetrics.LoadingShare, loading.SharePercent, loading.SharePercent, quality));
        }

        return new AssessedMode(metrics, new ModeAssessment(TransportMode.Water, figures, Breakdowns(input, locks, parameters, quality))
        {
            Cells = Cells(locks, cancel),
            Notes = Notes(input, parameters, loading),
        });
    }

    private static List<(int Lock, int Hour)> All(LockAccount locks) =>
        [.. Enumerable.Range(0, locks.Stations.Count).SelectMany(k => Enumerable.Range(0, locks.Hours).Select(h => (k, h)))];

    private static List<CivilFigure> Figures(
        LockAccount locks, WaterParameters parameters, string quality, List<(int Lock, int Hour)> cells)
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
        ];
    }

    private static LockHour Sum(LockHour a, LockHour b) =>
        new(a.Vessels + b.Vessels, a.HoursBefore + b.HoursBefore, a.HoursAfter + b.HoursAfter);

    private static List<CivilBreakdown> Breakdowns(AssessmentInput input, LockAccount locks, WaterParameters parameters, string quality)
    {
        var all = All(locks);
        var rows = locks.Stations.Select(s => input.Network.Dataset.Nodes[input.Network.LockNode[s.Index]]).ToList();
        var parts = By("manager", c => rows[c.Lock].Manager)
            .Concat(By("region", c => rows[c.Lock].Region))
            .Concat(By("hour", c => c.Hour.ToString("D4", CultureInfo.InvariantCulture))).ToList();
        var total = Figures(locks, parameters, quality, all);
        string[] ofBarges = [WaterMetrics.BargeHours, WaterMetrics.MeanWait, WaterMetrics.OverNorm];
        parts.Add(new CivilBreakdown("class", "barge", [.. total.Where(f => ofBarges.Contains(f.Metric))]));
        parts.Add(new CivilBreakdown("class", "recreation", [.. total.Where(f => f.Metric == WaterMetrics.RecreationHours)]));
        return [.. parts.Where(p => p.Figures.Any(f => f.Change != 0))];

        IEnumerable<CivilBreakdown> By(string dimension, Func<(int Lock, int Hour), string> key) =>
            all.GroupBy(key).OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new CivilBreakdown(dimension, g.Key, Figures(locks, parameters, quality, [.. g])));
    }

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

    private static List<string> Notes(AssessmentInput input, WaterParameters parameters, LowWater? loading)
    {
        var notes = new List<string>
        {
            "Locks run by the clock, a lockage each way per cycle and chamber: a quiet lock that turns on demand has shorter waits than stated, "
                + "without and with the plan alike; the price bands count one lockage per cycle and direction pair, so they are the stricter.",
            parameters.MilitaryShares
                ? "A military vessel takes its own length and beam of a lockage, all of it with dangerous goods."
                : "A military vessel has its lockage for itself.",
            input.Scenario.Regime.CivilFloorWaterPercent < 100
                ? "Military vessels enter before those that wait."
                : "The regime protects all civil lockages: military vessels wait their turn.",
            "Each lock for itself: a vessel that waited at one comes on time at the next.",
        };
        if (loading is not null) notes.AddRange(loading.Sentences);
        return notes;
    }
}
