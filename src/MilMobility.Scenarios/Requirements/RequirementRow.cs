using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Sentences;
using MilMobility.Domain.Units;
using MilMobility.Scenarios.Fields;

namespace MilMobility.Scenarios.Requirements;

/// <summary>Builds a <see cref="Requirement"/> in canonical units from a row's values, and checks what only the whole row shows.</summary>
internal static class RequirementRow
{
    private const int DefaultAxleKgMax = 11_500;

    /// <summary>The requirement, or null after a diagnostic. Sizes and masses are rounded up to the cm and the kg.</summary>
    public static Requirement? Build(IReadOnlyDictionary<string, object> values, string file, int line, DiagnosticBag bag)
    {
        string Text(string name) => values.GetValueOrDefault(name) as string ?? "";
        int? Scaled(string name, int scale) => values.GetValueOrDefault(name) is decimal d ? (int)Math.Ceiling(d * scale) : null;

        var modes = (string[])values["modes"];
        var wheeled = values.GetValueOrDefault("mlc_wheeled") as int?;
        var tracked = values.GetValueOrDefault("mlc_tracked") as int?;
        var massKg = Scaled("mass_t", 1000)!.Value;
        var lengthCm = Scaled("length_m", 100)!.Value;
        var row = new Requirement
        {
            Id = Text("id"),
            Movement = Text("movement"),
            Unit = Text("unit"),
            VehicleType = Text("vehicle_type"),
            Count = (int)values["count"],
            MassKg = massKg,
            AxleLoadKg = Scaled("axle_load_t", 1000) ?? (tracked is null ? Math.Min((massKg + 1) / 2, DefaultAxleKgMax) : 0),
            Wheeled = wheeled is { } w ? new WheeledLoadClass(w) : null,
            Tracked = tracked is { } t ? new TrackedLoadClass(t) : null,
            LengthCm = lengthCm,
            WidthCm = Scaled("width_m", 100)!.Value,
            HeightCm = Scaled("height_m", 100)!.Value,
            PcuHundredths = Scaled("pcu", 100) ?? (lengthCm <= 600 ? 150 : lengthCm <= 1200 ? 250 : 350),
            ByRoad = modes.Contains("road"),
            ByRail = modes.Contains("rail"),
            ByWater = modes.Contains("water"),
            Gauge = values.GetValueOrDefault("gauge") is string gauge ? Enum.Parse<LoadingGauge>(gauge) : LoadingGauge.GB,
            TunnelCode = values.GetValueOrDefault("tunnel_code") is string code
                ? Enum.Parse<TunnelRestrictionCode>(code) : TunnelRestrictionCode.None,
            DangerousGoodsClass = Text("dg_class"),
            Marking = values.GetValueOrDefault("marking") is string marking
                ? FieldNames.Parse<ClassificationMarking>(marking) : ClassificationMarking.Public,
            Line = line,
        };
        return IsSound(row, wheeled, tracked, file, bag) ? row : null;
    }

    private static bool IsSound(Requirement row, int? wheeled, int? tracked, string file, DiagnosticBag bag)
    {
        var sound = true;
        void Wrong(string code, string message)
        {
            bag.Error(code, file, row.Line, $"row '{row.Id}': {message}");
            sound = false;
        }

        if (wheeled is not null && tracked is not null)
            Wrong("REQ013", $"mlc_wheeled = {wheeled} and mlc_tracked = {tracked}; must have one of them, not both");
        if (wheeled is null && tracked is null)
            Wrong("REQ013", "mlc_wheeled and mlc_tracked are empty; must have one of them");
        if (row.LengthCm < row.WidthCm)
        {
            Wrong("REQ017", $"length_m = {row.LengthCm / 100m} and width_m = {row.WidthCm / 100m}; "
                + "the length must be at least the width");
        }

        if (row.AxleLoadKg > row.MassKg)
        {
            Wrong("REQ017", $"axle_load_t = {row.AxleLoadKg / 1000m} and mass_t = {row.MassKg / 1000m}; "
                + "an axle must carry at most the mass");
        }

        if (row.TunnelCode != TunnelRestrictionCode.None && row.DangerousGoodsClass.Length == 0)
            Wrong("REQ014", $"tunnel_code = {row.TunnelCode} without dg_class; must have both for dangerous goods, or neither");
        var loadClass = wheeled ?? tracked ?? 0;
        var tonnes = row.MassKg / 1000m;
        if (sound && (loadClass < tonnes / 2 || loadClass > 2 * tonnes + 4))
        {
            bag.Warning("REQ018", file, row.Line,
                Sentence.Of("warning.load-class", ("row", row.Id), ("class", loadClass), ("tonnes", Phrase.UpTo((double)tonnes, 3))));
        }

        return sound;
    }
}
