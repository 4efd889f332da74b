using MilMobility.Domain.Diagnostics;
using VildReader = MilMobility.Exchange.Sources.Vild.VildTables;

namespace MilMobility.Derivation.Road;

/// <summary>One point of the VILD location table: a junction, exit, tunnel, rest area, ... on a road's chain.
/// <c>Hectometre</c> is the sign on the road, in 100 m; null where the table has none.</summary>
public sealed record VildPoint(
    int Loc, GeoPoint At, string Type, string Road, string Name, int? Hectometre, int Area);

/// <summary>An undirected edge of the VILD: along a road's chain, or between the points of one junction.</summary>
public sealed record VildEdge(int A, int B, bool IsChain, string Road, double LengthM);

/// <summary>The VILD 5.6.A tables (2 August 2013), read as the importer reads them.</summary>
public sealed class VildTables
{
    /// <summary>Positions to about 0.1 m, and lengths to as much: the table is no better.</summary>
    private const int Decimals = 6;

    private readonly VildReader _tables;

    private VildTables(VildReader tables)
    {
        _tables = tables;
        Points = tables.Points.Values.OrderBy(p => p.Location).ToDictionary(
            p => p.Location,
            p => new VildPoint(
                p.Location, new GeoPoint(Math.Round(p.Lat, Decimals), Math.Round(p.Lon, Decimals)), p.Type, p.Road, p.Name,
                p.Hectometre, p.Area));
        Edges = [.. tables.Edges.OrderBy(e => e.A).ThenBy(e => e.B)
            .Select(e => new VildEdge(e.A, e.B, e.IsChain, Points[e.A].Road, Math.Round(e.LengthMetres, 1)))];
    }

    public IReadOnlyDictionary<int, VildPoint> Points { get; }

    public IReadOnlyList<VildEdge> Edges { get; }

    public static VildTables Read(string folder)
    {
        var bag = new DiagnosticBag();
        var tables = VildReader.Read(folder, bag, CancellationToken.None);
        return bag.HasErrors ? throw new InvalidDataException(string.Join('\n', bag.ToList())) : new VildTables(tables);
    }

    public bool IsDutch(VildPoint point) => _tables.IsDutch(_tables.Points[point.Loc]);

    /// <summary>Province of a point by its Dutch name ("Zuid-Holland").</summary>
    public string Province(VildPoint point) => _tables.Province(_tables.Points[point.Loc]);

    public string Municipality(VildPoint point) => _tables.Municipality(_tables.Points[point.Loc]);
}
