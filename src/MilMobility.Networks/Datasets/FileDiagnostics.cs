using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Sentences;

namespace MilMobility.Networks.Datasets;

/// <summary>Diagnostics of one file; counts its errors, so that reading can stop when there are too many. Not thread-safe.</summary>
internal sealed class FileDiagnostics(string file, DiagnosticBag bag)
{
    /// <summary>Longest excerpt of a value that a message repeats, characters.</summary>
    private const int ExcerptCharsMax = 60;

    /// <summary>The file as the user would recognise its path.</summary>
    public string File { get; } = file;

    public int ErrorCount { get; private set; }

    public void Error(string code, int line, string message)
    {
        ErrorCount++;
        bag.Error(code, File, line, message);
    }

    /// <summary>A warning of an import, whose readers read English.</summary>
    public void Warning(string code, int line, string message) => bag.Warning(code, File, line, message);

    /// <summary>A warning that a report may show.</summary>
    public void Warning(string code, int line, Sentence message) => bag.Warning(code, File, line, message);

    /// <summary>A value in quotes, shortened and without control characters, for a message of one line.</summary>
    public static string Quote(string value)
    {
        var text = value.Length > ExcerptCharsMax ? value[..ExcerptCharsMax] + "..." : value;
        return $"'{string.Concat(text.Select(c => char.IsControl(c) ? '?' : c))}'";
    }
}
