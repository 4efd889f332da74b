namespace MilMobility.Civil.WaterAssessment;

/// <summary>
/// One direction of a lock as a deterministic queue: lockages at given times, each of a chamber; vessels enter in order until the first
/// that has no room left, which keeps those behind it out too. Vessels that a chamber never takes are passed over by it.
///
/// What a vessel takes of a lockage is its length over that of all columns of its beam that lie abreast, and enough that no more of its
/// size enter than fit in rows and columns; a vessel is never split. Those with priority enter before the others.
///
/// More vessels, fewer chambers or lockages, or a larger vessel never lower any other vessel's wait: the queue before every lockage
/// then contains what it would contain otherwise, and a lockage takes a beginning of the queue in a fixed order (this is why
/// nobody slips past a vessel that does not fit; with that allowed, it fails as it does for first fit: Murgolo 1988,
/// doi:10.1016/0166-218X(88)90030-7). O((vessels + lockages) x length of the queue).
/// </summary>
public static class LockQueue
{
    // Shares such as 3 x 1/3 must fill a lockage.
    private const double Tolerance = 1e-9;

    /// <summary>Start of each vessel's lockage, in the order of <paramref name="vessels"/>; <paramref name="endSeconds"/> for those
    /// left.</summary>
    /// <param name="lockages">In order of time.</param>
    /// <param name="vessels">In order of arrival.</param>
    /// <param name="endSeconds">When the simulation ends, not before the last lockage.</param>
    public static double[] Starts(IReadOnlyList<Lockage> lockages, IReadOnlyList<LockVessel> vessels, double endSeconds)
    {
        var starts = new double[vessels.Count];
        Array.Fill(starts, endSeconds);
        List<int> first = [], others = [];
        var arrived = 0;
        foreach (var lockage in lockages)
        {
            for (; arrived < vessels.Count && vessels[arrived].ArriveSeconds <= lockage.StartSeconds; arrived++)
                (vessels[arrived].HasPriority ? first : others).Add(arrived);
            var room = 1.0;
            if (Enter(first, vessels, lockage, starts, ref room)) Enter(others, vessels, lockage, starts, ref room);
        }

        return starts;
    }

    /// <summary>False if a vessel found no room, so that the lockage takes no more.</summary>
    private static bool Enter(List<int> queue, IReadOnlyList<LockVessel> vessels, Lockage lockage, double[] starts, ref double room)
    {
        var kept = 0;
        var isOpen = true;
        for (var i = 0; i < queue.Count; i++)
        {
            var share = vessels[queue[i]].Shares[lockage.Chamber];
            isOpen &= share <= 0 || share <= room + Tolerance;
            if (isOpen && share > 0)
            {
                room -= share;
                starts[queue[i]] = lockage.StartSeconds;
                continue;
            }

            queue[kept++] = queue[i];
        }

        queue.RemoveRange(kept, queue.Count - kept);
        return isOpen;
    }

    /// <summary>What a vessel takes of a lockage in each chamber; 0 where it does not fit.</summary>
    public static double[] Shares(
        IReadOnlyList<(double LengthMetres, double BeamMetres)> chambers, double lengthMetres, double beamMetres, bool alone = false)
    {
        var shares = new double[chambers.Count];
        for (var i = 0; i < shares.Length; i++)
        {
            var columns = Fit(chambers[i].BeamMetres, beamMetres);
            var fit = Fit(chambers[i].LengthMetres, lengthMetres) * columns;
            // Its length of a column, so that small craft find room behind it, but never so little that one more of its size would enter.
            shares[i] = fit == 0 ? 0
                : alone ? 1 : Math.Max(lengthMetres / (chambers[i].LengthMetres * columns), (1.0 / (fit + 1)) + (10 * Tolerance));
        }

        return shares;
    }

    /// <summary>How many vessels of a size a lockage of each chamber takes together, in rows and columns.</summary>
    public static int Slots(IReadOnlyList<(double LengthMetres, double BeamMetres)> chambers, double lengthMetres, double beamMetres) =>
        chambers.Sum(c => Fit(c.LengthMetres, lengthMetres) * Fit(c.BeamMetres, beamMetres));

    private static int Fit(double room, double size) => (int)Math.Floor((room / size) + Tolerance);
}

/// <summary>A vessel that comes to a lock.</summary>
/// <param name="ArriveSeconds">When it could enter.</param>
/// <param name="Shares">What it takes of a lockage of each chamber, 0-1; 0 where it does not fit.</param>
/// <param name="HasPriority">It enters before those without.</param>
public sealed record LockVessel(double ArriveSeconds, double[] Shares, bool HasPriority = false);
