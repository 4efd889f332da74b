using System.Globalization;
using MilMobility.Domain.Units;

namespace MilMobility.Domain.Sentences;

/// <summary>
/// A part of a sentence in both languages: a name, a number, an amount, a time or another sentence. English as the terminal writes it
/// (<c>1 234.5</c>, <c>EUR 1 234</c>, <c>Mon 8 Mar 14:05</c>), Dutch as the Dutch page does (<c>1.234,5</c>, <c>€ 1.234</c>,
/// <c>ma 8 mrt 14:05</c>).
/// </summary>
public readonly record struct Phrase(string English, string Dutch)
{
    private static readonly NumberFormatInfo s_english = new() { NumberGroupSeparator = " ", NumberDecimalSeparator = "." };

    private static readonly NumberFormatInfo s_dutch = new()
    {
        NumberGroupSeparator = ".", NumberDecimalSeparator = ",", NegativeSign = "\u2212",
    };

    private static readonly string[] s_days = ["zo", "ma", "di", "wo", "do", "vr", "za"];

    private static readonly string[] s_months =
        ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

    public static implicit operator Phrase(string name) => new(name, name);

    public static implicit operator Phrase(int number) => Number(number);

    public static implicit operator Phrase(Sentence sentence) => new(sentence.Text, sentence.TextNl);

    /// <summary>A number with so many decimals.</summary>
    public static Phrase Number(double value, int decimals = 0) =>
        new(value.ToString($"N{decimals}", s_english), value.ToString($"N{decimals}", s_dutch));

    /// <summary>A number with at most so many decimals.</summary>
    public static Phrase UpTo(double value, int decimals)
    {
        var format = $"#,0.{new string('#', decimals)}";
        return new(value.ToString(format, s_english), value.ToString(format, s_dutch));
    }

    /// <summary>A very small number, <c>1.0e-7</c>.</summary>
    public static Phrase Scientific(double value) => new(value.ToString("0.0e+0", s_english), value.ToString("0.0e+0", s_dutch));

    /// <summary>Whole euros.</summary>
    public static Phrase Euros(long microEuros)
    {
        var euros = Money.ToEuros(microEuros);
        return new($"EUR {euros.ToString("N0", s_english)}", $"\u20ac\u00a0{euros.ToString("N0", s_dutch)}");
    }

    /// <summary>A local time with its day.</summary>
    public static Phrase Time(DateTimeOffset local) => new(
        local.ToString("ddd d MMM HH:mm", CultureInfo.InvariantCulture),
        $"{s_days[(int)local.DayOfWeek]} {local.Day} {s_months[local.Month - 1]} {local:HH:mm}");

    /// <summary>From one local time to another, whose day is left out where it is the first one's.</summary>
    public static Phrase Span(DateTimeOffset from, DateTimeOffset to)
    {
        Phrase end = from.Date == to.Date && from.Offset == to.Offset ? $"{to:HH:mm}" : Time(to);
        return Sentence.Of("span", ("from", Time(from)), ("to", end));
    }

    /// <summary>Parts with a separator between them.</summary>
    public static Phrase Joined(string separator, IEnumerable<Phrase> parts)
    {
        var list = parts.ToList();
        return new(string.Join(separator, list.Select(p => p.English)), string.Join(separator, list.Select(p => p.Dutch)));
    }

    /// <summary>Parts with <c>and</c> between them.</summary>
    public static Phrase And(IEnumerable<Phrase> parts)
    {
        var list = parts.ToList();
        return new(string.Join(" and ", list.Select(p => p.English)), string.Join(" en ", list.Select(p => p.Dutch)));
    }

    /// <summary>Parts with <c>or</c> between them.</summary>
    public static Phrase Or(IEnumerable<Phrase> parts)
    {
        var list = parts.ToList();
        return new(string.Join(" or ", list.Select(p => p.English)), string.Join(" of ", list.Select(p => p.Dutch)));
    }

    /// <summary>A mode after a verb: <c>road</c> of by road, <c>over de weg</c>.</summary>
    public static Phrase By(TransportMode mode) => Sentence.Of($"by.{mode.ToString().ToLowerInvariant()}");

    /// <summary>The name of a mode.</summary>
    public static Phrase Mode(TransportMode mode) => Sentence.Of($"mode.{mode.ToString().ToLowerInvariant()}");

    public override string ToString() => English;
}
