using System.Globalization;
using System.Text;
using MilMobility.Benchmarks.Routing;

namespace MilMobility.Benchmarks.Results;

/// <summary>The tables of benchmarks/RESULTS.md.</summary>
internal static class ResultsText
{
    private const double Mega = 1e6;

    /// <summary>Names of the search benchmarks: plain, under tolls, and Dijkstra.</summary>
    private static readonly string[] SearchNames = ["label search", "label search, tolls", "plain Dijkstra"];

    public static string Of(Machine before, Machine after, IReadOnlyList<Operation> operations)
    {
        var text = new StringBuilder();
        text.Append(Line(
            $"""
            # Benchmark results

            Written by `benchmarks/run.sh`; do not edit. Compare numbers within this page only: another machine, or another
            load, gives others.

            | | |
            |---|---|
            | processor | {before.Processor}, {before.Cores} logical cores |
            | memory | {before.MemoryBytes / 1e9:F1} GB |
            | system | {before.System}, {before.Runtime} |
            | commit | {before.Commit} |
            | taken | {before.Date} to {after.Date} |
            | load average (1, 5, 15 min) | {before.Load} at the start, {after.Load} at the end |

            ## Operations

            Medians of 5 measurements after 2 warm-ups, in one process; spread is the largest less the smallest. Allocated: bytes
            per operation on all threads. Data: `networks/nl` and `three-corridor-transit` as committed.


            """));
        text.Append(OfOperations(operations));
        text.Append(Searches(operations));
        return text.ToString();
    }

    public static string OfOperations(IReadOnlyList<Operation> operations)
    {
        var text = new StringBuilder("| operation | one operation is | median | spread | allocated |\n|---|---|---:|---:|---:|\n");
        foreach (var o in operations)
        {
            var name = o.Parameter.Length > 0 ? $"{o.Name}, {o.Parameter}" : o.Name;
            text.Append(Line(
                $"| {name} | {o.Meaning} | {Time(o.MedianNanoseconds)} | {Time(o.SpreadNanoseconds)} | {Bytes(o.AllocatedBytes)} |\n"));
        }

        return text.ToString();
    }

    /// <summary>Time per settled label beside time per settled node of Dijkstra on the same graph.</summary>
    private static string Searches(IReadOnlyList<Operation> operations)
    {
        var text = new StringBuilder(
            """

            ## Label search beside a plain Dijkstra

            The label search finds the cheapest itinerary in time, with holds, halts, assets, prices and modes, guided by reverse
            bounds, plain or relaxed under tolls; Dijkstra finds fastest times only, to every node. A label is settled when it is taken
            from the queue and followed on, a node of Dijkstra likewise; per settled one is the median time over their number, with
            everything else that a search does. A step of the search is an arc or transfer followed or a pair of labels compared.

            | serial | search | steps | settled | time | per settled label | Dijkstra: settled | time | per settled node |
            |---|---|---:|---:|---:|---:|---:|---:|---:|

            """);
        foreach (var serial in operations.Where(o => SearchNames.Contains(o.Name)).GroupBy(o => o.Parameter))
        {
            var own = new SearchCase(serial.Key);
            var nodes = own.Dijkstra();
            var dijkstra = serial.Single(o => o.Name == SearchNames[2]).MedianNanoseconds;
            foreach (var (name, found) in new[] { (SearchNames[0], own.Search()), (SearchNames[1], own.Tolled()) })
            {
                var search = serial.Single(o => o.Name == name).MedianNanoseconds;
                text.Append(Line($"| {serial.Key} | {name} | {found.Work:N0} | {found.Settled:N0} | {Time(search)} "));
                text.Append(Line($"| {search / found.Settled:F0} ns | {nodes:N0} | {Time(dijkstra)} | {dijkstra / nodes:F0} ns |\n"));
            }
        }

        return text.ToString();
    }

    private static string Time(double nanoseconds) => nanoseconds switch
    {
        >= 1e9 => Line($"{nanoseconds / 1e9:F2} s"),
        >= 1e6 => Line($"{nanoseconds / 1e6:F2} ms"),
        >= 1e3 => Line($"{nanoseconds / 1e3:F1} us"),
        _ => Line($"{nanoseconds:F0} ns"),
    };

    private static string Bytes(long bytes) => bytes switch
    {
        >= 1_000_000 => Line($"{bytes / Mega:F1} MB"),
        >= 1_000 => Line($"{bytes / 1e3:F1} kB"),
        _ => Line($"{bytes} B"),
    };

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
