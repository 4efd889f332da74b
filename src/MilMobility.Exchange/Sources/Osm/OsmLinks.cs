using System.Runtime.InteropServices;
using MilMobility.Domain.Units;
using MilMobility.Exchange.Drafts;
using MilMobility.Networks.Checking;
using MilMobility.Networks.Datasets;

namespace MilMobility.Exchange.Sources.Osm;

/// <summary>
/// Cuts the ways into links where ways of one mode meet: a node is a junction of a mode if two of its ways use it, or one
/// twice, or ends there. Where a road crosses a railway the two stay apart. A link's key is its way's number times 4,096
/// plus its place along the way (a way has at most 2,000 nodes).
/// </summary>
internal sealed class OsmLinks(NodeColumns nodes, NetworkDraft draft, TagReader reader)
{
    private const long LinksPerWayMax = 4_096;
    private const int CycleMinutesAssumed = 30;
    private const double LengthMetresMin = 0.1;

    private readonly Dictionary<TransportMode, int[]> _draftNodes = [];
    private readonly Dictionary<int, int> _locks = [];
    private readonly List<(double Lat, double Lon)> _shape = [];
    private int[] _indices = new int[2_000];

    /// <summary>Adds all links and the junctions between them.</summary>
    public void Add(ReadOnlySpan<OsmWay> ways, ReadOnlySpan<long> references, CancellationToken cancellation)
    {
        foreach (var way in ways) ForEachRun(way, references, report: true, Mark);
        foreach (var (node, mode) in nodes.Places.Keys)
            if (nodes.IsJunction(node, mode) || !nodes.IsMissing(node)) nodes.Use(node, mode, isEnd: true);
        foreach (var way in ways)
        {
            cancellation.ThrowIfCancellationRequested();
            var link = 0;
            ForEachRun(way, references, report: false, (in OsmWay w, ReadOnlySpan<int> run) => link = AddLinks(w, run, link));
        }
    }

    private delegate void RunAction(in OsmWay way, ReadOnlySpan<int> run);

    /// <summary>Stretches of a way whose nodes the file has, at least two each; node indices.</summary>
    private void ForEachRun(in OsmWay way, ReadOnlySpan<long> references, bool report, RunAction action)
    {
        if (_indices.Length < way.Count) _indices = new int[way.Count];
        var (start, count, missing) = (0, 0, 0);
        foreach (var id in references.Slice(way.Start, way.Count))
        {
            var index = nodes.IndexOf(id);
            if (!nodes.IsMissing(index))
            {
                // A node named twice in a row is one.
                if (count == start || _indices[count - 1] != index) _indices[count++] = index;
                continue;
            }

            missing++;
            if (count - start >= 2) action(way, _indices.AsSpan(start, count - start));
            start = count;
        }

        if (count - start >= 2) action(way, _indices.AsSpan(start, count - start));
        if (missing > 0 && report) reader.Warn(OsmTagCodes.MissingNodes,
            $"way {way.Id}: {missing} of {way.Count} nodes are not in the file");
    }

    private void Mark(in OsmWay way, ReadOnlySpan<int> run)
    {
        var mode = way.Profile.Mode;
        for (var i = 0; i < run.Length; i++) nodes.Use(run[i], mode, isEnd: i == 0 || i == run.Length - 1);
        // A ring would be a link from a node to itself: it gets a second junction half-way.
        if (run[0] == run[^1] && run.Length > 2) nodes.Use(run[run.Length / 2], mode, isEnd: true);
    }

    private int AddLinks(in OsmWay way, ReadOnlySpan<int> run, int link)
    {
        var start = 0;
        for (var i = 1; i < run.Length; i++)
        {
            if (!nodes.IsJunction(run[i], way.Profile.Mode)) continue;
            var piece = run[start..(i + 1)];
            start = i;
            // A loop that leaves and meets its way at one node leads nowhere that a link could.
            if (piece[0] != piece[^1]) AddLink(way, piece, link++);
        }

        return link;
    }

    private void AddLink(in OsmWay way, ReadOnlySpan<int> piece, int number)
    {
        var profile = way.Profile;
        var metres = 0.0;
        _shape.Clear();
        var last = nodes.Position(piece[0]);
        foreach (var node in piece[1..])
        {
            var now = nodes.Position(node);
            metres += GreatCircle.Metres(last.Lat, last.Lon, now.Lat, now.Lon);
            _shape.Add(now);
            last = now;
        }

        _shape.RemoveAt(_shape.Count - 1);
        var (from, to) = (DraftNode(piece[0], profile.Mode), DraftNode(piece[^1], profile.Mode));
        if (profile.OneWay < 0)
        {
            (from, to) = (to, from);
            _shape.Reverse();
        }

        draft.AddLink(new DraftLink
        {
            Key = number < LinksPerWayMax ? (way.Id * LinksPerWayMax) + number : 0,
            From = from,
            To = to,
            Mode = profile.Mode,
            Name = profile.Name,
            Class = profile.Class,
            LengthMetres = Math.Max(metres, LengthMetresMin),
            SpeedKmh = profile.SpeedKmh,
            LanesOrTracks = profile.LanesOrTracks,
            CapacityPerHour = profile.CapacityPerHour,
            TwoWay = profile.OneWay == 0,
            Limits = profile.Limits,
            Shape = draft.AddShape(CollectionsMarshal.AsSpan(_shape)),
            LengthOrigin = reader.Tagged,
            SpeedOrigin = profile.SpeedOrigin,
            LanesOrigin = profile.LanesOrigin,
            CapacityOrigin = profile.CapacityOrigin,
        });
        if (number == 0 && profile.Chamber is { } chamber) AddLock(from, new Chamber(chamber.LengthMetres, chamber.WidthCm), profile.Name);
    }

    private int DraftNode(int node, TransportMode mode)
    {
        if (!_draftNodes.TryGetValue(mode, out var made))
        {
            made = new int[nodes.Count];
            Array.Fill(made, -1);
            _draftNodes[mode] = made;
        }

        if (made[node] >= 0) return made[node];
        var (lat, lon) = nodes.Position(node);
        var (kind, name) = nodes.Places.GetValueOrDefault((node, mode), ("junction", ""));
        return made[node] = draft.AddNode(new DraftNode
        {
            Key = nodes.Id(node), Mode = mode, Kind = kind, Name = name, Lat = lat, Lon = lon, Origin = reader.Tagged,
        });
    }

    /// <summary>A lock stands at its way's first node; chambers side by side that start there are one lock.</summary>
    private void AddLock(int node, Chamber chamber, string name)
    {
        if (_locks.TryGetValue(node, out var facility))
        {
            draft.Facilities[facility] = draft.Facilities[facility] with { Chambers = [.. draft.Facilities[facility].Chambers, chamber] };
            return;
        }

        draft.SetNode(node, draft.Nodes[node] with { Kind = "lock", Name = name });
        _locks[node] = draft.Facilities.Count;
        draft.Facilities.Add(new DraftFacility
        {
            Node = node,
            Kind = "lock",
            Name = name,
            Chambers = [chamber],
            CycleMinutes = CycleMinutesAssumed,
            Origin = new RowOrigin(reader.Tagged) { Overrides = new Dictionary<string,
                Provenance>(StringComparer.Ordinal) { ["cycle_min"] = reader.Assumed } },
        });
    }
}
