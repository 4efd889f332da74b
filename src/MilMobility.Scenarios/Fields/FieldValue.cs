using System.Globalization;
using System.Text.RegularExpressions;
using MilMobility.Scenarios.Times;

namespace MilMobility.Scenarios.Fields;

/// <summary>A scalar's value, or the code and text of what is wrong with it.</summary>
/// <param name="Value">string, int, decimal, bool or <see cref="TimeExpression"/>; null when it is wrong.</param>
/// <param name="Code">Diagnostic code; empty when the value is right.</param>
/// <param name="Problem">What was found and what is allowed, to follow the field's path.</param>
internal readonly record struct FieldValue(object? Value, string Code, string Problem)
{
    /// <summary>Longest text of a field.</summary>
    public const int TextMax = 500;

    private const string WrongType = "SCN007", OutOfRange = "SCN008", BadChoice = "SCN009", BadTime = "SCN011", BadDuration = "SCN013";

    /// <summary>Parses one scalar of a field; <paramref name="plain"/> says that it was written without quotes.</summary>
    public static FieldValue Parse(FieldSpec field, string text, bool plain)
    {
        if (field.Kind is FieldKind.Integer or FieldKind.Number or FieldKind.Flag && !plain)
            return Wrong(WrongType, $"= '{Shown(text)}' in quotes; must be {Allowed(field)}, without quotes");
        return field.Kind switch
        {
            FieldKind.Text => ParseText(field, text),
            FieldKind.Integer or FieldKind.Number => ParseNumber(field, text),
            FieldKind.Flag => text switch
            {
                "true" => new(true, "", ""),
                "false" => new(false, "", ""),
                _ => Wrong(WrongType, $"= {Shown(text)}; must be true or false"),
            },
            FieldKind.Choice => field.Choices.Contains(text) ? new(text, "", "") : BadChoiceOf(field, text),
            FieldKind.Time => TimeExpression.Parse(text) is { } time
                ? new(time, "", "") : Wrong(BadTime, $"= {Shown(text)}; must be {TimeExpression.Allowed}"),
            FieldKind.TimeOfDay => TimeExpression.MinuteOfDay(text) is { } minute
                ? new(minute, "", "") : Wrong(BadTime, $"= {Shown(text)}; must be a local time of day from 00:00 to 24:00, such as 07:30"),
            FieldKind.Duration => ParseDuration(field, text),
            _ => throw new InvalidOperationException($"field '{field.Name}' is no scalar"),
        };
    }

    /// <summary>What a field may hold, in words.</summary>
    public static string Allowed(FieldSpec field)
    {
        var unit = field.Unit.Length > 0 ? " " + field.Unit : "";
        return field.Kind switch
        {
            FieldKind.Integer => $"a whole number from {field.Min} to {field.Max}{unit}",
            FieldKind.Number => $"a number from {field.Min} to {field.Max}{unit}",
            FieldKind.Duration => $"{DurationText.Of(field.Min ?? 0)} to {DurationText.Of(field.Max ?? 0)}",
            FieldKind.Choice => "one of " + string.Join(", ", field.Choices),
            FieldKind.Text when field.Pattern is not null => field.PatternText,
            FieldKind.Text => $"1 to {TextMax} characters of text",
            FieldKind.Flag => "true or false",
            FieldKind.Time => TimeExpression.Allowed,
            FieldKind.TimeOfDay => "a local time of day, HH:MM",
            FieldKind.Section => "a mapping of fields",
            FieldKind.SectionList => "a list of mappings",
            _ => throw new InvalidOperationException($"no such kind of field: {field.Kind}"),
        };
    }

    /// <summary>A found text, short and without control characters, so that it may be printed.</summary>
    public static string Shown(string text)
    {
        var start = text.Length <= 60 ? text : text[..60] + "...";
        return start.Length == 0 ? "''" : string.Concat(start.Select(c => char.IsControl(c) ? '\uFFFD' : c));
    }

    private static FieldValue ParseText(FieldSpec field, string text)
    {
        if (text.Length > TextMax) return Wrong(OutOfRange, $"has {text.Length} characters; must be at most {TextMax}");
        if (text.Any(char.IsControl)) return Wrong(OutOfRange, $"= {Shown(text)}; must not have control characters or line breaks");
        if (field.Pattern is null || Regex.IsMatch(text, field.Pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)))
            return new(text, "", "");
        return Wrong(OutOfRange, $"= {Shown(text)}; must be {field.PatternText}");
    }

    private static FieldValue ParseNumber(FieldSpec field, string text)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (!decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var value))
        {
            var comma = text.Contains(',', StringComparison.Ordinal) ? " and a decimal point" : "";
            return Wrong(WrongType, $"= {Shown(text)}; must be {Allowed(field)}, without a unit{comma}");
        }

        if (field.Kind == FieldKind.Integer && !decimal.IsInteger(value))
            return Wrong(WrongType, $"= {Shown(text)}; must be {Allowed(field)}");
        if (value < field.Min || value > field.Max) return Wrong(OutOfRange, $"= {Shown(text)}; must be {Allowed(field)}");
        return field.Kind == FieldKind.Integer ? new((int)value, "", "") : new(value, "", "");
    }

    private static FieldValue ParseDuration(FieldSpec field, string text)
    {
        if (DurationText.Parse(text) is not { } seconds)
            return Wrong(BadDuration, $"= {Shown(text)}; must be {DurationText.Allowed}, from {Allowed(field)}");
        return seconds >= field.Min && seconds <= field.Max
            ? new(seconds, "", "")
            : Wrong(OutOfRange, $"= {Shown(text)}; must be {Allowed(field)}");
    }

    private static FieldValue BadChoiceOf(FieldSpec field, string text)
    {
        var nearest = FieldNames.Nearest(text, field.Choices);
        var hint = nearest is null ? "" : $"; did you mean {nearest}?";
        return Wrong(BadChoice, $"= {Shown(text)}; must be {Allowed(field)}{hint}");
    }

    private static FieldValue Wrong(string code, string problem) => new(null, code, problem);
}
