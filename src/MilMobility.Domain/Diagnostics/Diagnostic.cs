namespace MilMobility.Domain.Diagnostics;

/// <summary>How bad a diagnostic is: an error stops the run with exit code 2, a warning is only shown.</summary>
public enum Severity { Warning, Error }

/// <summary>
/// One finding about the input: where it is, what was found and what is allowed.
/// Codes are stable and grouped by prefix: NET network, SCN scenario, REQ requirements, PLN plan, CIV civil data, ENG engine,
/// RUN run folder, AUD audiences and markings of reports, CLI command line, CMP convoy movement instance, EQU traffic assignment.
/// </summary>
/// <param name="Code">Stable code, such as <c>NET012</c>.</param>
/// <param name="Severity">Error or warning.</param>
/// <param name="File">File the finding is in, as the user wrote its path; empty when no file is to blame.</param>
/// <param name="Line">Line in the file, 1-based; 0 when unknown.</param>
/// <param name="Message">Subject, value found, and what is allowed, in one line.</param>
public sealed record Diagnostic(string Code, Severity Severity, string File, int Line, string Message)
{
    /// <summary>As people see it: <c>NET012 networks/nl/road-links.csv:118 link 'a15-k12': height_m = -5; must be > 0</c>.</summary>
    public override string ToString()
    {
        var place = File.Length == 0 ? "" : Line > 0 ? $" {File}:{Line}" : $" {File}";
        var warning = Severity == Severity.Warning ? " warning:" : "";
        return $"{Code}{place}{warning} {Message}";
    }
}
