using System.Runtime.CompilerServices;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Sentences;
using MilMobility.Domain.Serials;
using MilMobility.Domain.Units;
using MilMobility.Networks.Datasets;

namespace MilMobility.Planning.Checking;

/// <summary>
/// Rule 1: the footprint that the loads come to against every limit of every link on the way; an empty limit does not bind.
/// </summary>
internal static class LimitRules
{
    public static void Check(NetworkFacts network, PatchFacts patches, SerialTrace trace, ViolationLog log)
    {
        foreach (var step in trace.Steps)
        {
            if (step.Kind != StepKind.Move || step.Mode is not { } mode) continue;
            var hasFootprint = trace.Derived.Has(mode);
            log.Expect(
                hasFootprint, CheckRule.Limits, trace, step.Subject, step.Start, step.End,
                $"check.no-footprint{mode:mode}");
            if (!hasFootprint || !step.IsKnownMove) continue;

            var limits = new LinkLimits(trace, step, patches, log);
            var row = network.Link(step.Link);
            if (trace.Derived.Road is { } road && mode == TransportMode.Road) CheckRoad(limits, road, row);
            if (trace.Derived.Rail is { } rail && mode == TransportMode.Rail) CheckRail(limits, rail, row);
            if (trace.Derived.Water is { } water && mode == TransportMode.Water)
                CheckWater(limits, water, row);
        }
    }

    private static void CheckRoad(LinkLimits limits, RoadFootprint road, LinkRow row)
    {
        limits.AtMost("wheeled", road.Wheeled.Value, LinkLimit.WheeledClass, row.Wheeled);
        limits.AtMost("tracked", road.Tracked.Value, LinkLimit.TrackedClass, row.Tracked);
        limits.AtMost("axle-load", road.AxleLoadKg, LinkLimit.AxleLoadKg, row.AxleLoadKg);
        limits.AtMost("mass", road.MassKg, LinkLimit.MassKg, row.MassKg);
        limits.AtMost("height", road.HeightCm, LinkLimit.HeightCm, row.HeightCm);
        limits.AtMost("width", road.WidthCm, LinkLimit.WidthCm, row.WidthCm);
        limits.AtMost("vehicle-length", road.VehicleLengthCm, LinkLimit.VehicleLengthCm, row.VehicleLengthCm);
        limits.Must(
            MayPass(road.TunnelCode, row.TunnelCategory),
            $"check.tunnel{row.Tunnel:tunnel}{row.TunnelCategory:category}{road.TunnelCode:code}");
    }

    private static void CheckRail(LinkLimits limits, RailFootprint rail, LinkRow row)
    {
        limits.Must(row.Freight, $"check.no-freight");
        limits.AtMost("axle-load", rail.AxleLoadKg, LinkLimit.AxleLoadKg, row.AxleLoadKg);
        limits.AtMost("metre-load", rail.MetreLoadKg, LinkLimit.MetreLoadKg, row.MetreLoadKg);
        limits.AtMost("train-length", rail.TrainLengthMetres, LinkLimit.TrainLengthMetres, row.TrainLengthMetres);
        limits.Must(rail.Gauge <= (row.Gauge ?? LoadingGauge.GC), $"check.gauge{rail.Gauge:gauge}{row.Gauge:most}");
        limits.Must(
            rail.Traction != Traction.Electric || row.Electrification != Electrification.None,
            $"check.electric");
    }

    private static void CheckWater(LinkLimits limits, WaterFootprint water, LinkRow row)
    {
        limits.AtMost("cemt", water.CemtClass, LinkLimit.None, row.CemtClass);
        limits.AtMost("draught", water.DraughtCm, LinkLimit.DraughtCm, row.DraughtCm);
        limits.AtMost("air-draught", water.AirDraughtCm, LinkLimit.AirDraughtCm, row.AirDraughtCm);
        limits.AtMost("vessel-length", water.VesselLengthMetres, LinkLimit.VesselLengthMetres, row.VesselLengthMetres);
        limits.AtMost("beam", water.BeamCm, LinkLimit.BeamCm, row.BeamCm);
    }

    /// <summary>ADR 8.6.4: goods of code X may pass tunnels of the categories before X.</summary>
    private static bool MayPass(TunnelRestrictionCode code, char? category) => category is not { } letter || code switch
    {
        TunnelRestrictionCode.B => letter < 'B',
        TunnelRestrictionCode.C => letter < 'C',
        TunnelRestrictionCode.D => letter < 'D',
        TunnelRestrictionCode.E => letter < 'E',
        _ => true,
    };

    /// <summary>One serial on one link, so that each limit is a line of its own above.</summary>
    private readonly struct LinkLimits(SerialTrace trace, TracedStep step, PatchFacts patches, ViolationLog log)
    {
        /// <summary>The link's own limit with what patches make of it; LinkLimit.None is a limit that no patch changes.</summary>
        public void AtMost(string what, int found, LinkLimit limit, int? own)
        {
            var allowed = limit == LinkLimit.None ? own : patches.Limit(step.Link, limit, own);
            if (allowed is { } most) Must(found <= most, $"check.at-most{Sentence.Of($"check.{what}"):what}{found:found}{most:most}");
            else log.Tried(CheckRule.Limits);
        }

        public void Must(
            bool holds, [InterpolatedStringHandlerArgument(nameof(holds))] ref ViolationText message) =>
            log.Expect(holds, CheckRule.Limits, trace, step.Subject, step.Start, step.End, ref message);
    }
}
