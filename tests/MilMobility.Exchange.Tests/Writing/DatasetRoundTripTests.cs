using System.Text.Json;
using MilMobility.Domain.Diagnostics;
using MilMobility.Exchange.Drafts;
using MilMobility.Exchange.Sources.Datasets;
using MilMobility.Exchange.Writing;
using MilMobility.Networks.Checking;
using MilMobility.Networks.Datasets;
using MilMobility.TestScenes;

namespace MilMobility.Exchange.Tests.Writing;

public sealed class DatasetRoundTripTests
{
    private static readonly JsonSerializerOptions WithTuples = new() { IncludeFields = true };

    private static readonly Lazy<NetworkDataset> s_national =
        new(() => Valid(DatasetReader.Read(ReferenceData.Network, CancellationToken.None)));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void The_embedded_network_read_written_and_read_again_is_the_same()
    {
        using var scratch = new ScratchFolder();
        var before = s_national.Value;
        var after = Valid(DatasetWriter.Write(Draft(ReferenceData.Network), scratch.Of("copy"), Cancel));

        Assert.Equal((before.Name, before.Version, before.Marking), (after.Name, after.Version, after.Marking));
        Same(before.Nodes, after.Nodes, r => r with { File = "", Line = 0 });
        // What a row states of its values is written in another order; its quality is compared below.
        Same(before.Links, after.Links, r => r with { File = "", Line = 0, Stated = StatedValues.None });
        Same(before.Facilities, after.Facilities, r => r with { File = "", Line = 0, Stated = StatedValues.None });
        Same(before.Transfers, after.Transfers, r => r with { File = "", Line = 0 });
        Same(before.CivilProfiles, after.CivilProfiles, r => r with { File = "", Line = 0 });
        Same(before.Corridors, after.Corridors, r => r with { File = "", Line = 0 });
        Same(before.ValuesOfTime, after.ValuesOfTime, r => r);
        Assert.Equal(before.CivilParameters, after.CivilParameters);
        // A count of zero, is written as nothing and so has no quality.
        foreach (var (quality, share) in before.QualityShares) Assert.Equal(share, after.QualityShares[quality], 1e-4);
        Assert.False(NetworkChecker.Check(after).HasErrors);
    }

    [Fact]
    public void A_dataset_is_replaced_whole_by_the_same_bytes_and_nothing_else_is_left_beside_it()
    {
        using var scratch = new ScratchFolder();
        var draft = Draft(ReferenceData.Network);
        var first = Valid(DatasetWriter.Write(draft, scratch.Of("net"), Cancel)).FileHashes;
        draft.Name = "renamed";
        var second = Valid(DatasetWriter.Write(draft, scratch.Of("net"), Cancel)).FileHashes;
        var changed = first.Where(f => second[f.Key] != f.Value).Select(f => f.Key);
        Assert.Equal(["datapackage.json"], changed);
        Assert.Equal([scratch.Of("net")], Directory.GetFileSystemEntries(scratch.Root));
    }

    [Fact]
    public void A_folder_of_other_files_is_left_alone()
    {
        using var scratch = new ScratchFolder();
        Directory.CreateDirectory(scratch.Of("net"));
        File.WriteAllText(scratch.Of("net/letter.txt"), "dear reader");
        var finding = Assert.Single(Invalid(DatasetWriter.Write(Draft(ReferenceData.Network), scratch.Of("net"), Cancel)));
        Assert.Equal(DraftCodes.OutputExists, finding.Code);
        Assert.Equal("dear reader", File.ReadAllText(scratch.Of("net/letter.txt")));
    }

    [Fact]
    public void An_invalid_draft_leaves_the_dataset_that_stood_there()
    {
        using var scratch = new ScratchFolder();
        var draft = Draft(ReferenceData.Network);
        var hashes = Valid(DatasetWriter.Write(draft, scratch.Of("net"), Cancel)).FileHashes;
        draft.SetNode(0, draft.Nodes[0] with { Kind = "castle" });
        var finding = Invalid(DatasetWriter.Write(draft, scratch.Of("net"), Cancel))[0];
        Assert.Equal(NetworkCodes.UnknownValue, finding.Code);
        Assert.StartsWith(scratch.Of("net"), finding.File, StringComparison.Ordinal);
        Assert.Equal(hashes, Valid(DatasetReader.Read(scratch.Of("net"), Cancel)).FileHashes);
        Assert.Single(Directory.GetFileSystemEntries(scratch.Root));
    }

    private static NetworkDraft Draft(string folder)
    {
        var draft = new NetworkDraft();
        var context = new ImportContext(new DiagnosticBag(), Cancel);
        new DatasetSource(folder).ReadInto(draft, context);
        Assert.False(context.Diagnostics.HasErrors);
        return draft;
    }

    private static void Same<T>(IEnumerable<T> before, IEnumerable<T> after, Func<T, T> plain) => Assert.Equal(
        before.Select(r => JsonSerializer.Serialize(plain(r), WithTuples)),
        after.Select(r => JsonSerializer.Serialize(plain(r), WithTuples)));

    private static NetworkDataset Valid(Loaded<NetworkDataset> read) => read is Valid<NetworkDataset> valid
        ? valid.Value
        : throw new InvalidOperationException(string.Join('\n', read.Diagnostics));

    private static IReadOnlyList<Diagnostic> Invalid(Loaded<NetworkDataset> read) =>
        Assert.IsType<Invalid<NetworkDataset>>(read).Diagnostics;
}
