namespace MilMobility.Equilibrium.Networks;

/// <summary>A change of one link, by its position in the list of links that the network was compiled from.</summary>
/// <param name="Link">Position of the link, 0-based.</param>
/// <param name="IsClosed">Whether no traffic may use it; false opens it again, null leaves it as it is.</param>
/// <param name="Capacity">Its new capacity; null for the old one.</param>
/// <param name="FreeFlowTime">Its new free-flow time; null for the old one.</param>
public readonly record struct LinkChange(int Link, bool? IsClosed = null, double? Capacity = null, double? FreeFlowTime = null)
{
    public static LinkChange Close(int link) => new(link, IsClosed: true);

    public static LinkChange Open(int link) => new(link, IsClosed: false);
}
