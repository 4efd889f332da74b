using System.Text;
using MilMobility.Exchange.Drafts;
using MilMobility.Networks.Datasets;

namespace MilMobility.Exchange.Writing;

/// <summary>
/// The default provenance of each column, which is the one most of its values have, and the text of the rows that differ.
/// Not thread-safe.
/// </summary>
internal sealed class ColumnProvenance(TableSchema table, IReadOnlyList<DraftSource> sources)
{
    private readonly Dictionary<Provenance, int>[] _counts = [.. table.Columns.Select(_ => new Dictionary<Provenance, int>())];
    private readonly StringBuilder _text = new();

    /// <summary>First pass: counts a row.</summary>
    public void Count(TableBuffer row)
    {
        for (var i = 0; i < _counts.Length; i++)
        {
            if (row.Origins[i] is { } origin) _counts[i][origin] = _counts[i].GetValueOrDefault(origin) + 1;
        }
    }

    /// <summary>The default of a column; null where no value of it has a provenance. Ties go to the better quality.</summary>
    public Provenance? DefaultOf(int column)
    {
        if (_counts[column].Count == 0) return null;
        return _counts[column].OrderByDescending(c => c.Value).ThenBy(c => c.Key.Quality).ThenBy(c => c.Key.Source).First().Key;
    }

    /// <summary>The defaults by column index, for <see cref="Overrides"/>.</summary>
    public Provenance?[] Defaults() => [.. Enumerable.Range(0, _counts.Length).Select(DefaultOf)];

    /// <summary>Second pass: what differs from the defaults, such as <c>speed_kmh=assumed@vild-assumptions</c>.</summary>
    public string Overrides(TableBuffer row, Provenance?[] defaults)
    {
        _text.Clear();
        for (var i = 0; i < defaults.Length; i++)
        {
            if (row.Origins[i] is { } origin && origin != defaults[i]) Append(table.Columns[i], origin);
        }

        foreach (var (key, origin) in row.OtherOrigins) Append(key, origin);
        return _text.ToString();

        void Append(string column, Provenance origin)
        {
            if (_text.Length > 0) _text.Append(';');
            _text.Append(column).Append('=').Append(Text(origin));
        }
    }

    public string Text(Provenance origin) => $"{Vocabulary.Qualities[(int)origin.Quality]}@{sources[origin.Source].Name}";
}
