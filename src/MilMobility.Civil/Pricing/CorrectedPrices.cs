using MilMobility.Domain.Civil;
using MilMobility.Domain.Reports;
using MilMobility.Domain.Units;
using MilMobility.Networks.Compilation;
using MilMobility.Networks.Prices;

namespace MilMobility.Civil.Pricing;

/// <summary>
/// Price bands corrected by the assessment of a plan that they have steered. In each cell that the plan uses, the ratio r of the assessed
/// delay to that of the bands becomes a factor of the bands' prices: r^<see cref="Damping"/>, between 1/<see cref="FactorMax"/> and
/// <see cref="FactorMax"/>; every other cell of the mode takes the factor of the mode as a whole. Where the bands had no delay and the
/// assessment has one, the free band gets a price: that delay per unit of use, damped by half, and no more than the next band's. So
/// prices stay non-negative and rise within a cell, and widths, hence floors, stay as they are.
///
/// Only delays are used: whatever metric is in hours or minutes of vehicles, trains or barges. What the assessment shows on links that
/// the plan does not use (diverted traffic) is in the factor of the mode alone. O(cells). Pure; thread-safe.
/// </summary>
public static class CorrectedPrices
{
    /// <summary>Power of a ratio: half of the difference in logarithms, so that a second run does not swing to the other side.</summary>
    public const double Damping = 0.5;

    /// <summary>Largest factor.</summary>
    public const double FactorMax = 4;

    private static readonly Dictionary<string, (TransportMode Mode, double HoursPerUnit)> Metrics = new(StringComparer.Ordinal)
    {
        ["road.vehicle-hours-lost"] = (TransportMode.Road, 1),
        ["rail.train-minutes-lost"] = (TransportMode.Rail, 1 / 60.0),
        ["water.barge-hours-waiting"] = (TransportMode.Water, 1),
    };

    /// <summary>The corrected table, at the civil weight, and what each mode was corrected by.</summary>
    /// <param name="network">Network.</param>
    /// <param name="pricing">The prices that steered the plan.</param>
    /// <param name="impact">Its impact, priced and assessed.</param>
    /// <param name="civilWeightPercent">Weight of the prices.</param>
    public static (PriceBandTable Table, IReadOnlyList<FeedbackMode> Modes) Of(
        CompiledNetwork network, CivilPricing pricing, CivilImpact impact, int civilWeightPercent)
    {
        var assessed = AssessedHours(network, impact);
        var used = impact.Cells.ToDictionary(c => (Resource: ResourceOf(network, c.Resource, c.Forward), c.Hour));
        var modes = Metrics.Values.Select(m => m.Mode)
            .Where(mode => impact.Assessment.Modes.Any(a => a.Mode == mode && a.Figures.Any(f => Metrics.ContainsKey(f.Metric))))
            .Select(mode => ModeOf(mode, impact, used.Where(c => c.Value.Mode == mode).Count(c => HasOwn(c.Value, c.Key)))).ToList();
        return (Table(network, pricing, modes, used, assessed, civilWeightPercent), modes);

        bool HasOwn(CivilCell cell, (int, int) key) => cell.DelayHours > 0 || assessed.GetValueOrDefault(key) > 0;
    }

    private static FeedbackMode ModeOf(TransportMode mode, CivilImpact impact, int cells)
    {
        var priced = impact.Cells.Where(c => c.Mode == mode).Sum(c => c.DelayHours);
        var assessed = impact.Assessment.Modes.Where(m => m.Mode == mode).SelectMany(m => m.Figures)
            .Sum(f => Metrics.TryGetValue(f.Metric, out var metric) ? f.Change * metric.HoursPerUnit : 0);
        return new FeedbackMode(mode, priced, assessed, Factor(priced, assessed), cells);
    }

    /// <summary>1 where there is nothing to compare.</summary>
    private static double Factor(double priced, double assessed) => priced <= 0 ? 1
        : Math.Clamp(Math.Pow(Math.Max(0, assessed) / priced, Damping), 1 / FactorMax, FactorMax);

    private static Dictionary<(int Resource, int Hour), double> AssessedHours(CompiledNetwork network, CivilImpact impact)
    {
        var hours = new Dictionary<(int, int), double>();
        foreach (var cell in impact.Assessment.Modes.SelectMany(m => m.Cells))
        {
            if (!Metrics.TryGetValue(cell.Metric, out var metric)) continue;
            var resource = ResourceOf(network, cell.Resource, cell.Forward);
            if (resource < 0) continue;
            var lost = (cell.After - cell.Before) * metric.HoursPerUnit;
            hours[(resource, cell.Hour)] = hours.GetValueOrDefault((resource, cell.Hour)) + lost;
        }

        return hours;
    }

    /// <summary>Rate resource of a link or of the lock at a node; -1 for what has none, such as a bridge.</summary>
    private static int ResourceOf(CompiledNetwork network, string id, bool forward)
    {
        if (network.LinkIndex.TryGetValue(id, out var link)) return (2 * link) + (forward ? 0 : 1);
        return network.NodeIndex.TryGetValue(id, out var node) && network.NodeLock[node] >= 0
            ? network.ArcCount + network.NodeLock[node] : -1;
    }

    private static PriceBandTable Table(
        CompiledNetwork network, CivilPricing pricing, List<FeedbackMode> modes, Dictionary<(int Resource, int Hour), CivilCell> used,
        Dictionary<(int Resource, int Hour), double> assessed, int weightPercent)
    {
        var old = pricing.Table;
        List<CivilBand[]> sets = [[]];
        var known = new Dictionary<(int Set, double Factor, double FreeHours), int>();
        var setOfCell = new int[old.SetOfCell.Length];
        for (var resource = 0; resource < old.ResourceCount; resource++)
        {
            var mode = resource < network.ArcCount ? network.LinkMode[resource >> 1] : TransportMode.Water;
            var ofMode = modes.Find(m => m.Mode == mode);
            for (var hour = 0; hour < old.HourCount; hour++)
            {
                var cell = (resource * old.HourCount) + hour;
                if (old.SetOfCell[cell] == PriceBandTable.Unlimited) continue;
                var (factor, free) = ofMode is null ? (1, 0) : Correction(ofMode, used.GetValueOrDefault((resource, hour)),
                    assessed.GetValueOrDefault((resource, hour)));
                var key = (old.SetOfCell[cell], factor, free);
                if (!known.TryGetValue(key, out var set))
                {
                    known[key] = set = sets.Count;
                    sets.Add(Corrected(pricing.BandSets[old.SetOfCell[cell]], factor, free));
                }

                setOfCell[cell] = set;
            }
        }

        return Table(old, sets, setOfCell, weightPercent);
    }

    private static (double Factor, double FreeHours) Correction(FeedbackMode mode, CivilCell? cell, double assessedHours)
    {
        if (cell is null || (cell.DelayHours <= 0 && assessedHours <= 0)) return (mode.Factor, 0);
        if (cell.DelayHours > 0) return (Factor(cell.DelayHours, assessedHours), 0);
        return (mode.Factor, Damping * assessedHours / Math.Max(1, cell.MilitaryUse));
    }

    private static CivilBand[] Corrected(CivilBand[] bands, double factor, double freeHours)
    {
        CivilBand[] corrected =
        [
            .. bands.Select(b => b with
            {
                MicroEurosPerUnit = (long)Math.Round(b.MicroEurosPerUnit * factor),
                DelayHoursPerUnit = b.DelayHoursPerUnit * factor,
            }),
        ];
        // What an hour is worth is what the bands say; a cell without any other band has no worth to take.
        if (freeHours <= 0 || corrected.Length < 2 || bands[0].MicroEurosPerUnit > 0) return corrected;
        var dear = Array.Find(bands, b => b.DelayHoursPerUnit > 0);
        if (dear.DelayHoursPerUnit <= 0) return corrected;
        var price = (long)Math.Round(freeHours * dear.MicroEurosPerUnit / dear.DelayHoursPerUnit);
        price = Math.Min(price, corrected[1].MicroEurosPerUnit);
        corrected[0] = corrected[0] with { MicroEurosPerUnit = price, DelayHoursPerUnit = freeHours };
        return corrected;
    }

    private static PriceBandTable Table(PriceBandTable old, List<CivilBand[]> sets, int[] setOfCell, int weightPercent)
    {
        var start = new int[sets.Count + 1];
        for (var set = 0; set < sets.Count; set++) start[set + 1] = start[set] + sets[set].Length;
        return new PriceBandTable
        {
            ResourceCount = old.ResourceCount,
            HourCount = old.HourCount,
            SetOfCell = setOfCell,
            SetStart = start,
            BandWidth = [.. sets.SelectMany(s => s).Select(b => b.Width)],
            BandPriceMicroEuros = [.. sets.SelectMany(s => s).Select(b => b.MicroEurosPerUnit * weightPercent / 100)],
        };
    }
}
