namespace MilMobility.Solvers.Linear;

/// <summary>What the engine does not know yet of a program: everything beyond the counts, and the indices listed.</summary>
internal sealed class LpChanges
{
    public int SentRows { get; private set; }

    public int SentColumns { get; private set; }

    public int SentEntries { get; private set; }

    /// <summary>Columns sent before whose cost changed, ascending.</summary>
    public SortedSet<int> Costs { get; } = [];

    /// <summary>Columns sent before whose bounds changed, ascending.</summary>
    public SortedSet<int> ColumnBounds { get; } = [];

    /// <summary>Rows sent before whose bounds changed, ascending.</summary>
    public SortedSet<int> RowBounds { get; } = [];

    /// <summary>The engine now knows all of it.</summary>
    public void MarkSent(LpData data)
    {
        SentRows = data.RowLower.Count;
        SentColumns = data.Cost.Count;
        SentEntries = data.Entries.Count;
        Costs.Clear();
        ColumnBounds.Clear();
        RowBounds.Clear();
    }
}
