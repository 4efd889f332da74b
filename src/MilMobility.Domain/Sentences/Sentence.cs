using System.Text.Json.Serialization;

namespace MilMobility.Domain.Sentences;

/// <summary>
/// A sentence of the program in the languages of its readers. <see cref="Of"/> renders it from <see cref="SentenceCatalogue"/>; what is no
/// sentence of the program (a name, a citation) is <see cref="AsIs"/>, the same in both. In JSON it is an object with <c>id</c>,
/// <c>text</c> and <c>text_nl</c>; a text as it is, and a sentence of a run folder older than this, is a string. Immutable.
/// </summary>
/// <param name="Id">Message of the catalogue; empty for a text as it is.</param>
/// <param name="Text">English.</param>
/// <param name="TextNl">Dutch.</param>
[JsonConverter(typeof(SentenceConverter))]
public sealed record Sentence(string Id, string Text, string TextNl)
{
    /// <summary>A message of the catalogue with its arguments in place.</summary>
    /// <exception cref="InvalidOperationException">The catalogue has no such message, or the arguments are not the ones it
    /// names.</exception>
    public static Sentence Of(string id, params IReadOnlyList<(string Name, Phrase Value)> arguments)
    {
        var (english, dutch) = SentenceCatalogue.Of(id);
        var values = arguments.ToDictionary(a => a.Name, a => a.Value, StringComparer.Ordinal);
        var wanted = SentenceCatalogue.PlaceholdersOf(english);
        if (!wanted.ToHashSet(StringComparer.Ordinal).SetEquals(values.Keys))
        {
            throw new InvalidOperationException(
                $"message '{id}' takes '{string.Join(", ", wanted)}', not '{string.Join(", ", values.Keys)}'");
        }

        return new Sentence(
            id, SentenceCatalogue.Filled(english, name => values[name].English),
            SentenceCatalogue.Filled(dutch, name => values[name].Dutch));
    }

    /// <summary>Nothing to say.</summary>
    public static Sentence None { get; } = AsIs("");

    /// <summary>A name or citation, the same in every language.</summary>
    public static Sentence AsIs(string text) => new("", text, text);

    /// <summary>Two sentences, or parts of one, after each other.</summary>
    public Sentence Then(Sentence next) => new(Id, Text + next.Text, TextNl + next.TextNl);

    /// <summary>English, as the terminal has it.</summary>
    public override string ToString() => Text;
}
