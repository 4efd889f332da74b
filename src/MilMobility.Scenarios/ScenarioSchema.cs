using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MilMobility.Scenarios.Fields;

namespace MilMobility.Scenarios;

/// <summary>
/// The JSON schema (draft-07) of scenario files, for completion and checks in editors. Written from <see cref="ScenarioFields"/>, so
/// that it names exactly the fields that <see cref="ScenarioReader"/> accepts. The bytes depend on nothing else.
/// </summary>
public static class ScenarioSchema
{
    private const string TimePattern =
        @"^(\d{4}-\d{2}-\d{2}[T ]+\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?|\+[0-9][0-9a-z. ]*|[Dd](\+\d{1,3})? +\d{2}:\d{2})$";
    private const string DurationPattern = @"^([0-9.]+ ?(d|h|min|s) ?)+$";
    private const string TimeOfDayPattern = @"^([01]\d|2[0-3]):[0-5]\d$|^24:00$";

    /// <summary>The schema as indented JSON with a final line break.</summary>
    public static string Json() => Json("MilMobility scenario", ScenarioFields.Root);

    /// <summary>The schema of patch files, likewise.</summary>
    public static string PatchFileJson() => Json("MilMobility patch file", PatchFields.File);

    private static string Json(string title, SectionSpec spec)
    {
        var root = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = title,
        };
        foreach (var (key, value) in Section(spec).ToList()) root[key] = value?.DeepClone();
        var options = new JsonSerializerOptions
            { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        return root.ToJsonString(options) + "\n";
    }

    private static JsonObject Section(SectionSpec section)
    {
        var properties = new JsonObject();
        foreach (var field in section.Fields) properties[field.Name] = Field(field);
        var schema = new JsonObject { ["type"] = "object", ["description"] = section.Description, ["additionalProperties"] = false };
        var required = section.Fields.Where(f => f.Required).Select(f => (JsonNode)f.Name).ToArray();
        if (required.Length > 0) schema["required"] = new JsonArray(required);
        schema["properties"] = properties;
        return schema;
    }

    private static JsonObject Field(FieldSpec field)
    {
        if (field.Kind == FieldKind.Section) return Section(field.Section!);
        var scalar = field.Kind == FieldKind.SectionList ? Section(field.Section!) : Scalar(field);
        JsonObject schema;
        if (field.Kind == FieldKind.SectionList)
            schema = List(field, scalar);
        else if (field.IsList)
            schema = new JsonObject { ["anyOf"] = new JsonArray(scalar, List(field, (JsonObject)scalar.DeepClone())) };
        else
            schema = scalar;
        schema["description"] = Description(field);
        if (field.Default is { Length: > 0 } standard) schema["default"] = DefaultOf(field, standard);
        return schema;
    }

    private static JsonObject List(FieldSpec field, JsonObject item)
    {
        var list = new JsonObject { ["type"] = "array", ["items"] = item };
        if (field.CountMin > 0) list["minItems"] = field.CountMin;
        list["maxItems"] = field.CountMax;
        return list;
    }

    private static JsonObject Scalar(FieldSpec field)
    {
        var schema = new JsonObject();
        switch (field.Kind)
        {
            case FieldKind.Integer or FieldKind.Number:
                schema["type"] = field.Kind == FieldKind.Integer ? "integer" : "number";
                if (field.Min is { } min) schema["minimum"] = min;
                if (field.Max is { } max) schema["maximum"] = max;
                break;
            case FieldKind.Flag:
                schema["type"] = "boolean";
                break;
            case FieldKind.Choice:
                schema["type"] = "string";
                schema["enum"] = new JsonArray([.. field.Choices.Select(c => (JsonNode)c)]);
                break;
            default:
                schema["type"] = "string";
                if (PatternOf(field) is { } pattern) schema["pattern"] = pattern;
                else schema["maxLength"] = FieldValue.TextMax;
                break;
        }

        return schema;
    }

    private static string? PatternOf(FieldSpec field) => field.Kind switch
    {
        FieldKind.Time => TimePattern,
        FieldKind.Duration => DurationPattern,
        FieldKind.TimeOfDay => TimeOfDayPattern,
        _ => field.Pattern,
    };

    private static string Description(FieldSpec field)
    {
        var text = new StringBuilder(field.Description);
        if (field.Unit.Length > 0) text.Append($" Unit: {field.Unit}.");
        if (field.Kind is FieldKind.Time or FieldKind.Duration) text.Append($" Write {FieldValue.Allowed(field)}.");
        return text.ToString();
    }

    private static JsonNode? DefaultOf(FieldSpec field, string text) =>
        field.IsList ? new JsonArray([.. text.Split(", ").Select(t => ScalarDefault(field, t))]) : ScalarDefault(field, text);

    private static JsonNode? ScalarDefault(FieldSpec field, string text) =>
        field.Kind is FieldKind.Integer or FieldKind.Number or FieldKind.Flag ? JsonNode.Parse(text) : JsonValue.Create(text);
}
