namespace MilMobility.Exchange.Export;

/// <summary>File formats a dataset can be exported to.</summary>
public enum ExportFormat
{
    /// <summary>RFC 7946; one file, every feature with its layer's name.</summary>
    GeoJson,
    /// <summary>OGC GeoPackage 1.3 (OGC 12-128r18); one layer per table, the other tables without geometry.</summary>
    GeoPackage,
    /// <summary>OGC KML 2.3 (OGC 12-007r2); one folder per layer.</summary>
    Kml,
}

/// <summary>What was exported.</summary>
public sealed record ExportedLayer(string Name, int Features);
