using MilMobility.Domain.Diagnostics;

namespace MilMobility.Exchange.Sources.ProRail;

/// <summary>
/// Reads the tables of ProRail's track model as records, one by one. A row with a fault is reported (<see cref="RailTrackCodes"/>)
/// and left out; what the records mean together is <see cref="TrackModelReader"/>'s concern. Static; safe to call from any thread.
/// </summary>
public static class TrackRecordReaders
{
    /// <summary>The longest track and the highest position on one, km; the longest in the Netherlands has some 50.</summary>
    private const double TrackKmMax = 1_000;
    private const double SpeedKmhMax = 400;
    private const double MetresPerKm = 1_000;

    private static readonly string[] TrackColumns =
        ["SPOORTAK_IDENTIFICATIE", "GEOCODE_BEGIN", "NAAM_GEOCODE_BEGIN", "GEOCODE_EIND", "NAAM_GEOCODE_EIND", "LENGTE_GEOM"];

    private static readonly string[] JointColumns =
        ["SPOORTAK_IDENTIFICATIE", "RICHTING", "SPOORTAK_ASL", "PERCENT_ASL", "RICHTING_ASL"];

    private static readonly string[] SpeedColumns =
        ["SPOORTAK_IDENTIFICATIE", "SPOORTAK_LRS_VAN", "SPOORTAK_LRS_TOT", "LOKALE_SNELHEID"];

    private static readonly string[] GeocodeColumns =
        ["SPOORTAK_IDENTIFICATIE", "SPOORTAK_LRS_VAN", "SPOORTAK_LRS_TOT", "GEOCODE"];

    private static readonly string[] KilometreColumns =
    [
        "SPOORTAK_IDENTIFICATIE", "SPOORTAK_LRS_VAN", "SPOORTAK_LRS_TOT", "GEOCODE", "GEOCODE_KM_VAN", "GEOCODE_KM_TOT",
    ];

    private static readonly (string Dutch, string Kind)[] ObjectKinds =
    [
        ("Overweg", "level-crossing"), ("Betonnen spoorviaduct", "viaduct"),
        ("Stalen spoorbrug", "bridge"), ("Tunnelconstructie", "tunnel"),
    ];

    private static readonly string[] ObjectColumns =
        ["SPOORTAK_IDENTIFICATIE", "SPOORTAK_LRS_VAN", "SPOORTAK_LRS_TOT", "SOORT_OBJECT"];

    /// <summary>SPOORTAK: the tracks.</summary>
    public static void Tracks(
        Stream table, string file, DiagnosticBag diagnostics, Action<TrackRecord> onRecord, CancellationToken cancellation)
        => TrackTable.Read(table, file, TrackColumns, Severity.Error, diagnostics, row =>
        {
            var record = new TrackRecord(
                row.Required(0), row.Geocode(1), row.Field(2).ToString(), row.Geocode(3), row.Field(4).ToString(),
                MetresPerKm * row.Number(5, 0, TrackKmMax));
            if (row.IsWhole) onRecord(record);
        }, cancellation);

    /// <summary>SPOORTAK_TOPO: where tracks join.</summary>
    public static void Joints(
        Stream table, string file, DiagnosticBag diagnostics, Action<JointRecord> onRecord, CancellationToken cancellation)
        => TrackTable.Read(table, file, JointColumns, Severity.Error, diagnostics, row =>
        {
            var record = new JointRecord(
                row.Required(0), row.Forward(1), row.Required(2), row.Number(3, 0, 100) / 100, row.Forward(4));
            if (row.IsWhole) onRecord(record);
        }, cancellation);

    /// <summary>SPOORTAK_SNELHEDEN: local speeds.</summary>
    public static void Speeds(
        Stream table, string file, DiagnosticBag diagnostics, Action<SpeedRecord> onRecord, CancellationToken cancellation)
        => TrackTable.Read(table, file, SpeedColumns, Severity.Error, diagnostics, row =>
        {
            var speed = row.Field(3) is "onbekend" or ">=0" ? (double?)null : row.Number(3, 0, SpeedKmhMax);
            var record = new SpeedRecord(row.Required(0), Metres(row, 1), Metres(row, 2), speed);
            if (row.IsWhole) onRecord(record);
        }, cancellation);

    /// <summary>SPOORTAK_GEOCODE_GRENZEN: which geocode a stretch belongs to.</summary>
    public static void Geocodes(
        Stream table, string file, DiagnosticBag diagnostics, Action<GeocodeRecord> onRecord, CancellationToken cancellation)
        => TrackTable.Read(table, file, GeocodeColumns, Severity.Error, diagnostics, row =>
        {
            var record = new GeocodeRecord(row.Required(0), Metres(row, 1), Metres(row, 2), row.Geocode(3));
            if (row.IsWhole && record.Geocode.Length > 0) onRecord(record);
        }, cancellation);

    /// <summary>SPOORTAK_GEOCODEKM_GEO: line kilometres.</summary>
    public static void Kilometres(
        Stream table, string file, DiagnosticBag diagnostics, Action<LineKilometreRecord> onRecord,
        CancellationToken cancellation)
        => TrackTable.Read(table, file, KilometreColumns, Severity.Warning, diagnostics, row =>
        {
            var record = new LineKilometreRecord(
                row.Required(0), Metres(row, 1), Metres(row, 2), row.Geocode(3),
                row.Number(4, -TrackKmMax, TrackKmMax), row.Number(5, -TrackKmMax, TrackKmMax));
            if (row.IsWhole) onRecord(record);
        }, cancellation);

    /// <summary>SPOORTAK_OBJECTEN: level crossings, viaducts, bridges and tunnels.</summary>
    public static void Objects(
        Stream table, string file, DiagnosticBag diagnostics, Action<ObjectRecord> onRecord, CancellationToken cancellation)
        => TrackTable.Read(table, file, ObjectColumns, Severity.Warning, diagnostics, row =>
        {
            if (KindOf(row.Field(3)) is not { } kind)
            {
                row.Fault(
                    RailTrackCodes.UnknownValue,
                    $"SOORT_OBJECT = {TrackTableRow.Quote(row.Field(3))}; must be {string.Join(", ", ObjectKinds.Select(k => k.Dutch))}");
                return;
            }

            var record = new ObjectRecord(row.Required(0), kind, Metres(row, 1), Metres(row, 2));
            if (row.IsWhole) onRecord(record);
        }, cancellation);

    private static string? KindOf(ReadOnlySpan<char> dutch)
    {
        foreach (var kind in ObjectKinds)
            if (dutch.SequenceEqual(kind.Dutch)) return kind.Kind;
        return null;
    }

    private static double Metres(TrackTableRow row, int column) => MetresPerKm * row.Number(column, 0, TrackKmMax);
}
