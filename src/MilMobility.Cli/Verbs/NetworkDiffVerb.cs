using System.CommandLine;
using MilMobility.Cli.Output;
using MilMobility.Cli.Parsing;
using MilMobility.Exchange.Comparison;
using MilMobility.Pipeline;

namespace MilMobility.Cli.Verbs;

/// <summary>`milmob network diff FIRST SECOND`: what the second dataset adds, removes and changes.</summary>
public static class NetworkDiffVerb
{
    private const int WithinMetresDefault = 1_000;

    public static Command Command()
    {
        var first = NetworkArguments.Dataset("first");
        var second = NetworkArguments.Dataset("second");
        var (overlays, json) = (Arguments.Overlays("the second dataset"), Arguments.Json());
        var by = NetworkArguments.OneOf(
            "--by", ["id", "place"], "id",
            "id: rows by their ids, values field by field. place: datasets of different sources; nodes are paired by place and "
            + "name, and links compared with shortest paths. Default id.");
        var within = Arguments.Whole(
            "--within", 1, 100_000,
                $"With --by place: greatest distance of a node from its counterpart, m; default {WithinMetresDefault}.");
        var diff = new Command(
            "diff",
            "What the second dataset adds, removes and changes. "
            + "The exit code is 0 whether they differ or not; the last line, and 'equal' in the JSON document, say which.")
        {
            first, second, overlays, by, within, json,
        };
        diff.Does((parsed, cancel) => Diff(
            parsed.GetRequiredValue(first), parsed.GetRequiredValue(second), parsed.GetRequiredValue(overlays),
            parsed.GetValue(by) == "place", parsed.GetValue(within) ?? WithinMetresDefault, parsed.GetValue(json), cancel));
        return diff;
    }

    private static int Diff(
        string first, string second, string[] overlays, bool byPlace, int withinMetres, bool json, CancellationToken cancel)
    {
        if (!NetworkArguments.TryRead(first, [], json, cancel, out var a)) return ExitCodes.InvalidInput;
        if (!NetworkArguments.TryRead(second, overlays, json, cancel, out var b)) return ExitCodes.InvalidInput;
        if (byPlace)
        {
            var places = PlaceComparer.Compare(a, b, withinMetres, cancel);
            if (json) Terminal.WriteJson(places);
            else NetworkDiffOutput.Write(places);
            return ExitCodes.Done;
        }

        var comparison = NetworkComparer.Compare(a, b, cancel);
        if (json) Terminal.WriteJson(comparison);
        else NetworkDiffOutput.Write(comparison);
        return ExitCodes.Done;
    }
}
