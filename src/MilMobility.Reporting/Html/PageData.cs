using MilMobility.Domain.Plans;
using MilMobility.Domain.Reports;
using MilMobility.Reporting.Itineraries;
using MilMobility.Reporting.Text;

namespace MilMobility.Reporting.Html;

/// <summary>
/// What the report page draws, in the compact form its scripts read: numbers, ids and positions of sentences, which stand once in both
/// languages; links, nodes and transfers are indices into their lists, many small rows are arrays.
/// </summary>
internal static class PageData
{
    public static object Of(MissionReport report)
    {
        var index = new PageIndex(report.Map);
        var sentences = new PageSentences();
        return new
        {
            report.Scenario.Name,
            report.Scenario.Title,
            Marking = new[] { Formats.Marked(report.Manifest.Marking).Text, Formats.Marked(report.Manifest.Marking).TextNl },
            Audience = Formats.Words(report.Audience),
            report.Manifest.Manager,
            Clock = new
            {
                report.Clock.Start,
                Offsets = report.Clock.Offsets.Select(o => new[] { o.FromSeconds, o.OffsetSeconds }),
            },
            Horizon = report.Plan.HorizonSeconds,
            Phase = Formats.Words(report.Scenario.Phase),
            Basis = report.Scenario.LegalBasis,
            Map = PageMap.Of(report, index),
            Serials = PageSerials.Of(report, index),
            Movements = report.Scenario.Movements.Select(m => new
            {
                m.Id, m.Priority, m.From, To = string.Join(", ", m.To), Ready = m.ReadySeconds, Due = m.DueSeconds, m.Corridor,
                Class = Formats.Words(m.Class),
                Ship = m.Ship is { } ship ? new { ship.Name, Arrives = ship.ArrivesSeconds, Departs = ship.DepartsSeconds } : null,
            }),
            Corridors = Corridors(report).Select(c => new
            {
                c.Id, c.Name, c.Marking, c.Serials, c.Unmoved, c.Late, c.Vehicles, c.Road, c.Rail, c.Water, LastIn = c.LastInSeconds,
                Civil = c.CivilMicroEuros,
            }),
            Unmoved = report.Plan.Unmoved.Select(u => new
            {
                u.Serial.Id, u.Serial.Movement, u.Serial.Unit, u.Serial.Corridor, Vehicles = u.Serial.VehicleCount,
                Reason = Formats.Words(u.Reason), Detail = sentences.Of(u.Detail), Alternatives = sentences.Of(u.Alternatives),
            }),
            Civil = PageCivil.Of(report, index),
            Assessment = PageAssessment.Of(report.Impact.Assessment, index, sentences),
            Explanations = PageExplanations.Of(report, sentences),
            Front = Front(report.Front),
            Run = PageRun.Of(report, sentences),
            MetricWords.Units,
            // Last: it fills while what stands above is written.
            Sentences = sentences.Texts,
        };
    }

    /// <summary>Corridors that carry something; none for a reader to whom no serial's corridor is told.</summary>
    private static IReadOnlyList<CorridorLoad> Corridors(MissionReport report)
    {
        var loads = CorridorLoad.Of(report);
        return loads.Any(c => c.Id.Length > 0) ? loads : [];
    }

    /// <summary>The plans that trade civil burden for movement cost; null for a run that is no part of a sweep.</summary>
    private static object? Front(TradeOffs? front) => front is null ? null : new
    {
        front.Chosen,
        Points = front.Points.Select(p => new
        {
            p.Name, Civil = p.CivilMicroEuros, Movement = p.MovementMicroEuros, Bound = p.BoundMicroEuros, Budget = p.BudgetMicroEuros,
            p.SerialsLate, p.SerialsUnmoved, p.Dominated,
        }),
    };
}
