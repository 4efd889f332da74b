using System.Text;
using MilMobility.Scenarios.Fields;
using MilMobility.Scenarios.Requirements;

namespace MilMobility.Scenarios;

/// <summary>
/// The fields of a scenario and the columns of a requirements table as Markdown tables, from the same tables that the reader uses.
/// </summary>
public static class FieldReference
{
    public static string Markdown()
    {
        var text = new StringBuilder();
        AddSection(text, ScenarioFields.Root, "Scenario file");
        foreach (var field in ScenarioFields.Root.Fields.Where(f => f.Section is not null))
            AddSections(text, field, "");
        text.Append("### Columns of the requirements table\n\n| column | holds | if empty | meaning |\n|---|---|---|---|\n");
        foreach (var column in RequirementColumns.All) AddRow(text, column);
        return text.ToString();
    }

    private static void AddSections(StringBuilder text, FieldSpec field, string prefix)
    {
        var name = prefix + field.Name + (field.Kind == FieldKind.SectionList ? "[]" : "");
        AddSection(text, field.Section!, $"`{name}`");
        foreach (var inner in field.Section!.Fields.Where(f => f.Section is not null)) AddSections(text, inner, name + ".");
    }

    private static void AddSection(StringBuilder text, SectionSpec section, string title)
    {
        text.Append($"### {title}\n\n{section.Description}\n\n| field | holds | if left out | meaning |\n|---|---|---|---|\n");
        foreach (var field in section.Fields) AddRow(text, field);
        text.Append('\n');
    }

    private static void AddRow(StringBuilder text, FieldSpec field)
    {
        var standard = field.Required ? "**error**" : field.Default is { Length: > 0 } value ? $"`{value}`" : "-";
        text.Append($"| `{field.Name}` | {Holds(field)} | {standard} | {field.Description} |\n");
    }

    private static string Holds(FieldSpec field)
    {
        var one = field.Kind switch
        {
            FieldKind.Time => "time",
            FieldKind.Text when field.Pattern is null => "text",
            FieldKind.Duration => "duration, " + FieldValue.Allowed(field),
            _ => FieldValue.Allowed(field),
        };
        return field.IsList ? "list: " + one : one;
    }
}
