namespace MilMobility.Exchange.Formats.Shapefile;

/// <summary>The shapes that are read, with the numbers that the format gives them; the Z and M variants are read as XY.</summary>
public enum ShapeType
{
    Null = 0,
    Point = 1,
    PolyLine = 3,
    Polygon = 5,
    PointZ = 11,
    PolyLineZ = 13,
    PolygonZ = 15,
    PointM = 21,
    PolyLineM = 23,
    PolygonM = 25,
}

/// <summary>A vertex in the units of the file's coordinate system.</summary>
public readonly record struct ShapePoint(double X, double Y);
