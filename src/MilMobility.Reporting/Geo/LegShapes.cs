using MilMobility.Domain.Plans;
using MilMobility.Domain.Reports;
using MilMobility.Reporting.Itineraries;

namespace MilMobility.Reporting.Geo;

/// <summary>Lines of legs on the map, from end to end, without doubled points. Thread-safe; immutable.</summary>
internal sealed class LegShapes(NetworkMap map)
{
    private readonly Dictionary<string, MapLink> _links = map.Links.ToDictionary(l => l.Id, StringComparer.Ordinal);

    public IEnumerable<GeoPoint> Of(Leg leg)
    {
        var last = default(GeoPoint?);
        var moves = leg.Planned.Steps.OfType<MoveStep>()
            .Where(m => m.Mode == leg.Mode && m.StartSeconds >= leg.StartSeconds && m.EndSeconds <= leg.EndSeconds);
        foreach (var move in moves)
        {
            if (!_links.TryGetValue(move.Link, out var link)) continue;
            foreach (var point in link.From == move.From ? link.Shape : link.Shape.Reverse())
            {
                if (last != point) yield return point;
                last = point;
            }
        }
    }
}
