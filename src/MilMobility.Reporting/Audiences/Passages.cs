using MilMobility.Domain.Plans;
using MilMobility.Domain.Reports;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Serials;
using MilMobility.Domain.Units;

namespace MilMobility.Reporting.Audiences;

/// <summary>A serial's stay in one manager's area, under a name that says nothing of the serial.</summary>
/// <param name="Serial">The serial it is part of; for the reduction alone, never written.</param>
/// <param name="Manager">Whose area.</param>
/// <param name="Planned">What the manager sees.</param>
internal sealed record Passage(string Serial, string Manager, PlannedSerial Planned);

/// <summary>
/// Cuts a plan into passages: for each manager the longest runs of a serial's steps in its area. Two passages of one serial have
/// different names, so that the way beyond an area cannot be put together by name; names are given in order of manager and time, so
/// that their order says nothing of units either.
/// </summary>
internal sealed class Passages(MissionReport report, ManagerAreas areas)
{
    /// <summary>A stay of nothing but a shorter hold than this is a column drawing up, not something to act on.</summary>
    private const int HoldSecondsMin = 300;

    private readonly Dictionary<string, string> _ships = report.Plan.Planned.Select(p => p.Serial.Ship).OfType<Ship>()
        .OrderBy(s => s.ArrivesSeconds).ThenBy(s => s.DepartsSeconds).ThenBy(s => s.LengthMetres)
        .ThenBy(s => s.Name, StringComparer.Ordinal)
        .Select(s => s.Name).Distinct(StringComparer.Ordinal)
        .Select((name, i) => (name, i)).ToDictionary(s => s.name, s => $"ship {s.i + 1}", StringComparer.Ordinal);

    public IReadOnlyList<Passage> All()
    {
        var cut = report.Plan.Planned.SelectMany(Cut)
            .OrderBy(p => p.Manager, StringComparer.Ordinal).ThenBy(p => p.Planned.Serial.ReadySeconds)
            .ThenBy(p => p.Planned.FinishSeconds).ThenBy(p => p.Planned.Serial.Origins[0], StringComparer.Ordinal)
            .ThenBy(p => p.Planned.Serial.Destinations[0], StringComparer.Ordinal);
        return
        [
            .. cut.Select((p, i) => p with { Planned = p.Planned with { Serial = p.Planned.Serial with { Id = $"P{i + 1:D4}" } } }),
        ];
    }

    private IEnumerable<Passage> Cut(PlannedSerial planned)
    {
        var steps = planned.Steps.Select(step => (Step: step, Managers: areas.Of(step))).ToList();
        foreach (var manager in steps.SelectMany(s => s.Managers).Distinct(StringComparer.Ordinal))
        {
            var run = new List<PlanStep>();
            foreach (var (step, managers) in steps)
            {
                if (managers.Contains(manager, StringComparer.Ordinal))
                {
                    run.Add(step);
                    continue;
                }

                if (Of(planned, manager, run) is { } passage) yield return passage;
                run = [];
            }

            if (Of(planned, manager, run) is { } last) yield return last;
        }
    }

    private Passage? Of(PlannedSerial planned, string manager, List<PlanStep> run)
    {
        if (run.Count == 0) return null;
        if (run.TrueForAll(s => s is HoldStep) && run[^1].EndSeconds - run[0].StartSeconds < HoldSecondsMin) return null;
        var whole = planned.Serial;
        var modes = run.OfType<MoveStep>().Select(m => m.Mode).Concat(run.OfType<HoldStep>().Select(h => h.Mode)).ToHashSet();
        var handled = run.Exists(s => s is TransferStep);
        var finish = run[^1].EndSeconds + (run[^1] is MoveStep last ? PassSeconds(whole, last.Mode) : 0);
        var serial = new Serial
        {
            // Named once all passages are known.
            Id = "",
            Movement = manager,
            Unit = "",
            Class = DemandClass.Transit,
            Priority = 0,
            Loads = [],
            VehicleCount = 0,
            LaneMetres = handled ? CivilFootprints.Up(whole.LaneMetres, 50) : 0,
            DangerousGoods = CivilFootprints.DangerousGoods(whole, modes.Contains(TransportMode.Road)),
            ReadySeconds = run[0].StartSeconds,
            DueSeconds = finish,
            HardDue = false,
            Ship = handled && whole.Ship is { } ship ? ship with { Name = _ships[ship.Name] } : null,
            Corridor = "",
            Origins = [First(run[0])],
            Destinations = [Last(run[^1])],
            Road = modes.Contains(TransportMode.Road) ? CivilFootprints.Of(whole.Road) : null,
            Rail = modes.Contains(TransportMode.Rail) ? CivilFootprints.Of(whole.Rail) : null,
            Water = modes.Contains(TransportMode.Water) ? CivilFootprints.Of(whole.Water) : null,
        };
        return new Passage(whole.Id, manager, new PlannedSerial(serial, run, finish, new SerialCost(0, 0, 0)));
    }

    private static int PassSeconds(Serial serial, TransportMode mode) => mode switch
    {
        TransportMode.Road => serial.Road?.PassSeconds ?? 0,
        TransportMode.Rail => serial.Rail?.PassSeconds ?? 0,
        TransportMode.Water => serial.Water?.PassSeconds ?? 0,
        _ => 0,
    };

    private static string First(PlanStep step) => step switch
    {
        MoveStep move => move.From,
        HoldStep hold => hold.Node,
        TransferStep transfer => transfer.From,
        _ => throw new InvalidOperationException($"unknown step {step}"),
    };

    private static string Last(PlanStep step) => step switch
    {
        MoveStep move => move.To,
        HoldStep hold => hold.Node,
        TransferStep transfer => transfer.To,
        _ => throw new InvalidOperationException($"unknown step {step}"),
    };
}
