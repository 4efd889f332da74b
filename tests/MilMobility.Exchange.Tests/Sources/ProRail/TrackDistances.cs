using MilMobility.Exchange.Sources.ProRail;

namespace MilMobility.Exchange.Tests.Sources.ProRail;

/// <summary>
/// How far a train that never reverses runs over the tracks, computed independently of the importer's search: Dijkstra over
/// (track, point on it, direction), where the points are the track's ends, its joints and the places asked about.
/// </summary>
internal sealed class TrackDistances
{
    private readonly double[][] _points;
    private readonly int[] _first;
    private readonly List<(int State, double LengthM)>[] _next;

    /// <param name="model">The tracks.</param>
    /// <param name="places">Places that will be asked about, besides track ends.</param>
    /// <param name="admits">Whether a train may run on a track around a position; everywhere if null.</param>
    public TrackDistances(
        TrackModel model, IEnumerable<(int Track, double PositionM)> places, Func<Track, double, bool>? admits = null)
    {
        var points = model.Tracks.Select(track => new SortedSet<double> { 0, track.LengthM }).ToArray();
        foreach (var joint in model.Joints) points[joint.Onto].Add(joint.OntoM);
        foreach (var (track, positionM) in places) points[track].Add(positionM);
        _points = [.. points.Select(set => set.ToArray())];
        _first = new int[_points.Length + 1];
        for (var i = 0; i < _points.Length; i++) _first[i + 1] = _first[i] + (2 * _points[i].Length);
        _next = [.. Enumerable.Range(0, _first[^1]).Select(_ => new List<(int, double)>())];
        for (var track = 0; track < _points.Length; track++)
        {
            for (var i = 0; i + 1 < _points[track].Length; i++)
            {
                var middleM = (_points[track][i + 1] + _points[track][i]) / 2;
                if (admits?.Invoke(model.Tracks[track], middleM) == false) continue;
                var lengthM = _points[track][i + 1] - _points[track][i];
                Edge(State(track, i, forward: true), State(track, i + 1, forward: true), lengthM);
                Edge(State(track, i + 1, forward: false), State(track, i, forward: false), lengthM);
            }
        }

        foreach (var joint in model.Joints)
        {
            var end = joint.AtEnd ? _points[joint.Track].Length - 1 : 0;
            var onto = Array.IndexOf(_points[joint.Onto], joint.OntoM);
            Edge(State(joint.Track, end, joint.AtEnd), State(joint.Onto, onto, joint.OntoForward), 0);
            Edge(State(joint.Onto, onto, !joint.OntoForward), State(joint.Track, end, !joint.AtEnd), 0);
        }
    }

    /// <summary>Metres from any of some places, in either direction, to every state.</summary>
    public double[] From(IEnumerable<(int Track, double PositionM)> places)
    {
        var distances = new double[_next.Length];
        Array.Fill(distances, double.PositiveInfinity);
        var queue = new PriorityQueue<int, double>();
        foreach (var (track, positionM) in places)
        {
            var point = Array.IndexOf(_points[track], positionM);
            foreach (var forward in new[] { true, false })
            {
                distances[State(track, point, forward)] = 0;
                queue.Enqueue(State(track, point, forward), 0);
            }
        }

        while (queue.TryDequeue(out var state, out var distance))
        {
            if (distance > distances[state]) continue;
            foreach (var (next, lengthM) in _next[state])
            {
                if (distance + lengthM >= distances[next]) continue;
                distances[next] = distance + lengthM;
                queue.Enqueue(next, distances[next]);
            }
        }

        return distances;
    }

    /// <summary>The least of the distances to some places, in either direction.</summary>
    public double To(double[] distances, IEnumerable<(int Track, double PositionM)> places)
        => places.SelectMany(place => new[] { true, false }.Select(forward =>
                distances[State(place.Track, Array.IndexOf(_points[place.Track], place.PositionM), forward)]))
            .DefaultIfEmpty(double.PositiveInfinity).Min();

    /// <summary>Both ends of the tracks that are in a geocode at either end.</summary>
    public static List<(int Track, double PositionM)> EndsIn(TrackModel model, params string[] geocodes)
        => [.. model.Tracks.Where(track => geocodes.Contains(track.GeocodeBegin) || geocodes.Contains(track.GeocodeEnd))
            .SelectMany(track => new[] { (track.Index, 0.0), (track.Index, track.LengthM) })];

    private int State(int track, int point, bool forward) => _first[track] + (2 * point) + (forward ? 1 : 0);

    private void Edge(int from, int to, double lengthM) => _next[from].Add((to, lengthM));
}
