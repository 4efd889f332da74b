using System.Globalization;
using MilMobility.Cli.Assignment;
using MilMobility.Equilibrium;
using MilMobility.Pipeline;

namespace MilMobility.Cli.Output;

/// <summary>Prints an equilibrium, for people or as JSON, and writes its link flows.</summary>
public static class AssignOutput
{
    /// <summary>A gap that was not reached within the limits is no answer to what was asked, though its flows are printed.</summary>
    public static int ExitCode(EquilibriumSolution solution) => solution.Stop switch
    {
        EquilibriumStop.Gap => ExitCodes.Done,
        EquilibriumStop.Cancelled => ExitCodes.Cancelled,
        _ => ExitCodes.NoPlan,
    };

    public static void Write(
        TntpAssignment instance, EquilibriumSolution solution, TntpRequest request, EquilibriumOptions options, string? flows, bool json)
    {
        if (json)
        {
            Terminal.WriteJson(new AssignDocument(
                Status(solution), ExitCode(solution), solution.Objective, solution.TotalTravelTime, solution.TotalCost,
                solution.CheapestCost, solution.RelativeGap, options.RelativeGap, solution.Iterations, solution.Elapsed.TotalSeconds,
                solution.Stop, instance.Network.ZoneCount, instance.Network.NodeCount, instance.Links.Count,
                [.. instance.Classes.Select(c => new AssignedClass(c.Name, c.Trips.Sum(t => t.Vehicles), c.PassengerCarUnits))],
                [.. (request.ClosedLinks ?? []).Select(l => $"{l.From}-{l.To}")], flows,
                [.. solution.Trace.Select(r => new AssignRound(r.Iteration, r.Elapsed.TotalSeconds, r.Gap, r.Extended))]));
            return;
        }

        Row("network", $"{instance.Network.ZoneCount} zones, {instance.Network.NodeCount} nodes, {instance.Links.Count} links");
        foreach (var c in instance.Classes) Row(c.Name, $"{Number(c.Trips.Sum(t => t.Vehicles))} vehicles");
        Row("objective", Number(solution.Objective));
        Row("total travel time", Number(solution.TotalTravelTime));
        Row("relative gap", $"{solution.RelativeGap.ToString("E2", CultureInfo.InvariantCulture)}, by shortest paths at these flows");
        Row("rounds", $"{solution.Iterations}");
        Row("seconds", solution.Elapsed.TotalSeconds.ToString("F3", CultureInfo.InvariantCulture));
        if (flows is not null) Row("flows written to", flows);
        if (solution.Stop != EquilibriumStop.Gap)
            Console.Error.WriteLine($"The gap of {options.RelativeGap:E1} was not reached; stopped by {Word(solution.Stop)}.");
    }

    /// <summary>One row a link, in the order of the network file.</summary>
    public static void WriteFlows(TntpAssignment instance, EquilibriumSolution solution, TextWriter writer)
    {
        writer.NewLine = "\n";
        writer.WriteLine($"from,to,volume_pcu,time,{string.Join(',', instance.Classes.Select(c => $"{c.Name}_vehicles"))}");
        for (var i = 0; i < instance.Links.Count; i++)
        {
            var vehicles = string.Join(',', solution.Vehicles.Select(v => Exact(v[i])));
            var (from, to) = (instance.Links[i].From, instance.Links[i].To);
            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{from},{to},{Exact(solution.CarUnits[i])},{Exact(solution.Time[i])},{vehicles}"));
        }
    }

    private static string Status(EquilibriumSolution solution) => solution.Stop switch
    {
        EquilibriumStop.Gap => "done",
        EquilibriumStop.Cancelled => "cancelled",
        _ => "gap-not-reached",
    };

    private static string Word(EquilibriumStop stop) => stop switch
    {
        EquilibriumStop.Iterations => "the number of rounds",
        EquilibriumStop.Time => "the time limit",
        EquilibriumStop.Precision => "the precision of the numbers",
        EquilibriumStop.Cancelled => "Ctrl-C",
        _ => "the gap",
    };

    private static string Exact(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Number(double value) => value.ToString("N3", CultureInfo.InvariantCulture);

    private static void Row(string name, string value) => Console.Out.WriteLine($"{name,-20} {value}");
}

/// <summary>What `assign --json` prints. Times are in the network's unit; the gap is total cost / cheapest cost - 1.</summary>
public sealed record AssignDocument(
    string Status, int ExitCode, double Objective, double TotalTravelTime, double TotalCost, double CheapestCost, double Gap,
    double GapAsked, int Iterations, double Seconds, EquilibriumStop StoppedBy, int Zones, int Nodes, int Links,
    IReadOnlyList<AssignedClass> Classes, IReadOnlyList<string> ClosedLinks, string? Flows, IReadOnlyList<AssignRound> Rounds);

/// <summary>A class of vehicles that was assigned.</summary>
public sealed record AssignedClass(string Name, double Vehicles, double PassengerCarUnits);

/// <summary>A round; its gap is against the cheapest paths among those in use, so at most the relative gap.</summary>
public sealed record AssignRound(int Iteration, double Seconds, double Gap, int Extended);
