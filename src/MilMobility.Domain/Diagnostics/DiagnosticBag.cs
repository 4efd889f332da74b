using MilMobility.Domain.Sentences;

namespace MilMobility.Domain.Diagnostics;

/// <summary>
/// Collects diagnostics while a stage reads its input, so that all errors are reported at once; the same code in the same file
/// is listed five times and then counted, so that a broken file of millions of rows stays readable. Not thread-safe.
/// </summary>
public sealed class DiagnosticBag
{
    /// <summary>Diagnostics listed in full per code and file; further ones are only counted.</summary>
    public const int ListedPerKindMax = 5;

    private readonly List<Diagnostic> _listed = [];
    private readonly Dictionary<(string Code, string File), int> _counts = [];

    /// <summary>True once an error, not merely a warning, was added.</summary>
    public bool HasErrors { get; private set; }

    public void Error(string code, string file, int line, string message) =>
        Add(new Diagnostic(code, Severity.Error, file, line, message));

    /// <summary>A warning of an import, whose readers read English.</summary>
    public void Warning(string code, string file, int line, string message) =>
        Add(new Diagnostic(code, Severity.Warning, file, line, message));

    /// <summary>A warning that a report may show.</summary>
    public void Warning(string code, string file, int line, Sentence message) =>
        Add(new Diagnostic(code, Severity.Warning, file, line, message.Text) { Words = message });

    public void Add(Diagnostic diagnostic)
    {
        HasErrors |= diagnostic.Severity == Severity.Error;
        var kind = (diagnostic.Code, diagnostic.File);
        var count = _counts.GetValueOrDefault(kind) + 1;
        _counts[kind] = count;
        if (count <= ListedPerKindMax) _listed.Add(diagnostic);
    }

    /// <summary>Takes over another bag's findings.</summary>
    public void AddAll(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics) Add(diagnostic);
    }

    /// <summary>The listed diagnostics in order of arrival, then one line per kind that was capped.</summary>
    public IReadOnlyList<Diagnostic> ToList()
    {
        var all = new List<Diagnostic>(_listed);
        foreach (var ((code, file), count) in _counts)
        {
            if (count <= ListedPerKindMax) continue;
            var first = _listed.First(d => d.Code == code && d.File == file);
            var more = Sentence.Of("warning.more", ("count", count - ListedPerKindMax));
            all.Add(new Diagnostic(code, first.Severity, file, 0, more.Text) { Words = first.Words is null ? null : more });
        }

        return all;
    }
}
