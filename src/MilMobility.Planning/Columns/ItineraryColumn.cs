using MilMobility.Optimisation.Columns;
using MilMobility.Routing.Search;

namespace MilMobility.Planning.Columns;

/// <summary>
/// An itinerary as a column of its commodity. Its cost is what it costs on the empty network: its own terms, and the civil price
/// of each move alone, so that the sum over a plan's columns never exceeds the plan's cost. Immutable.
/// </summary>
public sealed class ItineraryColumn(int commodity, long cost, TimedUse[] uses, Itinerary itinerary)
    : Column(commodity, cost, uses)
{
    private readonly StepList _journey = new(itinerary.Steps);

    public Itinerary Itinerary => itinerary;

    public override object Journey => _journey;

    /// <summary>Steps that are equal when each is.</summary>
    private sealed class StepList(ItineraryStep[] steps) : IEquatable<StepList>
    {
        private readonly ItineraryStep[] _steps = steps;

        public bool Equals(StepList? other) => other is not null && _steps.AsSpan().SequenceEqual(other._steps);

        public override bool Equals(object? obj) => Equals(obj as StepList);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            foreach (var step in _steps) hash.Add(step);
            return hash.ToHashCode();
        }
    }
}
