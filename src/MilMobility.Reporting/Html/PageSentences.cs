using MilMobility.Domain.Sentences;

namespace MilMobility.Reporting.Html;

/// <summary>
/// The sentences of a page, each once, in both languages: what the page shows names them by position. Many serials are told the same.
/// Not thread-safe.
/// </summary>
internal sealed class PageSentences
{
    private readonly Dictionary<(string, string), int> _positions = [];
    private readonly List<string[]> _texts = [];

    /// <summary>English and Dutch of each; one text where both are the same.</summary>
    public IReadOnlyList<string[]> Texts => _texts;

    public int Of(Sentence sentence)
    {
        var key = (sentence.Text, sentence.TextNl);
        if (_positions.TryGetValue(key, out var position)) return position;
        _positions[key] = _texts.Count;
        _texts.Add(sentence.Text == sentence.TextNl ? [sentence.Text] : [sentence.Text, sentence.TextNl]);
        return _texts.Count - 1;
    }

    public int[] Of(IEnumerable<Sentence> sentences) => [.. sentences.Select(Of)];
}
