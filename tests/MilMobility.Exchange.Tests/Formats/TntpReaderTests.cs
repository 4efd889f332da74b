using System.Text;
using MilMobility.Domain.Diagnostics;
using MilMobility.Exchange.Formats.Tntp;

namespace MilMobility.Exchange.Tests.Formats;

public sealed class TntpReaderTests
{
    private const string Header =
        "<NUMBER OF ZONES> 2\t\t\n<NUMBER OF NODES> 4\n<FIRST THRU NODE> 3\t\n<NUMBER OF LINKS> 3\n"
        + "<ORIGINAL HEADER>~ \tInit node \tTerm node \t;\n<END OF METADATA>\t\t\n\n\n~\tinit_node\tterm_node\t;\n";

    private const string Links =
        "\t1\t3\t25900.20064\t6\t6\t0.15\t4\t0\t0\t1\t;\n"
        + "\t3\t4\t1\t1.08333333333330000000\t1.0e+00\t0.00000000000000000000E+00\t0\t0\t-5\t9;\n"
        + "  4 2 4958.18 5 0.00000001 1000000000 1 60 0 1\n";

    private readonly DiagnosticBag _bag = new();

    [Fact]
    public void A_network_is_read_with_tabs_or_blanks_with_or_without_semicolons()
    {
        var network = Network(Header + Links);

        Assert.Empty(_bag.ToList());
        Assert.Equal((2, 4, 3), (network.Zones, network.Nodes, network.FirstThroughNode));
        Assert.Equal(new TntpLink(1, 3, 25900.20064, 6, 6, 0.15, 4, 0, 0, 1, 10), network.Links[0]);
        Assert.Equal(new TntpLink(3, 4, 1, 1.0833333333333, 1, 0, 0, 0, -5, 9, 11), network.Links[1]);
        Assert.Equal((4, 2, 1e9, 60.0), (network.Links[2].From, network.Links[2].To, network.Links[2].B, network.Links[2].Speed));
    }

    [Fact]
    public void No_path_passes_a_node_below_the_first_through_node()
    {
        var network = Network(Header + Links);
        Assert.Equal([false, false, true, true], Enumerable.Range(1, 4).Select(network.IsThrough));
    }

    [Fact]
    public void Of_two_links_with_the_same_ends_the_first_holds()
    {
        var network = Network(Header + Links.Replace("  4 2 4958.18", "  3 4 77", StringComparison.Ordinal));

        Assert.Equal([25900.20064, 1], network.Links.Select(l => l.Capacity));
        Assert.Equal("TNT008 warning: net:12", Codes().Single());
    }

    [Theory]
    [InlineData("<NUMBER OF LINKS> 3", "<NUMBER OF LINKS> 4", "TNT007 error: net:12")]
    [InlineData("<NUMBER OF NODES> 4\n", "", "TNT002 error: net:5")]
    [InlineData("<NUMBER OF NODES> 4", "<NUMBER OF NODES> four", "TNT003 error: net:6")]
    [InlineData("<END OF METADATA>\t\t\n", "", "TNT003 error: net:9")]
    [InlineData("\t3\t4\t1\t", "\t3\t5\t1\t", "TNT006 error: net:11")]
    [InlineData("\t3\t4\t1\t", "\t3\tx\t1\t", "TNT005 error: net:11")]
    [InlineData("4958.18", "NaN", "TNT005 error: net:12")]
    [InlineData("4958.18", "-1", "TNT006 error: net:12")]
    [InlineData(" 60 0 1", " 60", "TNT004 error: net:12")]
    public void A_fault_is_reported_with_its_line(string old, string replacement, string expected)
    {
        Network((Header + Links).Replace(old, replacement, StringComparison.Ordinal));
        Assert.Contains(expected, Codes());
    }

    [Fact]
    public void Trips_are_read_per_origin_and_their_total_is_checked()
    {
        const string Text = "<NUMBER OF ZONES> 3\n<TOTAL OD FLOW>   14.5\n<END OF METADATA>\n\n"
            + "Origin \t1 \n    1 :      0.0;     2 :   6.0;"
            + "    3 : 0.5 ; \n\nOrigin 3\n 1 : 8 ;\n";
        var trips = TntpReader.ReadTrips(Stream(Text), "trips", _bag, CancellationToken.None);

        Assert.Empty(_bag.ToList());
        Assert.Equal([new TntpTrip(1, 1, 0), new TntpTrip(1, 2, 6), new TntpTrip(1, 3, 0.5), new TntpTrip(3, 1, 8)], trips.Trips);

        TntpReader.ReadTrips(Stream(Text.Replace(": 8 ;", ": 9 ;", StringComparison.Ordinal)), "trips", _bag, CancellationToken.None);
        Assert.Equal("TNT007 error: trips:9", Codes().Single());
    }

    [Fact]
    public void Flows_and_nodes_are_read_below_their_headers()
    {
        var flows = TntpReader.ReadFlows(
            Stream("From \tTo \tVolume \tCost \n1 \t2 \t4494.65 \t6.0008 \n2 \t1 \t0 \t1e-8\n"), "flow", _bag, CancellationToken.None);
        var nodes = TntpReader.ReadNodes(
            Stream("Node\tX\tY\t;\n1\t-96.77041974\t43.61282792\t;\n2\t-96.7\t43.6;\n"), "node", _bag, CancellationToken.None);

        Assert.Empty(_bag.ToList());
        Assert.Equal([new TntpFlow(1, 2, 4494.65, 6.0008), new TntpFlow(2, 1, 0, 1e-8)], flows);
        Assert.Equal([new TntpNode(1, -96.77041974, 43.61282792), new TntpNode(2, -96.7, 43.6)], nodes);
    }

    private TntpNetwork Network(string text) => TntpReader.ReadNetwork(Stream(text), "net", _bag, CancellationToken.None);

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));

    private IEnumerable<string> Codes() =>
        _bag.ToList().Select(d => $"{d.Code} {d.Severity.ToString().ToLowerInvariant()}: {d.File}:{d.Line}");
}
