using MilMobility.Domain.Plans;
using MilMobility.Domain.Units;

namespace MilMobility.Civil.RailAssessment;

/// <summary>A military train on a section.</summary>
/// <param name="Serial">Serial id.</param>
/// <param name="Section">Section.</param>
/// <param name="Forward">Along the link.</param>
/// <param name="Enter">Seconds at which its head enters.</param>
/// <param name="Leave">Seconds at which its head leaves.</param>
/// <param name="Pass">Seconds from head to tail.</param>
public sealed record MilitaryStay(string Serial, int Section, bool Forward, int Enter, int Leave, int Pass);

/// <summary>The plan's moves by rail, in order of entry.</summary>
public static class MilitaryStays
{
    public static IReadOnlyList<MilitaryStay> Of(RailSections rail, MovementPlan plan) =>
    [
        .. plan.Planned
            .SelectMany(p => p.Steps.OfType<MoveStep>().Where(m => m.Mode == TransportMode.Rail).Select(m => Of(rail, p, m)))
            .OrderBy(s => s.Enter).ThenBy(s => s.Serial, StringComparer.Ordinal).ThenBy(s => s.Section),
    ];

    private static MilitaryStay Of(RailSections rail, PlannedSerial planned, MoveStep move)
    {
        var network = rail.Network;
        var link = network.LinkIndex[move.Link];
        var forward = network.LinkFrom[link] == network.NodeIndex[move.From];
        return new MilitaryStay(
            planned.Serial.Id, rail.OfLink(link), forward, move.StartSeconds, move.EndSeconds, planned.Serial.Rail!.PassSeconds);
    }
}
