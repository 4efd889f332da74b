namespace MilMobility.Exchange.Sources.ProRail;

/// <summary>A row of SPOORTAK_GEOCODEKM_GEO: the line kilometres of a stretch.</summary>
/// <param name="Track">The track.</param>
/// <param name="FromM">Start, m from the track's begin.</param>
/// <param name="ToM">End, m from the track's begin.</param>
/// <param name="Geocode">The geocode whose kilometres these are.</param>
/// <param name="FromKm">Line kilometre at the start.</param>
/// <param name="ToKm">Line kilometre at the end.</param>
public sealed record LineKilometreRecord(
    string Track, double FromM, double ToM, string Geocode, double FromKm, double ToKm);

/// <summary>Where a track lies on its line, as the kilometre posts beside it say. Immutable.</summary>
public sealed class LineKilometres
{
    private readonly ILookup<string, LineKilometreRecord> _byTrack;

    public LineKilometres(IEnumerable<LineKilometreRecord> records)
        => _byTrack = records.ToLookup(record => record.Track, StringComparer.Ordinal);

    /// <summary>The line kilometre of a position on a track; null where the table does not say.</summary>
    public double? At(Track track, double positionM)
    {
        foreach (var record in _byTrack[track.Id])
        {
            if (positionM < record.FromM - 1 || positionM > record.ToM + 1) continue;
            var lengthM = record.ToM - record.FromM;
            var share = lengthM > 0 ? Math.Clamp((positionM - record.FromM) / lengthM, 0, 1) : 0;
            return record.FromKm + (share * (record.ToKm - record.FromKm));
        }

        return null;
    }
}
