using MilMobility.Domain.Plans;
using MilMobility.Domain.Reports;
using MilMobility.Reporting.Itineraries;

namespace MilMobility.Reporting.Html;

/// <summary>The serials that move: their steps for drawing, their legs for reading.</summary>
internal static class PageSerials
{
    private const int Move = 0;
    private const int Hold = 1;
    private const int Transfer = 2;

    public static IEnumerable<object> Of(MissionReport report, PageIndex index)
    {
        var legs = new Legs(report.Map);
        var ends = report.Map.Links.Select(l => l.From).ToList();
        return report.Plan.Planned.Select(p => Serial(p, index, ends, legs));
    }

    private static object Serial(PlannedSerial planned, PageIndex index, List<string> linkStarts, Legs legs) => new
    {
        planned.Serial.Id, planned.Serial.Movement, planned.Serial.Unit, planned.Serial.Priority, planned.Serial.Corridor,
        Vehicles = planned.Serial.VehicleCount,
        planned.Serial.LaneMetres,
        Goods = planned.Serial.DangerousGoods,
        Ready = planned.Serial.ReadySeconds,
        Due = planned.Serial.DueSeconds,
        Finish = planned.FinishSeconds,
        Late = planned.LatenessSeconds,
        Cost = new[] { planned.Cost.Time, planned.Cost.Lateness, planned.Cost.Operating },
        Steps = planned.Steps.Select((step, i) => Step(step, i == 0, index, linkStarts)),
        Legs = legs.Of(planned).Select(leg => new
        {
            Mode = PageMap.Name(leg.Mode), From = leg.StartSeconds, To = leg.EndSeconds, leg.Route, Km = Math.Round(leg.Km, 1),
            Start = leg.Points[0].Name, End = leg.Points[^1].Name,
            Halts = leg.Points.Where(p => p.HeadLeaves > p.HeadArrives && p.Remark is "halt" or "reverses")
                .Select(p => new { p.Name, From = p.HeadArrives, To = p.HeadLeaves, Reverses = p.Remark == "reverses" }),
        }),
    };

    /// <summary>A move is [0, link, along it or against it, from, to]; a hold [1, node, mode, from, to, first];
    /// a transfer [2, transfer, "", from, to].</summary>
    private static object[] Step(PlanStep step, bool isFirst, PageIndex index, List<string> linkStarts) => step switch
    {
        MoveStep move => MoveOf(move, index.Link(move.Link), linkStarts),
        HoldStep hold => [Hold, index.Node(hold.Node), PageMap.Name(hold.Mode), step.StartSeconds, step.EndSeconds, isFirst],
        TransferStep transfer => [Transfer, index.Transfer(transfer.Transfer), "", step.StartSeconds, step.EndSeconds],
        _ => throw new InvalidOperationException($"unknown step {step}"),
    };

    private static object[] MoveOf(MoveStep move, int link, List<string> linkStarts) =>
        [Move, link, link >= 0 && linkStarts[link] == move.From, move.StartSeconds, move.EndSeconds];
}
