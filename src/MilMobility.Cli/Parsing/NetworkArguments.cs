using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using MilMobility.Cli.Output;
using MilMobility.Domain.Diagnostics;
using MilMobility.Networks.Datasets;

namespace MilMobility.Cli.Parsing;

/// <summary>What the verbs on datasets share.</summary>
internal static class NetworkArguments
{
    public static Argument<string> Dataset(string name) => new(name)
    {
        Description = "Dataset folder, the one with datapackage.json.",
    };

    /// <summary>An option whose value is one of some words.</summary>
    /// <param name="standard">Value where it is not given; null if it must be.</param>
    public static Option<string> OneOf(string name, string[] words, string? standard, string description)
    {
        var option = new Option<string>(name)
        {
            Description = description,
            HelpName = string.Join('|', words),
            Required = standard is null,
            CustomParser = result =>
            {
                var text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
                if (words.Contains(text)) return text;
                result.AddError($"{name} = '{text}'; must be one of {string.Join(", ", words)}");
                return "";
            },
        };
        if (standard is not null) option.DefaultValueFactory = _ => standard;
        return option;
    }

    /// <summary>Reads a dataset with its overlays; prints its findings, and refuses it where they are errors.</summary>
    public static bool TryRead(
        string folder, string[] overlays, bool json, CancellationToken cancel, [NotNullWhen(true)] out NetworkDataset? dataset)
    {
        var loaded = DatasetReader.Read(folder, overlays, cancel);
        dataset = (loaded as Valid<NetworkDataset>)?.Value;
        if (dataset is null) Refusal.Invalid(loaded.Diagnostics, json);
        else Terminal.WriteDiagnostics(loaded.Diagnostics);
        return dataset is not null;
    }
}
