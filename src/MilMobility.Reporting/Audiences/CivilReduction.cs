using MilMobility.Domain.Checks;
using MilMobility.Domain.Plans;
using MilMobility.Domain.Reports;
using MilMobility.Domain.Scenarios;

namespace MilMobility.Reporting.Audiences;

/// <summary>
/// The report for road, rail, fairway and port managers, or for one of them: what passes where and when, what it does to their
/// traffic, and nothing else. A new report is made and filled with what may be told; what a run gains in time to come stays
/// out until somebody puts it in here. Serials become passages (<see cref="Passages"/>): one for each stay in a manager's area,
/// without unit, load, movement or corridor; footprints are raised to the steps in which managers decide
/// (<see cref="CivilFootprints"/>). Figures that belong to the planner (objective, bound, costs, vehicles) are 0. With a manager
/// named, only its links, nodes, hours and figures remain. O(steps + cells).
/// </summary>
public static class CivilReduction
{
    /// <summary>Managers of links and nodes, in order of name: those that a report can be made for.</summary>
    public static IReadOnlyList<string> Managers(MissionReport report) => new ManagerAreas(report.Map).All;

    /// <param name="report">A planner's report.</param>
    /// <param name="manager">One of <see cref="Managers"/>; null for all of them together.</param>
    public static MissionReport Of(MissionReport report, string? manager)
    {
        var areas = new ManagerAreas(report.Map);
        // Named before they are chosen from, so that a passage has one name in every report of the run.
        var passages = new Passages(report, areas).All().Where(p => manager is null || p.Manager == manager).ToList();
        var (name, plan) = (Reference(report), report.Plan);
        return new MissionReport
        {
            Manifest = Manifest(report.Manifest, name, manager),
            Scenario = new ScenarioSummary(
                name, manager is null ? "Passages by manager" : $"Passages for {manager}", report.Scenario.Phase, "", [], [], [],
                new RoadMarch(0, 0, 0, 0, 0, 0, 0, 0, 0, EscortRule.None), []),
            Plan = new MovementPlan
            {
                Scenario = name,
                Start = plan.Start,
                HorizonSeconds = plan.HorizonSeconds,
                Seed = 0,
                Objective = new PlanObjective(0, 0, 0, 0, 0),
                BoundMicroEuros = 0,
                BoundMethod = "",
                Pool = new PoolOutcome(0, "", 0, 0, 0),
                Planned = [.. passages.Select(p => p.Planned)],
                Unmoved = [],
                Marking = report.Manifest.Marking,
            },
            Impact = new CivilImpactReduction(areas, passages, manager).Of(report.Impact),
            Check = new CheckReport([], new Dictionary<string, long>(), 0),
            Map = Map(report.Map, areas, passages, manager),
            Clock = report.Clock,
        };
    }

    /// <summary>By which its planner finds the run again.</summary>
    private static string Reference(MissionReport report) =>
        $"run {report.Manifest.InputHash[..Math.Min(12, report.Manifest.InputHash.Length)]}";

    private static RunManifest Manifest(RunManifest run, string name, string? manager) => new()
    {
        Program = run.Program,
        ProgramVersion = run.ProgramVersion,
        EngineVersion = run.EngineVersion,
        Scenario = name,
        ScenarioFile = "",
        NetworkName = run.NetworkName,
        NetworkVersion = run.NetworkVersion,
        NetworkFolder = "",
        Inputs = new Dictionary<string, string>(),
        InputHash = "",
        Seed = 0,
        Marking = run.Marking,
        Audience = Audience.Civil,
        Manager = manager,
        Downgrading = run.Downgrading,
        StartedUtc = run.StartedUtc,
        TotalSeconds = 0,
        StageSeconds = new Dictionary<string, double>(),
        PeakMemoryBytes = 0,
        Reproducible = run.Reproducible,
        QualityShares = run.QualityShares,
        Warnings = [],
        Trace = [],
    };

    /// <summary>Links of the managers, with the nodes and transfers that the passages or those links need.</summary>
    private static NetworkMap Map(NetworkMap map, ManagerAreas areas, IReadOnlyList<Passage> passages, string? manager)
    {
        var links = map.Links.Where(l => l.Manager.Length > 0 && (manager is null || l.Manager == manager)).ToList();
        var steps = passages.SelectMany(p => p.Planned.Steps).ToList();
        var transfers = steps.OfType<TransferStep>().Select(t => t.Transfer).ToHashSet(StringComparer.Ordinal);
        var visited = steps.OfType<HoldStep>().Select(h => h.Node)
            .Concat(steps.OfType<TransferStep>().SelectMany(t => new[] { t.From, t.To })).ToHashSet(StringComparer.Ordinal);
        var nodes = links.SelectMany(l => new[] { l.From, l.To }).Concat(visited).ToHashSet(StringComparer.Ordinal);
        // A manager without links still has its locks, yards and berths.
        nodes.UnionWith(map.Nodes.Where(n => areas.Of(n.Id) is { Length: > 0 } of && (manager is null || of == manager)).Select(n => n.Id));
        var used = steps.OfType<MoveStep>().SelectMany(m => new[] { m.From, m.To }).ToHashSet(StringComparer.Ordinal);
        return new NetworkMap(
            [
                .. map.Nodes.Where(n => nodes.Contains(n.Id) && (areas.Of(n.Id).Length > 0 || used.Contains(n.Id)))
                    .Select(n => new MapNode(n.Id, n.Name, n.Mode, n.Kind, n.Lat, n.Lon, n.Place, n.Region) { Manager = areas.Of(n.Id) }),
            ],
            [
                .. links.Select(l => new MapLink(
                    l.Id, l.From, l.To, l.Mode, l.Name, l.Class, l.LengthMetres, l.Manager, l.Region, l.Shape)),
            ],
            [
                .. map.Transfers.Where(t => transfers.Contains(t.Id))
                    .Select(t => new MapTransfer(t.Id, t.From, t.To, t.Place, t.Kind) { Positions = t.Positions }),
            ])
        {
            Reversals = [.. map.Reversals.Where(r => used.Contains(r.Node))],
            Facilities =
            [
                .. map.Facilities.Where(f => visited.Contains(f.Node))
                    .Select(f => new MapFacility(f.Id, f.Node, f.Kind, f.Name, f.Capacity, f.Unit, f.Berths, "", "")),
            ],
        };
    }
}
