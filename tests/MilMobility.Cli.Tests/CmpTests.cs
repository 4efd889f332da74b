namespace MilMobility.Cli.Tests;

/// <summary>`milmob cmp` as people and programs call it.</summary>
public sealed class CmpTests
{
    // The one road is free for b when a's tail is off it, at 14: a is in at 14, b at 28.
    private const string Road = """
        { "name": "road", "nodes": 2, "horizon_s": 200, "edges": [ {"from": 0, "to": 1, "travel_s": 10} ],
          "convoys": [ {"id": "a", "from": 0, "to": 1, "ready_s": 0, "pass_s": 4},
                       {"id": "b", "from": 1, "to": 0, "ready_s": 0, "pass_s": 4} ] }
        """;

    [Fact]
    public async Task A_solved_instance_is_written_and_passes_the_check()
    {
        using var folder = new CallFolder();
        folder.Write("road.json", Road);
        var solved = await folder.MilmobAsync("cmp", "solve", "road.json", "--work", "1", "--out", "plan.json", "--json");
        var check = await folder.MilmobAsync("cmp", "check", "road.json", "plan.json", "--json");

        Assert.True(solved.ExitCode == 0, solved.Err);
        Assert.Equal("done", solved.Json.GetProperty("status").GetString());
        Assert.Equal(42, solved.Json.GetProperty("objective_s").GetInt64());
        Assert.Equal(2, solved.Json.GetProperty("convoys").GetArrayLength());
        Assert.Equal((0, true), (check.ExitCode, check.Json.GetProperty("holds").GetBoolean()));
        Assert.Equal(42, check.Json.GetProperty("objective_s").GetInt64());
    }

    [Fact]
    public async Task A_solution_that_breaks_a_rule_ends_with_code_five()
    {
        using var folder = new CallFolder();
        folder.Write("road.json", Road);
        folder.Write("plan.json", """
            { "status": "done", "objective_s": 41, "bound_s": 0, "convoys": [
              {"id": "a", "path": [0, 1], "head_s": [0, 10]}, {"id": "b", "path": [1, 0], "head_s": [13, 23]} ] }
            """);
        var check = await folder.MilmobAsync("cmp", "check", "road.json", "plan.json");

        Assert.Equal(5, check.ExitCode);
        Assert.Contains("opposite [a, b]", check.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invalid_instances_are_refused_with_every_finding_and_nothing_is_written()
    {
        using var folder = new CallFolder();
        folder.Write("road.json", Road.Replace("\"to\": 1, \"travel_s\": 10", "\"to\": 7, \"travel_s\": 0", StringComparison.Ordinal));
        var solved = await folder.MilmobAsync("cmp", "solve", "road.json", "--out", "plan.json");

        Assert.Equal(2, solved.ExitCode);
        Assert.Equal(
            [
                "CMP006 road.json edges[0].to = 7; must be a node, from 0 to 1",
                "CMP005 road.json edges[0].travel_s = 0; must be a whole number from 1 to 500000000",
            ],
            solved.Findings);
        Assert.False(File.Exists(folder.At("plan.json")));
    }

    [Fact]
    public async Task A_generated_instance_can_be_solved_and_the_unmoved_give_code_three()
    {
        using var folder = new CallFolder();
        var made = await folder.MilmobAsync(
            "cmp", "generate", "--family", "planar", "--nodes", "30", "--convoys", "3", "--seed", "1", "-o", "p.json");
        Assert.True(made.ExitCode == 0, made.Err);
        var text = await File.ReadAllTextAsync(folder.At("p.json"), TestContext.Current.CancellationToken);
        // A due time of 1 s is before any tail can be in.
        var at = text.IndexOf("\"due_s\": ", StringComparison.Ordinal) + 9;
        folder.Write("p.json", text[..at] + "1" + text[text.IndexOf(',', at)..]);
        var solved = await folder.MilmobAsync("cmp", "solve", "p.json", "--work", "1");

        Assert.True(solved.ExitCode == 3, solved.Err);
        Assert.Contains("convoys moved        2 of 3", solved.Out, StringComparison.Ordinal);
    }
}
