namespace MilMobility.Convoys.Instances;

/// <summary>One convoy of an instance.</summary>
/// <param name="Id">Unique within the instance, not empty.</param>
/// <param name="From">Node at which it waits until it departs.</param>
/// <param name="To">Node at which it ends; another one.</param>
/// <param name="ReadySeconds">Earliest departure of its head, at least 0.</param>
/// <param name="DueSeconds">Latest arrival of its tail, null if there is none.</param>
/// <param name="PassSeconds">Time between head and tail passing a point, at least 1.</param>
public sealed record Convoy(string Id, int From, int To, int ReadySeconds, int? DueSeconds, int PassSeconds);
