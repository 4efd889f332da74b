namespace MilMobility.Cli.Tests;

/// <summary>
/// `milmob assign` as people and programs call it, on Braess' network: 1-3 and 4-2 take 10 v, 1-4 and 3-2 take 50 + v, 3-4
/// takes 10 + v. Six trips: two on each of three paths, each at 92; without 3-4 three on each of two, at 83.
/// </summary>
public sealed class AssignTests
{
    private const string Net = """
        <NUMBER OF ZONES> 2
        <NUMBER OF NODES> 4
        <FIRST THRU NODE> 1
        <NUMBER OF LINKS> 5
        <END OF METADATA>
        	1	3	1	100	0.00000001	1000000000	1	0	0	1	;
        	1	4	1	100	50	0.02	1	0	0	1	;
        	3	2	1	100	50	0.02	1	0	0	1	;
        	3	4	1	100	10	0.1	1	0	0	1	;
        	4	2	1	100	0.00000001	1000000000	1	0	0	1	;

        """;

    private const string Trips = "<NUMBER OF ZONES> 2\n<TOTAL OD FLOW> 6.0\n<END OF METADATA>\nOrigin 1\n 1 : 0.0; 2 : 6.0;\n";

    [Fact]
    public async Task The_equilibrium_is_one_JSON_document_and_its_flows_a_table()
    {
        using var folder = Folder();
        var ended = await folder.MilmobAsync([.. Assign, "--gap", "1e-10", "--flows", "flows.csv", "--json"]);

        Assert.True(ended.ExitCode == 0, ended.Err);
        Assert.Equal("done", ended.Json.GetProperty("status").GetString());
        Assert.Equal(386, ended.Json.GetProperty("objective").GetDouble(), 1e-6);
        Assert.Equal(552, ended.Json.GetProperty("total_travel_time").GetDouble(), 1e-3);
        Assert.InRange(ended.Json.GetProperty("gap").GetDouble(), 0, 1e-10);
        Assert.True(ended.Json.GetProperty("seconds").GetDouble() > 0);
        var rows = await File.ReadAllLinesAsync(folder.At("flows.csv"), TestContext.Current.CancellationToken);
        Assert.Equal("from,to,volume_pcu,time,cars_vehicles", rows[0]);
        Assert.Equal(6, rows.Length);
        Assert.StartsWith("3,4,", rows[4], StringComparison.Ordinal);
        Assert.Equal(2, double.Parse(rows[4].Split(',')[2], System.Globalization.CultureInfo.InvariantCulture), 1e-6);
    }

    [Fact]
    public async Task Without_the_bridge_all_arrive_earlier()
    {
        using var folder = Folder();
        var ended = await folder.MilmobAsync([.. Assign, "--gap", "1e-10", "--close-links", "3-4", "--json"]);
        Assert.Equal(498, ended.Json.GetProperty("total_travel_time").GetDouble(), 1e-3);
        Assert.Equal("3-4", ended.Json.GetProperty("closed_links")[0].GetString());
    }

    [Fact]
    public async Task Lorries_share_the_road_by_their_passenger_car_units()
    {
        using var folder = Folder();
        folder.Write("cars.tntp", Trips.Replace("6.0", "4.0", StringComparison.Ordinal));
        folder.Write("lorries.tntp", Trips.Replace("6.0", "0.5", StringComparison.Ordinal));
        var ended = await folder.MilmobAsync(
            "assign", "--network", "net.tntp", "--trips", "cars.tntp", "--freight-trips", "lorries.tntp", "--freight-pcu", "4", "--json");

        Assert.Equal(386, ended.Json.GetProperty("objective").GetDouble(), 1e-3);
        // Four cars and half a lorry are under way for 92 each.
        Assert.Equal(4.5 * 92, ended.Json.GetProperty("total_travel_time").GetDouble(), 1e-2);
    }

    [Fact]
    public async Task A_gap_that_is_not_reached_ends_with_code_four_and_the_flows_so_far()
    {
        using var folder = Folder();
        var ended = await folder.MilmobAsync([.. Assign, "--max-iterations", "1", "--flows", "flows.csv"]);
        Assert.Equal(4, ended.ExitCode);
        Assert.Contains("was not reached", ended.Err, StringComparison.Ordinal);
        Assert.True(File.Exists(folder.At("flows.csv")));
    }

    [Fact]
    public async Task Faults_of_the_files_and_links_are_all_listed_and_nothing_is_written()
    {
        using var folder = Folder();
        folder.Write("trips.tntp", Trips.Replace("ZONES> 2", "ZONES> 3", StringComparison.Ordinal));
        var ended = await folder.MilmobAsync([.. Assign, "--flows", "flows.csv"]);
        Assert.Equal((2, "EQU011"), (ended.ExitCode, ended.Findings.Single()[..6]));

        folder.Write("trips.tntp", Trips);
        var closed = await folder.MilmobAsync([.. Assign, "--close-links", "4-2,3-2,2-3", "--flows", "flows.csv"]);
        Assert.Equal(["EQU010 net.tntp link 2-3 cannot be closed: there is none"], closed.Findings);
        var cut = await folder.MilmobAsync([.. Assign, "--close-links", "4-2,3-2", "--flows", "flows.csv"]);
        Assert.Equal("EQU008 zone 1 to 2: 6 passenger-car units have no open path", cut.Findings[0]);
        Assert.False(File.Exists(folder.At("flows.csv")));
    }

    [Fact]
    public async Task Options_that_are_not_numbers_or_links_are_refused()
    {
        using var folder = Folder();
        var ended = await folder.MilmobAsync([.. Assign, "--gap", "2", "--close-links", "3/4"]);
        Assert.Equal(2, ended.ExitCode);
        Assert.Equal(2, ended.Findings.Count);
    }

    private static string[] Assign => ["assign", "--network", "net.tntp", "--trips", "trips.tntp"];

    private static CallFolder Folder()
    {
        var folder = new CallFolder();
        folder.Write("net.tntp", Net);
        folder.Write("trips.tntp", Trips);
        return folder;
    }
}
