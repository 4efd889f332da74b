using System.Globalization;
using MilMobility.Domain.Units;

namespace MilMobility.Derivation.CrossCheck;

/// <summary>
/// Says why a link's length differs from the imported one beyond the tolerance: first whether it comes from the facts, then what
/// can be computed, then what somebody looked at by hand. A row of the hand-written table that explains nothing is an error.
/// </summary>
public sealed class Explanations
{
    public const double Tolerance = 0.05;
    public const double ToleranceMetres = 200;

    /// <summary>The way from a node to the track or fairway beside it may wind this much.</summary>
    private const double WindingFactor = 1.6;
    private const double OwnRoadShare = 0.9;

    private readonly HashSet<string> _facts;
    private readonly Dictionary<string, string> _byHand;

    public Explanations(DerivationPaths paths)
    {
        _facts = [.. new[] { "road", "rail", "water" }
            .SelectMany(mode => CsvTable.Read(Path.Combine(paths.Output, $"{mode}-links.csv")))
            .Where(row => row["provenance"].Contains("length_m=", StringComparison.Ordinal)).Select(row => row["id"])];
        _byHand = CsvTable.Read(Path.Combine(paths.Facts, "crosscheck-explanations.csv"))
            .ToDictionary(row => row["link"], row => row["explanation"], StringComparer.Ordinal);
    }

    public List<LinkFinding> Of(IEnumerable<LinkComparison> comparisons)
    {
        var findings = comparisons.Select(Of).ToList();
        var idle = _byHand.Keys.Except(findings.Where(f => f.Cause == Cause.ByHand).Select(f => f.Comparison.Link.Id)).ToList();
        return idle.Count == 0 ? findings : throw new InvalidDataException(
            $"crosscheck-explanations.csv explains links that need no explanation: {string.Join(", ", idle)}");
    }

    private LinkFinding Of(LinkComparison link)
    {
        var metres = new[] { link.Along?.Metres, link.Shortest?.Metres }.OfType<double>()
            .OrderBy(m => Math.Abs(m - link.Link.LengthMetres)).Cast<double?>().FirstOrDefault();
        var off = (link.FromOff ?? 0) + (link.ToOff ?? 0);
        if (metres is { } same && Agrees(link, same)) return new LinkFinding(link, metres, Cause.Agrees, "");
        if (_facts.Contains(link.Link.Id))
            return new LinkFinding(link, metres, Cause.OwnFact, "length from the facts; the source does not have the link");
        if (_byHand.TryGetValue(link.Link.Id, out var note)) return new LinkFinding(link, metres, Cause.ByHand, note);
        if (metres is not { } found) return new LinkFinding(link, null, Cause.Unexplained, "no way on the imported network");
        var difference = Math.Abs(found - link.Link.LengthMetres);
        if (link.Link.Mode == TransportMode.Road && link.Along?.ShareNamed(link.Link.Name) < OwnRoadShare)
        {
            var share = Math.Round(100 * link.Along!.ShareNamed(link.Link.Name));
            return new LinkFinding(link, found, Cause.ParallelRoad, Text($"only {share} % of the imported way is {link.Link.Name}"));
        }

        if (difference <= link.ExtentMetres + ToleranceMetres)
            return new LinkFinding(link, found, Cause.Junction, Text($"the junctions at its ends reach over {link.ExtentMetres:F0} m"));
        return difference <= (WindingFactor * off) + ToleranceMetres
            ? new LinkFinding(link, found, Cause.BeyondEnd, Text($"its ends stand {off:F0} m off the nearest imported link"))
            : new LinkFinding(link, found, Cause.Unexplained, "");
    }

    private static bool Agrees(LinkComparison link, double metres)
    {
        var difference = Math.Abs(metres - link.Link.LengthMetres);
        return difference <= ToleranceMetres || difference <= Tolerance * link.Link.LengthMetres;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
