using MilMobility.Exchange.Drafts;
using MilMobility.Networks.Datasets;

namespace MilMobility.Exchange.Sources.Fairways;

/// <summary>
/// Joins FIS edges to fairway sections by position: a section takes the strictest limits of the edges beside at least a fifth
/// of it (or two of its sample points), provided that they cover half of it. Draughts from bed levels keep a clearance under the keel.
/// </summary>
/// <param name="edges">Edges of the FIS.</param>
/// <param name="source">Source index of the FIS in the draft.</param>
/// <param name="classes">Source index of the reference vessels of the CEMT classes.</param>
internal sealed class SectionLimits(IReadOnlyList<FisEdge> edges, byte source, byte classes)
{
    private const double BesideMetres = 120;
    private const double CoverMin = 0.5;
    private const double ShareMin = 0.2;
    private const int KeelClearanceCm = 30;
    private const int DraughtCmMin = 30;
    /// <summary>The most that the dataset format states; deeper than any ship of inland waters.</summary>
    private const int DraughtCmMax = 3_000;

    /// <summary>Length m and beam cm of the reference vessel: Richtlijnen Vaarwegen 2017; pushed formations ECMT 92/2.</summary>
    private static readonly Dictionary<string, (int LengthMetres, int BeamCm, Quality Quality)> Vessels = new(StringComparer.Ordinal)
    {
        ["I"] = (38, 505, Quality.Derived),
        ["II"] = (55, 660, Quality.Derived),
        ["III"] = (85, 820, Quality.Derived),
        ["IV"] = (105, 950, Quality.Derived),
        ["Va"] = (135, 1140, Quality.Derived),
        ["Vb"] = (190, 1140, Quality.Assumed),
        ["VIa"] = (135, 1700, Quality.Derived),
        ["VIb"] = (193, 2280, Quality.Assumed),
        ["VIc"] = (269, 2280, Quality.Assumed),
    };

    private readonly LineGrid _depths = GridOf(edges, e => e.Cemt is null && e.DepthCm is not null);
    private readonly LineGrid _classes = GridOf(edges, e => e.Cemt is not null || e.DraughtCm is not null);

    /// <summary>The limits that are known for a section; null if none is.</summary>
    public LinkLimits? Of(FairwaySection section)
    {
        var beside = Beside(section, _classes);
        var deep = Beside(section, _depths);
        var cemt = beside.Where(e => e.Cemt is not null).Select(e => e.Cemt!)
            .MinBy(c => (Vocabulary.CemtClasses[c], c), Comparer<(int, string)>.Create(ByRank));
        var stated = beside.Min(e => e.DraughtCm);
        var depth = deep.Where(e => e.DepthCm is not null).MinBy(e => e.DepthCm!.Value);
        var draught = stated is { } cm ? Measured(cm) : FromDepth(depth);
        if (cemt is null && draught is null) return null;
        var vessel = cemt is not null && Vessels.TryGetValue(cemt, out var known) ? known : default;
        return new LinkLimits
        {
            Cemt = cemt is null ? null : new Known<string>(cemt, new Provenance(Quality.Measured, source)),
            DraughtCm = draught,
            AirDraughtCm = Measured(beside.Min(e => e.AirDraughtCm)),
            VesselLengthMetres = Measured(beside.Min(e => e.VesselLengthMetres)) ?? OfClass(vessel.LengthMetres, vessel.Quality),
            BeamCm = Measured(beside.Min(e => e.BeamCm)) ?? OfClass(vessel.BeamCm, vessel.Quality),
        };
    }

    private Known<int>? FromDepth(FisEdge? edge)
    {
        if (edge is null || edge.DepthCm - KeelClearanceCm < DraughtCmMin) return null;
        var quality = edge.IsLevelStated ? Quality.Derived : Quality.Assumed;
        return new Known<int>(Math.Min(DraughtCmMax, edge.DepthCm!.Value - KeelClearanceCm), new Provenance(quality, source));
    }

    private Known<int>? Measured(int? value) =>
        value is { } known ? new Known<int>(known, new Provenance(Quality.Measured, source)) : null;

    private Known<int>? OfClass(int value, Quality quality) =>
        value > 0 ? new Known<int>(value, new Provenance(quality, classes)) : null;

    private static int ByRank((int Rank, string Name) a, (int Rank, string Name) b) =>
        a.Rank != b.Rank ? a.Rank.CompareTo(b.Rank) : string.CompareOrdinal(a.Name, b.Name);

    private List<FisEdge> Beside(FairwaySection section, LineGrid grid)
    {
        var counts = new Dictionary<int, int>();
        var samples = Math.Max(3, (int)(section.LengthMetres / LineGrid.StepMetres));
        for (var i = 0; i < samples; i++)
        {
            var (x, y) = section.At((i + 0.5) / samples * section.LengthMetres);
            var edge = grid.Nearest(x, y, BesideMetres).Line;
            if (edge >= 0) counts[edge] = counts.GetValueOrDefault(edge) + 1;
        }

        if (counts.Values.Sum() < CoverMin * samples) return [];
        return [.. counts.Where(c => c.Value >= 2 || c.Value >= ShareMin * samples).OrderBy(c => c.Key).Select(c => edges[c.Key])];
    }

    private static LineGrid GridOf(IReadOnlyList<FisEdge> edges, Func<FisEdge, bool> wanted)
    {
        var grid = new LineGrid();
        for (var i = 0; i < edges.Count; i++)
            if (wanted(edges[i])) grid.Add(i, edges[i].Line);
        return grid;
    }
}
