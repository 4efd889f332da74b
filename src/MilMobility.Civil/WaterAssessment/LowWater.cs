using MilMobility.Civil.Assessment;
using MilMobility.Domain.Sentences;
using MilMobility.Domain.Units;
using MilMobility.Networks.Compilation;

namespace MilMobility.Civil.WaterAssessment;

/// <summary>
/// What a lower draught leaves of the cargo of civil barges, where the scenario's patches lower it. The barge is the usual one of the
/// fairway's CEMT class; what it carries falls linearly from its full to its empty draught (<see cref="BargeType.LoadingShare"/>),
/// so that 1 / share voyages carry what one did. Fairways count by vessel-kilometres where the dataset has vessels by class of fairway,
/// otherwise by kilometres. Limits: no clearance under the keel beyond the permitted draught, no shift to other modes.
/// </summary>
/// <param name="SharePercent">Cargo under low water over cargo at the dataset's draught, mean over the fairways lowered.</param>
/// <param name="Sentences">The same by fairway.</param>
public sealed record LowWater(double SharePercent, IReadOnlyList<Sentence> Sentences)
{
    /// <summary>Null where no patch lowers a draught.</summary>
    public static LowWater? Of(AssessmentInput input, WaterParameters parameters)
    {
        var network = input.Network;
        var lowered = new List<(string Fairway, double Weight, double Share, int Cm)>();
        for (var link = 0; link < network.LinkCount; link++)
        {
            if (network.LinkMode[link] != TransportMode.Water || network.LinkCemtClass[link] == CompiledNetwork.NoLimit) continue;
            var row = network.Dataset.Links[link];
            if (row.DraughtCm is not { } normal || network.LinkDraughtCm[link] >= normal) continue;
            var barge = parameters.Barges[Math.Min(network.LinkCemtClass[link], WaterParameters.ClassCount) - 1];
            var full = barge.LoadingShare(normal / 100.0);
            if (full <= 0) continue;
            var share = barge.LoadingShare(network.LinkDraughtCm[link] / 100.0) / full;
            lowered.Add((row.Name, Weight(input, link), share, normal - network.LinkDraughtCm[link]));
        }

        if (lowered.Count == 0) return null;
        var percent = 100 * lowered.Sum(l => l.Weight * l.Share) / lowered.Sum(l => l.Weight);
        var sentences = lowered.GroupBy(l => l.Fairway).OrderBy(g => g.Key, StringComparer.Ordinal).Select(OfFairway);
        return new LowWater(percent, [.. sentences]);
    }

    private static Sentence OfFairway(IGrouping<string, (string Fairway, double Weight, double Share, int Cm)> fairway)
    {
        // A fairway lets through what its shallowest reach does.
        var share = fairway.Min(l => l.Share);
        (string, Phrase)[] less = [("fairway", fairway.Key), ("cm", fairway.Max(l => l.Cm))];
        return share <= 0
            ? Sentence.Of("note.water.low-none", less)
            : Sentence.Of(
                "note.water.low",
                [.. less, ("percent", Phrase.Number(100 * share)), ("extra", Phrase.Number(100 * ((1 / share) - 1)))]);
    }

    private static double Weight(AssessmentInput input, int link)
    {
        var scope = $"class:{input.Network.LinkClass[link]}";
        var vessels = input.Network.Dataset.CivilProfiles
            .Where(p => p.Mode == TransportMode.Water && p.Scope == scope && p.Category == "barge").Sum(p => p.Hours.Sum());
        return (vessels > 0 ? vessels : 1) * input.Network.LinkLengthMetres[link];
    }
}
