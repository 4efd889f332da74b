using MilMobility.Optimisation.Columns;

namespace MilMobility.Optimisation.Integer;

/// <summary>What a draft held at a moment. Immutable.</summary>
/// <param name="Columns">[serials] column, null if unmoved.</param>
/// <param name="Objective">Objective of the draft.</param>
public sealed record PlanColumns(IReadOnlyList<Column?> Columns, long Objective)
{
    public int Moved => Columns.Count(c => c is not null);

    public static PlanColumns Of(IPlanDraft draft)
    {
        var columns = new Column?[draft.SerialCount];
        for (var k = 0; k < columns.Length; k++) columns[k] = draft[k];
        return new PlanColumns(columns, draft.Objective);
    }

    /// <summary>Makes a draft of the same problem hold this plan; what it holds already stays in place.</summary>
    /// <exception cref="InvalidOperationException">The draft refuses a column: it has other rules than the one captured.</exception>
    public void Restore(IPlanDraft draft)
    {
        for (var k = 0; k < Columns.Count; k++)
        {
            if (!ReferenceEquals(draft[k], Columns[k])) draft.Remove(k);
        }

        for (var k = 0; k < Columns.Count; k++)
        {
            if (draft[k] is null && Columns[k] is { } column && !draft.TryAdd(k, column))
                throw new InvalidOperationException($"serial {k} does not fit the plan that held it");
        }
    }
}
