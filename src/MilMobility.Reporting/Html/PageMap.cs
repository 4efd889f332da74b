using MilMobility.Domain.Reports;
using MilMobility.Domain.Units;

namespace MilMobility.Reporting.Html;

/// <summary>The network for the page: nodes and links with what the dataset states of them and where that comes from.</summary>
internal static class PageMap
{
    public static object Of(MissionReport report, PageIndex index)
    {
        var map = report.Map;
        return new
        {
            Nodes = map.Nodes.Select(n => new object[]
            {
                n.Id, n.Name, Name(n.Mode), n.Kind, Math.Round(n.Lat, 5), Math.Round(n.Lon, 5), n.Place, n.Region,
            }),
            Links = map.Links.Select(l => new
            {
                l.Id, l.Name, l.Class, Mode = Name(l.Mode), Length = l.LengthMetres, From = index.Node(l.From), To = index.Node(l.To),
                l.Manager, l.Region, l.Values, l.Provenance,
                Shape = l.Shape.Select(p => new[] { Math.Round(p.Lat, 4), Math.Round(p.Lon, 4) }),
            }),
            Transfers = map.Transfers.Select(t => new object[]
            {
                t.Id, index.Node(t.From), index.Node(t.To), t.Place, t.Kind, t.Positions,
            }),
            Facilities = map.Facilities.Select(f => new
            {
                f.Id, Node = index.Node(f.Node), f.Kind, f.Name, f.Capacity, f.Unit, f.Berths, f.Values, f.Provenance,
            }),
            Columns = map.Columns.Select(c => new[] { c.Table, c.Column, c.Provenance }),
            Sources = map.Sources.Select(s => new[] { s.Name, s.Title, s.Date }),
            Corridors = report.Scenario.Corridors.Select(c => new
            {
                c.Id, c.Name, Links = c.Links.Select(index.Link).Where(i => i >= 0),
            }),
        };
    }

    public static string Name(TransportMode mode) => mode.ToString().ToLowerInvariant();
}
