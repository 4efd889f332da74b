using System.Runtime.InteropServices;

namespace MilMobility.Solvers.Linear;

/// <summary>Puts entries that came in any order into the compressed form of solvers.</summary>
internal static class LpEntries
{
    /// <summary>Entries from <paramref name="first"/> on, by group, by counting: O(entries + groups).</summary>
    /// <param name="entries">All entries.</param>
    /// <param name="first">The first that counts.</param>
    /// <param name="groups">Number of groups.</param>
    /// <param name="groupOf">Group of an entry, 0 to groups - 1; negative for one to leave out.</param>
    /// <param name="indexOf">Index that stands for it within its group.</param>
    /// <returns>Where each group begins (length: groups), and the indices and coefficients of all groups, one after the other.</returns>
    public static (int[] Starts, int[] Indices, double[] Coefficients) Grouped(
        List<LpEntry> entries, int first, int groups, Func<LpEntry, int> groupOf, Func<LpEntry, int> indexOf)
    {
        var all = CollectionsMarshal.AsSpan(entries)[first..];
        var ends = new int[groups + 1];
        foreach (ref readonly var entry in all)
        {
            var group = groupOf(entry);
            if (group >= 0) ends[group + 1]++;
        }

        for (var g = 0; g < groups; g++) ends[g + 1] += ends[g];
        var starts = ends[..groups];
        var (indices, coefficients) = (new int[ends[groups]], new double[ends[groups]]);
        foreach (ref readonly var entry in all)
        {
            var group = groupOf(entry);
            if (group < 0) continue;
            indices[ends[group]] = indexOf(entry);
            coefficients[ends[group]++] = entry.Coefficient;
        }

        return (starts, indices, coefficients);
    }
}
