using MilMobility.Benchmarks.Pipeline;
using MilMobility.Benchmarks.Results;

namespace MilMobility.Benchmarks;

/// <summary>
/// <c>results FILE</c> measures everything and writes the table; <c>micro</c> measures the operations alone; <c>run SCENARIO</c> is
/// one end-to-end run in a process of its own, as JSON (what <c>results</c> starts for each scenario).
/// </summary>
internal static class Program
{
    private const string Usage = "usage: MilMobility.Benchmarks results FILE | micro | run SCENARIO";

    private static async Task<int> Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["run", var scenario]:
                Console.WriteLine(await EndToEnd.RunAsync(scenario).ConfigureAwait(false));
                return 0;
            case ["micro"]:
                Console.WriteLine(ResultsText.OfOperations(Operations.Measure()));
                return 0;
            case ["results", var file]:
                var machine = Machine.Now();
                var operations = Operations.Measure();
                var runs = EndToEnd.MeasureAll();
                await File.WriteAllTextAsync(file, ResultsText.Of(machine, Machine.Now(), operations, runs)).ConfigureAwait(false);
                return 0;
            default:
                await Console.Error.WriteLineAsync(Usage).ConfigureAwait(false);
                return 2;
        }
    }
}
