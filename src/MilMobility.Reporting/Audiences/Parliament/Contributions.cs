using MilMobility.Domain.Plans;
using MilMobility.Domain.Reports;
using MilMobility.Domain.Units;

namespace MilMobility.Reporting.Audiences.Parliament;

/// <summary>Which transports stand behind which part of a table, and on what infrastructure.</summary>
internal sealed class Contributions
{
    private readonly MissionReport _report;
    private readonly Dictionary<string, string> _regionOf;
    private readonly List<(string Serial, TransportMode Mode, string Region, string Link, int From, int To)> _moves;

    public Contributions(MissionReport report)
    {
        _report = report;
        _regionOf = report.Map.Nodes.Select(n => (n.Id, n.Region)).Concat(report.Map.Links.Select(l => (l.Id, l.Region)))
            .GroupBy(r => r.Id, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => PublicWords.Region(g.First().Region), StringComparer.Ordinal);
        _moves =
        [
            .. report.Plan.Planned.SelectMany(p => p.Steps.OfType<MoveStep>().Select(m =>
                (p.Serial.Id, m.Mode, RegionOf(m.Link), m.Link, m.StartSeconds, m.EndSeconds))),
        ];
    }

    public static TransportMode ModeOf(string word) => word switch
    {
        "road" => TransportMode.Road,
        "rail" => TransportMode.Rail,
        _ => TransportMode.Water,
    };

    public IEnumerable<ContributingGroup> Modes() => PublicWords.Modes.Select(word =>
        new ContributingGroup(word, Set(_moves.Where(m => m.Mode == ModeOf(word)).Select(m => m.Serial))));

    public IEnumerable<ContributingGroup> Regions() => PublicWords.Provinces.Append(PublicWords.Elsewhere).Select(region =>
        new ContributingGroup(region, Set(_moves.Where(m => m.Region == region).Select(m => m.Serial))));

    /// <summary>
    /// A mode's transports and infrastructure by region. Where its effects reach a region without transports (traffic that takes another
    /// way), they come from all of the mode's transports.
    /// </summary>
    public IEnumerable<ContributingGroup> Regions(TransportMode mode, IReadOnlySet<string> affected)
    {
        var cells = _report.Impact.Assessment.Modes.Where(m => m.Mode == mode).SelectMany(m => m.Cells)
            .Where(c => c.After != c.Before).Select(c => c.Resource).Distinct(StringComparer.Ordinal).ToLookup(RegionOf);
        var moves = _moves.Where(m => m.Mode == mode).ToLookup(m => m.Region, StringComparer.Ordinal);
        var everyone = Set(_moves.Where(m => m.Mode == mode).Select(m => m.Serial));
        return affected.Select(region =>
        {
            var transports = Set(moves[region].Select(m => m.Serial));
            var assets = Set(cells[region].Any() ? cells[region] : moves[region].Select(m => m.Link));
            return new ContributingGroup(region, transports.Count > 0 ? transports : everyone, assets);
        });
    }

    /// <summary>A mode's transports that are under way in a part of the day, on whatever day.</summary>
    public IEnumerable<ContributingGroup> DayParts(TransportMode mode) => PublicWords.DayParts.Select(part => new ContributingGroup(
        part,
        Set(_moves.Where(m => m.Mode == mode && Hours(m.From, m.To).Any(h => DayPartOf(h) == part)).Select(m => m.Serial))));

    /// <summary>Part of the local day of an hour since the start.</summary>
    public string DayPartOf(int hour) => PublicWords.DayPart(_report.Clock.At(hour * 3600).Hour);

    private static IEnumerable<int> Hours(int from, int to) => Enumerable.Range(from / 3600, Math.Max(1, (to / 3600) - (from / 3600) + 1));

    private string RegionOf(string resource) => _regionOf.GetValueOrDefault(resource, PublicWords.Elsewhere);

    private static HashSet<string> Set(IEnumerable<string> members) => members.ToHashSet(StringComparer.Ordinal);
}
