using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;
using MilMobility.Networks.Datasets;

namespace MilMobility.Planning.Checking;

/// <summary>
/// Rules 4 and 5: serials on one arc follow each other apart and in order; opposite directions on a single track or road are
/// wholly apart. O(m log m) for m moves.
/// </summary>
internal static class TrackRules
{
    private readonly record struct Use(int Arc, long Entry, long Exit, long Pass, long Headway, string Serial, string Link);

    public static void Check(
        MissionScenario scenario, NetworkFacts network, IReadOnlyList<SerialTrace> traces, ViolationLog log)
    {
        var uses = UsesOf(scenario, traces);
        uses.Sort((a, b) => Compare(a, b, a.Arc.CompareTo(b.Arc)));
        for (var i = 1; i < uses.Count; i++) CheckSeparation(uses[i - 1], uses[i], log);

        uses.RemoveAll(use => !IsSingle(network.Link(use.Arc / 2)));
        uses.Sort((a, b) => Compare(a, b, (a.Arc / 2).CompareTo(b.Arc / 2)));
        for (var first = 0; first < uses.Count;)
        {
            var next = first;
            while (next < uses.Count && uses[next].Arc / 2 == uses[first].Arc / 2) next++;
            CheckOpposite(uses, first, next, log);
            first = next;
        }
    }

    private static List<Use> UsesOf(MissionScenario scenario, IReadOnlyList<SerialTrace> traces)
    {
        var uses = new List<Use>();
        foreach (var trace in traces)
        {
            foreach (var step in trace.Steps)
            {
                if (!step.IsKnownMove || step.Mode is not (TransportMode.Road or TransportMode.Rail)) continue;
                var headway = step.Mode == TransportMode.Road ? scenario.Road.HeadwaySeconds : scenario.Rail.HeadwaySeconds;
                uses.Add(new Use(step.Arc, step.Start, step.End, trace.Pass(step), headway, trace.Id, step.Subject));
            }
        }

        return uses;
    }

    private static int Compare(Use a, Use b, int byPlace)
    {
        if (byPlace != 0) return byPlace;
        var byEntry = a.Entry.CompareTo(b.Entry);
        if (byEntry != 0) return byEntry;
        var byExit = a.Exit.CompareTo(b.Exit);
        return byExit != 0 ? byExit : string.CompareOrdinal(a.Serial, b.Serial);
    }

    private static bool IsSingle(LinkRow row) => row.Mode switch
    {
        TransportMode.Road => row.LanesOrTracks == 0,
        TransportMode.Rail => row.LanesOrTracks == 1,
        _ => false,
    };

    /// <summary>
    /// Neighbours in order of entry suffice. Say 1, 2, 3 enter in this order and 1-2 and 2-3 are apart: then
    /// e1 + p1 + H &lt;= e2 &lt;= e2 + p2 + H &lt;= e3, as p and H are not negative, and the same at the exits; so 1-3 are apart, and
    /// by induction every pair is. Conversely, if some pair is not apart, a pair of neighbours between them is not. A serial that
    /// runs over an arc twice leaves it before it enters again, so its own two uses take no part and break no chain.
    /// </summary>
    private static void CheckSeparation(Use first, Use second, ViolationLog log)
    {
        if (first.Arc != second.Arc || first.Serial == second.Serial) return;
        log.Tried(CheckRule.Separation);
        var gap = first.Pass + first.Headway;
        if (first.Entry + gap <= second.Entry && first.Exit + gap <= second.Exit) return;
        log.Add(
            CheckRule.Separation, [first.Serial, second.Serial], second.Link, second.Entry, Math.Max(first.Exit, second.Exit),
            $"check.apart{second.Entry - first.Entry:entries}{second.Exit - first.Exit:exits}{gap:gap}");
    }

    /// <summary>
    /// Uses of one link in order of entry. An earlier entry must be clear of the link before a later one in the other direction
    /// enters, so it is enough to remember, per direction, who clears last - and the last of another serial, because a serial
    /// is not held against itself.
    /// </summary>
    private static void CheckOpposite(List<Use> uses, int from, int to, ViolationLog log)
    {
        Span<int> last = [-1, -1], lastOfOther = [-1, -1];
        for (var i = from; i < to; i++)
        {
            var use = uses[i];
            var direction = use.Arc & 1;
            var opposite = last[1 - direction];
            if (opposite >= 0 && uses[opposite].Serial == use.Serial) opposite = lastOfOther[1 - direction];
            if (opposite >= 0) CheckPair(uses[opposite], use, log);
            if (last[direction] < 0 || ClearAt(use) >= ClearAt(uses[last[direction]]))
            {
                if (last[direction] >= 0 && uses[last[direction]].Serial != use.Serial) lastOfOther[direction] = last[direction];
                last[direction] = i;
            }
            else if (uses[last[direction]].Serial != use.Serial
                && (lastOfOther[direction] < 0 || ClearAt(use) >= ClearAt(uses[lastOfOther[direction]])))
            {
                lastOfOther[direction] = i;
            }
        }
    }

    private static long ClearAt(Use use) => use.Exit + use.Pass + use.Headway;

    private static void CheckPair(Use earlier, Use later, ViolationLog log)
    {
        log.Tried(CheckRule.SingleTrack);
        if (ClearAt(earlier) <= later.Entry) return;
        log.Add(
            CheckRule.SingleTrack, [earlier.Serial, later.Serial], later.Link, later.Entry, ClearAt(earlier),
            $"check.opposite{later.Entry:entry}{ClearAt(earlier):clear}");
    }
}
