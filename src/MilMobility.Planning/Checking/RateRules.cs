using MilMobility.Domain.Units;
using MilMobility.Networks.Prices;

namespace MilMobility.Planning.Checking;

/// <summary>
/// Rule 12: use of every rate resource in every hour against its price bands, and the civil cost of that use, the bands filled in
/// order. Resource 2 l is link row l from -> to, 2 l + 1 the other direction, 2 L + k the k-th lock node in dataset order.
/// </summary>
internal static class RateRules
{
    internal readonly record struct Use(int Resource, long Hour, long Amount, string Serial, string Subject);

    /// <summary>Checks all cells; returns the civil cost in micro-euros of what the bands hold.</summary>
    public static long Check(
        NetworkFacts network, PriceBandTable prices, IReadOnlyList<SerialTrace> traces, ViolationLog log)
    {
        var resources = (2 * network.Dataset.Links.Count) + network.LockCount;
        log.Tried(CheckRule.Rate);
        if (prices.ResourceCount != resources)
        {
            log.Add(
                CheckRule.Rate, [], "(price table)", 0, 0,
                $"check.price-table{prices.ResourceCount:found}{resources:expected}");
            return 0;
        }

        var uses = UsesOf(network, traces);
        uses.Sort((a, b) => a.Resource != b.Resource ? a.Resource.CompareTo(b.Resource) : a.Hour.CompareTo(b.Hour));
        long civil = 0;
        for (var first = 0; first < uses.Count;)
        {
            var next = first;
            while (next < uses.Count && uses[next].Resource == uses[first].Resource && uses[next].Hour == uses[first].Hour) next++;
            civil += CheckCell(prices, uses, first, next, log);
            first = next;
        }

        return civil;
    }

    internal static List<Use> UsesOf(NetworkFacts network, IReadOnlyList<SerialTrace> traces)
    {
        var uses = new List<Use>();
        foreach (var trace in traces)
        {
            foreach (var step in trace.Steps)
            {
                if (!step.IsKnownMove) continue;
                var hour = Exact.HourOf(step.Start);
                var amount = AmountOnArc(network, trace, step);
                if (amount > 0) uses.Add(new Use(step.Arc, hour, amount, trace.Id, step.Subject));
                if (step.FromNode is not { Lock: not null } node) continue;
                uses.Add(new Use((2 * network.Dataset.Links.Count) + node.LockNumber, hour, 1, trace.Id, node.Row.Id));
            }
        }

        return uses;
    }

    private static long AmountOnArc(NetworkFacts network, SerialTrace trace, TracedStep step)
    {
        var row = network.Link(step.Link);
        if (row.Mode == TransportMode.Rail) return 1;
        if (row.Mode != TransportMode.Road || trace.Derived.Road is not { } road) return 0;
        var laneHours = Exact.CeilingOf((long)row.CapacityPerHour * road.PassSeconds, 3600L * Math.Max(1, row.LanesOrTracks));
        return Math.Max(road.PassengerCarUnits, laneHours);
    }

    private static long CheckCell(PriceBandTable prices, List<Use> uses, int from, int to, ViolationLog log)
    {
        log.Tried(CheckRule.Rate);
        var (resource, hour) = (uses[from].Resource, uses[from].Hour);
        long use = 0;
        for (var i = from; i < to; i++) use += uses[i].Amount;
        if (hour < 0 || hour >= prices.HourCount)
        {
            Violated($"check.price-hour{hour:hour}{prices.HourCount - 1:last}");
            return 0;
        }

        var set = prices.SetOfCell[(resource * (long)prices.HourCount) + hour];
        if (set == PriceBandTable.Unlimited) return 0;
        long civil = 0, rest = use, widths = 0;
        for (var band = prices.SetStart[set]; band < prices.SetStart[set + 1]; band++)
        {
            var taken = Math.Min(rest, prices.BandWidth[band]);
            civil += taken * prices.BandPriceMicroEuros[band];
            rest -= taken;
            widths += prices.BandWidth[band];
        }

        if (rest > 0) Violated($"check.rate{use:use}{hour:hour}{widths:width}");
        return civil;

        void Violated(ref ViolationText message)
        {
            var serials = new List<string>();
            for (var i = from; i < to && serials.Count < ViolationLog.SerialsNamedMax; i++) serials.Add(uses[i].Serial);
            log.Add(CheckRule.Rate, serials, uses[from].Subject, hour * 3600, (hour + 1) * 3600, ref message);
        }
    }
}
