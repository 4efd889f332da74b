using MilMobility.Optimisation.Columns;

namespace MilMobility.Optimisation.Integer;

/// <summary>What a neighbourhood search changed in one step. Immutable.</summary>
/// <param name="Serials">Serials taken out and put in again.</param>
/// <param name="Before">[Serials] column before, null if unmoved.</param>
/// <param name="After">[Serials] column after, null if unmoved.</param>
internal sealed record AcceptedMove(int[] Serials, Column?[] Before, Column?[] After)
{
    /// <summary>
    /// Makes the same change in another draft: only if the serials are there where they were here, everything fits, and the
    /// objective does not rise; else nothing changes.
    /// </summary>
    public bool Repeat(IPlanDraft draft)
    {
        for (var i = 0; i < Serials.Length; i++)
        {
            if (!ReferenceEquals(draft[Serials[i]], Before[i])) return false;
        }

        var objective = draft.Objective;
        foreach (var serial in Serials) draft.Remove(serial);
        if (Put(draft, After) && draft.Objective <= objective) return true;
        foreach (var serial in Serials) draft.Remove(serial);
        if (!Put(draft, Before)) throw new InvalidOperationException($"serial {Serials[0]} and others do not fit where they were");
        return false;
    }

    private bool Put(IPlanDraft draft, Column?[] columns)
    {
        for (var i = 0; i < Serials.Length; i++)
        {
            if (columns[i] is { } column && !draft.TryAdd(Serials[i], column)) return false;
        }

        return true;
    }
}
