using MilMobility.Domain.Reports;
using MilMobility.Domain.Units;
using MilMobility.Reporting.Audiences.Parliament;
using MilMobility.Reporting.Json;
using MilMobility.Reporting.RunFolders;
using MilMobility.Reporting.Writers;

namespace MilMobility.Reporting.Audiences;

/// <summary>A report that holds what its audience may see, ready for any format.</summary>
public abstract record ReducedReport(Audience Audience, ClassificationMarking Marking, MarkingChange? Downgrading)
{
    /// <summary>Formats that it can take, in order.</summary>
    public abstract IReadOnlyList<string> Formats { get; }

    /// <summary>Its files in a format of <see cref="Formats"/>.</summary>
    public abstract IReadOnlyList<ReportFile> FilesIn(string format);

    /// <summary>The files of its folder, the manifest among them.</summary>
    public abstract IReadOnlyList<ReportFile> Folder();

    /// <summary>What is kept of a report beside it: for whom, under which marking, and who lowered that.</summary>
    public byte[] ManifestBytes() => ReportJson.ToBytes(Record());

    /// <summary>The record that <see cref="ManifestBytes"/> writes.</summary>
    public ReportManifest Record() => new(
        "milmob", typeof(ReducedReport).Assembly.GetName().Version?.ToString(3) ?? "unknown", Audience, Marking, Downgrading);
}

/// <summary>Audit record of a report that is no run folder.</summary>
public sealed record ReportManifest(
    string Program, string ProgramVersion, Audience Audience, ClassificationMarking Marking, MarkingChange? Downgrading);

/// <summary>For planners and civil managers: a run, or what is left of it.</summary>
public sealed record ReducedRun(MissionReport Report)
    : ReducedReport(Report.Audience, Report.Manifest.Marking, Report.Manifest.Downgrading)
{
    public override IReadOnlyList<string> Formats =>
        [.. ReportWriters.All.Where(w => w.Audiences.Contains(Report.Audience)).Select(w => w.Format)];

    public override IReadOnlyList<ReportFile> FilesIn(string format) =>
        [.. ReportWriters.All.First(w => w.Format == format && w.Audiences.Contains(Report.Audience)).Write(Report)];

    public override IReadOnlyList<ReportFile> Folder() => [.. ReportWriters.FolderOf(Report)];
}

/// <summary>For the public: aggregates.</summary>
public sealed record ReducedSummary(PublicReport Summary, MarkingChange? Change)
    : ReducedReport(Audience.Public, Summary.Marking, Change)
{
    public override IReadOnlyList<string> Formats => [.. PublicWriters.All.Select(w => w.Format)];

    public override IReadOnlyList<ReportFile> FilesIn(string format) => [PublicWriters.All.First(w => w.Format == format).Write(Summary)];

    public override IReadOnlyList<ReportFile> Folder() =>
        [new ReportFile(RunFolder.Manifest, ManifestBytes()), .. PublicWriters.FolderOf(Summary)];
}
