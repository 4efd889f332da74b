using MilMobility.Civil.RoadImpacts;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;
using MilMobility.Networks.Datasets;

namespace MilMobility.Civil.RoadDemand;

/// <summary>Quality of the flow that the data state for a road: that of its own row, or of its class's. Immutable.</summary>
public sealed class FlowQualities
{
    private readonly Dictionary<(string Scope, string Category, string Day), string> _qualities = [];

    public FlowQualities(NetworkDataset dataset)
    {
        foreach (var row in dataset.CivilProfiles.Where(r => r.Mode == TransportMode.Road))
            _qualities.TryAdd((row.Scope, row.Category, row.DayType), row.Quality);
    }

    public bool Has(CivilRoad road, string category, DayTypes day) => Of(road, category, day) is not null;

    /// <summary><c>measured</c>, <c>derived</c> or <c>assumed</c>; null where the data state none.</summary>
    public string? Of(CivilRoad road, string category, DayTypes day)
    {
        var name = day switch
        {
            DayTypes.Saturday => "saturday", DayTypes.Sunday => "sunday", _ => "weekday",
        };
        return _qualities.GetValueOrDefault((road.Id, category, name))
            ?? _qualities.GetValueOrDefault(($"class:{road.Class}", category, name));
    }
}
