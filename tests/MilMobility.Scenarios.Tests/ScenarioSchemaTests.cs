using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MilMobility.Scenarios.Fields;
using NJsonSchema;
using YamlDotNet.RepresentationModel;

namespace MilMobility.Scenarios.Tests;

public sealed partial class ScenarioSchemaTests
{
    [Fact]
    public void The_schema_names_exactly_the_fields_that_the_reader_accepts()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(SeedFolder.File("scenario.schema.json")));

        var inTable = NamesOf(ScenarioFields.Root, "").Order(StringComparer.Ordinal);
        Assert.Equal(inTable, NamesIn(schema.RootElement, "").Order(StringComparer.Ordinal));
    }

    // Each field of the schema is written into a scenario on its own: it may be wrong there, but never unknown; and a name that the
    // schema lacks is always unknown.
    [Fact]
    public void The_reader_knows_each_field_of_the_schema_and_no_other()
    {
        using var schema = JsonDocument.Parse(ScenarioSchema.Json());
        foreach (var path in NamesIn(schema.RootElement, ""))
        {
            Assert.DoesNotContain(ScenarioFolder.Findings(Nested(path)), f => f.Code == "SCN005");
            Assert.Contains(ScenarioFolder.Findings(Nested(path + "-x")), f => f.Code == "SCN005");
        }
    }

    [Theory]
    [InlineData("hand-check")]
    [InlineData("three-corridor-transit")]
    [InlineData("corps-transit")]
    public async Task A_seed_satisfies_the_schema(string name)
    {
        var schema = await JsonSchema.FromJsonAsync(ScenarioSchema.Json(), TestContext.Current.CancellationToken);

        var text = File.ReadAllText(SeedFolder.File(name + ".yaml"));
        Assert.Empty(schema.Validate(ToJson(text)).Select(e => e.ToString()));
        Assert.StartsWith("# yaml-language-server: $schema=scenario.schema.json\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("horizon_h: 48", "horizon_h: 0")]
    [InlineData("marking: public", "marking: secret")]
    [InlineData("title: Demo", "titel: Demo")]
    [InlineData("due: +24h", "due: 24")]
    [InlineData("to: exit-venlo", "to: []")]
    public async Task The_schema_refuses_what_the_reader_refuses(string old, string replacement)
    {
        var schema = await JsonSchema.FromJsonAsync(ScenarioSchema.Json(), TestContext.Current.CancellationToken);
        var yaml = ScenarioFolder.GoodYaml.Replace(old, replacement, StringComparison.Ordinal);

        Assert.Empty(schema.Validate(ToJson(ScenarioFolder.GoodYaml)));
        Assert.NotEmpty(schema.Validate(ToJson(yaml)));
        Assert.NotEmpty(ScenarioFolder.Findings(yaml));
    }

    [Theory]
    [InlineData("titel", "title")]
    [InlineData("movments", "movements")]
    [InlineData("HORIZON_H", "horizon_h")]
    [InlineData("zzzzzzzz", null)]
    public void The_nearest_field_is_offered_only_when_it_is_near(string found, string? nearest) =>
        Assert.Equal(nearest, FieldNames.Nearest(found, ScenarioFields.Root.Fields.Select(f => f.Name)));

    // kitten -> sitten -> sittin -> sitting (Levenshtein 1965); a swap of neighbours counts once.
    [Theory]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("", "abc", 3)]
    [InlineData("form", "from", 1)]
    public void The_edit_distance_counts_edits_and_swaps(string a, string b, int distance) =>
        Assert.Equal(distance, FieldNames.EditDistance(a, b));

    private static IEnumerable<string> NamesOf(SectionSpec section, string prefix)
    {
        foreach (var field in section.Fields)
        {
            yield return prefix + field.Name;
            if (field.Section is null) continue;
            var inner = prefix + field.Name + (field.Kind == FieldKind.SectionList ? "[]." : ".");
            foreach (var name in NamesOf(field.Section, inner)) yield return name;
        }
    }

    private static IEnumerable<string> NamesIn(JsonElement schema, string prefix)
    {
        foreach (var property in schema.GetProperty("properties").EnumerateObject())
        {
            yield return prefix + property.Name;
            var isList = property.Value.TryGetProperty("items", out var items) && items.TryGetProperty("properties", out _);
            var inner = isList ? items : property.Value;
            if (!inner.TryGetProperty("properties", out _)) continue;
            foreach (var name in NamesIn(inner, prefix + property.Name + (isList ? "[]." : "."))) yield return name;
        }
    }

    // "ships[].name" becomes "ships: [{ name: 1 }]", and so on inwards.
    private static string Nested(string path) => Inner(path.Split('.')) + "\n";

    private static string Inner(ReadOnlySpan<string> parts) => parts.Length == 1 ? $"{parts[0]}: 1"
        : parts[0].EndsWith("[]", StringComparison.Ordinal) ? $"{parts[0][..^2]}: [{{ {Inner(parts[1..])} }}]"
        : $"{parts[0]}: {{ {Inner(parts[1..])} }}";

    private static string ToJson(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return Convert(stream.Documents[0].RootNode)!.ToJsonString();
    }

    private static JsonNode? Convert(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(
            map.Children.Select(c => KeyValuePair.Create(((YamlScalarNode)c.Key).Value!, Convert(c.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Convert)]),
        YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain } s when Number().IsMatch(s.Value!) =>
            JsonValue.Create(decimal.Parse(s.Value!, CultureInfo.InvariantCulture)),
        YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain, Value: "true" or "false" } s => JsonValue.Create(s.Value == "true"),
        YamlScalarNode s => JsonValue.Create(s.Value),
        _ => throw new InvalidOperationException($"no such node: {node.GetType().Name}"),
    };

    [GeneratedRegex(@"^-?\d+(\.\d+)?$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
