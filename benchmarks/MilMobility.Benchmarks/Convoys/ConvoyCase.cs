using MilMobility.Convoys.Generation;

namespace MilMobility.Benchmarks.Convoys;

/// <summary>One line of the convoy table: a family of instances, one per seed, and what each run may take.</summary>
/// <param name="Name">Name of the line; with seed and variant it names a run.</param>
/// <param name="Request">Instance; the seed is filled in per run.</param>
/// <param name="Seconds">Wall-clock limit of a run.</param>
/// <param name="Target">What the run should reach, in words; empty where nothing was promised.</param>
internal sealed record ConvoyCase(string Name, FamilyRequest Request, int Seconds, string Target)
{
    public const string Baseline = "hubs-100";

    private static readonly int[] s_planarConvoys = [15, 20, 25];
    private static readonly int[] s_planarNodes = [30, 300, 3000];

    /// <summary>Lines of the main table.</summary>
    public static IReadOnlyList<ConvoyCase> All { get; } =
    [
        .. from nodes in s_planarNodes
           from convoys in s_planarConvoys
           select new ConvoyCase(
               $"planar-{convoys}-on-{nodes}", new FamilyRequest("planar", nodes, convoys, null, null, null, 0), 10, "1 % in 10 s"),
        new ConvoyCase("hard-17-on-300", new FamilyRequest("hard", 300, 17, null, null, null, 0), 300, "1 % in 5 min"),
        new ConvoyCase(Baseline, new FamilyRequest("hubs", 933, 100, null, null, null, 0), 60, "2 % in 60 s"),
        Grid(30, 100, 2, 60, "2 % in 60 s"),
        Grid(10, 5, 2, 10, ""),
        Grid(10, 10, 4, 10, ""),
        Grid(30, 20, 8, 30, ""),
        Grid(50, 50, 2, 60, ""),
        Grid(100, 200, 2, 60, ""),
        Grid(200, 800, 4, 60, "clash-free in 60 s"),
    ];

    /// <summary>The line on which the accelerations are switched off one at a time: dense, and with the shortest limit.</summary>
    public static ConvoyCase Ablated { get; } = Of("planar-25-on-30");

    public static ConvoyCase Of(string name) => All.FirstOrDefault(c => c.Name == name)
        ?? throw new ArgumentException($"no case {name}; one of {string.Join(", ", All.Select(c => c.Name))}");

    private static ConvoyCase Grid(int side, int convoys, int halfEdges, int seconds, string target) => new(
        $"grid-{side}x{side}-{convoys}", new FamilyRequest("grid", null, convoys, side, side, halfEdges, 0), seconds, target);
}
