namespace MilMobility.Solvers.Linear;

/// <summary>
/// The program as it stands, held on our side so that every answer can be checked. Columnar; entries in order of arrival,
/// each (row, column) at most once.
/// </summary>
internal sealed class LpData
{
    private readonly List<int> _rowSeenBy = [];
    private readonly List<int> _columnSeenBy = [];

    public List<double> RowLower { get; } = [];

    public List<double> RowUpper { get; } = [];

    public List<double> ColumnLower { get; } = [];

    public List<double> ColumnUpper { get; } = [];

    public List<double> Cost { get; } = [];

    public List<LpEntry> Entries { get; } = [];

    public int AddRow(double lower, double upper, ReadOnlySpan<int> columns, ReadOnlySpan<double> coefficients)
    {
        var row = RowLower.Count;
        RequireRange($"row {row}", lower, upper);
        RequireEntries($"row {row}", row, columns, coefficients, _columnSeenBy);
        RowLower.Add(lower);
        RowUpper.Add(upper);
        _rowSeenBy.Add(-1);
        for (var e = 0; e < columns.Length; e++)
        {
            if (coefficients[e] != 0) Entries.Add(new LpEntry(row, columns[e], coefficients[e]));
        }

        return row;
    }

    public int AddColumn(
        double cost, double lower, double upper, ReadOnlySpan<int> rows, ReadOnlySpan<double> coefficients)
    {
        var column = Cost.Count;
        RequireRange($"column {column}", lower, upper);
        RequireFinite($"column {column}: cost", cost);
        RequireEntries($"column {column}", column, rows, coefficients, _rowSeenBy);
        Cost.Add(cost);
        ColumnLower.Add(lower);
        ColumnUpper.Add(upper);
        _columnSeenBy.Add(-1);
        for (var e = 0; e < rows.Length; e++)
        {
            if (coefficients[e] != 0) Entries.Add(new LpEntry(rows[e], column, coefficients[e]));
        }

        return column;
    }

    public static void RequireRange(string subject, double lower, double upper)
    {
        if (!(lower <= upper) || double.IsPositiveInfinity(lower) || double.IsNegativeInfinity(upper))
            throw new ArgumentException($"{subject}: {lower:R} to {upper:R} is empty");
    }

    public static void RequireFinite(string subject, double value)
    {
        if (!double.IsFinite(value)) throw new ArgumentException($"{subject} = {value:R}; must be finite");
    }

    /// <summary><paramref name="seenBy"/> remembers, for each index of the other side, who named it last.</summary>
    private static void RequireEntries(
        string subject, int self, ReadOnlySpan<int> indices, ReadOnlySpan<double> coefficients, List<int> seenBy)
    {
        if (indices.Length != coefficients.Length)
            throw new ArgumentException($"{subject}: {indices.Length} indices, {coefficients.Length} coefficients");
        for (var e = 0; e < indices.Length; e++)
        {
            var index = indices[e];
            if (index < 0 || index >= seenBy.Count)
                throw new ArgumentException($"{subject}: index {index}; must be 0 to {seenBy.Count - 1}");
            if (seenBy[index] == self) throw new ArgumentException($"{subject}: index {index} stands in it twice");
            RequireFinite($"{subject}: coefficient at index {index}", coefficients[e]);
            seenBy[index] = self;
        }
    }
}

/// <summary>One coefficient of the matrix.</summary>
internal readonly record struct LpEntry(int Row, int Column, double Coefficient);
