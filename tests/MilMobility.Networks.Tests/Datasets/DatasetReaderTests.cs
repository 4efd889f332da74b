using System.Security.Cryptography;
using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Units;
using MilMobility.Networks.Compilation;
using MilMobility.Networks.Datasets;

namespace MilMobility.Networks.Tests.Datasets;

public sealed class DatasetReaderTests
{
    private static NetworkDataset ReadValid(DatasetFolder folder)
    {
        var outcome = folder.Read();
        Assert.Empty(outcome.Diagnostics);
        return Assert.IsType<Valid<NetworkDataset>>(outcome).Value;
    }

    [Fact]
    public void A_road_link_is_read_into_kilograms_and_centimetres()
    {
        using var folder = new DatasetFolder();
        var link = ReadValid(folder).Links[0];

        Assert.Equal(
            ("a1", "road-haven", "road-kp", "A1", "motorway", 6900, 100, 2, 4200, true),
            (link.Id, link.From, link.To, link.Name, link.Class, link.LengthMetres, link.SpeedKmh, link.LanesOrTracks,
                link.CapacityPerHour, link.TwoWay));
        Assert.Equal(
            (80, 70, 11_500, 60_000, 425, 350, 2_200),
            (link.Wheeled, link.Tracked, link.AxleLoadKg, link.MassKg, link.HeightCm, link.WidthCm, link.VehicleLengthCm));
        Assert.Equal(('C', "Tunnel"), (link.TunnelCategory, link.Tunnel));
        Assert.Equal([(52.001, 5.05), (52.002, 5.06)], link.Via);
        Assert.Equal((Path.Combine(folder.Root, "road-links.csv"), 2), (link.File, link.Line));
    }

    [Fact]
    public void A_line_category_gives_axle_and_metre_loads_and_lengths_round_down()
    {
        using var folder = new DatasetFolder();
        var dataset = ReadValid(folder);
        var rail = dataset.Links.Single(l => l.Id == "r1");
        var water = dataset.Links.Single(l => l.Id == "w1");

        // EN 15528: D4 is 22.5 t per axle and 8.0 t per metre.
        Assert.Equal((22_500, 8_000, Electrification.Ac25kV, LoadingGauge.GC, 740),
            (rail.AxleLoadKg, rail.MetreLoadKg, rail.Electrification, rail.Gauge, rail.TrainLengthMetres));
        Assert.Equal((6, 280, 915, 269, 2_280),
            (water.CemtClass, water.DraughtCm, water.AirDraughtCm, water.VesselLengthMetres, water.BeamCm));
    }

    [Fact]
    public void Empty_limits_are_no_limits()
    {
        using var folder = new DatasetFolder();
        var dataset = ReadValid(folder);
        var link = dataset.Links.Single(l => l.Id == "a2");

        Assert.Null(link.HeightCm);
        Assert.Null(link.TunnelCategory);
        Assert.Null(dataset.Links.Single(l => l.Id == "w2").AirDraughtCm);
    }

    [Fact]
    public void Facilities_transfers_profiles_corridors_and_values_are_read()
    {
        using var folder = new DatasetFolder();
        var dataset = ReadValid(folder);

        Assert.Equal([new Chamber(280, 2_400), new Chamber(140, 1_250)], dataset.Facilities.Single(f => f.Kind == "lock").Chambers);
        var rest = dataset.Facilities.Single(f => f.Kind == "rest-area");
        Assert.Equal((40, HoldUnit.Vehicles, true), (rest.HoldCapacity, rest.HoldUnit, rest.Fuel));
        var port = dataset.Facilities.Single(f => f.Kind == "port");
        Assert.Equal((2, 3, 1, 300), (port.Berths, port.RoRoRamps, port.Cranes, port.MaxLengthMetres));
        var discharge = dataset.Transfers[0];
        Assert.Equal((30, 60, 3), (discharge.FixedMinutes, discharge.VehiclesPerHour, discharge.Positions));
        Assert.Equal(3.5, dataset.CivilProfiles.Single(p => p.Mode == TransportMode.Water).Hours[23]);
        Assert.Equal(("exit", "exit-east"), (dataset.Corridors[1].Element, dataset.Corridors[1].Ref));
        Assert.Equal(12.50m, dataset.ValuesOfTime[0].EurosPerHour);
        Assert.Equal(2.0, dataset.CivilParameters["road.freight.pcu"]);
    }

    [Fact]
    public void Quality_shares_count_values_by_the_columns_default_or_the_rows_override()
    {
        using var folder = new DatasetFolder();
        var dataset = ReadValid(folder);

        // Every attribute column is measured by default, or derived in road-civil. Measured values, by table:
        // nodes 9 x (lat, lon) less one overridden = 17; road links a1 11 (length, speed, lanes, capacity and the limits: 2 classes,
        // axle, mass, height, width, length, category = 12, less the lanes overridden), a2 4 (length, speed, lanes, capacity);
        // rail link 9; water links 7 and 4; facilities 2 (capacity, fuel), 2 (capacity, length), 2 (chambers, cycle),
        // 4 (length, berths, ramps, cranes); transfers 2 x 3; rail and water profile 1 each; the value of time 1.
        // 17 + 11 + 4 + 9 + 7 + 4 + 2 + 2 + 2 + 4 + 6 + 2 + 1 = 71. Derived: lat of road-kp. Assumed: lanes of a1, the road profile
        // by its level, the parameter = 3. In all 75.
        Assert.Equal(71 / 75.0, dataset.QualityShares["measured"], 12);
        Assert.Equal(1 / 75.0, dataset.QualityShares["derived"], 12);
        Assert.Equal(3 / 75.0, dataset.QualityShares["assumed"], 12);
        Assert.Equal("assumed", dataset.CivilProfiles[0].Quality);
    }

    [Fact]
    public void Every_file_has_its_hash()
    {
        using var folder = new DatasetFolder();
        var dataset = ReadValid(folder);

        Assert.Equal(19, dataset.FileHashes.Count);
        Assert.All(dataset.FileHashes, file => Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder.Root, file.Key)))), file.Value));
    }

    [Theory]
    [InlineData("Public", ClassificationMarking.Public)]
    [InlineData("internal", ClassificationMarking.Internal)]
    [InlineData("departmental-confidential", ClassificationMarking.DepartmentalConfidential)]
    public void A_known_marking_is_read_as_it_stands(string text, ClassificationMarking marking)
    {
        using var folder = new DatasetFolder();
        folder.WritePackage(text);

        Assert.Equal(marking, ReadValid(folder).Marking);
    }

    [Theory]
    [InlineData("")]
    [InlineData("cosmic")]
    public void An_unknown_marking_counts_as_the_most_restrictive_and_warns(string text)
    {
        using var folder = new DatasetFolder();
        folder.WritePackage(text);

        var valid = Assert.IsType<Valid<NetworkDataset>>(folder.Read());
        Assert.Equal(ClassificationMarking.DepartmentalConfidential, valid.Value.Marking);
        Assert.Equal("NET014", Assert.Single(valid.Diagnostics).Code);
    }

    [Fact]
    public void The_dataset_compiles()
    {
        using var folder = new DatasetFolder();
        var network = NetworkCompiler.CompileBaseline(ReadValid(folder));

        Assert.Equal((9, 5, 1), (network.NodeCount, network.LinkCount, network.LockCount));
        Assert.Equal(4, network.NodesOf("haven").Length);
    }

    [Fact]
    public void A_cancelled_reading_stops()
    {
        using var folder = new DatasetFolder();
        Assert.Throws<OperationCanceledException>(() => DatasetReader.Read(folder.Root, new CancellationToken(true)));
    }
}
