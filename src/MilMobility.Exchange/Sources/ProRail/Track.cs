namespace MilMobility.Exchange.Sources.ProRail;

/// <summary>One track (spoortak) of the track model: a line between two switches or buffer stops.</summary>
public sealed class Track
{
    private readonly double[] _alongM;

    public Track(int index, string id, double lengthM, string geocodeBegin, string geocodeEnd, PlanePoint[] points)
    {
        (Index, Id, LengthM, GeocodeBegin, GeocodeEnd, Points) = (index, id, lengthM, geocodeBegin, geocodeEnd, points);
        _alongM = new double[points.Length];
        for (var i = 1; i < points.Length; i++) _alongM[i] = _alongM[i - 1] + points[i - 1].DistanceTo(points[i]);
        var scale = _alongM[^1] > 0 ? lengthM / _alongM[^1] : 0;
        for (var i = 0; i < points.Length; i++) _alongM[i] *= scale;
    }

    public int Index { get; }

    public string Id { get; }

    public double LengthM { get; }

    public string GeocodeBegin { get; }

    public string GeocodeEnd { get; }

    public PlanePoint[] Points { get; }

    /// <summary>Speed sections: from m, to m, km/h; in order.</summary>
    public List<(double FromM, double ToM, double SpeedKmh)> Speeds { get; } = [];

    /// <summary>Geocode sections: from m, to m, three-digit geocode; in order.</summary>
    public List<(double FromM, double ToM, string Geocode)> Geocodes { get; } = [];

    /// <summary>Structures: middle in m, and kind as rail-structures.csv has it.</summary>
    public List<(double AtM, string Kind)> Structures { get; } = [];

    /// <summary>Position along the track of a point on segment <paramref name="segment"/>, at a share of that segment.</summary>
    public double PositionM(int segment, double share)
        => _alongM[segment] + (share * (_alongM[segment + 1] - _alongM[segment]));

    /// <summary>The point of the track at a position along it.</summary>
    public PlanePoint At(double positionM)
    {
        var i = 1;
        while (i < _alongM.Length - 1 && _alongM[i] < positionM) i++;
        var width = _alongM[i] - _alongM[i - 1];
        var share = width > 0 ? Math.Clamp((positionM - _alongM[i - 1]) / width, 0, 1) : 0;
        var (a, b) = (Points[i - 1], Points[i]);
        return new PlanePoint(a.X + (share * (b.X - a.X)), a.Y + (share * (b.Y - a.Y)));
    }

    /// <summary>The place at a position along it, with the track's direction there.</summary>
    public TrackPlace PlaceAt(double positionM)
    {
        var i = 1;
        while (i < _alongM.Length - 1 && _alongM[i] < positionM) i++;
        var (a, b) = (Points[i - 1], Points[i]);
        var lengthM = a.DistanceTo(b);
        return lengthM > 0
            ? new TrackPlace(Index, positionM, At(positionM), (b.X - a.X) / lengthM, (b.Y - a.Y) / lengthM, 0)
            : new TrackPlace(Index, positionM, At(positionM), 1, 0, 0);
    }

    /// <summary>The shape between two positions, in the order of travel.</summary>
    public IEnumerable<PlanePoint> Shape(double fromM, double toM)
    {
        yield return At(fromM);
        var inside = Enumerable.Range(0, Points.Length)
            .Where(i => _alongM[i] > Math.Min(fromM, toM) && _alongM[i] < Math.Max(fromM, toM));
        foreach (var i in fromM <= toM ? inside : inside.Reverse()) yield return Points[i];
        yield return At(toM);
    }

    public string GeocodeAt(double positionM)
    {
        foreach (var (from, to, geocode) in Geocodes)
            if (positionM >= from - 1 && positionM <= to + 1) return geocode;
        return positionM < LengthM / 2 ? GeocodeBegin : GeocodeEnd;
    }

    public double SpeedAt(double positionM)
    {
        foreach (var (from, to, speed) in Speeds)
            if (positionM >= from - 1 && positionM <= to + 1) return speed;
        return 0;
    }
}
