using MilMobility.Networks.Datasets;

namespace MilMobility.Exchange.Drafts;

/// <summary>Where a value comes from: how good it is, and the index of its source in <see cref="NetworkDraft.Sources"/>.</summary>
/// <param name="Quality">Measured, derived or assumed.</param>
/// <param name="Source">Index of the source, from <see cref="NetworkDraft.AddSource"/>.</param>
public readonly record struct Provenance(Quality Quality, byte Source)
{
    /// <summary>The worse of two, for a value computed from both; the first one's source where they are equally good.</summary>
    public static Provenance Worst(Provenance one, Provenance other) => other.Quality > one.Quality ? other : one;
}

/// <summary>A value with its provenance. A limit that is absent is <c>null</c>: no limit known.</summary>
public readonly record struct Known<T>(T Value, Provenance Origin);
