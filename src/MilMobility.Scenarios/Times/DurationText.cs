using System.Globalization;

namespace MilMobility.Scenarios.Times;

/// <summary>Durations as people write them: <c>90s</c>, <c>45min</c>, <c>4.5h</c>, <c>2d</c>, <c>1h30min</c>.</summary>
internal static class DurationText
{
    /// <summary>What is allowed, for messages.</summary>
    public const string Allowed = "a duration with its unit: 90s, 45min, 4.5h, 2d or 1h30min";

    private static readonly (string Unit, int Seconds)[] Units = [("d", 86_400), ("h", 3600), ("min", 60), ("s", 1)];

    /// <summary>Seconds, or null if the text is no duration of whole seconds below 2^31.</summary>
    public static int? Parse(string text)
    {
        var rest = text.AsSpan().Trim();
        if (rest.IsEmpty || rest.Length > 40) return null;
        decimal total = 0;
        var nextUnit = 0;
        while (!rest.IsEmpty)
        {
            var digits = rest.IndexOfAnyExcept("0123456789.");
            if (digits <= 0) return null;
            var number = rest[..digits];
            if (!decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)) return null;
            rest = rest[digits..].TrimStart();
            var letters = rest.IndexOfAnyExceptInRange('a', 'z');
            var unit = (letters < 0 ? rest : rest[..letters]).ToString();
            var known = Array.FindIndex(Units, nextUnit, u => u.Unit == unit);
            if (known < 0 || value > int.MaxValue) return null;
            total += value * Units[known].Seconds;
            nextUnit = known + 1;
            rest = rest[unit.Length..].TrimStart();
        }

        return total <= int.MaxValue && decimal.IsInteger(total) ? (int)total : null;
    }

    /// <summary>The shortest exact text of a number of seconds.</summary>
    public static string Of(decimal seconds)
    {
        foreach (var (unit, size) in Units)
        {
            if (seconds >= size && seconds % size == 0) return (seconds / size).ToString("0", CultureInfo.InvariantCulture) + unit;
        }

        return seconds.ToString("0.##", CultureInfo.InvariantCulture) + "s";
    }
}
