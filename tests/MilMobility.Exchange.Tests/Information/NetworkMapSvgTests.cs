using System.Xml.Linq;
using MilMobility.Exchange.Information;

namespace MilMobility.Exchange.Tests.Information;

public sealed class NetworkMapSvgTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void The_map_is_well_formed_draws_every_node_and_link_and_is_the_same_each_time()
    {
        using var copy = new NationalCopy();
        var dataset = copy.Read();
        var text = NetworkMapSvg.Draw(dataset);
        var root = XDocument.Parse(text).Root!;

        Assert.Equal(text, NetworkMapSvg.Draw(copy.Read()));
        var drawn = root.Elements(Svg + "g").Where(g => g.Attribute("class")!.Value.EndsWith("-nodes", StringComparison.Ordinal));
        Assert.Equal(dataset.Nodes.Count, drawn.Sum(g => g.Elements(Svg + "circle").Count()));
        var paths = root.Elements(Svg + "path").Where(p => p.Attribute("class") is not null).ToList();
        Assert.Equal(3, paths.Count);
        Assert.Equal(dataset.Links.Count, paths.Sum(p => p.Attribute("d")!.Value.Count(c => c == 'M')));
    }

    [Fact]
    public void The_marking_stands_above_and_below_and_names_are_escaped()
    {
        using var copy = new NationalCopy();
        copy.Replace("datapackage.json", "\"marking\": \"PUBLIC\"", "\"marking\": \"departmental-confidential\"");
        copy.Replace("datapackage.json", "\"nl-strategic-network\"", "\"a<b&c\"");
        var root = XDocument.Parse(NetworkMapSvg.Draw(copy.Read())).Root!;

        var texts = root.Descendants(Svg + "text").Select(t => t.Value).ToList();
        Assert.Equal(2, texts.Count(t => t == "DEPARTMENTAL CONFIDENTIAL"));
        Assert.Contains(texts, t => t.StartsWith("a<b&c ", StringComparison.Ordinal));
    }
}
