using System.Globalization;

namespace MilMobility.Reporting.Audiences.Parliament;

/// <summary>A row of a public report: what table, text and page all show.</summary>
/// <param name="Section">Id of the section.</param>
/// <param name="Id">What is counted.</param>
/// <param name="Part">In which part; empty for the whole.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Values">
/// One value, or before, after and change, or low, central and high; null where it is withheld.
/// </param>
public sealed record PublicRow(string Section, string Id, string Part, string Unit, IReadOnlyList<double?> Values);

/// <summary>The rows of a public report in their order, so that every format says the same.</summary>
public static class PublicRows
{
    public const string Transports = "transports";
    public const string Modes = "modes";
    public const string Regions = "regions";
    public const string Figures = "figures";
    public const string FiguresByRegion = "figures-by-region";
    public const string FiguresByDayPart = "figures-by-day-part";
    public const string Euros = "euros";
    public const string Burden = "burden";
    public const string Carbon = "carbon";
    public const string Quality = "quality";

    public static IReadOnlyList<PublicRow> Of(PublicReport r) =>
    [
        .. r.Transports.Select(c => new PublicRow(Transports, c.Id, "", "transports", [c.Value])),
        new(Transports, "vehicles", "", "vehicles", [r.Vehicles]),
        .. r.ByMode.Select(c => new PublicRow(Modes, "transports", c.Id, "transports", [c.Value])),
        .. r.ByRegion.Select(c => new PublicRow(Regions, "transports", c.Id, "transports", [c.Value])),
        .. r.Figures.Select(f => new PublicRow(Figures, f.Id, "", f.Unit, [f.Before, f.After, f.Change])),
        .. r.FiguresByRegion.Select(p => new PublicRow(FiguresByRegion, p.Figure, p.Part, UnitOf(p.Figure), [p.Change])),
        .. r.FiguresByDayPart.Select(p => new PublicRow(FiguresByDayPart, p.Figure, p.Part, UnitOf(p.Figure), [p.Change])),
        .. r.Euros.Select(e => new PublicRow(Euros, "euros", e.Id, PublicSteps.Euros, [e.Low, e.Central, e.High])),
        .. r.Burden.Select(c => new PublicRow(Burden, "burden", c.Id, PublicSteps.Burden, [c.Value])),
        .. r.Gini is { } gini ? [new PublicRow(Burden, "gini", "", "0-1", [gini])] : Array.Empty<PublicRow>(),
        .. r.Carbon.Select(c => new PublicRow(Carbon, "carbon", c.Id, PublicSteps.Carbon, [c.Value])),
        new(Quality, "gap", "", "%", [r.GapPercent]),
        new(Quality, "assumed", "", "%", [r.AssumedPercent]),
    ];

    /// <summary>True for what is there but less than the step of its unit.</summary>
    public static bool IsBelowStep(double? value, string unit) => value is { } v && v != 0 && Math.Abs(v) < PublicSteps.Of(unit);

    /// <summary>As people read it in their language; a withheld number is a dash, one below its step is told as such.</summary>
    public static string Number(double? value, string unit, bool dutch)
    {
        if (value is not { } v) return "-";
        if (!IsBelowStep(value, unit)) return Plain(v, unit, dutch);
        var step = Plain(PublicSteps.Of(unit), unit, dutch);
        return (v > 0, dutch) switch
        {
            (true, true) => $"minder dan {step}",
            (true, false) => $"less than {step}",
            (false, true) => $"tussen -{step} en 0",
            (false, false) => $"between -{step} and 0",
        };
    }

    /// <summary>With the decimals of its unit's step; without one, of its two digits.</summary>
    private static string Plain(double v, string unit, bool dutch)
    {
        var format = new NumberFormatInfo { NumberGroupSeparator = dutch ? "." : " ", NumberDecimalSeparator = dutch ? "," : "." };
        var step = PublicSteps.Of(unit);
        var digits = step > 0 ? step : Math.Abs(v);
        var decimals = v == Math.Round(v) ? 0 : Math.Clamp((step > 0 ? 0 : 1) - (int)Math.Floor(Math.Log10(digits)), 1, 6);
        return v.ToString($"N{decimals}", format);
    }

    private static string UnitOf(string metric) => PublicWords.Metrics.First(m => m.Id == metric).Unit;
}
