using MilMobility.Domain.Diagnostics;
using MilMobility.Scenarios.Yaml;

namespace MilMobility.Scenarios.Fields;

/// <summary>
/// The values of one mapping, read by its <see cref="SectionSpec"/>: each field given is checked for name, type, unit and range;
/// each field left out has its default. Reading collects every problem; a wrong value is absent afterwards.
/// </summary>
internal sealed class SectionValues
{
    private readonly SectionSpec _spec;
    private readonly Dictionary<string, object> _values = [];
    private readonly Dictionary<string, int> _lines = [];

    private SectionValues(SectionSpec spec, string path, int line)
    {
        _spec = spec;
        Path = path;
        Line = line;
    }

    /// <summary>Place of the mapping in the file, such as <c>movements[2]</c>; empty for the root.</summary>
    public string Path { get; }

    /// <summary>Line where the mapping starts; 0 for a section that was left out.</summary>
    public int Line { get; }

    /// <summary>Reads a mapping; an absent one (null) gives the defaults.</summary>
    public static SectionValues Read(SectionSpec spec, YamlMap? map, string path, string file, DiagnosticBag bag)
    {
        var values = new SectionValues(spec, path, map?.Line ?? 0);
        var known = spec.Fields.ToDictionary(f => f.Name);
        foreach (var entry in map?.Entries ?? [])
        {
            var at = values.PathOf(entry.Key);
            if (!known.TryGetValue(entry.Key, out var field))
            {
                var nearest = FieldNames.Nearest(entry.Key, known.Keys);
                bag.Error("SCN005", file, entry.Line, $"unknown field '{FieldValue.Shown(at)}'; " + (nearest is null
                    ? $"must be one of {string.Join(", ", known.Keys)}" : $"did you mean '{nearest}'?"));
            }
            else if (!values._lines.TryAdd(field.Name, entry.Line))
            {
                bag.Error("SCN010", file, entry.Line,
                    $"field '{at}' is given twice; must be given once (first on line {values._lines[field.Name]})");
            }
            else if (ReadField(field, entry.Value, at, file, bag) is { } value)
            {
                values._values[field.Name] = value;
            }
        }

        foreach (var field in spec.Fields)
        {
            if (values._lines.ContainsKey(field.Name)) continue;
            if (field.Required)
            {
                bag.Error("SCN006", file, Math.Max(1, values.Line),
                    $"field '{values.PathOf(field.Name)}' is missing; must be {FieldValue.Allowed(field)}");
            }
            else if (Standard(field, values.PathOf(field.Name), file, bag) is { } standard)
            {
                values._values[field.Name] = standard;
            }
        }

        return values;
    }

    /// <summary>The value, or the fallback if the field is absent, without default, or wrong.</summary>
    public T Get<T>(string field, T fallback) => Find(field) is T value ? value : fallback;

    /// <summary>The value, or null.</summary>
    public object? Find(string field)
    {
        if (_spec.Fields.All(f => f.Name != field)) throw new InvalidOperationException($"'{_spec.Name}' has no field '{field}'");
        return _values.GetValueOrDefault(field);
    }

    public string Text(string field) => Get(field, "");

    public int Whole(string field) => Get(field, 0);

    public decimal Amount(string field) => Get(field, 0m);

    /// <summary>The values of a list; empty if it is absent.</summary>
    public IReadOnlyList<T> List<T>(string field) => [.. Get<List<object>>(field, []).OfType<T>()];

    /// <summary>A choice as its enumeration value.</summary>
    public T Choice<T>(string field) where T : struct, Enum =>
        Find(field) is string name ? FieldNames.Parse<T>(name) : default;

    /// <summary>True if the file states the field.</summary>
    public bool IsGiven(string field) => _lines.ContainsKey(field);

    /// <summary>Line of a field, or of the mapping if the field was left out.</summary>
    public int LineOf(string field) => _lines.GetValueOrDefault(field, Math.Max(1, Line));

    public string PathOf(string field) => Path.Length == 0 ? field : Path + "." + field;

    private static object? ReadField(FieldSpec field, YamlItem item, string path, string file, DiagnosticBag bag)
    {
        if (item is YamlScalar { Plain: true, Text: "" or "~" or "null" } empty)
        {
            bag.Error("SCN007", file, empty.Line,
                $"{path} is empty; must be {FieldValue.Allowed(field)}, or left out if it is optional");
            return null;
        }

        if (field.Kind == FieldKind.Section) return ReadSection(field.Section!, item, path, file, bag);
        if (field.Kind == FieldKind.SectionList || field.IsList) return ReadList(field, item, path, file, bag);
        return ReadScalar(field, item, path, file, bag);
    }

    private static SectionValues? ReadSection(SectionSpec spec, YamlItem item, string path, string file, DiagnosticBag bag)
    {
        if (item is YamlMap map) return Read(spec, map, path, file, bag);
        var names = string.Join(", ", spec.Fields.Select(f => f.Name));
        bag.Error("SCN007", file, item.Line, $"{path} is {Found(item)}; must be a mapping with {names}");
        return null;
    }

    private static object? ReadScalar(FieldSpec field, YamlItem item, string path, string file, DiagnosticBag bag)
    {
        if (item is not YamlScalar scalar)
        {
            bag.Error("SCN007", file, item.Line, $"{path} is {Found(item)}; must be {FieldValue.Allowed(field)}");
            return null;
        }

        var (value, code, problem) = FieldValue.Parse(field, scalar.Text, scalar.Plain);
        if (value is null) bag.Error(code, file, scalar.Line, $"{path} {problem}");
        return value;
    }

    private static List<object>? ReadList(FieldSpec field, YamlItem item, string path, string file, DiagnosticBag bag)
    {
        if (item is not YamlList && (field.Kind == FieldKind.SectionList || item is not YamlScalar))
        {
            bag.Error("SCN007", file, item.Line, $"{path} is {Found(item)}; must be a list, each entry {FieldValue.Allowed(field)}");
            return null;
        }

        IReadOnlyList<YamlItem> items = item is YamlList list ? list.Items : [item];
        if (items.Count < field.CountMin || items.Count > field.CountMax)
            bag.Error("SCN008", file, item.Line, $"{path} has {items.Count} entries; must have {field.CountMin} to {field.CountMax}");
        var values = new List<object>();
        for (var i = 0; i < Math.Min(items.Count, field.CountMax); i++)
        {
            var at = $"{path}[{i + 1}]";
            var value = field.Kind == FieldKind.SectionList
                ? ReadSection(field.Section!, items[i], at, file, bag)
                : ReadScalar(field, items[i], at, file, bag);
            if (value is not null) values.Add(value);
        }

        return values;
    }

    private static object? Standard(FieldSpec field, string path, string file, DiagnosticBag bag)
    {
        if (field.Default is null) return null;
        if (field.Kind == FieldKind.Section) return Read(field.Section!, null, path, file, bag);
        if (!field.IsList) return StandardScalar(field, field.Default);
        return field.Default.Split(", ").Select(text => StandardScalar(field, text)).ToList();
    }

    private static object StandardScalar(FieldSpec field, string text)
    {
        if (field.Kind == FieldKind.Text && text.Length == 0) return text;
        var (value, _, problem) = FieldValue.Parse(field, text, plain: true);
        return value ?? throw new InvalidOperationException($"the default of '{field.Name}' is wrong: {problem}");
    }

    private static string Found(YamlItem item) => item switch
    {
        YamlMap => "a mapping",
        YamlList => "a list",
        YamlScalar scalar => $"the text {FieldValue.Shown(scalar.Text)}",
        _ => throw new InvalidOperationException($"no such item: {item.GetType().Name}"),
    };
}
