using System.Globalization;
using MilMobility.Benchmarks.Convoys;
using MilMobility.Benchmarks.Pipeline;
using MilMobility.Benchmarks.Planning;
using MilMobility.Benchmarks.Results;

namespace MilMobility.Benchmarks;

/// <summary>
/// <c>results FILE</c> measures everything and writes the table; <c>micro</c> measures the operations alone; <c>insert</c> measures
/// random insertions into the corps' plan, as JSON; <c>run SCENARIO</c> is one end-to-end run in a process of its own, as JSON (what
/// <c>results</c> starts for each scenario). <c>cmp</c> is about convoy instances: <c>measure LOG TABLE</c> makes the runs that the
/// log lacks and writes the table after each, only those whose name has one of the words given; <c>table LOG TABLE</c> only writes
/// it; <c>one CASE SEED VARIANT</c> is one run, as JSON.
/// </summary>
internal static class Program
{
    private const string Usage = "usage: MilMobility.Benchmarks results FILE | micro | insert | run SCENARIO"
        + " | cmp measure LOG TABLE [WORD ...] | cmp table LOG TABLE | cmp one CASE SEED VARIANT";

    private static async Task<int> Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["run", var scenario]:
                Console.WriteLine(await EndToEnd.RunAsync(scenario).ConfigureAwait(false));
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
                var insertions = InsertionRequests.InOwnProcess();
                var text = ResultsText.Of(machine, Machine.Now(), operations, runs) + InsertionText.Of(insertions);
                await File.WriteAllTextAsync(file, text).ConfigureAwait(false);
                return 0;
            case ["cmp", "measure", var log, var table, .. var words]:
                await ConvoyMeasurement.MeasureAsync(log, table, words).ConfigureAwait(false);
                return 0;
            case ["cmp", "table", var log, var table]:
                await File.WriteAllTextAsync(table, ConvoyTable.Of(ConvoyMeasurement.Read(log))).ConfigureAwait(false);
                return 0;
            case ["cmp", "one", var name, var seed, var variant]:
                var number = int.Parse(seed, CultureInfo.InvariantCulture);
                Console.WriteLine(await ConvoyMeasurement.RunAsync(name, number, variant).ConfigureAwait(false));
                return 0;
            default:
                await Console.Error.WriteLineAsync(Usage).ConfigureAwait(false);
                return 2;
        }
    }
}
