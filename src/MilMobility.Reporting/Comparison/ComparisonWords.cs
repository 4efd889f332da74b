using MilMobility.Domain.Sentences;
using MilMobility.Domain.Units;

namespace MilMobility.Reporting.Comparison;

/// <summary>Figures of a comparison in words, the same in the terminal and, in either language, on the page.</summary>
internal static class ComparisonWords
{
    /// <summary>Message of the amount of which neither more nor less is better.</summary>
    public const string Bound = "compare.bound";

    public static Phrase Number(double? value) => value is { } v ? Phrase.Number(v, Decimals(v)) : "-";

    public static Phrase Signed(double? change) => change switch
    {
        null => "-",
        0 => "0",
        > 0 => With("+", Phrase.Number(change.Value, Decimals(change.Value))),
        _ => Without(Phrase.Number(-change.Value, Decimals(change.Value))),
    };

    public static Phrase Euros(long microEuros) => microEuros switch
    {
        0 => "0",
        > 0 => With("+", Phrase.Euros(microEuros)),
        _ => Without(Phrase.Euros(-microEuros)),
    };

    public static Phrase Duration(long seconds) => seconds switch
    {
        0 => "0",
        > 0 => With("+", Lasting(seconds)),
        _ => Without(Lasting(-seconds)),
    };

    /// <summary><c>12 at another time, 3 by another mode, 1 unmoved now</c>; a serial counts under its first word.</summary>
    public static Phrase Counted(RunComparison comparison) => Phrase.Joined(", ", comparison.Serials
        .GroupBy(s => s.What[0], StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => (Phrase)Sentence.Of($"changes.{g.Key}", ("count", Phrase.Number(g.Count())))));

    /// <summary>What changed of a serial.</summary>
    public static Phrase What(SerialChange change) =>
        Phrase.Joined(", ", change.What.Select(what => (Phrase)Sentence.Of($"change.{what}")));

    /// <summary>Those that move in one run only, then by how much later or earlier they are in.</summary>
    public static IEnumerable<SerialChange> MostChanged(RunComparison comparison) => comparison.Serials
        .OrderBy(s => s.LaterSeconds is null ? 0 : 1).ThenByDescending(s => Math.Abs(s.LaterSeconds ?? 0))
        .ThenBy(s => s.Serial, StringComparer.Ordinal);

    /// <summary>A part of the network: <c>manager RWS</c>; a mode by its name.</summary>
    public static Phrase Part(string dimension, string key) => Sentence.Of(
        $"compare.of-{dimension}",
        ("key", dimension == "mode" && Enum.TryParse<TransportMode>(key, ignoreCase: true, out var mode) ? Phrase.Mode(mode) : key));

    private static Phrase With(string sign, Phrase amount) => new(sign + amount.English, sign + amount.Dutch);

    /// <summary>A fall, with the minus that each language writes.</summary>
    private static Phrase Without(Phrase amount) => new($"-{amount.English}", $"\u2212{amount.Dutch}");

    private static Phrase Lasting(long seconds)
    {
        var minutes = seconds / 60;
        return minutes < 60
            ? $"{minutes} min" : Sentence.Of("duration.hours", ("hours", $"{minutes / 60}"), ("minutes", $"{minutes % 60:D2}"));
    }

    private static int Decimals(double value) => Math.Abs(value) switch
    {
        >= 1000 => 0,
        var v when v == Math.Floor(v) => 0,
        >= 10 => 1,
        _ => 2,
    };
}
