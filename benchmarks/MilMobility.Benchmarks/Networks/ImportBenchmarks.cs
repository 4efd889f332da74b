using BenchmarkDotNet.Attributes;
using MilMobility.Domain.Diagnostics;
using MilMobility.Exchange.Drafts;
using MilMobility.Exchange.Formats.OsmPbf;
using MilMobility.Exchange.Sources.Osm;

namespace MilMobility.Benchmarks.Networks;

/// <summary>Import of a generated OpenStreetMap extract with a million nodes, from the file to the draft.</summary>
public class ImportBenchmarks
{
    private const int Side = 302;
    private const int ShapeNodes = 5;
    private const double StepDegrees = 0.01;

    private readonly string _file = Path.Combine(Path.GetTempPath(), $"milmob-benchmark-{Environment.ProcessId}.osm.pbf");

    /// <summary>A grid of roads: 91,204 junctions, and five more nodes along each of the 181,804 ways between them.</summary>
    [GlobalSetup]
    public void Setup()
    {
        using var stream = File.Create(_file);
        using var writer = new OsmPbfWriter(stream);
        for (var row = 0; row < Side; row++)
        {
            for (var column = 0; column < Side; column++) writer.AddNode(Junction(row, column), Lat(row), Lon(column));
        }

        var ways = Ways().ToList();
        for (var way = 0; way < ways.Count; way++)
        {
            var (row, column, toRow, toColumn) = ways[way];
            for (var i = 1; i <= ShapeNodes; i++)
            {
                var share = i / (ShapeNodes + 1.0);
                writer.AddNode(Shape(way, i), Lat(row + ((toRow - row) * share)), Lon(column + ((toColumn - column) * share)));
            }
        }

        for (var way = 0; way < ways.Count; way++)
        {
            var (row, column, toRow, toColumn) = ways[way];
            long[] nodes =
            [
                Junction(row, column), .. Enumerable.Range(1, ShapeNodes).Select(i => Shape(way, i)), Junction(toRow, toColumn),
            ];
            writer.AddWay(way + 1, nodes, ("highway", "primary"), ("maxspeed", "80"), ("lanes", "2"));
        }
    }

    [GlobalCleanup]
    public void Cleanup() => File.Delete(_file);

    [Benchmark(Description = "import OSM PBF|a million nodes and 181,804 ways, file to draft")]
    public int ImportOsm()
    {
        var (draft, found) = (new NetworkDraft(), new DiagnosticBag());
        new OsmSource(_file).ReadInto(draft, new ImportContext(found, CancellationToken.None));
        return draft.LinkCount == 2 * Side * (Side - 1)
            ? draft.NodeCount
            : throw new InvalidOperationException($"{draft.LinkCount} links; {string.Join("; ", found.ToList())}");
    }

    private static IEnumerable<(int Row, int Column, int ToRow, int ToColumn)> Ways()
    {
        for (var row = 0; row < Side; row++)
        {
            for (var column = 0; column < Side; column++)
            {
                if (column + 1 < Side) yield return (row, column, row, column + 1);
                if (row + 1 < Side) yield return (row, column, row + 1, column);
            }
        }
    }

    private static long Junction(int row, int column) => 1 + (row * Side) + column;

    private static long Shape(int way, int number) => (Side * Side) + (way * ShapeNodes) + number;

    private static double Lat(double row) => 50 + (row * StepDegrees);

    private static double Lon(double column) => 4 + (column * StepDegrees);
}
