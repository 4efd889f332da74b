using MilMobility.Derivation;
using MilMobility.Derivation.CrossCheck;
using MilMobility.Derivation.Ports;
using MilMobility.Derivation.Rail;
using MilMobility.Derivation.Road;
using MilMobility.Derivation.Water;
using MilMobility.Domain.Units;
using MilMobility.TestScenes;

namespace MilMobility.Derivation.Tests.Reference;

/// <summary>
/// The embedded network is what the program in networks/derivation makes of the reference data, and agrees with the importers.
/// </summary>
public sealed class NetworkDerivationTests
{
    private const string Data = "prorail-spoortak";

    private static DerivationPaths Paths(string output) => new(
        Path.GetFullPath(Path.Combine(ReferenceData.Folder(Data)!, "..")),
        Path.Combine(ReferenceData.Root, "networks", "derivation", "facts"), output);

    [Fact]
    public void The_embedded_network_is_derived_byte_by_byte()
    {
        Assert.SkipWhen(ReferenceData.Folder(Data) is null, ReferenceData.WhySkipped(Data));
        var folder = Directory.CreateTempSubdirectory("milmob-derived-").FullName;
        try
        {
            Derive(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Derive(string folder)
    {
        // The parameters of the civil model are written by hand.
        const string ByHand = "civil-parameters.csv";
        File.Copy(Path.Combine(ReferenceData.Network, ByHand), Path.Combine(folder, ByHand));
        var paths = Paths(folder);
        RoadDerivation.Derive(paths);
        RailDerivation.Derive(paths);
        WaterDerivation.Run(paths);
        PortDerivation.Run(paths);
        PackageDerivation.Run(paths);
        var expected = Directory.GetFiles(ReferenceData.Network).Select(Path.GetFileName).Order(StringComparer.Ordinal);
        Assert.Equal(expected, Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(Directory.GetFiles(folder), file => Assert.True(
            File.ReadAllBytes(file).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(ReferenceData.Network, Path.GetFileName(file)))),
            Path.GetFileName(file)));
    }

    [Fact]
    public void Every_difference_from_the_importers_output_is_explained_and_the_report_is_up_to_date()
    {
        Assert.SkipWhen(ReferenceData.Folder(Data) is null, ReferenceData.WhySkipped(Data));
        var result = CrossCheckRun.Compare(Paths(ReferenceData.Network));
        Assert.Empty(result.Links.Where(finding => finding.Cause == Cause.Unexplained).Select(finding => finding.Comparison.Link.Id));
        Assert.Equal(result.Embedded.Links.Count, result.Links.Count);
        var report = File.ReadAllText(Path.Combine(ReferenceData.Network, "..", "CROSSCHECK.md"));
        Assert.Equal(report, CrossCheckReport.Text(result));

        // Fairways are the same lines in both; a way through it by road or rail may end elsewhere in a junction.
        Assert.All(result.Links.Where(f => f.Comparison.Link.Mode == TransportMode.Water), f => Assert.Equal(Cause.Agrees, f.Cause));
        foreach (var (mode, share) in new[] { (TransportMode.Road, 0.75), (TransportMode.Rail, 0.9) })
        {
            var links = result.Links.Where(f => f.Comparison.Link.Mode == mode).ToList();
            Assert.True(links.Count(f => f.Cause == Cause.Agrees) >= share * links.Count, mode.ToString());
        }

        var ratios = result.Routes.Where(r => r.ImportedMetres is not null && !r.Reverses)
            .Select(r => r.ImportedMetres!.Value / r.EmbeddedMetres).Order().ToList();
        Assert.True(ratios.Count > 450, $"{ratios.Count} routes");
        Assert.InRange(ratios[ratios.Count / 2], 0.99, 1.01);
    }
}
