using MilMobility.Domain.Diagnostics;
using MilMobility.Exchange.Drafts;
using MilMobility.Exchange.Sources.Fairways;
using MilMobility.Exchange.Sources.ProRail;
using MilMobility.Exchange.Sources.Vild;
using MilMobility.Exchange.Tests.Sources;

namespace MilMobility.Exchange.Tests.Fuzz;

/// <summary>
/// Whole sources under spoiled files: a small sound folder of which one file is spoiled is read into a draft, with all that a source
/// makes of its records: projection, matching, graphs.
/// </summary>
public sealed class SourceFuzzTests(ITestOutputHelper output) : IDisposable
{
    /// <summary>Each mutant is a file written and a whole import.</summary>
    private const int InputsDefault = 200;

    private static readonly FuzzLimits Limits = new(AllocatedBytesMax: 32_000_000);

    private readonly string _folder = Directory.CreateTempSubdirectory("milmob-fuzz-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("vild.csv", 51)]
    [InlineData("tmcpoint.shp", 52)]
    [InlineData("tmcpoint.dbf", 53)]
    public void Spoiled_location_tables_are_read_or_refused(string file, int seed) =>
        Attack(SoundFolders.Vild, file, seed, folder => new VildSource(folder));

    [Theory]
    [InlineData("Vaarwegvakken.shp", 54)]
    [InlineData("Vaarwegvakken.dbf", 55)]
    [InlineData("fis_edges_1.geojson", 56)]
    [InlineData("fis_x_edges_cemt.csv", 57)]
    public void Spoiled_fairways_are_read_or_refused(string file, int seed) =>
        Attack(SoundFolders.Fairways, file, seed, folder => new FairwaySource(folder, folder));

    [Theory]
    [InlineData("SPOORTAK_1.csv", 58)]
    [InlineData("SPOORTAK_1.shp", 59)]
    [InlineData("SPOORTAK_TOPO_1.csv", 60)]
    [InlineData("SPOORTAK_SNELHEDEN_1.csv", 61)]
    [InlineData("SPOORTAK_GEOCODE_GRENZEN_1.csv", 62)]
    [InlineData("SPOORTAK_GEOCODEKM_GEO_1.csv", 63)]
    [InlineData("SPOORTAK_OBJECTEN_1.csv", 65)]
    [InlineData("GEOCODE_1.dbf", 64)]
    public void Spoiled_track_models_are_read_or_refused(string file, int seed) =>
        Attack(SoundFolders.Railway, file, seed, folder => new ProRailSource(folder));

    private void Attack(Dictionary<string, byte[]> files, string attacked, int seed, Func<string, INetworkSource> source)
    {
        SoundFolders.Write(files, _folder);
        var target = Path.Combine(_folder, attacked);
        var links = 0;
        var report = Fuzzing.Run(
            [files[attacked]],
            (input, cancellation) =>
            {
                File.WriteAllBytes(target, input);
                var bag = new DiagnosticBag();
                var draft = new NetworkDraft();
                source(_folder).ReadInto(draft, new ImportContext(bag, cancellation));
                links = Math.Max(links, draft.Links.Length);
                return bag.ToList();
            },
            Limits, seed, Fuzzing.InputsOr(InputsDefault));
        Assert.True(links > 0, "the sound folder makes no link, so that little was tried");
        output.WriteLine(
            $"{report.Inputs} inputs, {report.Refused} refused, at most {report.AllocatedBytesWorst} bytes; "
            + string.Join(", ", report.FirstCodes.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key} {c.Value}")));
    }
}
