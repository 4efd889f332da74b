using System.Text.Json;
using MilMobility.Domain.Sentences;

namespace MilMobility.Domain.Tests.Sentences;

public sealed class SentenceTests
{
    /// <summary>Words that are the same in both languages.</summary>
    private static readonly string[] s_same = ["mode.water", "select.corridor", "phase.crisis", "phase.conflict",
        "unit.serials", "compare.serial"];

    public static TheoryData<string> Ids => [.. SentenceCatalogue.Ids];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_message_is_in_both_languages_with_the_same_places_for_values(string id)
    {
        var (english, dutch) = SentenceCatalogue.Of(id);
        Assert.NotEmpty(english);
        Assert.Equal(SentenceCatalogue.PlaceholdersOf(english), SentenceCatalogue.PlaceholdersOf(dutch));
        // Signs and names of values alone are no words to translate.
        if (english.Any(char.IsLetter) && !s_same.Contains(id)) Assert.NotEqual(english, dutch);
    }

    [Fact]
    public void Values_are_written_as_each_language_writes_them()
    {
        var time = new DateTimeOffset(2027, 3, 8, 14, 5, 0, TimeSpan.FromHours(1));
        var sentence = Sentence.Of(
            "binds.dearer", ("name", "A15"), ("holders", "M1-01"), ("euros", Phrase.Euros(1_234_000_000)), ("time", Phrase.Time(time)));
        Assert.Equal("A15: M1-01 in the same hour make its civil price EUR 1 234 dearer, Mon 8 Mar 14:05", sentence.Text);
        Assert.Equal("A15: M1-01 in hetzelfde uur verhogen de civiele prijs met \u20ac\u00a01.234, ma 8 mrt 14:05", sentence.TextNl);
        Assert.Equal(("1 234.50", "1.234,50"), Pair(Phrase.Number(1234.5, 2)));
        Assert.Equal(("1 234.5", "1.234,5"), Pair(Phrase.UpTo(1234.5, 2)));
        Assert.Equal(("3", "3"), Pair(Phrase.UpTo(3, 2)));
        Assert.Equal(("2.5e-7", "2,5e\u22127"), Pair(Phrase.Scientific(2.5e-7)));
    }

    [Fact]
    public void A_span_names_its_day_once_unless_it_ends_on_another()
    {
        var start = new DateTimeOffset(2027, 5, 5, 22, 0, 0, TimeSpan.FromHours(2));
        Assert.Equal(("Wed 5 May 22:00 to 23:30", "wo 5 mei 22:00 tot 23:30"), Pair(Phrase.Span(start, start.AddMinutes(90))));
        Assert.Equal(
            ("Wed 5 May 22:00 to Thu 6 May 01:00", "wo 5 mei 22:00 tot do 6 mei 01:00"), Pair(Phrase.Span(start, start.AddHours(3))));
    }

    [Fact]
    public void A_value_with_braces_stays_what_it_is()
    {
        var sentence = Sentence.Of("help.finish", ("what", "{time}"), ("time", "noon"));
        Assert.Equal("{time}: finish noon", sentence.Text);
    }

    [Fact]
    public void An_unknown_message_and_values_that_are_not_asked_for_are_refused()
    {
        Assert.Throws<InvalidOperationException>(() => Sentence.Of("no.such"));
        Assert.Throws<InvalidOperationException>(() => Sentence.Of("help.finish", ("what", "a")));
        Assert.Throws<InvalidOperationException>(() => Sentence.Of("help.longer", ("what", "a")));
    }

    [Fact]
    public void Json_has_both_languages_and_an_older_text_is_read_as_it_is()
    {
        var sentence = Sentence.Of("help.longer");
        var json = JsonSerializer.Serialize(sentence);
        using var document = JsonDocument.Parse(json);
        Assert.Equal("help.longer", document.RootElement.GetProperty("id").GetString());
        Assert.Equal("a longer horizon or an earlier ready time", document.RootElement.GetProperty("text").GetString());
        Assert.Equal("een langere planperiode of eerder gereed", document.RootElement.GetProperty("text_nl").GetString());
        Assert.Equal(sentence, JsonSerializer.Deserialize<Sentence>(json));
        Assert.Equal(Sentence.AsIs("the yard is full"), JsonSerializer.Deserialize<Sentence>("\"the yard is full\""));
        Assert.Equal("\"A15\"", JsonSerializer.Serialize(Sentence.AsIs("A15")));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Sentence>("{\"text\":\"half\"}"));
    }

    private static (string, string) Pair(Phrase phrase) => (phrase.English, phrase.Dutch);
}
