using MilMobility.Exchange.Sources.ProRail;

namespace MilMobility.Exchange.Tests.Sources.ProRail;

/// <summary>Builds tiny track models in metres; the origin lies in the middle of the Netherlands.</summary>
internal sealed class TrackScene
{
    private readonly List<Track> _tracks = [];
    private readonly List<TrackJoint> _joints = [];
    private readonly List<PlanningNode> _nodes = [];

    public TrackModel Model => new(_tracks, _joints);

    public NamedTrackModel Named => new(
        Model, new Dictionary<string, string>(StringComparer.Ordinal) { ["100"] = "Oost - West" }, new LineKilometres([]), 17);

    public IReadOnlyList<PlanningNode> Nodes => _nodes;

    /// <summary>A straight track of geocode 100; returns its index.</summary>
    public int Track(double x0, double y0, double x1, double y1)
    {
        var points = new[] { new PlanePoint(x0, y0), new PlanePoint(x1, y1) };
        _tracks.Add(new Track(_tracks.Count, $"t{_tracks.Count}", points[0].DistanceTo(points[1]), "100", "100", points));
        return _tracks.Count - 1;
    }

    /// <summary>The end of one track is the start of another.</summary>
    public TrackScene EndToStart(int track, int onto)
    {
        _joints.Add(new TrackJoint(track, AtEnd: true, onto, 0, OntoForward: true));
        return this;
    }

    /// <summary>A node that cuts tracks 100 m or so along them, all running eastward.</summary>
    public int Node(params (int Track, double PositionM)[] cuts)
    {
        var gates = cuts.Select(cut => new TrackGate(_nodes.Count, cut.Track, cut.PositionM, 1)).ToList();
        var point = _tracks[cuts[0].Track].At(cuts[0].PositionM);
        _nodes.Add(new PlanningNode($"node {_nodes.Count}", "station", "100", point, gates));
        return _nodes.Count - 1;
    }

    public SectionGraph Graph() => SectionGraph.Of(Model, _nodes, CancellationToken.None);
}
