using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;
using MilMobility.Networks.Datasets;

namespace MilMobility.Networks.Compilation;

/// <summary>
/// The limits of links with what patches make of them: a limit becomes stricter, or takes the place of a stricter one where the patch
/// says that it loosens; low water takes its drop off every draught that the dataset knows. The order of patches does not matter; a
/// loosened limit that another patch states otherwise is a contradiction. Not thread-safe.
/// </summary>
internal sealed class PatchedLimits(NetworkDataset dataset, Action<NetworkPatch, string, string> error)
{
    private readonly Dictionary<LinkLimit, int[]> _columns = [];
    private readonly Dictionary<(LinkLimit Limit, int Link), NetworkPatch> _statedBy = [];

    /// <summary>[L] the limit of every link, <see cref="CompiledNetwork.NoLimit"/> where there is none.</summary>
    public int[] Of(LinkLimit limit)
    {
        if (!_columns.TryGetValue(limit, out var column))
            _columns[limit] = column = [.. dataset.Links.Select(l => Stated(l, limit) ?? CompiledNetwork.NoLimit)];
        return column;
    }

    /// <summary>Whether a limit is one of links of a mode.</summary>
    public static bool Suits(LinkLimit limit, TransportMode mode) => limit switch
    {
        LinkLimit.AxleLoadKg => mode is TransportMode.Road or TransportMode.Rail,
        LinkLimit.MetreLoadKg or LinkLimit.TrainLengthMetres => mode == TransportMode.Rail,
        LinkLimit.DraughtCm or LinkLimit.AirDraughtCm or LinkLimit.VesselLengthMetres or LinkLimit.BeamCm => mode == TransportMode.Water,
        _ => mode == TransportMode.Road,
    };

    /// <summary>Largest value that is no slip of the unit; the dataset's own bound.</summary>
    public static int Most(LinkLimit limit) => limit switch
    {
        LinkLimit.WheeledClass or LinkLimit.TrackedClass => 200,
        LinkLimit.AxleLoadKg => 100_000,
        LinkLimit.MassKg => 1_000_000,
        LinkLimit.MetreLoadKg => 50_000,
        LinkLimit.TrainLengthMetres => 2_000,
        // The deepest ship that calls at Rotterdam draws 24 m.
        LinkLimit.DraughtCm => 3_000,
        LinkLimit.AirDraughtCm => 20_000,
        LinkLimit.VesselLengthMetres => 500,
        _ => 10_000,
    };

    /// <summary>Sets a limit on links that it suits; reports a loosening that the patch does not state, and contradictions.</summary>
    public void Set(NetworkPatch patch, LinkLimit limit, IReadOnlyList<int> links)
    {
        var stated = links.Select(l => Stated(dataset.Links[l], limit)).ToList();
        if (!patch.Loosens && stated.Count > 0 && stated.TrueForAll(s => s < patch.Value))
        {
            error(patch, NetworkCodes.PatchLoosens,
                $"would loosen {limit}: {patch.Value}, where the dataset allows {Range(stated)}; "
                + "must be at most that, or say 'loosen: true'");
            return;
        }

        var column = Of(limit);
        foreach (var link in links)
        {
            if (!Agrees(patch, limit, link)) return;
            column[link] = patch.Loosens ? patch.Value : Math.Min(column[link], patch.Value);
        }
    }

    /// <summary>Low water: every draught that the dataset knows on the links, less the drop.</summary>
    /// <returns>False when no draught is known, so that nothing changes.</returns>
    public bool Drop(NetworkPatch patch, IReadOnlyList<int> links)
    {
        var column = Of(LinkLimit.DraughtCm);
        var known = links.Where(l => dataset.Links[l].DraughtCm is not null).ToList();
        foreach (var link in known)
        {
            if (!Agrees(patch, LinkLimit.DraughtCm, link)) return true;
            column[link] = Math.Min(column[link], Math.Max(0, dataset.Links[link].DraughtCm!.Value - patch.Value));
        }

        return known.Count > 0;
    }

    private bool Agrees(NetworkPatch patch, LinkLimit limit, int link)
    {
        if (_statedBy.TryGetValue((limit, link), out var other) && (patch.Loosens || other.Loosens)
            && (patch.Value != other.Value || patch.Effect != other.Effect))
        {
            error(patch, NetworkCodes.PatchContradicts,
                $"sets {limit} of '{dataset.Links[link].Id}' to {patch.Value}, and {PatchedColumns.Place(other)} says {other.Value}; "
                + "a limit that one patch loosens must be stated once");
            return false;
        }

        _statedBy[(limit, link)] = patch;
        return true;
    }

    private static string Range(List<int?> stated) =>
        stated.Min() == stated.Max() ? $"{stated.Max()}" : $"{stated.Min()} to {stated.Max()}";

    private static int? Stated(LinkRow row, LinkLimit limit) => limit switch
    {
        LinkLimit.WheeledClass => row.Wheeled,
        LinkLimit.TrackedClass => row.Tracked,
        LinkLimit.AxleLoadKg => row.AxleLoadKg,
        LinkLimit.MassKg => row.MassKg,
        LinkLimit.HeightCm => row.HeightCm,
        LinkLimit.WidthCm => row.WidthCm,
        LinkLimit.VehicleLengthCm => row.VehicleLengthCm,
        LinkLimit.MetreLoadKg => row.MetreLoadKg,
        LinkLimit.TrainLengthMetres => row.TrainLengthMetres,
        LinkLimit.DraughtCm => row.DraughtCm,
        LinkLimit.AirDraughtCm => row.AirDraughtCm,
        LinkLimit.VesselLengthMetres => row.VesselLengthMetres,
        LinkLimit.BeamCm => row.BeamCm,
        _ => throw new ArgumentOutOfRangeException(nameof(limit), limit, "no limit of a link"),
    };
}
