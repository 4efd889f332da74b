using System.Globalization;
using System.Text;
using MilMobility.Domain.Units;
using MilMobility.Networks.Datasets;

namespace MilMobility.Exchange.Information;

/// <summary>
/// A dataset as a map in SVG 1.1: links and nodes by mode, the names of ports and borders where they fit, legend, scale bar, and the
/// marking above and below. Equirectangular around the middle latitude, which distorts by under 2 % within the Netherlands; not for
/// measuring. The same dataset gives the same bytes. O(nodes + links + labels^2). Static.
/// </summary>
public static class NetworkMapSvg
{
    private const int WidthPixels = 1_000;
    private const int BannerPixels = 64;
    private const int FooterPixels = 34;
    private const int MarginPixels = 24;
    /// <summary>Above so many nodes, ordinary ones are drawn as specks.</summary>
    private const int DotsMax = 3_000;

    /// <summary>Kinds of node that a reader looks for on a map.</summary>
    private static readonly string[] Prominent = ["port", "terminal", "border", "yard", "lock", "site", "berth"];

    public static string Draw(NetworkDataset dataset)
    {
        var frame = MapFrame.Around(dataset, WidthPixels, BannerPixels, FooterPixels, MarginPixels);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture,
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{WidthPixels}" height="{frame.HeightPixels}"
                  viewBox="0 0 {WidthPixels} {frame.HeightPixels}" font-family="sans-serif">
            <title>{SvgText.Escape(dataset.Name)} {SvgText.Escape(dataset.Version)} [{SvgText.Marking(dataset.Marking)}]</title>
            <metadata>marking: {SvgText.Marking(dataset.Marking)}</metadata>
            <rect width="100%" height="100%" fill="#ffffff"/>

            """);
        Links(svg, dataset, frame);
        Nodes(svg, dataset, frame);
        MapLabels.Write(svg, dataset, frame);
        MapFurniture.Write(svg, dataset, frame);
        svg.Append("</svg>\n");
        return svg.ToString();
    }

    private static void Links(StringBuilder svg, NetworkDataset dataset, MapFrame frame)
    {
        var nodes = dataset.Nodes.ToDictionary(n => n.Id, StringComparer.Ordinal);
        // Water lowest, then road, then rail: the thinner line on top, so that all stay visible where they run side by side.
        foreach (var mode in new[] { TransportMode.Water, TransportMode.Road, TransportMode.Rail })
        {
            var links = dataset.Links.Where(l => l.Mode == mode).ToList();
            if (links.Count == 0) continue;
            svg.Append(CultureInfo.InvariantCulture,
                $"<path class=\"{Vocabulary.NameOf(mode)}-links\" fill=\"none\" stroke=\"{MapStyle.Colour(mode)}\" ")
                .Append(CultureInfo.InvariantCulture,
                    $"stroke-width=\"{MapStyle.LineWidth(mode)}\" stroke-linejoin=\"round\" stroke-linecap=\"round\" d=\"");
            foreach (var link in links)
            {
                frame.Append(svg, 'M', nodes[link.From].Lat, nodes[link.From].Lon);
                foreach (var (lat, lon) in link.Via) frame.Append(svg, 'L', lat, lon);
                frame.Append(svg, 'L', nodes[link.To].Lat, nodes[link.To].Lon);
            }

            svg.Append("\"/>\n");
        }
    }

    private static void Nodes(StringBuilder svg, NetworkDataset dataset, MapFrame frame)
    {
        var speck = dataset.Nodes.Count > DotsMax ? 0.8 : 1.5;
        foreach (var mode in new[] { TransportMode.Water, TransportMode.Road, TransportMode.Rail, TransportMode.Sea })
        {
            var nodes = dataset.Nodes.Where(n => n.Mode == mode).ToList();
            if (nodes.Count == 0) continue;
            svg.Append(CultureInfo.InvariantCulture,
                $"<g class=\"{Vocabulary.NameOf(mode)}-nodes\" fill=\"{MapStyle.Colour(mode)}\" "
                + $"stroke=\"#ffffff\" stroke-width=\"0.5\">\n");
            foreach (var node in nodes.OrderBy(n => Prominent.Contains(n.Kind)))
            {
                var (x, y) = frame.Place(node.Lat, node.Lon);
                var radius = mode == TransportMode.Sea ? 5 : Prominent.Contains(node.Kind) ? 2.6 : speck;
                svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x:0.0}\" cy=\"{y:0.0}\" r=\"{radius}\"/>\n");
            }

            svg.Append("</g>\n");
        }
    }
}
