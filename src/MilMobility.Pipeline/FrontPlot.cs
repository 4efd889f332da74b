using System.Globalization;
using System.Net;
using System.Text;

namespace MilMobility.Pipeline;

/// <summary>
/// The front as one SVG picture that any browser or document takes: civil price to the right, movement cost upwards, a step line
/// through the points that no other beats, and under each budget the proven bound.
/// </summary>
internal static class FrontPlot
{
    private const int Width = 760;
    private const int Height = 440;
    private const int Left = 110;
    private const int Right = 30;
    private const int Top = 60;
    private const int Bottom = 60;
    private const int TicksMax = 7;
    private const double MicroEurosPerEuro = 1e6;

    public static string Svg(ParetoFront front)
    {
        var text = new StringBuilder();
        Add(text, $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" font-family="sans-serif" font-size="12">""");
        Add(text, $"""<rect width="{Width}" height="{Height}" fill="#fff"/>""");
        Add(text, $"""<text x="{Left}" y="24" font-size="15" font-weight="bold">{WebUtility.HtmlEncode(front.Title)}</text>""");
        var state = front.Complete ? "" : " (not complete)";
        Add(text, $"""<text x="{Left}" y="42" fill="#555">{front.Marking}; movement cost against civil displacement{state}</text>""");
        if (front.Points.Count > 0) Draw(text, front);
        text.Append("</svg>\n");
        return text.ToString();
    }

    private static void Draw(StringBuilder text, ParetoFront front)
    {
        var (xMin, xMax) = Range(front.Points.SelectMany(p => new[] { p.CivilMicroEuros, p.EpsilonMicroEuros }));
        var (yMin, yMax) = Range(front.Points.SelectMany(p => new[] { p.MovementMicroEuros, p.BoundMicroEuros }));
        double X(double micro) => Left + ((micro - xMin) / (xMax - xMin) * (Width - Left - Right));
        double Y(double micro) => Height - Bottom - ((micro - yMin) / (yMax - yMin) * (Height - Top - Bottom));

        foreach (var x in Ticks(xMin, xMax))
        {
            Add(text, $"""<line x1="{X(x):F1}" y1="{Top}" x2="{X(x):F1}" y2="{Height - Bottom}" stroke="#e4e4e4"/>""");
            Add(text, $"""<text x="{X(x):F1}" y="{Height - Bottom + 18}" text-anchor="middle">{Euros(x)}</text>""");
        }

        foreach (var y in Ticks(yMin, yMax))
        {
            Add(text, $"""<line x1="{Left}" y1="{Y(y):F1}" x2="{Width - Right}" y2="{Y(y):F1}" stroke="#e4e4e4"/>""");
            Add(text, $"""<text x="{Left - 8}" y="{Y(y) + 4:F1}" text-anchor="end">{Euros(y)}</text>""");
        }

        Add(text, $"""<text x="{(Left + Width - Right) / 2}" y="{Height - 14}" text-anchor="middle">civil price, EUR</text>""");
        Add(
            text,
            $"""<text transform="translate(20 {Height / 2}) rotate(-90)" text-anchor="middle">movement cost with lateness, EUR</text>""");
        var best = front.Points.Where(p => !p.Dominated).ToList();
        var path = string.Join(' ', best.Select((p, i) => i == 0
            ? Line($"M{X(p.CivilMicroEuros):F1} {Y(p.MovementMicroEuros):F1}")
            : Line($"H{X(p.CivilMicroEuros):F1} V{Y(p.MovementMicroEuros):F1}")));
        Add(text, $"""<path d="{path}" fill="none" stroke="#d55e00" stroke-width="1.5"/>""");
        foreach (var p in front.Points)
        {
            var fill = p.Dominated ? "#bbb" : "#d55e00";
            var (at, height) = (X(p.EpsilonMicroEuros), Y(p.BoundMicroEuros));
            Add(text, $"""<line x1="{at - 7:F1}" y1="{height:F1}" x2="{at + 7:F1}" y2="{height:F1}" stroke="#0072b2" stroke-width="2"/>""");
            Add(text, $"""<circle cx="{X(p.CivilMicroEuros):F1}" cy="{Y(p.MovementMicroEuros):F1}" r="5" fill="{fill}">""");
            Add(text, $"""<title>{p.Folder}: """);
            Add(text, $"""civil EUR {Euros(p.CivilMicroEuros)}, movement EUR {Euros(p.MovementMicroEuros)}, """);
            Add(text, $"""late {p.LateVehicleHours:F1} vehicle-h, gap {p.Gap * 100:F1} %</title></circle>""");
        }

        Legend(text);
    }

    private static void Legend(StringBuilder text)
    {
        Add(text, $"""<circle cx="{Width - 190}" cy="20" r="5" fill="#d55e00"/><text x="{Width - 180}" y="24">checked plan</text>""");
        Add(text, $"""<line x1="{Width - 197}" y1="38" x2="{Width - 183}" y2="38" stroke="#0072b2" stroke-width="2"/>""");
        Add(text, $"""<text x="{Width - 180}" y="42">proven bound at a budget</text>""");
    }

    /// <summary>Multiples of 1, 2 or 5 times a power of ten whole euros, from the first to the last within a range.</summary>
    internal static IReadOnlyList<double> Ticks(double min, double max)
    {
        var least = Math.Max((max - min) / TicksMax, MicroEurosPerEuro);
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        var step = power * (least <= power ? 1 : least <= 2 * power ? 2 : least <= 5 * power ? 5 : 10);
        var (first, last) = ((long)Math.Ceiling(min / step), (long)Math.Floor(max / step));
        return [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => (first + i) * step)];
    }

    /// <summary>From the least to the largest with a margin, never empty and, as no cost is, never below zero.</summary>
    private static (double Min, double Max) Range(IEnumerable<long> values)
    {
        var all = values.ToList();
        var (min, max) = ((double)all.Min(), (double)all.Max());
        var margin = Math.Max((max - min) * 0.06, 2 * MicroEurosPerEuro);
        return (Math.Max(0, min - margin), max + margin);
    }

    private static string Euros(double micro) =>
        Math.Round(micro / MicroEurosPerEuro).ToString("N0", CultureInfo.InvariantCulture).Replace(',', ' ');

    private static void Add(StringBuilder text, FormattableString line) => text.Append(Line(line)).Append('\n');

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
