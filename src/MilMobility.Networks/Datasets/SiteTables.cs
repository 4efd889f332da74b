using System.Globalization;
using MilMobility.Domain.Civil;
using MilMobility.Domain.Units;

namespace MilMobility.Networks.Datasets;

/// <summary>Reads rows of the tables on facilities, transfers, civil traffic, corridors and values.</summary>
internal static class SiteTables
{
    private const int HoursPerDay = 24;

    public static FacilityRow Facility(TableRow row)
    {
        var id = row.Id("id");
        var capacity = row.OptionalInteger("hold_capacity", 1, 1_000_000);
        var unit = row.Named("hold_unit", Vocabulary.HoldUnits) ?? HoldUnit.None;
        if ((row.Raw("hold_capacity").Length == 0) != (row.Raw("hold_unit").Length == 0))
            row.Error(NetworkCodes.HoldUnits, "hold_capacity and hold_unit must both stand or both be empty");
        return new FacilityRow(
            id, row.RequiredText("node"), row.OneOf("kind", Vocabulary.FacilityKinds.Keys), row.Text("name"), capacity, unit,
            row.Limit("max_length_m", 1, 2_000), row.Boolean("fuel", required: false) ?? false, Chambers(row),
            row.OptionalInteger("cycle_min", 1, 1_440) ?? 0, row.OptionalInteger("berths", 0, 1_000) ?? 0,
            row.OptionalInteger("ro_ro_ramps", 0, 1_000) ?? 0, row.OptionalInteger("cranes", 0, 1_000) ?? 0,
            row.File, row.Line);
    }

    public static ZoneRow Zone(TableRow row) => new(
        row.Id("id"), row.RequiredText("name"), row.Integer("inhabitants", 1, 100_000_000),
        (double)(row.Decimal("lat", -90, 90, required: true) ?? 0), (double)(row.Decimal("lon", -180, 180, required: true) ?? 0),
        row.File, row.Line);

    /// <summary>Chambers as <c>280x24;280x24</c>, metres.</summary>
    private static List<Chamber> Chambers(TableRow row)
    {
        var chambers = new List<Chamber>();
        foreach (var text in row.Raw("chambers").Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = text.Split('x');
            if (parts.Length == 2 && IsMetres(parts[0], 1_000, out var length) && IsMetres(parts[1], 200, out var width))
            {
                chambers.Add(new Chamber((int)Math.Floor(length), (int)Math.Floor(width * 100)));
                continue;
            }

            row.Error(NetworkCodes.BadList,
                $"chambers has {FileDiagnostics.Quote(text)}; must be 'length x width' in m, such as 280x24, joined by ';'");
        }

        return chambers;
    }

    private static bool IsMetres(string text, decimal max, out decimal metres) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out metres)
        && metres >= 1 && metres <= max;

    public static TransferRow Transfer(TableRow row)
    {
        var id = row.Id("id");
        return new TransferRow(
            id, row.RequiredText("from"), row.RequiredText("to"), row.RequiredText("place"),
            row.OneOf("kind", Vocabulary.TransferKinds.Keys), row.Integer("fixed_min", 0, 10_000),
            row.Integer("rate_vehicles_h", 1, 100_000), row.Integer("positions", 1, 1_000), row.File, row.Line);
    }

    public static CivilProfileRow Civil(TableRow row, TransportMode mode, Quality quality)
    {
        var scope = row.RequiredText("scope");
        var (categories, units) = Vocabulary.Civil(mode);
        var hours = new double[HoursPerDay];
        for (var h = 0; h < HoursPerDay; h++)
            hours[h] = (double)(row.Decimal($"h{h:00}", 0, 100_000, required: true) ?? 0);
        return new CivilProfileRow(
            mode, scope, row.OneOf("category", categories), row.OneOf("day_type", Vocabulary.DayTypes),
            row.OneOf("unit", units), hours, Vocabulary.Qualities[(int)quality], row.File, row.Line);
    }

    public static CorridorRow Corridor(TableRow row)
    {
        var id = row.Id("corridor");
        return new CorridorRow(
            id, row.Text("name"), row.OneOf("element", Vocabulary.CorridorElements), row.RequiredText("ref"),
            row.OneOf("marking", Vocabulary.CorridorMarkings), row.File, row.Line);
    }

    public static ValueOfTime ValueOfTime(TableRow row)
    {
        const decimal Most = 1_000_000;
        var category = row.RequiredText("category");
        var central = row.Decimal("euro_per_h", 0, Most, required: true) ?? 0;
        return new ValueOfTime(
            category, row.RequiredText("unit"), central, row.Text("price_level"), row.RequiredText("source"), row.RequiredText("date"),
            row.OneOf("quality", Vocabulary.Qualities))
        {
            EurosPerHourLow = row.Decimal("euro_per_h_low", 0, central, required: false) ?? central,
            EurosPerHourHigh = row.Decimal("euro_per_h_high", central, Most, required: false) ?? central,
            SpreadSource = row.Text("spread_source"),
        };
    }

    public static ParameterRow Parameter(TableRow row)
    {
        var name = row.RequiredText("name");
        var value = row.Decimal("value", -1_000_000_000, 1_000_000_000, required: true) ?? 0;
        return new ParameterRow(
            name, (double)value, row.Text("unit"), row.Text("source"), row.Text("date"), row.OneOf("quality", Vocabulary.Qualities));
    }
}
