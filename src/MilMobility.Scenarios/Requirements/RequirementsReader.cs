using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Scenarios;
using MilMobility.Scenarios.Fields;

namespace MilMobility.Scenarios.Requirements;

/// <summary>
/// Reads a requirements table as a spreadsheet exports it: <c>;</c> or <c>,</c> (found in the header), UTF-8 with or without
/// byte-order mark, any line ending, columns in any order, decimal point, or decimal comma when the delimiter is <c>;</c>. One
/// row of <see cref="RequirementColumns"/> per unit element. Linear in the file; memory at most the file limit and its rows.
/// Errors REQ001-REQ018 are all collected; a wrong row is left out.
/// </summary>
internal sealed class RequirementsReader(string file, DiagnosticBag bag)
{
    /// <summary>Largest file, bytes.</summary>
    public const int BytesMax = 64 * 1_048_576;

    /// <summary>Most rows.</summary>
    public const int RowsMax = 200_000;

    private readonly HashSet<string> _idsSeen = [];

    /// <summary>
    /// The movements that rows name, and every field of rows that cannot be split: a movement is not called empty because its
    /// row is wrong.
    /// </summary>
    public HashSet<string> MovementsNamed { get; } = [];

    /// <summary>The rows that are right, and the file's hash; null if there is no table to read.</summary>
    public (IReadOnlyList<Requirement> Rows, string Sha256)? Read(string path, CancellationToken stop)
    {
        if (InputFile.Read(path, file, "REQ", BytesMax, bag, stop) is not { } input) return null;
        var lines = new LineCursor(input.Text);
        if (!NextFilled(ref lines, out var header))
        {
            bag.Error("REQ003", file, 1, $"the table is empty; must have a header with {RequiredNames()}");
            return null;
        }

        char? stated = null;
        if (header.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && header.Trim().Length == 5)
        {
            stated = header[4];
            if (!NextFilled(ref lines, out header)) header = "";
        }

        var delimiter = stated is ';' or ',' ? stated.Value : CsvRow.DelimiterOf(header);
        if (ReadHeader(header, lines.Line, delimiter) is not { } columns) return null;
        return (ReadRows(ref lines, columns, delimiter, stop), input.Sha256);
    }

    private List<Requirement> ReadRows(ref LineCursor lines, FieldSpec[] columns, char delimiter, CancellationToken stop)
    {
        var rows = new List<Requirement>();
        for (var count = 0; NextFilled(ref lines, out var text);)
        {
            if (++count > RowsMax)
            {
                bag.Error("REQ015", file, lines.Line, $"has more than {RowsMax} rows; must be at most that");
                break;
            }

            if ((count & 1023) == 0) stop.ThrowIfCancellationRequested();
            if (Fields(text, lines.Line, delimiter) is not { } fields || fields.All(f => f.Length == 0)) continue;
            if (fields.Length != columns.Length)
            {
                MovementsNamed.UnionWith(fields);
                var hint = delimiter == ',' && fields.Length > columns.Length
                    ? " (a decimal comma needs ; between the fields)" : "";
                bag.Error("REQ004", file, lines.Line,
                    $"has {fields.Length} fields; must have {columns.Length} as the header has{hint}");
                continue;
            }

            if (ReadRow(columns, fields, lines.Line, delimiter == ';') is { } row) rows.Add(row);
        }

        if (rows.Count == 0 && !bag.HasErrors)
            bag.Error("REQ003", file, lines.Line, "the table has a header only; must have at least one row");
        return rows;
    }

    private FieldSpec[]? ReadHeader(string header, int line, char delimiter)
    {
        if (Fields(header, line, delimiter) is not { } names) return null;
        var known = RequirementColumns.All.ToDictionary(c => c.Name, StringComparer.OrdinalIgnoreCase);
        var columns = new List<FieldSpec>();
        var wrong = false;
        foreach (var name in names)
        {
            if (!known.TryGetValue(name, out var column))
            {
                var nearest = FieldNames.Nearest(name, known.Keys);
                bag.Error("REQ003", file, line, $"unknown column '{FieldValue.Shown(name)}'; " + (nearest is null
                    ? $"must be one of {string.Join(", ", known.Keys)}" : $"did you mean '{nearest}'?"));
                wrong = true;
            }
            else if (columns.Contains(column))
            {
                bag.Error("REQ003", file, line, $"column '{column.Name}' stands twice; must stand once");
                wrong = true;
            }
            else
            {
                columns.Add(column);
            }
        }

        foreach (var column in RequirementColumns.All.Where(c => c.Required && !columns.Contains(c)))
        {
            bag.Error("REQ003", file, line, $"column '{column.Name}' is missing; must have {RequiredNames()}");
            wrong = true;
        }

        return wrong ? null : [.. columns];
    }

    private Requirement? ReadRow(FieldSpec[] columns, string[] fields, int line, bool decimalComma)
    {
        var values = new Dictionary<string, object>();
        var wrong = false;
        for (var i = 0; i < columns.Length; i++)
        {
            var text = fields[i];
            if (columns[i].Name == "movement") MovementsNamed.Add(text);
            if (text.Length == 0 && !columns[i].Required) continue;
            var (value, code, problem) = ReadField(columns[i], text, decimalComma);
            if (value is null)
            {
                bag.Error(code, file, line, $"{columns[i].Name} {problem}");
                wrong = true;
            }
            else
            {
                values[columns[i].Name] = value;
            }
        }

        if (values.GetValueOrDefault("id") is string id && !_idsSeen.Add(id))
        {
            bag.Error("REQ010", file, line, $"id = {id} stands in an earlier row too; must be unique");
            wrong = true;
        }

        return wrong ? null : RequirementRow.Build(values, file, line, bag);
    }

    private static FieldValue ReadField(FieldSpec column, string text, bool decimalComma)
    {
        if (text.Length == 0) return new(null, "REQ008", $"is empty; must be {FieldValue.Allowed(column)}");
        if (column.IsList) return ReadModes(column, text);
        var isNumber = column.Kind is FieldKind.Integer or FieldKind.Number;
        var canonical = isNumber && decimalComma ? text.Replace(',', '.') : text;
        var parsed = FieldValue.Parse(column, canonical, plain: true);
        if (parsed.Value is not null) return parsed;
        var code = parsed.Code switch { "SCN007" => "REQ006", "SCN009" => "REQ009", _ => "REQ007" };
        return parsed with { Code = code };
    }

    private static FieldValue ReadModes(FieldSpec column, string text)
    {
        var names = text.ToLowerInvariant().Split([' ', '+', '/', '|', ',', ';'], StringSplitOptions.RemoveEmptyEntries);
        var shown = FieldValue.Shown(text);
        if (names.Length == 0 || text == "-")
        {
            return new(null, "REQ012",
                $"= {shown}: no mode is allowed; must name at least one of {string.Join(", ", column.Choices)}");
        }

        var unknown = names.FirstOrDefault(n => !column.Choices.Contains(n));
        return unknown is null
            ? new(names, "", "")
            : new(null, "REQ009", $"= {shown}; must be {FieldValue.Allowed(column)}, or several with + between them");
    }

    private string[]? Fields(string text, int line, char delimiter)
    {
        if (text.Length > CsvRow.LengthMax)
        {
            bag.Error("REQ004", file, line, $"has {text.Length} characters; must be at most {CsvRow.LengthMax}");
            return null;
        }

        var fields = CsvRow.Split(text, delimiter);
        if (fields is null)
        {
            MovementsNamed.UnionWith(text.Split(delimiter));
            bag.Error("REQ005", file, line,
                $"has a broken quote: {FieldValue.Shown(text)}; must close each \" on its line, and double a \" inside a field");
        }

        return fields;
    }

    private static bool NextFilled(ref LineCursor lines, out string text)
    {
        while (lines.Next(out text))
        {
            if (!string.IsNullOrWhiteSpace(text)) return true;
        }

        return false;
    }

    private static string RequiredNames() =>
        string.Join(", ", RequirementColumns.All.Where(c => c.Required).Select(c => c.Name));

    /// <summary>Walks the lines of a text, whatever their ending, and counts them.</summary>
    private struct LineCursor(string text)
    {
        private int _at;

        public int Line { get; private set; }

        public bool Next(out string line)
        {
            line = "";
            if (_at >= text.Length) return false;
            var end = text.AsSpan(_at).IndexOfAny('\r', '\n');
            var stop = end < 0 ? text.Length : _at + end;
            line = text[_at..stop];
            _at = stop < text.Length && text[stop] == '\r' && stop + 1 < text.Length && text[stop + 1] == '\n' ? stop + 2 : stop + 1;
            Line++;
            return true;
        }
    }
}
