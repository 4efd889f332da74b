using System.Collections.Frozen;
using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;
using MilMobility.Networks.Datasets;

namespace MilMobility.Networks.Compilation;

/// <summary>
/// Turns a dataset, with a scenario's patches and curfews, into the columns that the searches read. The dataset is validated
/// already and stays as it is: patches act on a copy, and without patches and curfews the result is the baseline exactly.
/// Patch and curfew faults are collected, all at once, with the scenario file and line. O(nodes + links + patches + horizon).
/// Deterministic; static and safe to call from any thread.
/// </summary>
public static class NetworkCompiler
{
    private const int SecondsPerMinute = 60;

    /// <summary>The network as it is, without patches and curfews.</summary>
    public static CompiledNetwork CompileBaseline(NetworkDataset dataset) =>
        Build(dataset, new PatchedColumns(dataset, "", new DiagnosticBag()), null);

    /// <param name="dataset">Validated dataset.</param>
    /// <param name="patches">Changes, in the order of the scenario.</param>
    /// <param name="curfews">Curfews in local time.</param>
    /// <param name="clock">Local time of the scenario's seconds.</param>
    /// <param name="horizonSeconds">End of the plan; curfews are laid out up to here.</param>
    /// <param name="scenarioFile">Scenario file as the user wrote its path; diagnostics name it.</param>
    /// <param name="levers">Policy levers; null for none.</param>
    /// <param name="floors">Civil floors; null for none.</param>
    public static Loaded<CompiledNetwork> Compile(
        NetworkDataset dataset, IReadOnlyList<NetworkPatch> patches, IReadOnlyList<Curfew> curfews, LocalClock clock,
        int horizonSeconds, string scenarioFile = "", PolicyLevers? levers = null, IReadOnlyList<CivilFloor>? floors = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(horizonSeconds);
        var diagnostics = new DiagnosticBag();
        var patched = new PatchedColumns(dataset, scenarioFile, diagnostics);
        foreach (var patch in patches) patched.Apply(patch, clock, horizonSeconds);
        foreach (var curfew in curfews) patched.Apply(curfew, clock, horizonSeconds);
        var columns = new LeverColumns(dataset, scenarioFile, diagnostics, clock, horizonSeconds);
        columns.Apply(levers ?? PolicyLevers.None, floors ?? [], patched.Closed);
        return diagnostics.HasErrors
            ? new Invalid<CompiledNetwork>(diagnostics.ToList())
            : new Valid<CompiledNetwork>(Build(dataset, patched, columns), diagnostics.ToList());
    }

    private static CompiledNetwork Build(NetworkDataset dataset, PatchedColumns patched, LeverColumns? levers)
    {
        var nodes = dataset.Nodes;
        var links = dataset.Links;
        var nodeIndex = IndexOf(nodes.Select(n => n.Id));
        var linkIndex = IndexOf(links.Select(l => l.Id));
        int[] from = [.. links.Select(l => nodeIndex[l.From])];
        int[] to = [.. links.Select(l => nodeIndex[l.To])];
        var arcsOut = Adjacency.Build(nodes.Count, 2 * links.Count, arc => EndOf(arc, from, to));
        var arcsIn = Adjacency.Build(nodes.Count, 2 * links.Count, arc => EndOf(arc, to, from));
        var transfers = TransferColumns.Of(dataset, nodeIndex);
        var hold = HoldColumns.Of(dataset, nodeIndex);
        if (levers is not null) hold = levers.Limit(hold, nodeIndex);
        var locks = dataset.Facilities.Where(f => f.Chambers.Count > 0).OrderBy(f => nodeIndex[f.Node]).ToList();
        var lockOfNode = new int[nodes.Count];
        Array.Fill(lockOfNode, -1);
        for (var k = 0; k < locks.Count; k++) lockOfNode[nodeIndex[locks[k].Node]] = k;
        int[] lockNode = [.. locks.Select(f => nodeIndex[f.Node])];
        var inService = patched.ChambersInService.ToColumns(lockNode);
        var closed = patched.Closed.ToColumns();
        var speed = patched.SpeedFactor.ToColumns();
        var capacity = patched.CapacityFactor.ToColumns();

        return new CompiledNetwork
        {
            Dataset = dataset,
            NodeId = [.. nodes.Select(n => n.Id)],
            NodeMode = [.. nodes.Select(n => n.Mode)],
            NodeLat = [.. nodes.Select(n => n.Lat)],
            NodeLon = [.. nodes.Select(n => n.Lon)],
            NodeHoldCapacity = hold.Capacity,
            NodeHoldUnit = hold.Unit,
            NodeHoldLengthMetres = hold.LengthMetres,
            NodeLock = lockOfNode,
            NodeIndex = nodeIndex,
            PlaceNodes = PlacesOf(nodes),
            LinkId = [.. links.Select(l => l.Id)],
            LinkMode = [.. links.Select(l => l.Mode)],
            LinkClass = [.. links.Select(l => l.Class)],
            LinkFrom = from,
            LinkTo = to,
            LinkLengthMetres = [.. links.Select(l => l.LengthMetres)],
            LinkSpeedKmh = [.. links.Select(l => l.SpeedKmh)],
            LinkLanesOrTracks = [.. links.Select(l => l.LanesOrTracks)],
            LinkCapacityPerHour = [.. links.Select(l => l.CapacityPerHour)],
            LinkTwoWay = [.. links.Select(l => l.TwoWay)],
            LinkFreight = [.. links.Select(l => l.Freight)],
            LinkWheeled = patched.Limit(LinkLimit.WheeledClass),
            LinkTracked = patched.Limit(LinkLimit.TrackedClass),
            LinkAxleLoadKg = patched.Limit(LinkLimit.AxleLoadKg),
            LinkMassKg = patched.Limit(LinkLimit.MassKg),
            LinkHeightCm = patched.Limit(LinkLimit.HeightCm),
            LinkWidthCm = patched.Limit(LinkLimit.WidthCm),
            LinkVehicleLengthCm = patched.Limit(LinkLimit.VehicleLengthCm),
            LinkTunnelCategory = [.. links.Select(l => l.TunnelCategory is { } c ? (byte)(c - 'A' + 1) : (byte)0)],
            LinkElectrified = [.. links.Select(l => l.Electrification != Electrification.None)],
            LinkGauge = [.. links.Select(l => l.Gauge ?? LoadingGauge.GC)],
            LinkMetreLoadKg = patched.Limit(LinkLimit.MetreLoadKg),
            LinkTrainLengthMetres = patched.Limit(LinkLimit.TrainLengthMetres),
            LinkCemtClass = Limits(links, l => l.CemtClass),
            LinkDraughtCm = patched.Limit(LinkLimit.DraughtCm),
            LinkAirDraughtCm = patched.Limit(LinkLimit.AirDraughtCm),
            LinkVesselLengthMetres = patched.Limit(LinkLimit.VesselLengthMetres),
            LinkBeamCm = patched.Limit(LinkLimit.BeamCm),
            LinkIndex = linkIndex,
            OutStart = arcsOut.Start,
            OutArcs = arcsOut.Items,
            InStart = arcsIn.Start,
            InArcs = arcsIn.Items,
            Turns = TurnCompiler.Compile(dataset, nodeIndex, linkIndex, arcsOut, arcsIn),
            TransferId = [.. dataset.Transfers.Select(t => t.Id)],
            TransferFrom = transfers.From,
            TransferTo = transfers.To,
            TransferKind = [.. dataset.Transfers.Select(t => t.Kind)],
            TransferFixedSeconds = [.. dataset.Transfers.Select(t => t.FixedMinutes * SecondsPerMinute)],
            TransferVehiclesPerHour = [.. dataset.Transfers.Select(t => t.VehiclesPerHour)],
            TransferGroup = transfers.Group,
            GroupPositions = transfers.GroupPositions,
            OutTransferStart = transfers.Out.Start,
            OutTransfers = transfers.Out.Items,
            InTransferStart = transfers.In.Start,
            InTransfers = transfers.In.Items,
            TransferIndex = IndexOf(dataset.Transfers.Select(t => t.Id)),
            LockNode = lockNode,
            LockCycleSeconds = [.. locks.Select(f => f.CycleMinutes * SecondsPerMinute)],
            LockChambers = [.. locks.Select(f => f.Chambers.ToArray())],
            LockOutStart = inService.Start,
            LockOutFrom = inService.From,
            LockOutTo = inService.To,
            LockOutChambers = ChambersOut(locks, inService.Start, inService.Value),
            ClosedStart = closed.Start,
            ClosedFrom = closed.From,
            ClosedTo = closed.To,
            FactorStart = speed.Start,
            FactorFrom = speed.From,
            FactorTo = speed.To,
            FactorHundredths = speed.Value,
            CapacityFactorStart = capacity.Start,
            CapacityFactorFrom = capacity.From,
            CapacityFactorTo = capacity.To,
            CapacityFactorHundredths = capacity.Value,
            Levers = levers?.Compile([.. locks.Select(f => f.Node)], nodeIndex) ?? new CompiledLevers(),
        };

        int EndOf(int arc, int[] head, int[] tail)
        {
            if ((arc & 1) == 0) return head[arc >> 1];
            return links[arc >> 1].TwoWay ? tail[arc >> 1] : -1;
        }
    }

    /// <summary>Chambers out of service per window: those of the lock less those that stay in.</summary>
    private static int[] ChambersOut(List<FacilityRow> locks, int[] start, int[] inService)
    {
        var chambersOut = new int[inService.Length];
        for (var k = 0; k < locks.Count; k++)
        {
            for (var i = start[k]; i < start[k + 1]; i++) chambersOut[i] = locks[k].Chambers.Count - inService[i];
        }

        return chambersOut;
    }

    private static int[] Limits(IReadOnlyList<LinkRow> links, Func<LinkRow, int?> limit) =>
        [.. links.Select(l => limit(l) ?? CompiledNetwork.NoLimit)];

    private static FrozenDictionary<string, int> IndexOf(IEnumerable<string> ids) =>
        ids.Select((id, index) => KeyValuePair.Create(id, index)).ToDictionary(StringComparer.Ordinal)
            .ToFrozenDictionary(StringComparer.Ordinal);

    private static FrozenDictionary<string, int[]> PlacesOf(IReadOnlyList<NodeRow> nodes) =>
        Enumerable.Range(0, nodes.Count).Where(n => nodes[n].Place.Length > 0)
            .GroupBy(n => nodes[n].Place, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
}
