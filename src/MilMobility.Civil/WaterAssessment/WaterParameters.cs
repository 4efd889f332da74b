using MilMobility.Civil.Assessment;
using MilMobility.Civil.Demand;
using MilMobility.Networks.Datasets;

namespace MilMobility.Civil.WaterAssessment;

/// <summary>What the assessment of locks, barges and bridges assumes, from <c>civil-parameters.csv</c>.</summary>
public sealed record WaterParameters
{
    /// <summary>CEMT classes I to VII.</summary>
    public const int ClassCount = 7;

    /// <summary>A barge as it usually sails on fairways of CEMT rank 1 to 7; index rank - 1.</summary>
    public required IReadOnlyList<BargeType> Barges { get; init; }

    public required double RecreationLengthMetres { get; init; }

    public required double RecreationBeamMetres { get; init; }

    /// <summary>A military vessel shares its lockage with civil ones; one with dangerous goods never does.</summary>
    public required bool MilitaryShares { get; init; }

    /// <summary>Mean wait of a lock above which it counts as over the norm.</summary>
    public required double NormMinutes { get; init; }

    /// <summary>The weakest of the parameters.</summary>
    public required string Quality { get; init; }

    public static WaterParameters From(ParameterReader reader)
    {
        var rows = new List<ParameterRow>();
        return new WaterParameters
        {
            Barges =
            [
                .. Enumerable.Range(1, ClassCount).Select(rank => new BargeType(
                    Read($"water.barge.cemt-{rank}.length_m", 10, 300), Read($"water.barge.cemt-{rank}.beam_m", 2, 50),
                    Read($"water.barge.cemt-{rank}.draught_empty_m", 0.1, 10),
                    Read($"water.barge.cemt-{rank}.draught_full_m", 0.1, 10))),
            ],
            RecreationLengthMetres = Read("water.recreation.length_m", 2, 50),
            RecreationBeamMetres = Read("water.recreation.beam_m", 1, 20),
            MilitaryShares = Read("water.military.shares_lockage", 0, 1) >= 0.5,
            NormMinutes = Read("water.lock.wait_norm_min", 1, 600),
            Quality = Qualities.Weakest(rows.Select(r => r.Quality)),
        };

        double Read(string name, double min, double max)
        {
            var row = reader.Row(name, min, max);
            rows.Add(row);
            return row.Value;
        }
    }
}

/// <summary>A kind of barge.</summary>
/// <param name="LengthMetres">Length.</param>
/// <param name="BeamMetres">Beam.</param>
/// <param name="EmptyDraughtMetres">Draught without cargo.</param>
/// <param name="FullDraughtMetres">Draught with all the cargo it can carry.</param>
public sealed record BargeType(double LengthMetres, double BeamMetres, double EmptyDraughtMetres, double FullDraughtMetres)
{
    /// <summary>
    /// Share of its cargo that it can carry at a permitted draught, 0-1, by linear immersion: each centimetre of draught carries as much
    /// as any other.
    /// </summary>
    public double LoadingShare(double draughtMetres) =>
        FullDraughtMetres <= EmptyDraughtMetres
            ? 1 : Math.Clamp((draughtMetres - EmptyDraughtMetres) / (FullDraughtMetres - EmptyDraughtMetres), 0, 1);
}
