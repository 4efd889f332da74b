using System.Text.Json.Serialization;
using MilMobility.Domain.Sentences;

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
    /// <summary>The message in both languages; null for an error, which no reader of a report sees.</summary>
    [JsonIgnore]
    public Sentence? Words { get; init; }

    /// <summary>As people see it: <c>NET012 networks/nl/road-links.csv:118 link 'a15-k12': height_m = -5; must be > 0</c>.</summary>
    public override string ToString()
    {
        var warning = Severity == Severity.Warning ? " warning:" : "";
        return $"{Where}{warning} {Message}";
    }

    /// <summary>The same for the readers of a report; only in English where no one put it into Dutch.</summary>
    public Sentence ToSentence() => Words is { } words
        ? Sentence.Of("warning.at", ("where", Where), ("message", words)) : Sentence.AsIs(ToString());

    private string Where => File.Length == 0 ? Code : Line > 0 ? $"{Code} {File}:{Line}" : $"{Code} {File}";
}
