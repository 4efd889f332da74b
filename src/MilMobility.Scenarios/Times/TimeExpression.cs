using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace MilMobility.Scenarios.Times;

/// <summary>A moment as a scenario states it, before the start of the scenario is known.</summary>
internal abstract record TimeExpression
{
    /// <summary>What is allowed, for messages.</summary>
    public const string Allowed =
        "a time: 2027-03-08T06:00 (Europe/Amsterdam), 2027-03-08T06:00+01:00, 2027-03-08T05:00Z, +36h, or D+2 06:00";

    private static readonly LocalDateTimePattern[] Locals =
    [
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss"),
    ];

    /// <summary>Parses a moment; null if the text has none of the forms.</summary>
    public static TimeExpression? Parse(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length is 0 or > 40) return null;
        if (trimmed[0] == '+') return DurationText.Parse(trimmed[1..]) is { } seconds ? new AfterStart(seconds) : null;
        if (trimmed[0] is 'D' or 'd') return ParseDay(trimmed[1..]);
        var iso = trimmed.Length > 10 && trimmed[10] == ' ' ? trimmed[..10] + "T" + trimmed[11..].TrimStart() : trimmed;
        var (local, offset) = SplitOffset(iso);
        foreach (var pattern in Locals)
        {
            if (!pattern.Parse(local).TryGetValue(default, out var value)) continue;
            if (offset is null) return new LocalMoment(value);
            return ParseOffset(offset) is { } zone ? new OffsetMoment(value.WithOffset(zone).ToInstant()) : null;
        }

        return null;
    }

    private static LocalDay? ParseDay(string rest)
    {
        var space = rest.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0) return null;
        var number = rest[..space];
        var days = 0;
        if (number.Length > 0 && (number[0] != '+'
            || !int.TryParse(number.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out days) || days > 400)) return null;
        return MinuteOfDay(rest[space..]) is { } minute and < 1440 ? new LocalDay(days, minute) : null;
    }

    /// <summary>Minutes since midnight of <c>HH:MM</c>, up to 24:00; null if the text is none.</summary>
    public static int? MinuteOfDay(string text)
    {
        var t = text.Trim();
        if (t.Length != 5 || t[2] != ':') return null;
        if (!int.TryParse(t.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var hour)) return null;
        if (!int.TryParse(t.AsSpan(3, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var minute)) return null;
        var total = hour * 60 + minute;
        return minute < 60 && total <= 1440 ? total : null;
    }

    private static (string Local, string? Offset) SplitOffset(string iso)
    {
        var at = iso.Length > 11 ? iso.IndexOfAny(['Z', '+', '-'], 11) : -1;
        return at < 0 ? (iso, null) : (iso[..at], iso[at..]);
    }

    private static Offset? ParseOffset(string text)
    {
        if (text == "Z") return Offset.Zero;
        if (text.Length != 6 || MinuteOfDay(text[1..]) is not { } minutes || minutes > 14 * 60) return null;
        return Offset.FromSeconds((text[0] == '-' ? -60 : 60) * minutes);
    }
}

/// <summary>Seconds after the scenario's start.</summary>
internal sealed record AfterStart(int Seconds) : TimeExpression;

/// <summary>A local time of day, some days after the local date of the start.</summary>
internal sealed record LocalDay(int Days, int Minute) : TimeExpression;

/// <summary>A local date and time in Europe/Amsterdam.</summary>
internal sealed record LocalMoment(LocalDateTime Value) : TimeExpression;

/// <summary>A moment stated with its offset from UTC.</summary>
internal sealed record OffsetMoment(Instant Value) : TimeExpression;
