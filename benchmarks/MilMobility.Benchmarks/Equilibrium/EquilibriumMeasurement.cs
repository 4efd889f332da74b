using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using MilMobility.Benchmarks.Convoys;
using MilMobility.Benchmarks.Results;
using MilMobility.Domain.Diagnostics;
using MilMobility.Equilibrium;
using MilMobility.Equilibrium.Demand;
using MilMobility.Equilibrium.Networks;

namespace MilMobility.Benchmarks.Equilibrium;

/// <summary>
/// Runs the assignment table, each instance, start and gap in a process of its own. Every finished run is a line of a log; a
/// run whose line is there already is not repeated.
/// </summary>
internal static class EquilibriumMeasurement
{
    private const int Repeats = 5;
    private const int ClosedLinks = 5;
    private const int HalvedLinks = 20;
    private const int Draws = 9;
    private const double WarmUpSeconds = 1;
    private const int WarmUpRunsMax = 200;

    /// <summary>Gap of the equilibrium that a warm start starts from, at the loosest.</summary>
    private const double StartGap = 1e-6;

    public static IReadOnlyList<double> Gaps { get; } = [1e-4, 1e-6, 1e-10];

    /// <summary>Makes the runs that the log lacks; only those whose instance contains a word, if words are given.</summary>
    public static void Measure(string log, string table, IReadOnlyList<string> words)
    {
        var done = Read(log).Select(r => (r.Case, r.Start, r.Gap)).ToHashSet();
        foreach (var c in EquilibriumCase.All.Where(c => words.Count == 0 ? !c.IsLarge : words.Any(c.Name.Contains)))
        {
            if (!c.Exists)
            {
                Console.Error.WriteLine($"{c.Name}: not in the data folder");
                continue;
            }

            foreach (var start in (string[])[EquilibriumRun.Cold, EquilibriumRun.Warm, EquilibriumRun.Halved])
            {
                foreach (var gap in c.IsLarge ? Gaps.Take(2) : Gaps)
                {
                    // Five links: closing any of them cuts Braess' network.
                    if (done.Contains((c.Name, start, gap)) || (start != EquilibriumRun.Cold && c.Name == "Braess")) continue;
                    var line = InOwnProcess(c.Name, start, gap);
                    File.AppendAllText(log, line + "\n");
                    Console.Error.WriteLine(line);
                }
            }
        }

        File.WriteAllText(table, EquilibriumTable.Of(Read(log)));
    }

    public static IReadOnlyList<EquilibriumRun> Read(string log) => !File.Exists(log) ? [] :
        [.. File.ReadLines(log).Where(l => l.Length > 0).Select(l => JsonSerializer.Deserialize<EquilibriumRun>(l)!)];

    /// <summary>One instance, start and gap, as a line of JSON.</summary>
    public static string One(string name, string start, double gap)
    {
        var c = EquilibriumCase.All.First(x => x.Name == name);
        var (network, cars) = c.Make();
        var repeats = c.IsLarge ? 1 : Repeats;
        var clock = Stopwatch.StartNew();
        var first = Solve(network, cars, gap);
        var firstSeconds = clock.Elapsed.TotalSeconds;
        var (seconds, cold) = (new double[repeats], (double[]?)null);
        var (last, worst) = (first, first.RelativeGap);
        EquilibriumDisturbance[]? disturbances = null;
        if (start == EquilibriumRun.Cold)
        {
            WarmUp(() => Solve(network, cars, gap), c.IsLarge);
            for (var i = 0; i < repeats; i++) seconds[i] = Timed(() => last = Solve(network, cars, gap));
        }
        else
        {
            var before = Solve(network, cars, Math.Min(gap, StartGap));
            var changed = Enumerable.Range(1, c.IsLarge ? 1 : Draws)
                .Select(seed => start == EquilibriumRun.Halved ? Halve(network, seed) : Close(network, cars, seed)).ToList();
            WarmUp(() => changed.ForEach(n => Solve(n, cars, gap, before)), c.IsLarge);
            (seconds, cold) = (new double[changed.Count], new double[changed.Count]);
            disturbances = [.. changed.Select(n => EquilibriumDisturbance.Of(network, n, cars, gap, before))];
            for (var draw = 0; draw < changed.Count; draw++)
            {
                // One after the other, so that what else the machine does is in both.
                var (warmRuns, coldRuns) = (new double[repeats], new double[repeats]);
                for (var i = 0; i < repeats; i++)
                {
                    warmRuns[i] = Timed(() => last = Solve(changed[draw], cars, gap, before));
                    worst = Math.Max(worst, last.RelativeGap);
                    coldRuns[i] = Timed(() => Solve(changed[draw], cars, gap));
                }

                (seconds[draw], cold[draw]) = (EquilibriumTable.Median(warmRuns), EquilibriumTable.Median(coldRuns));
            }
        }

        var here = Machine.Now();
        return JsonSerializer.Serialize(new EquilibriumRun(
            name, start, gap, seconds, cold, firstSeconds, last.Iterations, Math.Max(worst, last.RelativeGap), last.Objective,
            $"{network.ZoneCount} / {network.NodeCount} / {network.LinkCount}",
            new RunMachine(here.Processor, here.Cores, here.Commit, here.Utc, here.Load), disturbances));
    }

    public static T Valid<T>(Loaded<T> loaded) =>
        loaded is Valid<T> valid ? valid.Value : throw new InvalidDataException(loaded.Diagnostics[0].ToString());

    /// <summary>Closes random links one by one, but for those without which some trips have no path.</summary>
    private static AssignmentNetwork Close(AssignmentNetwork network, VehicleClass cars, int seed)
    {
        var random = new Random(seed);
        var closed = new HashSet<int>();
        while (closed.Count < ClosedLinks)
        {
            var link = random.Next(network.LinkCount);
            if (closed.Contains(link)
                || network.With([LinkChange.Close(link)]) is not Valid<AssignmentNetwork> { Value: var next }) continue;
            var options = new EquilibriumOptions { IterationsMax = 1 };
            if (UserEquilibrium.Find(next, [cars], options, CancellationToken.None) is not Valid<EquilibriumSolution>) continue;
            network = next;
            closed.Add(link);
        }

        return network;
    }

    /// <summary>Halves the capacity of random links, as a convoy takes lanes.</summary>
    private static AssignmentNetwork Halve(AssignmentNetwork network, int seed)
    {
        var (random, chosen) = (new Random(seed), new HashSet<int>());
        while (chosen.Count < HalvedLinks) chosen.Add(random.Next(network.LinkCount));
        return Valid(network.With([.. chosen.Order().Select(i => new LinkChange(i, Capacity: network.CapacityOf(i) / 2))]));
    }

    private static void WarmUp(Action work, bool isLarge)
    {
        var clock = Stopwatch.StartNew();
        for (var i = 0; !isLarge && i < WarmUpRunsMax && clock.Elapsed.TotalSeconds < WarmUpSeconds; i++) work();
    }

    private static double Timed(Action work)
    {
        var clock = Stopwatch.StartNew();
        work();
        return clock.Elapsed.TotalSeconds;
    }

    private static EquilibriumSolution Solve(
        AssignmentNetwork network, VehicleClass cars, double gap, EquilibriumSolution? start = null) =>
        Valid(UserEquilibrium.Find(network, [cars], new EquilibriumOptions { RelativeGap = gap }, CancellationToken.None, start));

    private static string InOwnProcess(string name, string start, double gap)
    {
        var process = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        string[] arguments =
        [
            typeof(EquilibriumMeasurement).Assembly.Location, "equilibrium", "one", name, start, gap.ToString(CultureInfo.InvariantCulture),
        ];
        foreach (var argument in arguments) process.ArgumentList.Add(argument);
        using var running = Process.Start(process) ?? throw new InvalidOperationException("dotnet did not start");
        var text = running.StandardOutput.ReadToEnd().Trim();
        running.WaitForExit();
        return running.ExitCode == 0 ? text
            : throw new InvalidOperationException($"{name} {start} {gap} ended with exit code {running.ExitCode}");
    }
}
