using System.CommandLine;
using MilMobility.Cli.Output;
using MilMobility.Cli.Parsing;
using MilMobility.Exchange.Information;
using MilMobility.Pipeline;

namespace MilMobility.Cli.Verbs;

/// <summary>`milmob network info FOLDER`: what a dataset holds, how good it is and where it comes from; as a map too.</summary>
public static class NetworkInfoVerb
{
    public static Command Command()
    {
        var folder = NetworkArguments.Dataset("folder");
        var json = Arguments.Json();
        var map = new Option<string?>("--map") { Description = "Also write a map of the dataset, as SVG.", HelpName = "file" };
        var overlays = Arguments.Overlays("the dataset");
        var info = new Command("info", "Sizes, parts, lengths, quality per attribute, sources and marking of a dataset.")
        {
            folder, overlays, json, map,
        };
        info.Does((parsed, cancel) =>
            Info(parsed.GetRequiredValue(folder), parsed.GetRequiredValue(overlays), parsed.GetValue(map), parsed.GetValue(json), cancel));
        return info;
    }

    private static int Info(string folder, string[] overlays, string? map, bool json, CancellationToken cancel)
    {
        if (!NetworkArguments.TryRead(folder, overlays, json, cancel, out var dataset)) return ExitCodes.InvalidInput;
        var information = NetworkSurveyor.Survey(dataset, cancel);
        if (map is not null) AtomicFile.Write(map, writer => writer.Write(NetworkMapSvg.Draw(dataset)));
        if (json) Terminal.WriteJson(information);
        else NetworkInformationOutput.Write(information);
        return ExitCodes.Done;
    }
}
