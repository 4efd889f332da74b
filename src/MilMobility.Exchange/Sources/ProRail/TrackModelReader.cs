using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MilMobility.Domain.Diagnostics;
using MilMobility.Exchange.Drafts;
using MilMobility.Exchange.Formats.Shapefile;

namespace MilMobility.Exchange.Sources.ProRail;

/// <summary>The track model with the names of its geocodes.</summary>
/// <param name="Model">Tracks and joints.</param>
/// <param name="GeocodeNames">Geocode, three digits -> name.</param>
/// <param name="Kilometres">Where tracks lie on their lines.</param>
/// <param name="Version">Version of the model, as its file names state it.</param>
public sealed record NamedTrackModel(
    TrackModel Model, IReadOnlyDictionary<string, string> GeocodeNames, LineKilometres Kilometres, int Version);

/// <summary>
/// Reads ProRail's track model (spoortakmodel) from its folder: SPOORTAK_nn.csv, .shp and .shx, SPOORTAK_TOPO_nn.csv,
/// SPOORTAK_SNELHEDEN_nn.csv, SPOORTAK_GEOCODE_GRENZEN_nn.csv and SPOORTAK_GEOCODEKM_GEO_nn.csv, of the highest version nn that is
/// there; names of areas from GEOCODE_nn.dbf and structures from SPOORTAK_OBJECTEN_nn.csv where they are there.
/// Rows that name a track that does not exist are passed over with a warning. Static; safe to call from any thread.
/// </summary>
public static partial class TrackModelReader
{
    /// <returns>Null after an error in the diagnostics.</returns>
    public static NamedTrackModel? Read(string folder, ImportContext context)
    {
        if (VersionIn(folder) is not { } version)
        {
            context.Diagnostics.Error(RailTrackCodes.FileMissing, folder, 0, "no file SPOORTAK_nn.csv, where nn is the version");
            return null;
        }

        var names = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var records = ReadTracks(folder, version, names, context);
        var shapes = context.Diagnostics.HasErrors ? null : TrackShapes.Read(folder, version, records, context);
        if (shapes is null) return null;
        var tracks = new List<Track>(records.Count);
        var byId = new Dictionary<string, Track>(records.Count, StringComparer.Ordinal);
        for (var i = 0; i < records.Count; i++)
        {
            var record = records[i];
            tracks.Add(new Track(i, record.Id, record.LengthM, record.GeocodeBegin, record.GeocodeEnd, shapes[i]));
            byId.Add(record.Id, tracks[i]);
        }

        ReadAreaNames(folder, version, names, context);
        context.Report("prorail: connections", 0.4);
        var model = new TrackModel(tracks, ReadJoints(folder, version, byId, context));
        ReadStretches(folder, version, byId, context);
        ReadObjects(folder, version, byId, context);
        var kilometres = ReadKilometres(folder, version, context);
        return context.Diagnostics.HasErrors ? null : new NamedTrackModel(model, names, new LineKilometres(kilometres), version);
    }

    private static List<TrackRecord> ReadTracks(
        string folder, int version, SortedDictionary<string, string> names, ImportContext context)
    {
        var records = new List<TrackRecord>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var file = Path.Combine(folder, $"SPOORTAK_{version}.csv");
        Open(file, context, stream => TrackRecordReaders.Tracks(stream, file, context.Diagnostics, record =>
        {
            records.Add(record);
            if (record.GeocodeBegin.Length > 0) names[record.GeocodeBegin] = record.NameBegin;
            if (record.GeocodeEnd.Length > 0) names[record.GeocodeEnd] = record.NameEnd;
            if (ids.Add(record.Id)) return;
            context.Diagnostics.Error(RailTrackCodes.DuplicateTrack, file, 0, $"track {TrackTableRow.Quote(record.Id)} stands twice");
        }, context.Cancellation));
        return records;
    }

    /// <summary>Names of areas in which no track begins or ends, where the areas' table is there.</summary>
    private static void ReadAreaNames(string folder, int version, SortedDictionary<string, string> names, ImportContext context)
    {
        var file = Path.Combine(folder, $"GEOCODE_{version}.dbf");
        if (!File.Exists(file)) return;
        Open(file, context, stream =>
        {
            if (DbfReader.Open(stream, file, Encoding.Latin1, context.Diagnostics) is not { } table) return;
            var (code, name) = (table.IndexOf("GEOCODE"), table.IndexOf("NAAM"));
            while (code >= 0 && name >= 0 && table.Read())
                if (table.Text(name) is { Length: > 0 } text) names.TryAdd(table.Text(code), text);
        });
    }

    private static List<TrackJoint> ReadJoints(
        string folder, int version, Dictionary<string, Track> byId, ImportContext context)
    {
        var joints = new List<TrackJoint>();
        var file = Path.Combine(folder, $"SPOORTAK_TOPO_{version}.csv");
        Open(file, context, stream => TrackRecordReaders.Joints(stream, file, context.Diagnostics, record =>
        {
            if (Find(record.Track, byId, file, context) is not { } from) return;
            if (Find(record.Onto, byId, file, context) is not { } onto) return;
            joints.Add(new TrackJoint(
                from.Index, record.AtEnd, onto.Index, record.OntoShare * onto.LengthM, record.OntoForward));
        }, context.Cancellation));
        return joints;
    }

    private static void ReadStretches(string folder, int version, Dictionary<string, Track> byId, ImportContext context)
    {
        var speeds = Path.Combine(folder, $"SPOORTAK_SNELHEDEN_{version}.csv");
        Open(speeds, context, stream => TrackRecordReaders.Speeds(stream, speeds, context.Diagnostics, record =>
        {
            if (record.SpeedKmh is not { } speed || Find(record.Track, byId, speeds, context) is not { } track) return;
            track.Speeds.Add((record.FromM, record.ToM, speed));
        }, context.Cancellation));
        var geocodes = Path.Combine(folder, $"SPOORTAK_GEOCODE_GRENZEN_{version}.csv");
        Open(geocodes, context, stream => TrackRecordReaders.Geocodes(stream, geocodes, context.Diagnostics, record =>
            Find(record.Track, byId, geocodes, context)?.Geocodes.Add((record.FromM, record.ToM, record.Geocode)),
            context.Cancellation));
    }

    /// <summary>Level crossings, bridges, viaducts and tunnels, where their table is there.</summary>
    private static void ReadObjects(string folder, int version, Dictionary<string, Track> byId, ImportContext context)
    {
        var file = Path.Combine(folder, $"SPOORTAK_OBJECTEN_{version}.csv");
        if (!File.Exists(file)) return;
        Open(file, context, stream => TrackRecordReaders.Objects(stream, file, context.Diagnostics, record =>
            Find(record.Track, byId, file, context)?.Structures.Add(((record.FromM + record.ToM) / 2, record.Kind)), context.Cancellation));
    }

    private static List<LineKilometreRecord> ReadKilometres(string folder, int version, ImportContext context)
    {
        var records = new List<LineKilometreRecord>();
        var file = Path.Combine(folder, $"SPOORTAK_GEOCODEKM_GEO_{version}.csv");
        Open(file, context, stream => TrackRecordReaders.Kilometres(
            stream, file, context.Diagnostics, records.Add, context.Cancellation));
        return records;
    }

    private static Track? Find(string id, Dictionary<string, Track> byId, string file, ImportContext context)
    {
        if (byId.TryGetValue(id, out var track)) return track;
        context.Diagnostics.Warning(
            RailTrackCodes.UnknownTrack, file, 0, $"track {TrackTableRow.Quote(id)} is unknown; the row is passed over");
        return null;
    }

    private static void Open(string file, ImportContext context, Action<Stream> read)
    {
        if (!File.Exists(file))
        {
            context.Diagnostics.Error(RailTrackCodes.FileMissing, file, 0, "the file does not exist");
            return;
        }

        try
        {
            using var stream = File.OpenRead(file);
            read(stream);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            context.Diagnostics.Error(RailTrackCodes.FileUnreadable, file, 0, $"cannot be read: {exception.Message}");
        }
    }

    private static int? VersionIn(string folder)
    {
        if (!Directory.Exists(folder)) return null;
        var versions = Directory.EnumerateFiles(folder, "SPOORTAK_*.csv")
            .Select(path => TrackFile().Match(Path.GetFileName(path))).Where(match => match.Success)
            .Select(match => int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)).ToList();
        return versions.Count == 0 ? null : versions.Max();
    }

    [GeneratedRegex(@"^SPOORTAK_(\d{1,6})\.csv$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TrackFile();
}
