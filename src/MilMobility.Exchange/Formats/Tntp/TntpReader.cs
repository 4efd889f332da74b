using MilMobility.Domain.Diagnostics;
using MilMobility.Networks.Datasets;

namespace MilMobility.Exchange.Formats.Tntp;

/// <summary>
/// Reads the four files of a TNTP instance (Transportation Networks for Research, github.com/bstabler/TransportationNetworks, README):
/// network, trips, flows and node positions. Fields are separated by tabs or blanks, a row may end with a semicolon, comments begin
/// with <c>~</c>. Counts and totals of the metadata are compared with the rows. Every fault is collected, coded
/// (<see cref="TntpCodes"/>). O(bytes); memory is that of the rows. Static and safe to call from any thread.
/// </summary>
public static class TntpReader
{
    private const int NodesMax = 10_000_000;
    private const int NetworkFields = 10;

    /// <summary>How far a trip table may be from its stated total: published ones are rounded.</summary>
    private const double TotalToleranceShare = 1e-4;

    public static TntpNetwork ReadNetwork(Stream stream, string file, DiagnosticBag bag, CancellationToken cancellation)
    {
        using var lines = new TntpLines(stream, file, bag, cancellation);
        var tags = lines.ReadMetadata();
        var nodes = lines.Whole(tags, "NUMBER OF NODES", 1, NodesMax, required: true) ?? NodesMax;
        var zones = lines.Whole(tags, "NUMBER OF ZONES", 0, nodes, required: false) ?? 0;
        var through = lines.Whole(tags, "FIRST THRU NODE", 1, NodesMax, required: false) ?? 1;
        var stated = lines.Whole(tags, "NUMBER OF LINKS", 0, TntpLines.RowsMax, required: false);
        var links = new List<TntpLink>();
        var ends = new HashSet<(int, int)>();
        var rows = 0;
        while (lines.NextFields() is { } fields)
        {
            rows++;
            if (fields.Length < NetworkFields)
            {
                lines.Error(TntpCodes.BadRow,
                    $"the row has {fields.Length} fields; must be {NetworkFields}: init node, term node, capacity, length, free flow "
                    + "time, b, power, speed, toll, type");
                continue;
            }

            if (ReadLink(lines, fields, nodes) is not { } link) continue;
            if (ends.Add((link.From, link.To))) links.Add(link);
            else lines.Warning(TntpCodes.DuplicateLink, $"link {link.From} -> {link.To} stands twice; the first holds");
        }

        if (stated is { } count && count != rows)
            lines.Error(TntpCodes.TotalDiffers, $"<NUMBER OF LINKS> is {count}, but {rows} rows follow; must be equal");
        return new TntpNetwork(zones, nodes, through, links);
    }

    private static TntpLink? ReadLink(TntpLines lines, string[] fields, int nodes)
    {
        // Not short-circuited, so that every fault of the row is reported.
        var valid = lines.TryWhole("init node", fields[0], 1, nodes, out var from)
            & lines.TryWhole("term node", fields[1], 1, nodes, out var to)
            & lines.TryReal("capacity", fields[2], 0, out var capacity)
            & lines.TryReal("length", fields[3], 0, out var length)
            & lines.TryReal("free flow time", fields[4], 0, out var time)
            & lines.TryReal("b", fields[5], 0, out var b)
            & lines.TryReal("power", fields[6], 0, out var power)
            & lines.TryReal("speed", fields[7], 0, out var speed)
            & lines.TryReal("toll", fields[8], double.MinValue, out var toll)
            & lines.TryWhole("link type", fields[9], int.MinValue, int.MaxValue, out var type);
        return valid ? new TntpLink(from, to, capacity, length, time, b, power, speed, toll, type, lines.Line) : null;
    }

    public static TntpTrips ReadTrips(Stream stream, string file, DiagnosticBag bag, CancellationToken cancellation)
    {
        using var lines = new TntpLines(stream, file, bag, cancellation);
        var tags = lines.ReadMetadata();
        var zones = lines.Whole(tags, "NUMBER OF ZONES", 1, NodesMax, required: true) ?? NodesMax;
        double? stated = null;
        if (tags.TryGetValue("TOTAL OD FLOW", out var text) && lines.TryReal("<TOTAL OD FLOW>", text.TrimEnd(';'), 0, out var total))
            stated = total;
        var trips = new List<TntpTrip>();
        var origin = 0;
        while (lines.NextText() is { } row)
        {
            if (row.StartsWith("Origin", StringComparison.OrdinalIgnoreCase))
            {
                var number = row["Origin".Length..].Trim().TrimEnd(';').TrimEnd();
                if (!lines.TryWhole("Origin", number, 1, zones, out origin)) origin = 0;
                continue;
            }

            foreach (var entry in row.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                if (ReadTrip(lines, entry, origin, zones) is { } trip) trips.Add(trip);
            }
        }

        var sum = trips.Sum(t => t.Flow);
        if (stated is { } expected && Math.Abs(sum - expected) > Math.Max(1e-6, expected * TotalToleranceShare))
            lines.Error(TntpCodes.TotalDiffers, $"<TOTAL OD FLOW> is {expected:0.###}, but the flows add up to {sum:0.###}");
        return new TntpTrips(zones, stated, trips);
    }

    private static TntpTrip? ReadTrip(TntpLines lines, string entry, int origin, int zones)
    {
        var colon = entry.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            lines.Error(TntpCodes.BadRow, $"{FileDiagnostics.Quote(entry)}; must be 'destination : flow'");
            return null;
        }

        if (!lines.TryWhole("destination", entry[..colon].Trim(), 1, zones, out var destination)
            | !lines.TryReal("flow", entry[(colon + 1)..].Trim(), 0, out var flow))
            return null;
        if (origin > 0) return new TntpTrip(origin, destination, flow);
        lines.Error(TntpCodes.BadRow, $"{FileDiagnostics.Quote(entry)} stands before a valid 'Origin' line");
        return null;
    }

    /// <summary>Flows of a solution; a first row that is not of numbers is a header.</summary>
    public static IReadOnlyList<TntpFlow> ReadFlows(Stream stream, string file, DiagnosticBag bag, CancellationToken cancellation)
    {
        using var lines = new TntpLines(stream, file, bag, cancellation);
        var flows = new List<TntpFlow>();
        foreach (var fields in Rows(lines, 4, "from, to, volume, cost"))
        {
            if (lines.TryWhole("from", fields[0], 1, NodesMax, out var from) & lines.TryWhole("to", fields[1], 1, NodesMax, out var to)
                & lines.TryReal("volume", fields[2], 0, out var volume) & lines.TryReal("cost", fields[3], 0, out var cost))
                flows.Add(new TntpFlow(from, to, volume, cost));
        }

        return flows;
    }

    /// <summary>Positions by node; a first row that is not of numbers is a header.</summary>
    public static IReadOnlyList<TntpNode> ReadNodes(Stream stream, string file, DiagnosticBag bag, CancellationToken cancellation)
    {
        using var lines = new TntpLines(stream, file, bag, cancellation);
        var nodes = new List<TntpNode>();
        var seen = new HashSet<int>();
        foreach (var fields in Rows(lines, 3, "node, x, y"))
        {
            if (!(lines.TryWhole("node", fields[0], 1, NodesMax, out var number)
                & lines.TryReal("x", fields[1], double.MinValue, out var x) & lines.TryReal("y", fields[2], double.MinValue, out var y)))
                continue;
            if (seen.Add(number)) nodes.Add(new TntpNode(number, x, y));
            else lines.Warning(TntpCodes.DuplicateNode, $"node {number} stands twice; the first position holds");
        }

        return nodes;
    }

    private static IEnumerable<string[]> Rows(TntpLines lines, int count, string names)
    {
        var isFirst = true;
        while (lines.NextFields() is { } fields)
        {
            var isHeader = isFirst && fields.Length > 0 && char.IsLetter(fields[0][0]);
            isFirst = false;
            if (isHeader) continue;
            if (fields.Length >= count) yield return fields;
            else lines.Error(TntpCodes.BadRow, $"the row has {fields.Length} fields; must be {count}: {names}");
        }
    }
}
