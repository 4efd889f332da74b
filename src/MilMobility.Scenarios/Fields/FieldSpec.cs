namespace MilMobility.Scenarios.Fields;

/// <summary>What a field holds.</summary>
public enum FieldKind
{
    /// <summary>Text; <see cref="FieldSpec.Pattern"/> may narrow it.</summary>
    Text,
    /// <summary>Whole number in <see cref="FieldSpec.Unit"/>.</summary>
    Integer,
    /// <summary>Decimal number in <see cref="FieldSpec.Unit"/>.</summary>
    Number,
    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,
    /// <summary>One of <see cref="FieldSpec.Choices"/>.</summary>
    Choice,
    /// <summary>Moment: ISO 8601, local time, or relative to the start.</summary>
    Time,
    /// <summary>Duration with its unit, such as <c>45min</c>.</summary>
    Duration,
    /// <summary>Local time of day, <c>HH:MM</c>.</summary>
    TimeOfDay,
    /// <summary>A mapping with the fields of <see cref="FieldSpec.Section"/>.</summary>
    Section,
    /// <summary>A list of such mappings.</summary>
    SectionList,
}

/// <summary>
/// One field of the scenario file: the reader, the JSON schema and the documentation all come from it, so that they
/// cannot differ. Immutable.
/// </summary>
/// <param name="Name">Key in the file; a unit stands in the name where the value is a bare number.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Description">What it means, for the schema and the documentation.</param>
public sealed record FieldSpec(string Name, FieldKind Kind, string Description)
{
    /// <summary>Unit of a number, as people write it; empty for a bare count.</summary>
    public string Unit { get; init; } = "";
    public bool Required { get; init; }
    /// <summary>Value in force when the field is left out, as the file would state it; null when there is none.</summary>
    public string? Default { get; init; }
    /// <summary>Smallest number, or smallest duration in seconds.</summary>
    public decimal? Min { get; init; }
    /// <summary>Largest number, or largest duration in seconds.</summary>
    public decimal? Max { get; init; }
    public IReadOnlyList<string> Choices { get; init; } = [];
    /// <summary>Regular expression that a text matches in full.</summary>
    public string? Pattern { get; init; }
    /// <summary>What the pattern asks for, in words.</summary>
    public string PatternText { get; init; } = "";
    /// <summary>True for a list of such values; a single value may be written without brackets.</summary>
    public bool IsList { get; init; }
    /// <summary>Fewest entries of a list.</summary>
    public int CountMin { get; init; }
    /// <summary>Most entries of a list.</summary>
    public int CountMax { get; init; } = 10_000;
    /// <summary>Fields of a section.</summary>
    public SectionSpec? Section { get; init; }
}

/// <summary>The fields of one mapping.</summary>
/// <param name="Name">Name of the mapping, for documentation.</param>
/// <param name="Description">What it states.</param>
/// <param name="Fields">Its fields, in the order in which they are documented.</param>
public sealed record SectionSpec(string Name, string Description, IReadOnlyList<FieldSpec> Fields);
