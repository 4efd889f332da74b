using System.Globalization;
using System.Text;
using MilMobility.Domain.Units;
using MilMobility.Networks.Datasets;

namespace MilMobility.Exchange.Information;

/// <summary>What surrounds the map: title, marking above and below, legend and scale bar.</summary>
internal static class MapFurniture
{
    private static readonly int[] BarKm = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000];

    public static void Write(StringBuilder svg, NetworkDataset dataset, MapFrame frame)
    {
        var marking = SvgText.Marking(dataset.Marking);
        var middle = frame.WidthPixels / 2;
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"{frame.WidthPixels}\" height=\"22\" fill=\"#333333\"/>\n");
        svg.Append(CultureInfo.InvariantCulture,
            $"<text x=\"{middle}\" y=\"16\" text-anchor=\"middle\" "
                + $"font-size=\"13\" font-weight=\"bold\" fill=\"#ffffff\">{marking}</text>\n");
        svg.Append(CultureInfo.InvariantCulture,
            $"<text x=\"24\" y=\"46\" font-size=\"17\" font-weight=\"bold\">{SvgText.Escape(dataset.Name)} ")
            .Append(CultureInfo.InvariantCulture, $"{SvgText.Escape(dataset.Version)}</text>\n");
        Legend(svg, dataset);
        ScaleBar(svg, frame);
        svg.Append(CultureInfo.InvariantCulture,
            $"<rect y=\"{frame.HeightPixels - 22}\" width=\"{frame.WidthPixels}\" height=\"22\" fill=\"#333333\"/>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{middle}\" y=\"{frame.HeightPixels - 6}\" text-anchor=\"middle\" ")
            .Append(CultureInfo.InvariantCulture, $"font-size=\"13\" font-weight=\"bold\" fill=\"#ffffff\">{marking}</text>\n");
    }

    private static void Legend(StringBuilder svg, NetworkDataset dataset)
    {
        var rows = new List<(TransportMode Mode, string Text)>();
        foreach (var mode in Enum.GetValues<TransportMode>())
        {
            var (nodes, links) = (dataset.Nodes.Count(n => n.Mode == mode), dataset.Links.Where(l => l.Mode == mode).ToList());
            if (nodes == 0) continue;
            var km = links.Sum(l => (long)l.LengthMetres) / 1_000;
            rows.Add((mode, mode == TransportMode.Sea
                ? $"sea: {nodes} berths"
                : $"{Vocabulary.NameOf(mode)}: {nodes} nodes, {links.Count} links, {km} km"));
        }

        rows.Add((TransportMode.Sea, ""));
        svg.Append(CultureInfo.InvariantCulture,
            $"<g class=\"legend\" font-size=\"12\"><rect x=\"20\" y=\"58\" width=\"322\" height=\"{(rows.Count * 19) + 12}\" ")
            .Append("fill=\"#ffffff\" fill-opacity=\"0.9\" stroke=\"#999999\"/>\n");
        for (var i = 0; i < rows.Count; i++)
        {
            var y = 76 + (i * 19);
            var (mode, text) = rows[i];
            if (text.Length == 0)
            {
                svg.Append(CultureInfo.InvariantCulture,
                    $"<circle cx=\"44\" cy=\"{y - 4}\" r=\"2.6\" fill=\"#666666\"/><text x=\"66\" y=\"{y}\">")
                    .Append("larger dot: port, terminal, yard, lock, border, site</text>\n");
                continue;
            }

            svg.Append(mode == TransportMode.Sea
                ? string.Create(CultureInfo.InvariantCulture,
                    $"<circle cx=\"44\" cy=\"{y - 4}\" r=\"5\" fill=\"{MapStyle.Colour(mode)}\"/>")
                : string.Create(CultureInfo.InvariantCulture,
                    $"<path d=\"M30 {y - 4}H58\" stroke=\"{MapStyle.Colour(mode)}\" stroke-width=\"{MapStyle.LineWidth(mode)}\"/>"));
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"66\" y=\"{y}\">{SvgText.Escape(text)}</text>\n");
        }

        svg.Append("</g>\n");
    }

    /// <summary>The longest round length under a fifth of the map's width.</summary>
    private static void ScaleBar(StringBuilder svg, MapFrame frame)
    {
        var km = BarKm.LastOrDefault(k => k * frame.PixelsPerKm <= frame.WidthPixels / 5.0, BarKm[0]);
        var width = km * frame.PixelsPerKm;
        var y = frame.HeightPixels - 40;
        svg.Append(CultureInfo.InvariantCulture,
            $"<path d=\"M24 {y - 5}V{y}H{24 + width:0.0}V{y - 5}\" fill=\"none\" stroke=\"#333333\"/>")
            .Append(CultureInfo.InvariantCulture, $"<text x=\"{28 + width:0.0}\" y=\"{y}\" font-size=\"12\">{km} km</text>\n");
    }
}
