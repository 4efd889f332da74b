using System.Text.RegularExpressions;

namespace MilMobility.Domain.Sentences;

/// <summary>
/// Every message of the program that a reader of a report sees, in English and Dutch, by id. <c>{name}</c> stands for an argument; both
/// languages have the same ones. The report page's own headings and labels are in its
/// <c>texts.js</c> and <c>words.js</c>. Immutable.
/// </summary>
public static partial class SentenceCatalogue
{
    private static readonly Dictionary<string, (string English, string Dutch)> s_messages = new[]
    {
        CommonSentences.All, ExplanationSentences.All, UnmovedSentences.All, RoadSentences.All, RailSentences.All, WaterSentences.All,
        ValuationSentences.All, CheckSentences.All, WarningSentences.All, ReportSentences.All, ComparisonSentences.All,
    }.SelectMany(part => part).ToDictionary(m => m.Key, m => m.Value, StringComparer.Ordinal);

    /// <summary>All ids, in order.</summary>
    public static IReadOnlyList<string> Ids { get; } = [.. s_messages.Keys.Order(StringComparer.Ordinal)];

    /// <summary>A message with its placeholders.</summary>
    /// <exception cref="InvalidOperationException">There is none of this id.</exception>
    public static (string English, string Dutch) Of(string id) => s_messages.TryGetValue(id, out var message)
        ? message : throw new InvalidOperationException($"the catalogue has no message '{id}'");

    /// <summary>Whether there is a message of this id.</summary>
    public static bool Has(string id) => s_messages.ContainsKey(id);

    /// <summary>Names that stand in braces, each once, in order of name.</summary>
    public static IReadOnlyList<string> PlaceholdersOf(string text) =>
        [.. Placeholder().Matches(text).Select(m => m.Groups[1].Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>A text with its placeholders filled in one pass, so that a value with braces stays what it is.</summary>
    internal static string Filled(string text, Func<string, string> valueOf) =>
        Placeholder().Replace(text, match => valueOf(match.Groups[1].Value));

    [GeneratedRegex(@"\{([a-z0-9-]+)\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
