using MilMobility.Domain.Civil;

namespace MilMobility.Civil.RoadAssessment;

/// <summary>Sums of one part of the roads, hours or vehicles. Not thread-safe.</summary>
internal sealed class RoadTally
{
    /// <summary>Changes below this in every metric are what the gap leaves open; the part counts as unchanged.</summary>
    private const double Noise = 0.05;

    private const string Quality = "assumed";

    private readonly SortedDictionary<int, (double Before, double After)> _sums = [];
    private readonly IReadOnlyList<string> _metrics;

    public RoadTally(IReadOnlyList<string> metrics)
    {
        _metrics = metrics;
        for (var i = 0; i < metrics.Count; i++) _sums[i] = default;
    }

    /// <summary>Adds to a metric; one that this part does not have is left out.</summary>
    public void Add(string metric, double before, double after)
    {
        for (var i = 0; i < _metrics.Count; i++)
        {
            if (_metrics[i] != metric) continue;
            _sums[i] = (_sums[i].Before + before, _sums[i].After + after);
            return;
        }
    }

    public bool IsChanged => _sums.Values.Any(s => Math.Abs(s.After - s.Before) >= Noise);

    /// <summary>Travel-time function and most flows are assumed, so every figure is.</summary>
    public IReadOnlyList<CivilFigure> Figures =>
        [.. _sums.Select(s => new CivilFigure(_metrics[s.Key], s.Value.Before, s.Value.After, Quality))];
}
