using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Sentences;
using MilMobility.Scenarios.Fields;
using MilMobility.Scenarios.Times;

namespace MilMobility.Scenarios.Sections;

/// <summary>What the sections of one scenario file share while they are read.</summary>
/// <param name="File">Path as given.</param>
/// <param name="Bag">Collects the findings.</param>
/// <param name="Times">Null when the start is wrong; then times are checked for their form only.</param>
/// <param name="HorizonSeconds">0 when the horizon is wrong.</param>
internal sealed record Reading(string File, DiagnosticBag Bag, ScenarioTimes? Times, int HorizonSeconds)
{
    public void Error(string code, SectionValues section, string field, string problem) =>
        Bag.Error(code, File, section.LineOf(field), $"{section.PathOf(field)} {problem}");

    /// <summary>A warning whose message names the field as <c>field</c>.</summary>
    public void Warning(
        string code, SectionValues section, string field, string message, params (string Name, Phrase Value)[] values) =>
        Bag.Warning(code, File, section.LineOf(field), Sentence.Of(message, [("field", section.PathOf(field)), .. values]));

    /// <summary>Seconds since the start of a time field; null if it is absent or wrong.</summary>
    public int? Seconds(SectionValues section, string field)
    {
        if (Times is null || section.Find(field) is not TimeExpression time) return null;
        var (seconds, problem) = Times.SecondsOf(time);
        if (seconds is null) Error("SCN012", section, field, problem);
        return seconds;
    }

    /// <summary>As <see cref="Seconds"/>, and within the horizon, or an error.</summary>
    public int? SecondsWithin(SectionValues section, string field)
    {
        if (Seconds(section, field) is not { } seconds) return null;
        if (HorizonSeconds == 0 || (seconds >= 0 && seconds < HorizonSeconds)) return seconds;
        var where = seconds < 0 ? "before the scenario's start" : "at or after the end of the horizon";
        Error("SCN022", section, field, $"is {Shown(seconds)}, {where}; must be from {Shown(0)} to before {Shown(HorizonSeconds)}");
        return null;
    }

    /// <summary>Local time of a second, for people.</summary>
    public string Shown(int seconds) => Times is null ? $"+{seconds} s"
        : Times.ClockUntil(Math.Max(1, Math.Max(HorizonSeconds, seconds))).At(seconds).ToString("yyyy-MM-dd'T'HH:mm:sszzz");
}
