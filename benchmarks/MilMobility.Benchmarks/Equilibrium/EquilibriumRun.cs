using MilMobility.Benchmarks.Convoys;

namespace MilMobility.Benchmarks.Equilibrium;

/// <summary>One measured instance, gap and start: a line of the log from which the table is made.</summary>
/// <param name="Case">Line of the table.</param>
/// <param name="Start">cold, warm after closing links, or halved: warm after halving capacities.</param>
/// <param name="Gap">Relative gap asked for.</param>
/// <param name="Seconds">Wall clock of each repeat; of a warm start, the median over the repeats of each draw of links.</param>
/// <param name="ColdSeconds">For a warm start: the same changed networks from nothing, repeat by repeat after the warm ones.</param>
/// <param name="FirstSeconds">The first call in the process, its compilation included.</param>
/// <param name="Iterations">Of the last repeat.</param>
/// <param name="WorstGap">Largest gap reached, by shortest paths at the final flows.</param>
/// <param name="Objective">Of the last repeat.</param>
/// <param name="Size">Zones, nodes and links.</param>
/// <param name="Machine">Processor, cores, commit and load.</param>
/// <param name="Disturbances">By draw of a warm start: how much the change of the network is.</param>
internal sealed record EquilibriumRun(
    string Case, string Start, double Gap, double[] Seconds, double[]? ColdSeconds, double FirstSeconds, int Iterations, double WorstGap,
    double Objective, string Size, RunMachine Machine, EquilibriumDisturbance[]? Disturbances = null)
{
    public const string Cold = "cold";
    public const string Warm = "warm";
    public const string Halved = "halved";
}
