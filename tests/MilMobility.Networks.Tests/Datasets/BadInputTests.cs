using MilMobility.Domain.Diagnostics;
using MilMobility.Networks.Datasets;

namespace MilMobility.Networks.Tests.Datasets;

public sealed class BadInputTests
{
    /// <summary>One fault each: file, text to replace, replacement, and the diagnostic after the folder's path.</summary>
    public static TheoryData<string, string, string, string> Faults => new()
    {
        { "road-links.csv", "6850", "abc",
            "NET104 road-links.csv:3 link 'a2': length_m = 'abc' is not a number; must be > 0 and at most 500000" },
        { "road-links.csv", "6850", "-5", "NET105 road-links.csv:3 link 'a2': length_m = '-5'; must be > 0 and at most 500000" },
        { "road-links.csv", "6850", "", "NET103 road-links.csv:3 link 'a2': length_m is empty; must be > 0 and at most 500000" },
        { "road-links.csv", "6850", "1e3",
            "NET104 road-links.csv:3 link 'a2': length_m = '1e3' is not a number; must be > 0 and at most 500000" },
        { "road-links.csv", ",4.25,", ",0,",
            "NET105 road-links.csv:2 link 'a1': height_m = '0'; must be > 0 and at most 100, or empty" },
        { "road-links.csv", ",80,70,", ",8x,70,",
            "NET104 road-links.csv:2 link 'a1': mlc_wheeled = '8x'; must be a whole number from 1 to 200" },
        { "road-links.csv", "Tunnel,C", "Tunnel,F",
            "NET106 road-links.csv:2 link 'a1': tunnel_category = 'F'; must be one of A, B, C, D, E, or empty" },
        { "road-links.csv", "a2,road-kp,road-grens,A1,motorway", "a2,road-kp,road-grens,A1,street",
            "NET106 road-links.csv:3 link 'a2': class = 'street'; must be one of motorway, expressway, n-road, port-road, access" },
        { "road-links.csv", "2,4200,true,,", "2,4200,yes,,",
            "NET106 road-links.csv:3 link 'a2': two_way = 'yes'; must be true or false" },
        { "road-links.csv", "road-kp,road-grens", "road-kp,road-nowhere",
            "NET110 road-links.csv:3 link 'a2': to = 'road-nowhere' is unknown; must be the id of a node" },
        { "road-links.csv", "road-kp,road-grens", "road-kp,rail-grens",
            "NET111 road-links.csv:3 link 'a2': to = 'rail-grens' is a rail node; must be a road node" },
        { "road-links.csv", "road-kp,road-grens", "road-kp,road-kp",
            "NET113 road-links.csv:3 link 'a2': from and to are both 'road-kp'; must differ" },
        { "road-links.csv", "52.00100 5.05000", "52.00100",
            "NET107 road-links.csv:2 link 'a1': via has '52.00100'; must be 'lat lon' in degrees, joined by ';'" },
        { "road-links.csv", "\na2,", "\nA2,",
            "NET101 road-links.csv:3 link 'A2': id = 'A2'; must be lower-case letters and digits joined by '-', at most 120 characters" },
        { "road-links.csv", "lanes=assumed@guess", "lanes=guessed@guess",
            "NET108 road-links.csv:2 link 'a1': provenance has 'lanes=guessed@guess'; must be a column, '=' and measured@source, "
            + "derived@source or assumed@source" },
        { "road-links.csv", "lanes=assumed@guess", "lane=assumed@guess",
            "NET108 road-links.csv:2 link 'a1': provenance has 'lane=assumed@guess'; must be a column, '=' and measured@source, "
            + "derived@source or assumed@source" },
        { "road-links.csv", "a2,road-kp,road-grens", "a2,road-kp,road-grens,extra",
            "NET012 road-links.csv:3 the row has 25 fields; must be 24 as in the header" },
        { "road-links.csv", "a2,road-kp", "a\"2,road-kp", "NET012 road-links.csv:3 a quote stands inside a field that is not quoted" },
        { "road-links.csv", "id,from,to", "id,from,too",
            "NET011 road-links.csv:1 column 'too' is unknown; table 'road-links' has id, from, to, road, class, length_m, "
            + "speed_kmh, lanes, capacity_pcu_h, two_way, mlc_wheeled, mlc_tracked, axle_load_t, mass_t, height_m, width_m, "
            + "vehicle_length_m, tunnel, tunnel_category, manager, region, length_reason, via, provenance"
            + "|NET010 road-links.csv:1 column 'to' is missing" },
        { "rail-links.csv", "D4", "D9",
            "NET106 rail-links.csv:2 link 'r1': line_category = 'D9'; must be one of A, B1, B2, C2, C3, C4, D2, D3, D4, E4, E5, or empty" },
        { "rail-links.csv", ",2,6,true", ",0,6,true", "NET105 rail-links.csv:2 link 'r1': tracks = 0; must be from 1 to 99" },
        { "water-links.csv", "VIc", "IX",
            "NET106 water-links.csv:2 link 'w1': cemt = 'IX'; must be one of 0, I, II, III, IV, IVa, IVb, V, Va, Vb, VI, VIa, "
            + "VIb, VIc, VII, or empty" },
        { "rail-nodes.csv", "rail-haven,Haven,yard", "rail-grens,Haven,yard",
            "NET102 rail-nodes.csv:3 node 'rail-grens': node 'rail-grens' stands at rail-nodes.csv:2 already; must be unique"
            + "|NET110 rail-links.csv:2 link 'r1': from = 'rail-haven' is unknown; must be the id of a node"
            + "|NET110 rail-facilities.csv:2 facility 'yard': node = 'rail-haven' is unknown; must be the id of a node"
            + "|NET110 transfers.csv:3 transfer 't2': to = 'rail-haven' is unknown; must be the id of a node" },
        { "sea-nodes.csv", "52.00000", "92", "NET105 sea-nodes.csv:2 node 'sea-haven': lat = '92'; must be from -90 to 90" },
        { "sea-nodes.csv", "berth", "quay",
            "NET106 sea-nodes.csv:2 node 'sea-haven': kind = 'quay'; must be one of junction, interchange, exit, station, yard, "
            + "port, terminal, lock, bridge, border, rest-area, site, airfield, hospital, berth, end" },
        { "water-facilities.csv", "280x24", "280", "NET107 water-facilities.csv:2 facility 'sluis': chambers has '280'; must be "
            + "'length x width' in m, such as 280x24, joined by ';'" },
        { "water-facilities.csv", ",35,", ",,", "NET117 water-facilities.csv:2 facility 'sluis': a lock has 2 chambers and "
            + "cycle_min = 0; must have both" },
        { "road-facilities.csv", "40,vehicles", "40,", "NET114 road-facilities.csv:2 facility 'rust': hold_capacity and hold_unit "
            + "must both stand or both be empty" },
        { "road-facilities.csv", "40,vehicles", "40,tracks", "NET114 road-facilities.csv:2 facility 'rust': hold_unit Tracks at the "
            + "road node 'road-kp'; must be vehicles or lane-metres by road, tracks by rail, berths by water" },
        { "road-facilities.csv", "road-kp,rest-area", "water-haven,rest-area", "NET111 road-facilities.csv:2 facility 'rust': kind "
            + "'rest-area' stands at the water node 'water-haven'; must stand at a road node" },
        { "transfers.csv", "t2,road-haven,rail-haven", "t2,rail-haven,rail-haven", "NET111 transfers.csv:3 transfer 't2': from = "
            + "'rail-haven' is a rail node; 'load-rail' goes from road to rail" },
        { "transfers.csv", "rail-haven,haven", "rail-haven,heaven",
            "NET112 transfers.csv:3 transfer 't2': from = 'road-haven' has place 'haven'; must be the transfer's place 'heaven'"
            + "|NET112 transfers.csv:3 transfer 't2': to = 'rail-haven' has place 'haven'; must be the transfer's place 'heaven'" },
        { "transfers.csv", "60,12,2", "60,0,2",
            "NET105 transfers.csv:3 transfer 't2': rate_vehicles_h = 0; must be from 1 to 100000" },
        { "rail-civil.csv", "trains-per-h,2,", "trains-per-h,-2,",
            "NET105 rail-civil.csv:2 profile 'class:freight': h00 = '-2'; must be from 0 to 100000" },
        { "corridors.csv", "port,haven", "harbour,haven",
            "NET106 corridors.csv:2 corridor 'east': element = 'harbour'; must be one of port, link, exit" },
        { "values-of-time.csv", "measured", "good",
            "NET106 values-of-time.csv:2 value of time 'car-average': quality = 'good'; must be one of measured, derived, assumed" },
        { "civil-parameters.csv", "2.0", "two", "NET104 civil-parameters.csv:2 parameter 'road.freight.pcu': value = 'two' is not a "
            + "number; must be from -1000000000 to 1000000000" },
        { "datapackage.json", "\"version\":\"1.2\"", "\"version\":1", "NET003 datapackage.json 'version' is missing or not a text" },
        { "datapackage.json", "\"name\":\"transfers\"", "\"name\":\"transfer\"",
            "NET015 datapackage.json warning: resource 'transfer' is no table of the format; not read"
            + "|NET004 datapackage.json table 'transfers' is not among the resources" },
        { "datapackage.json", "\"name\":\"gauge\"", "\"name\":\"gage\"", "NET016 datapackage.json resource 'rail-links' has fields "
            + "'gage' too many and 'gauge' too few; must be the table's columns in order"
            + "|NET118 datapackage.json warning: column 'gauge' of table 'rail-links' has 1 values without provenance; "
            + "they count as assumed" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_reported_with_code_file_line_value_and_what_is_allowed(
        string file, string old, string replacement, string expected)
    {
        using var folder = new DatasetFolder();
        folder.Replace(file, old, replacement);

        var invalid = Assert.IsType<Invalid<NetworkDataset>>(folder.Read());

        var found = invalid.Diagnostics.Select(
            d => d.ToString().Replace(folder.Root + Path.DirectorySeparatorChar, "", StringComparison.Ordinal));
        Assert.Equal(expected.Split('|'), found);
    }

    [Fact]
    public void A_source_that_is_not_listed_is_a_warning()
    {
        using var folder = new DatasetFolder();
        folder.Replace("road-links.csv", "lanes=assumed@guess", "lanes=assumed@hearsay");

        var valid = Assert.IsType<Valid<NetworkDataset>>(folder.Read());

        Assert.Equal(("NET109", Severity.Warning, 2),
            (valid.Diagnostics[0].Code, valid.Diagnostics[0].Severity, valid.Diagnostics[0].Line));
    }

    [Fact]
    public void Values_without_provenance_are_a_warning_for_their_column_and_count_as_assumed()
    {
        using var folder = new DatasetFolder();
        folder.Replace("datapackage.json", "{\"name\":\"train_length_m\",\"type\":\"string\",\"provenance\":\"measured@survey\"}",
            "{\"name\":\"train_length_m\",\"type\":\"string\"}");

        var valid = Assert.IsType<Valid<NetworkDataset>>(folder.Read());

        Assert.Equal(
            "column 'train_length_m' of table 'rail-links' has 1 values without provenance; they count as assumed",
            Assert.Single(valid.Diagnostics, d => d.Code == "NET118").Message);
        Assert.Equal(4 / 75.0, valid.Value.QualityShares["assumed"], 12);
    }

    [Fact]
    public void A_missing_folder_file_and_package_are_each_reported()
    {
        using var folder = new DatasetFolder();
        File.Delete(folder.PathOf("transfers"));
        File.Delete(Path.Combine(folder.Root, "datapackage.json"));

        var codes = folder.Read().Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.Code);
        Assert.Equal(["NET002", "NET005"], codes);
        var missing = DatasetReader.Read(Path.Combine(folder.Root, "none"), TestContext.Current.CancellationToken);
        Assert.Equal("NET001", Assert.Single(missing.Diagnostics).Code);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"name\":1,\"resources\":[1],\"sources\":{}}")]
    [InlineData("")]
    public void A_package_that_is_not_one_is_invalid_and_nothing_is_thrown(string json)
    {
        using var folder = new DatasetFolder();
        File.WriteAllText(Path.Combine(folder.Root, "datapackage.json"), json);

        var invalid = Assert.IsType<Invalid<NetworkDataset>>(folder.Read());
        Assert.Contains(invalid.Diagnostics, d => d.Code == "NET003");
    }

    [Fact]
    public void Faults_of_all_files_come_at_once_and_kinds_are_capped()
    {
        using var folder = new DatasetFolder();
        folder.Replace("rail-links.csv", "D4", "D9");
        folder.Replace("corridors.csv", "port,haven", "harbour,haven");
        File.AppendAllLines(folder.PathOf("road-nodes"), Enumerable.Range(0, 20).Select(i => $"road-x{i},X,junction,x,5.1,,,,"));

        var invalid = Assert.IsType<Invalid<NetworkDataset>>(folder.Read());

        Assert.Equal(5 + 1 + 2, invalid.Diagnostics.Count);
        Assert.Contains(invalid.Diagnostics, d => d.Message == "... and 15 more of this kind");
    }

    [Fact]
    public void Every_code_is_listed_once_and_in_order()
    {
        var codes = NetworkCodes.All.Select(c => c.Code).ToList();
        var declared = typeof(NetworkCodes).GetFields().Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!);

        Assert.Equal(codes.Order(StringComparer.Ordinal), codes);
        Assert.Equal(declared.Order(StringComparer.Ordinal), codes);
        Assert.Equal(codes.Distinct(), codes);
        Assert.Contains("| NET110 | a row refers to a node that does not exist |\n", NetworkCodes.ToMarkdown(), StringComparison.Ordinal);
    }
}
