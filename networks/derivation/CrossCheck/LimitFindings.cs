using System.Globalization;
using MilMobility.Domain.Units;

namespace MilMobility.Derivation.CrossCheck;

/// <summary>A limit that the two networks state differently.</summary>
/// <param name="Link">Id of the link.</param>
/// <param name="What">The limit.</param>
/// <param name="Embedded">Value of the embedded network.</param>
/// <param name="Imported">Value along the imported way.</param>
/// <param name="Cause">Why.</param>
public sealed record LimitFinding(string Link, string What, string Embedded, string Imported, string Cause);

/// <summary>
/// Compares what the links admit where both networks know it: tracks and speed by rail, CEMT class and draught by water. Lanes
/// and speeds of imported roads are assumptions by class, and so are no check.
/// </summary>
public static class LimitFindings
{
    private const int SpeedKmh = 25;
    private const int DraughtCm = 50;
    private const double ShortMetres = 3_000;

    public static (List<LimitFinding> Findings, IReadOnlyDictionary<string, int> Compared) Of(IEnumerable<LinkFinding> links)
    {
        var findings = new List<LimitFinding>();
        var compared = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var finding in links.Where(f => f.Cause != Cause.OwnFact && f.Comparison.Along is not null))
        {
            var (link, way) = (finding.Comparison.Link, finding.Comparison.Along!);
            if (link.Mode == TransportMode.Rail)
            {
                Add("tracks", link.LanesOrTracks, way.TracksMostly, 0, Tracks(link.LengthMetres, way.TracksMostly, link.LanesOrTracks));
                Add("speed, km/h", link.SpeedKmh, (int)Math.Round(way.Metres / 1000 / way.Hours), SpeedKmh, Speed(finding));
            }
            else if (link.Mode == TransportMode.Water)
            {
                if (link.CemtClass is { } cemt && way.CemtRank is { } rank)
                {
                    Add("CEMT rank", cemt, rank, 0,
                        "there the lowest class of all pieces on the way, basin or side channel included; here the through way's");
                }

                if (link.DraughtCm is { } draught && way.DraughtCm is { } depth)
                {
                    Add("draught, cm", draught, depth, DraughtCm, draught > depth
                        ? "here the draught its manager admits; there the shallowest twentieth of the surveyed bed, banks included"
                        : "here the draught admitted by its manager, which keeps more water under the keel than the surveyed bed leaves");
                }
            }

            void Add(string what, int embedded, int imported, int tolerance, string cause)
            {
                compared[what] = compared.GetValueOrDefault(what) + 1;
                if (Math.Abs(embedded - imported) > tolerance)
                {
                    findings.Add(new LimitFinding(
                        link.Id, what, embedded.ToString(CultureInfo.InvariantCulture),
                        imported.ToString(CultureInfo.InvariantCulture), cause));
                }
            }
        }

        return (findings, compared);
    }

    private static string Tracks(int lengthMetres, int imported, int embedded)
    {
        if (imported > embedded)
            return "there the tracks of a yard or station beside the line count too; here those of the line, at most six";

        return lengthMetres < ShortMetres
            ? "a link inside a station or yard: here its cross-section, there that of the way through it"
            : "here the tracks over most of the line; there the least over most of the way that the train takes";
    }

    private static string Speed(LinkFinding finding)
    {
        if (finding.Comparison.Link.Name.StartsWith("HSL", StringComparison.Ordinal))
            return "line speed from the facts; the track model stops at the speed of trains without ETCS";
        if (finding.Cause != Cause.Agrees) return "not the same way, see above";
        return finding.Comparison.Link.LengthMetres < ShortMetres
            ? "a short link inside a station or yard: one slow switch decides"
            : "here the speed of most of the line; there the mean over the way, slow tracks of stations and curves included";
    }
}
