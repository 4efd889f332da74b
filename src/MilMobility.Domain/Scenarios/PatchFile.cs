using MilMobility.Domain.Units;

namespace MilMobility.Domain.Scenarios;

/// <summary>A file of network patches that a run was given beside its scenario.</summary>
/// <param name="File">Path, as given.</param>
/// <param name="Title">One line for people.</param>
/// <param name="Marking">Its marking; the result's is no lower.</param>
/// <param name="Sha256">Hash of its bytes, lower-case hex.</param>
/// <param name="Patches">Its patches, times as seconds since the scenario's start.</param>
public sealed record PatchFile(
    string File, string Title, ClassificationMarking Marking, string Sha256, IReadOnlyList<NetworkPatch> Patches)
{
    /// <summary>The scenario with this file's patches after its own, and its marking if that is the higher.</summary>
    public MissionScenario To(MissionScenario scenario) => scenario with
    {
        Marking = Marking > scenario.Marking ? Marking : scenario.Marking,
        Patches = [.. scenario.Patches, .. Patches],
        PatchFiles = [.. scenario.PatchFiles, this],
        FileHashes = new Dictionary<string, string>(scenario.FileHashes, StringComparer.Ordinal) { [File] = Sha256 },
    };
}
