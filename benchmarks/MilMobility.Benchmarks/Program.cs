using System.Globalization;
using MilMobility.Benchmarks.Convoys;
using MilMobility.Benchmarks.Equilibrium;
using MilMobility.Benchmarks.Headlines;
using MilMobility.Benchmarks.Pipeline;
using MilMobility.Benchmarks.Planning;
using MilMobility.Benchmarks.Results;

namespace MilMobility.Benchmarks;

/// <summary>
/// <c>results FILE</c> measures everything and writes the table; <c>micro</c> measures the operations alone; <c>insert</c> measures
/// random insertions into the corps' plan, as JSON; <c>run SCENARIO SEED SECONDS</c> is one end-to-end run and <c>ablation OFF SEED</c>
/// one planning with one thing off, as JSON (what <c>results</c> starts in processes of their own). <c>cmp</c> is about convoy
/// instances: <c>measure LOG TABLE</c> makes the runs that the log lacks and writes the table after each, only those whose name has
/// one of the words given; <c>table LOG TABLE</c> only writes it; <c>one CASE SEED VARIANT</c> is one run, as JSON.
/// <c>equilibrium</c> is the same for civil equilibria. <c>headline FILE [GAP]</c> writes the headline table.
/// </summary>
internal static class Program
{
    private const string Usage = "usage: MilMobility.Benchmarks results FILE | micro | insert"
        + " | run SCENARIO SEED SECONDS | ablation OFF SEED"
        + " | cmp measure LOG TABLE [WORD ...] | cmp table LOG TABLE | cmp one CASE SEED VARIANT"
        + " | headline FILE [GAP PERCENT]"
        + " | equilibrium measure LOG TABLE [WORD ...] | equilibrium table LOG TABLE | equilibrium one CASE START GAP";

    private static async Task<int> Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["run", var scenario, var runSeed, var limit]:
                Console.WriteLine(await EndToEnd.RunAsync(scenario, Number(runSeed), Number(limit)).ConfigureAwait(false));
                return 0;
            case ["ablation", var off, var offSeed]:
                Console.WriteLine(await Ablation.RunAsync(off, Number(offSeed)).ConfigureAwait(false));
                return 0;
            case ["insert"]:
                Console.WriteLine(System.Text.Json.JsonSerializer.Serialize(await InsertionRequests.MeasureAsync().ConfigureAwait(false)));
                return 0;
            case ["micro"]:
                Console.WriteLine(ResultsText.OfOperations(Operations.Measure()));
                return 0;
            case ["results", var file]:
                var machine = Machine.Now();
                var operations = Operations.Measure();
                var runs = EndToEnd.MeasureAll();
                var ablation = Ablation.MeasureAll();
                var insertions = InsertionRequests.InOwnProcess();
                var text = ResultsText.Of(machine, Machine.Now(), operations) + PlanningText.OfRuns(runs)
                    + PlanningText.OfAblation(ablation) + InsertionText.Of(insertions);
                await File.WriteAllTextAsync(file, text).ConfigureAwait(false);
                return 0;
            case ["headline", var page, .. { Length: <= 1 } gap]:
                decimal? percent = gap is [var stated] ? decimal.Parse(stated, CultureInfo.InvariantCulture) : null;
                var headline = await HeadlineMeasurement.MeasureAsync(percent, CancellationToken.None).ConfigureAwait(false);
                await File.WriteAllTextAsync(page, headline).ConfigureAwait(false);
                return 0;
            case ["cmp", "measure", var log, var table, .. var words]:
                await ConvoyMeasurement.MeasureAsync(log, table, words).ConfigureAwait(false);
                return 0;
            case ["cmp", "table", var log, var table]:
                await File.WriteAllTextAsync(table, ConvoyTable.Of(ConvoyMeasurement.Read(log))).ConfigureAwait(false);
                return 0;
            case ["cmp", "one", var name, var seed, var variant]:
                Console.WriteLine(await ConvoyMeasurement.RunAsync(name, Number(seed), variant).ConfigureAwait(false));
                return 0;
            case ["equilibrium", "measure", var log, var table, .. var words]:
                EquilibriumMeasurement.Measure(log, table, words);
                return 0;
            case ["equilibrium", "table", var log, var table]:
                await File.WriteAllTextAsync(table, EquilibriumTable.Of(EquilibriumMeasurement.Read(log))).ConfigureAwait(false);
                return 0;
            case ["equilibrium", "one", var name, var start, var gap]:
                Console.WriteLine(EquilibriumMeasurement.One(name, start, double.Parse(gap, CultureInfo.InvariantCulture)));
                return 0;
            default:
                await Console.Error.WriteLineAsync(Usage).ConfigureAwait(false);
                return 2;
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
