namespace MilMobility.Reporting.Audiences.Parliament;

/// <summary>A part of a table with what stands behind it.</summary>
/// <param name="Key">Which part.</param>
/// <param name="Transports">Who contributed.</param>
/// <param name="Assets">On what infrastructure; null where that says nothing.</param>
internal sealed record ContributingGroup(string Key, IReadOnlySet<string> Transports, IReadOnlySet<string>? Assets = null)
{
    public int Size => Assets is null ? Transports.Count : Math.Min(Transports.Count, Assets.Count);
}

/// <summary>
/// Which parts of a table with a known total may be shown. A part with fewer contributors than the minimum is put together with
/// others, and so is the smallest part that may be shown, until those put together have the minimum themselves: the total less
/// what is shown is then a sum of two or more parts, and of at least the minimum of contributors, so that no small part can be computed
/// from it (complementary suppression in one dimension: Willenborg and De Waal, Elements of Statistical Disclosure Control, 2001,
/// section 6). Where even all of them together are too few, nothing is shown. O(n log n).
/// </summary>
/// <param name="Shown">Parts that stand on their own.</param>
/// <param name="Merged">Parts that are shown as one, or withheld; empty or at least two.</param>
/// <param name="MergedMayShow">The merged parts together have the minimum; false means that they are withheld.</param>
internal sealed record MinimumGroups(IReadOnlySet<string> Shown, IReadOnlySet<string> Merged, bool MergedMayShow)
{
    public static MinimumGroups Of(IEnumerable<ContributingGroup> groups, int minimum)
    {
        // Parts without contributors show that there are none; they are no secret.
        var bySize = groups.Where(g => g.Transports.Count > 0)
            .OrderBy(g => g.Size).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        var merged = bySize.Where(g => g.Size < minimum).ToList();
        var shown = bySize.Where(g => g.Size >= minimum).ToList();
        while (merged.Count > 0 && shown.Count > 0 && (merged.Count < 2 || Together(merged) < minimum))
        {
            merged.Add(shown[0]);
            shown.RemoveAt(0);
        }

        var may = merged.Count >= 2 && Together(merged) >= minimum;
        return new MinimumGroups(Keys(shown), Keys(merged), may);
    }

    private static int Together(List<ContributingGroup> groups)
    {
        var transports = groups.SelectMany(g => g.Transports).Distinct(StringComparer.Ordinal).Count();
        if (groups.Exists(g => g.Assets is null)) return transports;
        return Math.Min(transports, groups.SelectMany(g => g.Assets!).Distinct(StringComparer.Ordinal).Count());
    }

    private static HashSet<string> Keys(IEnumerable<ContributingGroup> groups) =>
        groups.Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
}
