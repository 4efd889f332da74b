using System.Globalization;
using System.Text;
using MilMobility.Domain.Units;
using MilMobility.Networks.Datasets;

namespace MilMobility.Exchange.Information;

/// <summary>
/// Names of seaports, then of borders and terminals, each where it is free: right, left, above or below its point; a name that would
/// cover another is left out. One name a place.
/// </summary>
internal static class MapLabels
{
    private const double FontPixels = 11;
    private const double PixelsPerCharacter = 6.1;
    private const int CharactersMax = 28;
    private const int LabelsMax = 120;

    public static void Write(StringBuilder svg, NetworkDataset dataset, MapFrame frame)
    {
        var taken = new List<(double Left, double Top, double Right, double Bottom)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        svg.Append("<g class=\"names\" font-size=\"11\" fill=\"#111111\" stroke=\"#ffffff\" stroke-width=\"3\" paint-order=\"stroke\">\n");
        var candidates = dataset.Nodes.Where(n => Rank(n) is not null)
            .OrderBy(n => Rank(n)).ThenBy(n => n.Id, StringComparer.Ordinal);
        foreach (var node in candidates)
        {
            if (taken.Count >= LabelsMax) break;
            if (!seen.Add(node.Place.Length > 0 ? node.Place : node.Name)) continue;
            var name = Short(node.Name);
            var (x, y) = frame.Place(node.Lat, node.Lon);
            var width = name.Length * PixelsPerCharacter;
            foreach (var (left, baseline) in new[]
            {
                (x + 7, y + 4), (x - 7 - width, y + 4), (x - (width / 2), y - 8), (x - (width / 2), y + 16),
            })
            {
                var box = (Left: left, Top: baseline - FontPixels, Right: left + width, Bottom: baseline + 3);
                if (box.Left < 2 || box.Right > frame.WidthPixels - 2 || taken.Exists(t => Overlap(t, box))) continue;
                taken.Add(box);
                svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{left:0.0}\" y=\"{baseline:0.0}\">{SvgText.Escape(name)}</text>\n");
                break;
            }
        }

        svg.Append("</g>\n");
    }

    /// <summary>A name that is too long loses what stands in brackets, then its end.</summary>
    private static string Short(string name)
    {
        if (name.Length > CharactersMax && name.IndexOf(" (", StringComparison.Ordinal) is > 0 and var bracket) name = name[..bracket];
        return name.Length > CharactersMax ? name[..(CharactersMax - 1)] + "…" : name;
    }

    private static int? Rank(NodeRow node) => node.Mode == TransportMode.Sea ? 0 : node.Kind switch
    {
        "border" => 1,
        "terminal" => 2,
        "site" => 3,
        _ => null,
    };

    private static bool Overlap(
        (double Left, double Top, double Right, double Bottom) a, (double Left, double Top, double Right, double Bottom) b) =>
        a.Left < b.Right && b.Left < a.Right && a.Top < b.Bottom && b.Top < a.Bottom;
}
