using System.Text.Json;
using System.Text.RegularExpressions;
using MilMobility.Domain.Sentences;

namespace MilMobility.Cli.Tests;

/// <summary>Every sentence that the files of a finished run hold, in its two languages.</summary>
public sealed partial class SentenceLanguageTests(FinishedRun finished)
{
    /// <summary>Properties whose values are sentences, whatever holds them.</summary>
    private static readonly string[] s_sentences =
        ["why", "words", "change", "method", "detail", "alternatives", "notes", "definition", "reference"];

    [Theory]
    [InlineData("plan.json", 0)]
    [InlineData("explanations.json", 20)]
    [InlineData("impact.json", 40)]
    public async Task No_sentence_of_a_finished_run_is_without_dutch(string file, int least)
    {
        using var document = JsonDocument.Parse(
            await File.ReadAllTextAsync(finished.Folder.At($"runs/hand-check/{file}"), TestContext.Current.CancellationToken));
        var found = Sentences(document.RootElement, isSentence: false).ToList();
        Assert.InRange(found.Count, least, int.MaxValue);
        Assert.All(found, sentence =>
        {
            Assert.DoesNotMatch(EnglishWords(), sentence.TextNl);
            if (sentence.Id.Length > 0) Assert.True(SentenceCatalogue.Has(sentence.Id), sentence.Id);
        });
    }

    private static IEnumerable<Sentence> Sentences(JsonElement element, bool isSentence) => element.ValueKind switch
    {
        JsonValueKind.Object when element.TryGetProperty("text_nl", out _) => [element.Deserialize<Sentence>()!],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Sentences(p.Value, s_sentences.Contains(p.Name))),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(e => Sentences(e, isSentence)),
        JsonValueKind.String when isSentence => [Sentence.AsIs(element.GetString()!)],
        _ => [],
    };

    /// <summary>Words that English sentences cannot do without and Dutch ones do not have.</summary>
    [GeneratedRegex(@"\b(the|and|with|its|would|which|are|from|that|by|for|not)\b", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex EnglishWords();
}
