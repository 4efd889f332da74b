using System.Text.Json;
using MilMobility.Domain.Reports;
using MilMobility.Domain.Scenarios;
using MilMobility.Networks.Datasets;

namespace MilMobility.Pipeline;

/// <summary>What the reports need of the dataset and the scenario, as the records that reports know.</summary>
public static class NetworkMaps
{
    public static NetworkMap Map(NetworkDataset dataset)
    {
        var nodes = dataset.Nodes.ToDictionary(n => n.Id, StringComparer.Ordinal);
        return new NetworkMap(
            [
                .. dataset.Nodes.Select(n => new MapNode(n.Id, n.Name, n.Mode, n.Kind, n.Lat, n.Lon, n.Place, n.Region)
                {
                    Manager = n.Manager,
                }),
            ],
            [
                .. dataset.Links.Select(l => new MapLink(
                    l.Id, l.From, l.To, l.Mode, l.Name, l.Class, l.LengthMetres, l.Manager, l.Region,
                    [Point(nodes[l.From]), .. l.Via.Select(v => new GeoPoint(v.Lat, v.Lon)), Point(nodes[l.To])])
                {
                    Values = l.Stated.Values,
                    Provenance = l.Stated.Provenance,
                }),
            ],
            [.. dataset.Transfers.Select(t => new MapTransfer(t.Id, t.From, t.To, t.Place, t.Kind) { Positions = t.Positions })])
        {
            Reversals =
            [
                .. dataset.Turns.Where(t => t.ReversalMinutes is not null).Select(t => new MapReversal(t.Node, t.FromLink, t.ToLink)),
            ],
            Facilities = [.. dataset.Facilities.Select(Facility)],
            Columns =
            [
                .. dataset.ColumnProvenance.Where(c => TablesShown(c.Key.Table))
                    .OrderBy(c => c.Key.Table, StringComparer.Ordinal).ThenBy(c => c.Key.Column, StringComparer.Ordinal)
                    .Select(c => new MapColumn(c.Key.Table, c.Key.Column, c.Value)),
            ],
            Sources = [.. dataset.Sources.Select(s => new MapSource(s.Name, s.Title, s.Date, s.License))],
        };
    }

    public static ScenarioSummary Summary(MissionScenario scenario, NetworkDataset dataset) => new(
        scenario.Name, scenario.Title, scenario.Phase, scenario.Regime.Basis, scenario.PolicyRows,
        [.. dataset.Corridors.GroupBy(c => c.Corridor, StringComparer.Ordinal).Select(Corridor)],
        scenario.Movements, scenario.Road, scenario.Pools);

    private static CorridorSummary Corridor(IGrouping<string, CorridorRow> rows)
    {
        IReadOnlyList<string> Refs(string element) => [.. rows.Where(r => r.Element == element).Select(r => r.Ref)];
        var first = rows.First();
        return new CorridorSummary(first.Corridor, first.Name, first.Marking, Refs("port"), Refs("exit"), Refs("link"));
    }

    /// <summary>Tables whose rows the map shows with their values.</summary>
    private static bool TablesShown(string table) =>
        table.EndsWith("-links", StringComparison.Ordinal) || table.EndsWith("-facilities", StringComparison.Ordinal);

    private static MapFacility Facility(FacilityRow f) => new(
        f.Id, f.Node, f.Kind, f.Name, f.HoldCapacity,
        f.HoldUnit == HoldUnit.None ? "" : JsonNamingPolicy.KebabCaseLower.ConvertName(f.HoldUnit.ToString()), f.Berths,
        f.Stated.Values, f.Stated.Provenance);

    private static GeoPoint Point(NodeRow node) => new(node.Lat, node.Lon);
}
