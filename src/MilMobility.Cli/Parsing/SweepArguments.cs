using System.CommandLine;
using MilMobility.Pipeline;

namespace MilMobility.Cli.Parsing;

/// <summary>What the verbs share that plan one scenario several times into folders of one folder.</summary>
/// <param name="suffix">Of the folder's name, where none is given: <c>runs/NAME-suffix</c>.</param>
internal sealed class SweepArguments(string suffix, string remark = "", string gap = "the scenario's", string work = "the scenario's")
{
    private readonly Argument<string> _scenario = Arguments.Scenario();
    private readonly Option<string?> _output = Arguments.Output($"runs/<scenario file's name>-{suffix}{remark}");
    private readonly Option<bool> _overwrite = Arguments.Overwrite();
    private readonly Option<string[]> _patches = Arguments.Patches();
    private readonly Option<string[]> _overlays = Arguments.Overlays();
    private readonly Option<int?> _seed = Arguments.Seed();
    private readonly Option<int?> _limit = Arguments.TimeLimit();
    private readonly Option<decimal?> _gap = Arguments.Gap(gap);
    private readonly Option<int?> _work = Arguments.Work(work);
    private readonly Option<bool> _json = Arguments.Json();

    /// <summary>The verb's command with these options and its own after the inputs.</summary>
    public Command Command(string verb, string description, params Option[] own)
    {
        var command = new Command(verb, description) { _scenario, _patches, _overlays };
        foreach (var option in own) command.Add(option);
        foreach (var option in new Option[] { _output, _overwrite, _seed, _limit, _gap, _work, _json }) command.Add(option);
        return command;
    }

    public bool IsJson(ParseResult parsed) => parsed.GetValue(_json);

    public RunRequest Request(ParseResult parsed)
    {
        var path = parsed.GetRequiredValue(_scenario);
        var folder = parsed.GetValue(_output) ?? Path.Combine("runs", $"{Path.GetFileNameWithoutExtension(path)}-{suffix}");
        return new RunRequest(path, folder, parsed.GetValue(_overwrite), parsed.GetValue(_seed), parsed.GetValue(_limit))
        {
            PatchPaths = parsed.GetRequiredValue(_patches),
            OverlayFolders = parsed.GetRequiredValue(_overlays),
            GapPercent = parsed.GetValue(_gap),
            WorkMax = parsed.GetValue(_work) * Arguments.Million,
        };
    }
}
