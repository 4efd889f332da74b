using System.Text.Json;
using System.Text.Json.Serialization;

namespace MilMobility.Domain.Sentences;

/// <summary>The JSON form of a <see cref="Sentence"/>.</summary>
public sealed class SentenceConverter : JsonConverter<Sentence>
{
    public override Sentence Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String) return Sentence.AsIs(reader.GetString()!);
        var form = JsonSerializer.Deserialize<Form>(ref reader);
        return form is { Id: { } id, Text: { } text, TextNl: { } dutch }
            ? new Sentence(id, text, dutch) : throw new JsonException("a sentence must be a text, or an object with id, text and text_nl");
    }

    public override void Write(Utf8JsonWriter writer, Sentence value, JsonSerializerOptions options)
    {
        if (value.Id.Length == 0 && value.Text == value.TextNl)
        {
            writer.WriteStringValue(value.Text);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("id", value.Id);
        writer.WriteString("text", value.Text);
        writer.WriteString("text_nl", value.TextNl);
        writer.WriteEndObject();
    }

    private sealed record Form(
        [property: JsonPropertyName("id")] string? Id, [property: JsonPropertyName("text")] string? Text,
        [property: JsonPropertyName("text_nl")] string? TextNl);
}
