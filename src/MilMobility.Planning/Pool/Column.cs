using MilMobility.Routing.Reservations;
using MilMobility.Routing.Search;

namespace MilMobility.Planning.Pool;

/// <summary>One itinerary as a 0-1 variable of the pool's model.</summary>
/// <param name="Serial">Serial index.</param>
/// <param name="Variable">Variable index.</param>
/// <param name="Itinerary">The itinerary.</param>
/// <param name="Uses">What it reserves.</param>
internal sealed record Column(int Serial, int Variable, Itinerary Itinerary, IReadOnlyList<ResourceUse> Uses);

/// <summary>A column's time on a resource.</summary>
/// <param name="Column">The column.</param>
/// <param name="From">Start.</param>
/// <param name="To">End, exclusive.</param>
/// <param name="Amount">Amount of a cumulative resource; 1 where only presence counts.</param>
internal readonly record struct Span(Column Column, int From, int To, int Amount);
