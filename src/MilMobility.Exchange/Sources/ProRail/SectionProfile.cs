namespace MilMobility.Exchange.Sources.ProRail;

/// <summary>
/// What the track model says about one section: the share of its length by geocode, line speed, tracks beside one
/// another, and a simplified shape. The section is sampled every 100 m along its shortest way.
/// </summary>
/// <param name="LengthByGeocode">Geocode -> sampled length in m, open line first.</param>
/// <param name="SpeedKmh">Line speed: what three quarters of the length do not exceed.</param>
/// <param name="Tracks">Median of the tracks of the same line beside one another; 1 where 35 % or more is single.</param>
/// <param name="Shape">Simplified shape (Douglas-Peucker, 150 m or more, at most 12 points), ends excluded.</param>
/// <param name="Samples">The way every 100 m.</param>
/// <param name="Structures">Kind -> structures on the tracks of its way.</param>
public sealed record SectionProfile(
    IReadOnlyDictionary<string, int> LengthByGeocode, int SpeedKmh, int Tracks, IReadOnlyList<PlanePoint> Shape,
    IReadOnlyList<SectionSample> Samples, IReadOnlyDictionary<string, int> Structures)
{
    private const double StepM = 100;
    private const double HalfWidthM = 60;
    private const double SingleShare = 0.35;
    private const int MostShapePoints = 12;

    /// <summary>The geocode of the line the section belongs to: most length, an open line before a station or yard.</summary>
    public string MainGeocode
    {
        get
        {
            var open = LengthByGeocode.Where(pair => Geocodes.IsOpenLine(pair.Key)).ToList();
            var total = LengthByGeocode.Values.Sum();
            var from = open.Sum(pair => pair.Value) >= 0.25 * total ? open : [.. LengthByGeocode];
            return from.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).First().Key;
        }
    }

    public static SectionProfile Of(KinematicWay way, TrackModel model, TrackGrid grid)
    {
        var geocodes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var samples = new List<SectionSample>();
        var speeds = new List<double>();
        var shape = new List<PlanePoint>();
        var untilSampleM = StepM / 2;
        foreach (var run in way.Runs)
        {
            var track = model.Tracks[run.Track];
            shape.AddRange(track.Shape(run.FromM, run.ToM));
            var lengthM = Math.Abs(run.ToM - run.FromM);
            var alongM = untilSampleM;
            for (; alongM < lengthM; alongM += StepM)
            {
                var positionM = run.FromM < run.ToM ? run.FromM + alongM : run.FromM - alongM;
                var geocode = track.GeocodeAt(positionM);
                geocodes[geocode] = geocodes.GetValueOrDefault(geocode) + (int)StepM;
                samples.Add(new SectionSample(
                    track.At(positionM), geocode, TracksBeside(track, positionM, geocode, model, grid)));
                if (track.SpeedAt(positionM) is var speed and > 0) speeds.Add(speed);
            }

            untilSampleM = alongM - lengthM;
        }

        if (geocodes.Count == 0)
        {
            var only = model.Tracks[way.Runs[0].Track];
            geocodes[only.GeocodeAt(way.Runs[0].FromM)] = (int)StepM;
        }

        return new SectionProfile(geocodes, LineSpeed(speeds), TrackCount(samples), Simplified(shape), samples, StructuresOn(way, model));
    }

    private static SortedDictionary<string, int> StructuresOn(KinematicWay way, TrackModel model)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var run in way.Runs)
        {
            var (from, to) = (Math.Min(run.FromM, run.ToM), Math.Max(run.FromM, run.ToM));
            foreach (var (atM, kind) in model.Tracks[run.Track].Structures)
                if (atM >= from && atM < to) counts[kind] = counts.GetValueOrDefault(kind) + 1;
        }

        return counts;
    }

    private static int TracksBeside(Track track, double positionM, string geocode, TrackModel model, TrackGrid grid)
    {
        var point = track.At(positionM);
        var at = grid.Nearest(point, 30, candidate => candidate.Index == track.Index);
        if (at is not { } place) return 1;
        return Math.Max(1, grid.CrossSection(place, HalfWidthM)
            .Where(other => model.Tracks[other.Track].GeocodeAt(other.PositionM) == geocode)
            .DistinctBy(other => other.Track)
            .Count());
    }

    // The open line says how many tracks the section has; stations and yards count only where there is no open line.
    private static int TrackCount(List<SectionSample> samples)
    {
        var open = samples.Where(sample => Geocodes.IsOpenLine(sample.Geocode)).Select(sample => sample.Tracks).ToList();
        var counts = open.Count > 0 && open.Count * 4 >= samples.Count ? open : [.. samples.Select(sample => sample.Tracks)];
        if (counts.Count == 0) return 1;
        if (counts.Count(count => count == 1) >= SingleShare * counts.Count) return 1;
        counts.Sort();
        return counts[counts.Count / 2];
    }

    private static int LineSpeed(List<double> values)
    {
        if (values.Count == 0) return 40;
        values.Sort();
        return (int)values[values.Count * 3 / 4];
    }

    private static List<PlanePoint> Simplified(List<PlanePoint> shape)
    {
        for (var toleranceM = 150.0; ; toleranceM *= 1.5)
        {
            var keep = new bool[shape.Count];
            Keep(shape, keep, 0, shape.Count - 1, toleranceM);
            var inside = shape.Where((_, i) => keep[i]).ToList();
            if (inside.Count <= MostShapePoints) return inside;
        }
    }

    private static void Keep(List<PlanePoint> shape, bool[] keep, int first, int last, double toleranceM)
    {
        var (farthest, distance) = (-1, toleranceM);
        for (var i = first + 1; i < last; i++)
        {
            var d = Offset(shape[i], shape[first], shape[last]);
            if (d > distance) (farthest, distance) = (i, d);
        }

        if (farthest < 0) return;
        keep[farthest] = true;
        Keep(shape, keep, first, farthest, toleranceM);
        Keep(shape, keep, farthest, last, toleranceM);
    }

    private static double Offset(PlanePoint point, PlanePoint a, PlanePoint b)
    {
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        var square = (dx * dx) + (dy * dy);
        if (square <= 0) return point.DistanceTo(a);
        var share = Math.Clamp((((point.X - a.X) * dx) + ((point.Y - a.Y) * dy)) / square, 0, 1);
        return point.DistanceTo(new PlanePoint(a.X + (share * dx), a.Y + (share * dy)));
    }
}

/// <summary>A point of a section: its geocode, and the tracks of that geocode beside one another there.</summary>
public readonly record struct SectionSample(PlanePoint Point, string Geocode, int Tracks);
