using MilMobility.Convoys.Search;
using MilMobility.Optimisation.Stopping;

namespace MilMobility.Convoys.Planning;

/// <summary>Tells of stages and improvements as they come, and keeps the trace of a run. One run per object.</summary>
internal sealed class ConvoyReporter
{
    private readonly IProgress<ConvoyProgress>? _progress;
    private string _stage = "";

    public ConvoyReporter(IProgress<ConvoyProgress>? progress)
    {
        _progress = progress;
        Trace = new ConvergenceTrace { Improved = point => Tell(point.Objective, point.Bound) };
    }

    public ConvergenceTrace Trace { get; }

    /// <summary>A stage begins.</summary>
    public void Stage(string stage)
    {
        if (stage == _stage) return;
        _stage = stage;
        Tell(Trace.Objective, Trace.Bound);
    }

    /// <summary>A first plan was found.</summary>
    public void Found(long objective) => Trace.Plan("first plan", objective, 0);

    private void Tell(long? objective, long bound) => _progress?.Report(
        new ConvoyProgress(_stage, objective / JourneyRequest.MillisecondsPerSecond, bound / JourneyRequest.MillisecondsPerSecond));
}

/// <summary>How far a plan is.</summary>
/// <param name="Stage">Stage, in words.</param>
/// <param name="ObjectiveSeconds">Best objective, unmoved convoys at their price; null before the first plan.</param>
/// <param name="BoundSeconds">Proven bound.</param>
public sealed record ConvoyProgress(string Stage, long? ObjectiveSeconds, long BoundSeconds);
