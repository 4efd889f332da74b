using MilMobility.Civil.Assessment;
using MilMobility.Domain.Civil;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;

namespace MilMobility.Civil.RailAssessment;

/// <summary>
/// What a plan does to civil trains. The profiles' trains per hour become through trains at even intervals, in several patterns
/// (<see cref="CivilTimetable"/>); on each, the plan's trains keep their times and the civil trains in their way are put back where they
/// fit, as far as the regime permits (<see cref="RailDisplacement"/>); figures are the mean of the patterns. Independent of the price
/// bands: it counts tracks, separations and order, they count trains per hour.
///
/// Inputs: compiled network, civil demand, regime and clock of the scenario, the plan's rail moves. O(patterns x trains x pieces x
/// neighbours); patterns run in parallel, each on its own tracks, and are added up in order, so the figures are the same every time.
/// Without rail moves every change is exactly 0.
/// </summary>
public static class RailAssessor
{
    public static AssessedMode Assess(AssessmentInput input, CancellationToken cancel)
    {
        var scope = RailScope.Of(input);
        return Assess(scope, MilitaryStays.Of(scope.Rail, input.Plan), cancel);
    }

    /// <summary>What given military trains do.</summary>
    public static AssessedMode Assess(RailScope scope, IReadOnlyList<MilitaryStay> military, CancellationToken cancel)
    {
        var rail = scope.Rail;
        if (rail.Count == 0) return new AssessedMode([], new ModeAssessment(TransportMode.Rail, [], []));
        var flows = CivilTimetable.Flows(scope);
        var patterns = Enumerable.Range(0, rail.Rules.Patterns).AsParallel().AsOrdered().WithCancellation(cancel)
            .Select(p => RailPattern.Of(scope, flows, military, p, cancel)).ToList();
        var tally = new RailTally(rail);
        foreach (var displaced in patterns.SelectMany(p => p.Displaced)) tally.Add(displaced);
        var used = military.Select(m => (m.Section, m.Forward || rail.Tracks[m.Section] == 0, Hour: m.Enter / 3600)).ToHashSet();
        var (cells, over) = Consumption(scope, patterns, used, tally);
        return new AssessedMode(
            RailMetrics.Definitions(rail.Rules),
            new ModeAssessment(
                TransportMode.Rail, [.. tally.Figures(), .. Punctuality(rail.Rules, patterns, tally), over],
                [.. tally.Breakdowns(), .. Sectors(patterns)])
            {
                Cells = [.. tally.Cells(), .. cells],
                Paths = tally.Paths(),
                TrainPaths = patterns[0].Graph,
                Notes = RailNotes.Of(rail.Rules, patterns, tally),
            });
    }

    /// <summary>Cells that military trains use or whose figure changes; the section-hours over their threshold.</summary>
    private static (List<AssessedCell> Cells, CivilFigure Over) Consumption(
        RailScope scope, List<RailPattern> patterns, HashSet<(int Section, bool Forward, int Hour)> used, RailTally tally)
    {
        var rail = scope.Rail;
        var cells = new List<AssessedCell>();
        var (overBefore, overAfter) = (0, 0);
        for (var section = 0; section < rail.Count; section++)
        {
            // Both directions of a single track are one.
            for (var side = 0; side < (rail.Tracks[section] == 0 ? 1 : 2); side++)
            {
                for (var hour = 0; hour < scope.Hours; hour++)
                {
                    var (before, after) = (0.0, 0.0);
                    foreach (var pattern in patterns)
                    {
                        before += pattern.Before.Of(section, side == 0, hour) / patterns.Count;
                        after += pattern.After.Of(section, side == 0, hour) / patterns.Count;
                    }

                    var limit = Limit(rail.Rules, scope.Clock, hour);
                    if (before > limit) overBefore++;
                    if (after > limit) overAfter++;
                    if (before > limit || after > limit) tally.AddOver(section, hour, before > limit, after > limit);
                    if (before != after || used.Contains((section, side == 0, hour)))
                    {
                        cells.Add(new AssessedCell(
                            rail.Network.LinkId[rail.Links[section]], side == 0, hour, RailMetrics.Consumption, before, after));
                    }
                }
            }
        }

        return (cells, new CivilFigure(RailMetrics.SectionsOver, overBefore, overAfter, "assumed"));
    }

    /// <summary>Recommended consumption: that of the peak in the weekday peaks, else that of the day, hour by hour.</summary>
    private static double Limit(RailRules rules, LocalClock clock, int hour)
    {
        var local = clock.At(hour * 3600).Hour;
        var isPeak = clock.DayAt(hour * 3600) == DayTypes.Weekday
            && rules.PeakFromHour.Any(from => local >= from && local < from + rules.PeakHours);
        return isPeak ? rules.PeakPercent : rules.DayPercent;
    }

    /// <summary>Trains of each vital sector with a floor, without the plan and those that keep their path with it.</summary>
    private static IEnumerable<CivilBreakdown> Sectors(List<RailPattern> patterns) =>
        RailNotes.Sectors(patterns).Select(s => new CivilBreakdown(
            "sector", s.Sector, [new CivilFigure(RailMetrics.ProtectedPaths, s.Trains, s.Kept, "assumed")]));

    /// <summary>The year's figure less the share that the plan makes late, over all trains of the horizon.</summary>
    private static IEnumerable<CivilFigure> Punctuality(RailRules rules, List<RailPattern> patterns, RailTally tally)
    {
        double Mean(int category) => patterns.Sum(p => p.Trains[category]) / (double)patterns.Count;
        var passengers = Enumerable.Range(0, RailRules.Categories.Count).Sum(category => rules.Passengers[category] * Mean(category));
        var freight = Mean(RailRules.Freight);
        yield return Punctuality(RailMetrics.PassengerPunctuality, rules.PassengerPunctualityPercent, tally.LatePassengers, passengers);
        yield return Punctuality(RailMetrics.FreightPunctuality, rules.FreightPunctualityPercent, tally.LateFreight, freight);
    }

    private static CivilFigure Punctuality(string metric, double before, double late, double all) =>
        new(metric, before, all <= 0 ? before : before * (1 - (late / all)), "assumed");
}
