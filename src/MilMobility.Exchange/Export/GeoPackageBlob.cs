using System.Buffers.Binary;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace MilMobility.Exchange.Export;

/// <summary>
/// A geometry as GeoPackage stores it (clause 2.1.3): "GP", version 0, flags, reference system, envelope, then ISO well-known binary;
/// everything little-endian.
/// </summary>
internal sealed class GeoPackageBlob
{
    /// <summary>Little-endian, with an envelope of four numbers.</summary>
    private const byte Flags = 0b0000_0011;
    private const int HeaderBytes = 40;

    private static readonly GeometryFactory Factory = new(new PrecisionModel(), GeoPackageSchema.Wgs84);

    private readonly WKBWriter _writer = new(ByteOrder.LittleEndian);

    /// <summary>What all geometries so far cover.</summary>
    public Envelope Extent { get; } = new();

    public byte[] Encode(LayerGeometry kind, IReadOnlyList<(double Lon, double Lat)> points)
    {
        Coordinate[] coordinates = [.. points.Select(p => new Coordinate(p.Lon, p.Lat))];
        Geometry geometry = kind == LayerGeometry.Point
            ? Factory.CreatePoint(coordinates[0])
            : Factory.CreateLineString(coordinates);
        var envelope = geometry.EnvelopeInternal;
        Extent.ExpandToInclude(envelope);
        var wkb = _writer.Write(geometry);
        var blob = new byte[HeaderBytes + wkb.Length];
        blob[0] = (byte)'G';
        blob[1] = (byte)'P';
        blob[2] = 0;
        blob[3] = Flags;
        BinaryPrimitives.WriteInt32LittleEndian(blob.AsSpan(4), GeoPackageSchema.Wgs84);
        BinaryPrimitives.WriteDoubleLittleEndian(blob.AsSpan(8), envelope.MinX);
        BinaryPrimitives.WriteDoubleLittleEndian(blob.AsSpan(16), envelope.MaxX);
        BinaryPrimitives.WriteDoubleLittleEndian(blob.AsSpan(24), envelope.MinY);
        BinaryPrimitives.WriteDoubleLittleEndian(blob.AsSpan(32), envelope.MaxY);
        wkb.CopyTo(blob, HeaderBytes);
        return blob;
    }
}
