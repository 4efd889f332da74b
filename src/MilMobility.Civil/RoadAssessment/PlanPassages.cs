using MilMobility.Civil.Bottlenecks;
using MilMobility.Domain.Plans;
using MilMobility.Domain.Units;
using MilMobility.Networks.Compilation;

namespace MilMobility.Civil.RoadAssessment;

/// <summary>
/// A plan's moves by road as columns on directed roads. The head enters and leaves as the plan says, so the speed is what the plan drives
/// there: the column's march speed (that of a heavy transporter where it needs one), the road's, or a patch's. The tail follows by the pass
/// time of the serial's road footprint, which is the same on every road (rule 4): the column is as long as its speed makes it,
/// with the gaps between its packets. The headway behind its tail is free for civil traffic.
/// </summary>
public static class PlanPassages
{
    /// <summary>Passages in order of serial and time; hours since the scenario's start. O(steps).</summary>
    /// <param name="network">Compiled network.</param>
    /// <param name="arcs">Arc of the compiled network by road.</param>
    /// <param name="plan">Plan.</param>
    public static IReadOnlyList<ConvoyPassage> Of(CompiledNetwork network, IReadOnlyList<int> arcs, MovementPlan plan)
    {
        var roadOf = arcs.Select((arc, road) => (arc, road)).ToDictionary(p => p.arc, p => p.road);
        var passages = new List<ConvoyPassage>();
        foreach (var planned in plan.Planned)
        {
            var moves = planned.Steps.OfType<MoveStep>().ToList();
            for (var i = 0; i < moves.Count; i++)
            {
                if (moves[i].Mode != TransportMode.Road) continue;
                var hours = (moves[i].EndSeconds - moves[i].StartSeconds) / 3600.0;
                var speed = network.LinkLengthMetres[network.LinkIndex[moves[i].Link]] / 1000.0 / hours;
                var passHours = planned.Serial.Road!.PassSeconds / 3600.0;
                var goesOn = i + 1 < moves.Count && moves[i + 1].Mode == TransportMode.Road;
                passages.Add(new ConvoyPassage(
                    roadOf[Arc(network, moves[i])], moves[i].StartSeconds / 3600.0, speed, passHours * speed,
                    goesOn ? roadOf[Arc(network, moves[i + 1])] : -1));
            }
        }

        return passages;
    }

    private static int Arc(CompiledNetwork network, MoveStep move)
    {
        var link = network.LinkIndex[move.Link];
        return network.LinkFrom[link] == network.NodeIndex[move.From] ? 2 * link : (2 * link) + 1;
    }
}
