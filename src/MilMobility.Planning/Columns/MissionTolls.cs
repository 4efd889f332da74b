using MilMobility.Optimisation.Columns;
using MilMobility.Routing.Search;

namespace MilMobility.Planning.Columns;

/// <summary>Tolls of a master problem as the search reads them; resources have the same numbers in both.</summary>
internal sealed class MissionTolls(Tolls tolls, TollResources resources) : ITollTable
{
    public TollResources Resources => resources;

    /// <summary>True if these are the given tolls.</summary>
    public bool Wraps(Tolls other) => ReferenceEquals(tolls, other);

    public bool IsFree(int resource) => tolls.IsFree(resource);

    public long Of(int resource, int from, int to) => tolls.Of(resource, from, to);

    public int SameUntil(int resource, int from, int length) => tolls.SameUntil(resource, from, length);
}
