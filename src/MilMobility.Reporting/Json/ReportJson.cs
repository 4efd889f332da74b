using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;

namespace MilMobility.Reporting.Json;

/// <summary>
/// The one JSON form of result records: snake_case names, enums as kebab-case words, two-space indent, LF. Values round-trip;
/// derived values such as the gap or a serial's lateness are written for readers and computed anew on reading.
/// </summary>
public static class ReportJson
{
    public static JsonSerializerOptions Options { get; } = Make();

    public static byte[] ToBytes<T>(T value) => Written(writer => JsonSerializer.Serialize(writer, value, Options));

    /// <summary>The value, which has no marking itself, with the marking as first property; reading it back passes over that.</summary>
    public static byte[] ToBytes<T>(T value, ClassificationMarking marking) => Written(writer =>
    {
        writer.WriteStartObject();
        writer.WritePropertyName("marking");
        JsonSerializer.Serialize(writer, marking, Options);
        using var document = JsonSerializer.SerializeToDocument(value, Options);
        foreach (var property in document.RootElement.EnumerateObject()) property.WriteTo(writer);
        writer.WriteEndObject();
    });

    private static byte[] Written(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions
        {
            Indented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }))
        {
            write(writer);
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    /// <summary>Reads a value; throws <see cref="JsonException"/> with path and position when it does not fit.</summary>
    public static T FromBytes<T>(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize<T>(utf8, Options) ?? throw new JsonException("the document is null");

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
            RespectNullableAnnotations = true,
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower));
        options.Converters.Add(new LocalClockConverter());
        return options;
    }

    /// <summary>A clock as its start and offsets.</summary>
    private sealed class LocalClockConverter : JsonConverter<LocalClock>
    {
        public override LocalClock Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
        {
            var form = JsonSerializer.Deserialize<ClockForm>(ref reader, options) ?? throw new JsonException("no clock");
            return new LocalClock(form.Start, [.. form.Offsets.Select(o => (o.FromSeconds, o.OffsetSeconds))]);
        }

        public override void Write(Utf8JsonWriter writer, LocalClock value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(
                writer,
                new ClockForm(value.Start, [.. value.Offsets.Select(o => new OffsetForm(o.FromSeconds, o.OffsetSeconds))]),
                options);
    }

    private sealed record ClockForm(DateTimeOffset Start, IReadOnlyList<OffsetForm> Offsets);

    private sealed record OffsetForm(int FromSeconds, int OffsetSeconds);
}
