using System.Globalization;
using System.Text;
using MilMobility.Domain.Units;
using MilMobility.Exchange.Drafts;

namespace MilMobility.Exchange.Writing;

/// <summary>Rows of the three link tables. Not thread-safe.</summary>
internal sealed class LinkCells(NetworkDraft draft, DraftKeys keys)
{
    /// <summary>Points of a shape that are written; of a longer one every n-th, which keeps fields within the reader's limit.</summary>
    private const int ShapePointsMax = 1_000;

    private readonly StringBuilder _via = new();

    public void Fill(TableBuffer row, int index)
    {
        var link = draft.Links[index];
        row.Set("id", keys.Links[index]);
        row.Set("from", keys.Nodes[link.From]);
        row.Set("to", keys.Nodes[link.To]);
        row.Set("class", link.Class);
        row.Set("length_m", CellText.Metres(link.LengthMetres), link.LengthOrigin);
        row.Set("speed_kmh", CellText.Number(Math.Round(link.SpeedKmh, 3)), link.SpeedOrigin);
        row.Set("two_way", CellText.Boolean(link.TwoWay));
        row.Set("manager", CellText.Text(link.Manager));
        row.Set("region", CellText.Text(link.Region));
        row.Set("length_reason", link.LengthReason);
        row.Set("via", Via(link.Shape));
        switch (link.Mode)
        {
            case TransportMode.Road: Road(row, link); break;
            case TransportMode.Rail: Rail(row, link); break;
            case TransportMode.Water: Water(row, link); break;
            default: throw new InvalidOperationException("a link is of the road, rail or water");
        }
    }

    private static void Road(TableBuffer row, in DraftLink link)
    {
        row.Set("road", CellText.Text(link.Name));
        row.Set("lanes", CellText.Integer(link.LanesOrTracks), link.LanesOrigin);
        row.Set("capacity_pcu_h", CellText.Integer(link.CapacityPerHour), link.CapacityOrigin);
        if (link.Limits is not { } limits) return;
        Limit(row, "mlc_wheeled", limits.Wheeled, CellText.Integer);
        Limit(row, "mlc_tracked", limits.Tracked, CellText.Integer);
        Limit(row, "axle_load_t", limits.AxleLoadKg, CellText.Thousandths);
        Limit(row, "mass_t", limits.MassKg, CellText.Thousandths);
        Limit(row, "height_m", limits.HeightCm, CellText.Hundredths);
        Limit(row, "width_m", limits.WidthCm, CellText.Hundredths);
        Limit(row, "vehicle_length_m", limits.VehicleLengthCm, CellText.Hundredths);
        row.Set("tunnel", CellText.Text(limits.Tunnel ?? ""));
        Limit(row, "tunnel_category", limits.TunnelCategory, c => c.ToString());
    }

    private static void Rail(TableBuffer row, in DraftLink link)
    {
        row.Set("line", CellText.Text(link.Name));
        row.Set("tracks", CellText.Integer(link.LanesOrTracks), link.LanesOrigin);
        row.Set("capacity_trains_h", CellText.Integer(link.CapacityPerHour), link.CapacityOrigin);
        row.Set("freight", "true");
        if (link.Limits is not { } limits) return;
        Limit(row, "electrification", limits.Electrification, CellText.Of);
        Limit(row, "line_category", limits.LineCategory, c => c);
        Limit(row, "gauge", limits.Gauge, CellText.Of);
        Limit(row, "train_length_m", limits.TrainLengthMetres, CellText.Integer);
        Limit(row, "freight", limits.Freight, CellText.Boolean);
    }

    private static void Water(TableBuffer row, in DraftLink link)
    {
        row.Set("fairway", CellText.Text(link.Name));
        if (link.Limits is not { } limits) return;
        Limit(row, "cemt", limits.Cemt, c => c);
        Limit(row, "draught_m", limits.DraughtCm, CellText.Hundredths);
        Limit(row, "air_draught_m", limits.AirDraughtCm, CellText.Hundredths);
        Limit(row, "vessel_length_m", limits.VesselLengthMetres, CellText.Integer);
        Limit(row, "beam_m", limits.BeamCm, CellText.Hundredths);
    }

    private static void Limit<T>(TableBuffer row, string column, Known<T>? limit, Func<T, string> text)
    {
        if (limit is { } known) row.Set(column, text(known.Value), known.Origin);
    }

    private string Via(ShapeRange shape)
    {
        if (shape.Count == 0) return "";
        _via.Clear();
        var step = (shape.Count + ShapePointsMax - 1) / ShapePointsMax;
        for (var point = step / 2; point < shape.Count; point += step)
        {
            var (lat, lon) = draft.ShapePoint(shape, point);
            if (_via.Length > 0) _via.Append(';');
            _via.Append(CultureInfo.InvariantCulture, $"{lat:F5} {lon:F5}");
        }

        return _via.ToString();
    }
}
