using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;
using MilMobility.Networks.Datasets;

namespace MilMobility.Networks.Compilation;

/// <summary>
/// What the patches and curfews of a scenario do to the links of a dataset: windows per link and draught limits. Every fault of
/// every patch is collected before anything is used. The dataset itself is never written to. Not thread-safe.
/// </summary>
internal sealed class PatchedColumns
{
    /// <summary>Draughts beyond this are a slip of the unit: the deepest ship that calls at Rotterdam draws 24 m.</summary>
    private const int DraughtCmMax = 3_000;
    private const int MinutesPerDay = 24 * 60;

    private readonly NetworkDataset _dataset;
    private readonly Dictionary<string, int[]> _linksOfTarget = new(StringComparer.Ordinal);
    private readonly string _file;
    private readonly DiagnosticBag _diagnostics;

    public PatchedColumns(NetworkDataset dataset, string scenarioFile, DiagnosticBag diagnostics)
    {
        _dataset = dataset;
        _file = scenarioFile;
        _diagnostics = diagnostics;
        Closed = new WindowSet(dataset.Links.Count);
        SpeedFactor = new WindowSet(dataset.Links.Count);
        CapacityFactor = new WindowSet(dataset.Links.Count);
        DraughtCm = [.. dataset.Links.Select(l => l.DraughtCm ?? CompiledNetwork.NoLimit)];
        var ofNode = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var node in dataset.Nodes) ofNode[node.Id] = [];
        for (var link = 0; link < dataset.Links.Count; link++)
        {
            ofNode[dataset.Links[link].From].Add(link);
            ofNode[dataset.Links[link].To].Add(link);
        }

        foreach (var (node, links) in ofNode) _linksOfTarget[node] = [.. links.Distinct()];
        for (var link = 0; link < dataset.Links.Count; link++) _linksOfTarget[dataset.Links[link].Id] = [link];
    }

    public WindowSet Closed { get; }

    public WindowSet SpeedFactor { get; }

    public WindowSet CapacityFactor { get; }

    /// <summary>[L] the dataset's draught limits, lowered by low water.</summary>
    public int[] DraughtCm { get; }

    public void Apply(NetworkPatch patch, int horizonSeconds)
    {
        if (!_linksOfTarget.TryGetValue(patch.Target, out var links))
        {
            Error(NetworkCodes.PatchTarget, patch.Line,
                $"patch target '{patch.Target}' is unknown; must be the id of a link or a node of dataset '{_dataset.Name}'");
            return;
        }

        var valid = WindowIsValid(patch) & ValueIsValid(patch, links);
        if (!valid) return;
        if (links.Length == 0 || (patch.Effect != PatchEffect.DraughtLimit && patch.FromSeconds >= horizonSeconds))
        {
            _diagnostics.Warning(NetworkCodes.PatchWithoutEffect, _file, patch.Line,
                $"patch of '{patch.Target}' changes nothing: it has no links, or its window starts after the horizon");
        }

        foreach (var link in links) ApplyTo(link, patch);
    }

    public void Apply(Curfew curfew, LocalClock clock, int horizonSeconds)
    {
        if (curfew.FromMinuteOfDay < 0 || curfew.ToMinuteOfDay > MinutesPerDay
            || curfew.FromMinuteOfDay >= curfew.ToMinuteOfDay)
        {
            Error(NetworkCodes.CurfewHours, curfew.Line,
                $"curfew from minute {curfew.FromMinuteOfDay} to {curfew.ToMinuteOfDay} of the day; "
                + $"must satisfy 0 <= from < to <= {MinutesPerDay}");
            return;
        }

        var links = Enumerable.Range(0, _dataset.Links.Count).Where(l => IsMeant(curfew, _dataset.Links[l])).ToList();
        if (links.Count == 0)
        {
            _diagnostics.Warning(NetworkCodes.CurfewWithoutLinks, _file, curfew.Line,
                $"curfew on {curfew.Mode}, classes [{string.Join(", ", curfew.LinkClasses)}], "
                + $"regions [{string.Join(", ", curfew.Regions)}] meets no link of dataset '{_dataset.Name}'");
        }

        var windows = CurfewWindows.Of(curfew, clock, horizonSeconds);
        foreach (var link in links)
        {
            foreach (var (from, to) in windows) Closed.Add(link, from, to, 0);
        }
    }

    private static bool IsMeant(Curfew curfew, LinkRow link) =>
        link.Mode == curfew.Mode
        && (curfew.LinkClasses.Count == 0 || curfew.LinkClasses.Contains(link.Class))
        && (curfew.Regions.Count == 0 || curfew.Regions.Contains(link.Region));

    private bool WindowIsValid(NetworkPatch patch)
    {
        if (patch.Effect == PatchEffect.DraughtLimit || patch.FromSeconds < patch.ToSeconds) return true;
        Error(NetworkCodes.PatchWindow, patch.Line,
            $"patch of '{patch.Target}' is from second {patch.FromSeconds} to {patch.ToSeconds}; must end after it starts");
        return false;
    }

    private bool ValueIsValid(NetworkPatch patch, int[] links)
    {
        switch (patch.Effect)
        {
            case PatchEffect.SpeedFactor or PatchEffect.CapacityFactor when patch.Value is < 1 or > 100:
                Error(NetworkCodes.PatchValue, patch.Line,
                    $"patch of '{patch.Target}' has {patch.Effect} {patch.Value}; must be 1-100 hundredths");
                return false;
            case PatchEffect.DraughtLimit when patch.Value is < 1 or > DraughtCmMax:
                Error(NetworkCodes.PatchValue, patch.Line,
                    $"patch of '{patch.Target}' has a draught limit of {patch.Value} cm; must be 1-{DraughtCmMax}");
                return false;
            case PatchEffect.DraughtLimit when links.Any(l => _dataset.Links[l].Mode != TransportMode.Water):
                Error(NetworkCodes.PatchMode, patch.Line,
                    $"patch of '{patch.Target}' limits the draught of a {_dataset.Links[links[0]].Mode} link; must be Water");
                return false;
            default:
                return true;
        }
    }

    private void ApplyTo(int link, NetworkPatch patch)
    {
        switch (patch.Effect)
        {
            case PatchEffect.Closed:
                Closed.Add(link, patch.FromSeconds, patch.ToSeconds, 0);
                break;
            case PatchEffect.SpeedFactor:
                SpeedFactor.Add(link, patch.FromSeconds, patch.ToSeconds, patch.Value);
                break;
            case PatchEffect.CapacityFactor:
                CapacityFactor.Add(link, patch.FromSeconds, patch.ToSeconds, patch.Value);
                break;
            case PatchEffect.DraughtLimit:
                DraughtCm[link] = Math.Min(DraughtCm[link], patch.Value);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(patch), patch.Effect, "unknown patch effect");
        }
    }

    private void Error(string code, int line, string message) => _diagnostics.Error(code, _file, line, message);
}
