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

    /// <summary>Reads a dataset; prints its findings, and refuses it where they are errors.</summary>
    public static bool TryRead(string folder, bool json, CancellationToken cancel, [NotNullWhen(true)] out NetworkDataset? dataset)
    {
        var loaded = DatasetReader.Read(folder, cancel);
        dataset = (loaded as Valid<NetworkDataset>)?.Value;
        if (dataset is null) Refusal.Invalid(loaded.Diagnostics, json);
        else Terminal.WriteDiagnostics(loaded.Diagnostics);
        return dataset is not null;
    }
}
