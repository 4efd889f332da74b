using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using MilMobility.Domain.Scenarios;
using MilMobility.Worker.Store;

namespace MilMobility.Cli.Parsing;

/// <summary>The arguments and options that several verbs share, each made in one place so that it reads the same everywhere.</summary>
public static class Arguments
{
    private const int SecondsMax = 86_400;
    private const int MillionsMax = 1_000_000;

    /// <summary>Steps of work are given in millions.</summary>
    public const long Million = 1_000_000;

    public static Argument<string> Scenario() => new("scenario") { Description = "Scenario file (YAML)." };

    public static Argument<string> Run() => new("run") { Description = "Run folder." };

    public static Argument<long> Job() => new("job")
    {
        Description = "Number of the job; 'milmob jobs' lists them.",
        CustomParser = result => Whole(result, "job", 1, int.MaxValue) ?? 0,
    };

    public static Option<bool> Json() => new("--json") { Description = "Print one JSON document on standard output, and nothing else." };

    public static Option<string[]> Patches() => new("--patch")
    {
        Description = "File of network patches to apply beside the scenario's own; may be given again.",
        HelpName = "file",
        DefaultValueFactory = _ => [],
    };

    public static Option<string[]> Overlays(string to = "the scenario's network") => new("--overlay")
    {
        Description = $"Folder of a planner's own tables to join to {to}; may be given again. The result takes its marking.",
        HelpName = "folder",
        DefaultValueFactory = _ => [],
    };

    public static Option<int?> Seed() => Whole("--seed", 0, int.MaxValue, "Seed in place of the scenario's.");

    public static Option<int?> TimeLimit(string standard = "default the scenario's")
    {
        var option = Whole(
            "--time-limit", 1, SecondsMax,
            $"Wall-clock limit of the planning in seconds; {standard}. A plan that hits it is not reproducible.");
        option.Aliases.Add("--time");
        return option;
    }

    public static Option<int> Floor() => new("--floor")
    {
        Description = "Share of civil traffic, in percent, that the third plan leaves undisturbed; default 100.",
        HelpName = "percent",
        DefaultValueFactory = _ => 100,
        CustomParser = result => Whole(result, "--floor", 0, 100) ?? 0,
    };

    public static Option<int> Tolerance() => new("--tolerance")
    {
        Description = "Minutes by which the last arrival, and serials that are late, may be later than in the first plan; default 0.",
        HelpName = "minutes",
        DefaultValueFactory = _ => 0,
        CustomParser = result => Whole(result, "--tolerance", 0, 100_000) ?? 0,
    };

    public static Option<bool> Feedback() => new("--feedback")
    {
        Description = "Plan a second time with civil prices corrected by the first plan's assessment; written as FOLDER-feedback.",
    };

    public static Option<int> Points() => new("--points")
    {
        Description = "Points of the front, the two extreme ones included; default 6.",
        HelpName = "number",
        DefaultValueFactory = _ => 6,
        CustomParser = result => Whole(result, "--points", 2, 100) ?? 0,
    };

    public static Option<decimal?> Gap(string standard = "the scenario's") => new("--gap")
    {
        Description = $"Proven gap in percent at which the planning ends; default {standard}.",
        HelpName = "percent",
        CustomParser = result =>
        {
            var text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
            if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value <= 100)
                return value;
            result.AddError($"--gap = '{text}'; must be a number from 0 to 100");
            return null;
        },
    };

    public static Option<int?> Work(string standard = "the scenario's") => Whole(
        "--work", 1, MillionsMax, $"Million steps of work after which the planning ends; default {standard}; reproducible.");

    public static Option<int?> NoImprovement() => Whole(
        "--no-improvement", 1, MillionsMax,
        "Million steps of work without an improvement after which the planning ends, in place of the scenario's; reproducible.");

    public static Option<ObjectiveMode?> Objective() => new("--objective")
    {
        Description = "weighted or lexicographic, in place of the scenario's.",
        HelpName = "mode",
        CustomParser = result =>
        {
            var text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
            foreach (var mode in Enum.GetValues<ObjectiveMode>())
            {
                if (string.Equals(mode.ToString(), text, StringComparison.OrdinalIgnoreCase)) return mode;
            }

            result.AddError($"--objective = '{text}'; must be weighted or lexicographic");
            return null;
        },
    };

    public static Option<int?> Attempt() => Whole(
        "--attempt", 1, int.MaxValue, "Number under which the same work runs once more; default 1.");

    public static Option<string?> Output(string standard) => new("--out", "-o")
    {
        Description = $"Run folder to write; default {standard}.",
        HelpName = "folder",
    };

    public static Option<bool> Overwrite() => new("--overwrite")
    {
        Description = "Replace an existing run folder. What is not a run folder is never replaced.",
    };

    public static Option<string> Store() => new("--store")
    {
        Description = "Folder of the job store.",
        HelpName = "folder",
        DefaultValueFactory = _ => JobStore.DefaultFolder,
    };

    /// <summary>An option for a whole number within a range.</summary>
    public static Option<int?> Whole(string name, int min, int max, string description) => new(name)
    {
        Description = description,
        HelpName = "number",
        CustomParser = result => Whole(result, name, min, max),
    };

    private static int? Whole(ArgumentResult result, string name, int min, int max)
    {
        var text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max)
            return value;
        result.AddError($"{name} = '{text}'; must be a whole number from {min} to {max}");
        return null;
    }
}
