using System.Globalization;
using MilMobility.Domain.Units;

namespace MilMobility.Reporting.Text;

/// <summary>How people read values: euros with thousands, durations in hours and minutes, shares in percent.</summary>
public static class Formats
{
    private static readonly NumberFormatInfo Thousands = new()
    {
        NumberGroupSeparator = " ", NumberDecimalSeparator = ".",
    };

    public static string Euros(long microEuros) => $"EUR {Number((double)Money.ToEuros(microEuros), 0)}";

    public static string Number(double value, int decimals = 0) => value.ToString($"N{decimals}", Thousands);

    public static string Percent(double share, int decimals = 1) =>
        $"{(share * 100).ToString($"F{decimals}", CultureInfo.InvariantCulture)} %";

    /// <summary><c>3 h 05</c>, <c>45 min</c>.</summary>
    public static string Duration(long seconds)
    {
        var minutes = seconds / 60;
        return minutes < 60 ? $"{minutes} min" : $"{minutes / 60} h {minutes % 60:D2}";
    }

    /// <summary><c>Mon 8 Mar 14:05</c>, local.</summary>
    public static string LocalTime(DateTimeOffset local) => local.ToString("ddd d MMM HH:mm", CultureInfo.InvariantCulture);
}
