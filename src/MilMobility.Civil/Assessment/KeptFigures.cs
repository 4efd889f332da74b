using MilMobility.Domain.Civil;
using MilMobility.Domain.Sentences;
using MilMobility.Domain.Units;

namespace MilMobility.Civil.Assessment;

/// <summary>Volume kept and duration kept as figures of each mode: two separate measures, by the price bands.</summary>
public sealed class KeptFigures
{
    private readonly Dictionary<TransportMode, List<CivilFigure>> _figures = [];

    private KeptFigures()
    {
    }

    /// <summary>Definitions for some modes.</summary>
    public static IEnumerable<CivilMetric> Metrics(IEnumerable<TransportMode> modes) => modes.SelectMany(mode => new[]
    {
        new CivilMetric(
            VolumeId(mode), "Volume kept", "%",
            Sentence.Of("metric.volume-kept"), Sentence.Of("reference.price-bands")) { LessIsBetter = false },
        new CivilMetric(
            DurationId(mode), "Duration kept", "%",
            Sentence.Of("metric.duration-kept"), Sentence.Of("reference.price-bands")) { LessIsBetter = false },
    });

    public static KeptFigures Of(AssessmentInput input)
    {
        var figures = new KeptFigures();
        foreach (var kept in CivilAssessor.Kept(input))
        {
            var quality = Qualities.Weakest(
                input.Network.Dataset.CivilProfiles.Where(p => p.Mode == kept.Mode).Select(p => p.Quality));
            figures._figures[kept.Mode] =
            [
                new CivilFigure(VolumeId(kept.Mode), 100, 100 * kept.VolumeKept, quality),
                new CivilFigure(DurationId(kept.Mode), 100, 100 * kept.DurationKept, quality),
            ];
        }

        return figures;
    }

    public IReadOnlyList<CivilFigure> Of(TransportMode mode) => _figures.GetValueOrDefault(mode) ?? [];

    private static string VolumeId(TransportMode mode) => $"{Prefix(mode)}.volume-kept";

    private static string DurationId(TransportMode mode) => $"{Prefix(mode)}.duration-kept";

    private static string Prefix(TransportMode mode) => mode switch
    {
        TransportMode.Road => "road",
        TransportMode.Rail => "rail",
        TransportMode.Water => "water",
        _ => "sea",
    };
}
