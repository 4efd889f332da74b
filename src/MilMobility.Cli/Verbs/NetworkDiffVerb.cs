using System.CommandLine;
using MilMobility.Cli.Output;
using MilMobility.Cli.Parsing;
using MilMobility.Exchange.Comparison;
using MilMobility.Pipeline;

namespace MilMobility.Cli.Verbs;

/// <summary>`milmob network diff FIRST SECOND`: what the second dataset adds, removes and changes.</summary>
public static class NetworkDiffVerb
{
    public static Command Command()
    {
        var first = NetworkArguments.Dataset("first");
        var second = NetworkArguments.Dataset("second");
        var json = Arguments.Json();
        var diff = new Command(
            "diff",
            "What the second dataset adds, removes and changes: rows by id, values field by field. "
            + "The exit code is 0 whether they differ or not; the last line, and 'equal' in the JSON document, say which.")
        {
            first, second, json,
        };
        diff.Does((parsed, cancel) =>
            Diff(parsed.GetRequiredValue(first), parsed.GetRequiredValue(second), parsed.GetValue(json), cancel));
        return diff;
    }

    private static int Diff(string first, string second, bool json, CancellationToken cancel)
    {
        if (!NetworkArguments.TryRead(first, json, cancel, out var a)) return ExitCodes.InvalidInput;
        if (!NetworkArguments.TryRead(second, json, cancel, out var b)) return ExitCodes.InvalidInput;
        var comparison = NetworkComparer.Compare(a, b, cancel);
        if (json) Terminal.WriteJson(comparison);
        else NetworkDiffOutput.Write(comparison);
        return ExitCodes.Done;
    }
}
