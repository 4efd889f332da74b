using System.Globalization;
using MilMobility.Domain.Units;

namespace MilMobility.Networks.Datasets;

/// <summary>Reads rows of the node and link tables.</summary>
internal static class NetworkTables
{
    private const int LengthMetresMax = 500_000;
    private const int KgPerTonne = 1_000;
    private const int CmPerMetre = 100;

    public static NodeRow Node(TableRow row, TransportMode mode)
    {
        var id = row.Id("id");
        var prefix = Vocabulary.NameOf(mode) + "-";
        if (!id.StartsWith(prefix, StringComparison.Ordinal))
            row.Error(NetworkCodes.BadId, $"the id of a {Vocabulary.NameOf(mode)} node must start with '{prefix}'");
        var place = row.Raw("place").Length == 0 ? "" : row.Id("place");
        return new NodeRow(
            id, row.RequiredText("name"), mode, row.OneOf("kind", Vocabulary.NodeKinds),
            (double)(row.Decimal("lat", -90, 90, required: true) ?? 0),
            (double)(row.Decimal("lon", -180, 180, required: true) ?? 0),
            place, row.Text("region"), row.Text("manager"), row.File, row.Line);
    }

    public static LinkRow Link(TableRow row, TransportMode mode)
    {
        var id = row.Id("id");
        var (name, classes) = mode switch
        {
            TransportMode.Road => ("road", Vocabulary.RoadClasses),
            TransportMode.Rail => ("line", Vocabulary.RailClasses),
            _ => ("fairway", Vocabulary.WaterClasses),
        };
        var common = new LinkRow
        {
            Id = id,
            From = row.RequiredText("from"),
            To = row.RequiredText("to"),
            Mode = mode,
            Name = row.Text(name),
            Class = row.OneOf("class", classes),
            LengthMetres = row.Rounded("length_m", LengthMetresMax),
            SpeedKmh = row.Rounded("speed_kmh", 400),
            LanesOrTracks = 0,
            CapacityPerHour = 0,
            TwoWay = row.Boolean("two_way", required: true) ?? true,
            Manager = row.Text("manager"),
            Region = row.Text("region"),
            LengthReason = row.Text("length_reason"),
            Via = Shape(row),
            File = row.File,
            Line = row.Line,
        };
        return mode switch
        {
            TransportMode.Road => WithRoad(common, row),
            TransportMode.Rail => WithRail(common, row),
            _ => WithWater(common, row),
        };
    }

    private static LinkRow WithRoad(LinkRow link, TableRow row) => link with
    {
        LanesOrTracks = row.Integer("lanes", 0, 12),
        CapacityPerHour = row.Integer("capacity_pcu_h", 1, 100_000),
        Wheeled = row.OptionalInteger("mlc_wheeled", 1, 200),
        Tracked = row.OptionalInteger("mlc_tracked", 1, 200),
        AxleLoadKg = row.Limit("axle_load_t", KgPerTonne, 100),
        MassKg = row.Limit("mass_t", KgPerTonne, 1_000),
        HeightCm = row.Limit("height_m", CmPerMetre, 100),
        WidthCm = row.Limit("width_m", CmPerMetre, 100),
        VehicleLengthCm = row.Limit("vehicle_length_m", CmPerMetre, 1_000),
        Tunnel = row.Text("tunnel"),
        TunnelCategory = row.Named("tunnel_category", Vocabulary.TunnelCategories),
    };

    private static LinkRow WithRail(LinkRow link, TableRow row)
    {
        var category = row.OneOf("line_category", LineCategories.Known, required: false);
        var known = LineCategories.TryGetLoads(category, out var axleLoadKg, out var metreLoadKg);
        return link with
        {
            LanesOrTracks = row.Integer("tracks", 1, 99),
            CapacityPerHour = row.Integer("capacity_trains_h", 1, 1_000),
            Electrification = row.Named("electrification", Vocabulary.Electrifications),
            LineCategory = category,
            AxleLoadKg = known ? axleLoadKg : null,
            MetreLoadKg = known ? metreLoadKg : null,
            Gauge = row.Named("gauge", Vocabulary.Gauges),
            TrainLengthMetres = row.Limit("train_length_m", 1, 2_000),
            Freight = row.Boolean("freight", required: true) ?? true,
        };
    }

    private static LinkRow WithWater(LinkRow link, TableRow row) => link with
    {
        CemtClass = row.Named("cemt", Vocabulary.CemtClasses),
        DraughtCm = row.Limit("draught_m", CmPerMetre, 30),
        AirDraughtCm = row.Limit("air_draught_m", CmPerMetre, 200),
        VesselLengthMetres = row.Limit("vessel_length_m", 1, 500),
        BeamCm = row.Limit("beam_m", CmPerMetre, 100),
    };

    /// <summary>The shape between the ends: <c>lat lon;lat lon</c>.</summary>
    private static List<(double Lat, double Lon)> Shape(TableRow row)
    {
        var shape = new List<(double, double)>();
        foreach (var point in row.Raw("via").Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = point.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length == 2 && IsDegrees(parts[0], 90, out var lat) && IsDegrees(parts[1], 180, out var lon))
            {
                shape.Add((lat, lon));
                continue;
            }

            row.Error(NetworkCodes.BadList,
                $"via has {FileDiagnostics.Quote(point)}; must be 'lat lon' in degrees, joined by ';'");
            return [];
        }

        return shape;
    }

    private static bool IsDegrees(string text, double max, out double degrees) =>
        double.TryParse(
            text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out degrees)
        && Math.Abs(degrees) <= max;

    public static StructureRow Structure(TableRow row) => new(
        row.RequiredText("link"), row.OneOf("kind", Vocabulary.StructureKinds), row.Integer("count", 1, 10_000), row.File, row.Line);

    public static MovableBridgeRow MovableBridge(TableRow row) => new(
        row.Id("id"), row.RequiredText("name"), row.RequiredText("node"), row.Raw("road_link"),
        (int)Math.Round(100 * (row.Decimal("clearance_closed_m", 0, 200, required: true) ?? 0)),
        row.Integer("opening_min", 1, 1_440), row.File, row.Line);

    public static TurnRow Turn(TableRow row)
    {
        var kind = row.OneOf("kind", Vocabulary.TurnKinds);
        var minutes = row.OptionalInteger("minutes", 1, 1_440);
        if ((kind == "reversal") != (row.Raw("minutes").Length > 0))
        {
            row.Error(
                NetworkCodes.TurnMinutes,
                $"kind '{kind}' with minutes = '{row.Raw("minutes")}'; a reversal has minutes, a forbidden turn none");
        }

        return new TurnRow(
            row.RequiredText("node"), row.RequiredText("from_link"), row.RequiredText("to_link"),
            kind == "reversal" ? minutes : null, row.File, row.Line);
    }
}
