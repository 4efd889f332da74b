using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;
using MilMobility.Scenarios.Fields;

namespace MilMobility.Scenarios.Sections;

/// <summary>March parameters, transport templates, pools, regime, weights and limits, in canonical units.</summary>
internal static class TemplateSections
{
    public static RoadMarch Road(SectionValues s) => new(
        s.Whole("speed_kmh"), s.Whole("gap_m"), s.Whole("packet_vehicles"), s.Whole("packet_gap"), s.Whole("serial_vehicles"),
        s.Whole("headway"), s.Whole("halt_after"), s.Whole("halt"), Money.FromEuros(s.Amount("cost_eur_per_vehicle_km")),
        s.Choice<EscortRule>("escort"));

    public static TrainTemplate Rail(SectionValues s) => new(
        s.Whole("speed_kmh"), Up(s, "locomotive_length_m", 100), Up(s, "locomotive_mass_t", 1000), Up(s, "wagon_length_m", 100),
        Down(s, "wagon_loading_length_m", 100), Up(s, "wagon_tare_t", 1000), s.Whole("wagon_axles"), s.Whole("max_length_m"),
        s.Whole("max_mass_t") * 1000L, s.Choice<Traction>("traction"), s.Whole("headway"),
        Money.FromEuros(s.Amount("cost_eur_per_km")));

    public static VesselTemplate Water(SectionValues s) => new(
        s.Whole("speed_kmh"), s.Whole("length_m"), Up(s, "beam_m", 100), Up(s, "draught_m", 100), Up(s, "air_draught_m", 100),
        1 + ScenarioFields.CemtClasses.ToList().IndexOf(s.Text("cemt_class")), s.Whole("lane_m"), s.Whole("max_mass_t") * 1000L,
        Money.FromEuros(s.Amount("cost_eur_per_km")));

    public static HeavyTransporter? Transporter(SectionValues root) =>
        root.Find("heavy_transporter") is SectionValues s
            ? new HeavyTransporter(Up(s, "tare_t", 1000), Up(s, "length_m", 100), Up(s, "width_m", 100), Up(s, "deck_height_m", 100),
                Up(s, "axle_load_t", 1000), new WheeledLoadClass(s.Whole("mlc_wheeled")), s.Whole("speed_kmh"))
            : null;

    public static IReadOnlyList<AssetPool> Pools(SectionValues root, Reading reading)
    {
        var ids = new HashSet<string>();
        var kinds = new HashSet<PoolKind>();
        var pools = new List<AssetPool>();
        foreach (var s in root.List<SectionValues>("pools"))
        {
            var (id, kind) = (s.Text("id"), s.Choice<PoolKind>("kind"));
            if (id.Length > 0 && !ids.Add(id)) reading.Error("SCN015", s, "id", $"= {id} is used by an earlier pool; must be unique");
            if (s.Find("kind") is not null && !kinds.Add(kind))
                reading.Error("SCN015", s, "kind", $"= {s.Text("kind")} has a pool already; must be at most one pool of a kind");
            pools.Add(new AssetPool(id, kind, s.Whole("count"), s.Whole("block")));
        }

        if (kinds.Contains(PoolKind.HeavyTransporter) && !root.IsGiven("heavy_transporter"))
        {
            reading.Warning("SCN026", root, "pools", "warning.transporters-unused");
        }

        return pools;
    }

    public static LegalRegime Regime(SectionValues root, Reading reading)
    {
        var s = root.Get<SectionValues?>("regime", null);
        if (s is null) return new LegalRegime(100, 100, 100, RailLevers.None, "");
        var levers = s.List<string>("rail_levers").Aggregate(RailLevers.None, (all, name) => all | FieldNames.Parse<RailLevers>(name));
        var basis = s.Text("basis");
        var rule = RailPriorityOf(s, root, reading, ref levers);
        if (levers != RailLevers.None && root.Choice<ThreatPhase>("phase") == ThreatPhase.Peace)
        {
            reading.Error("SCN021", s, "rail_levers",
                $"= {string.Join(", ", s.List<string>("rail_levers"))} in phase peace; "
                + "must be empty in peace, or the phase must be grey-zone, crisis or conflict");
        }

        if (levers != RailLevers.None && string.IsNullOrWhiteSpace(basis))
            reading.Error("SCN025", s, "basis", "is missing; must state the legal basis of the levers");
        return new LegalRegime(s.Whole("civil_floor_road_percent"), s.Whole("civil_floor_rail_percent"),
            s.Whole("civil_floor_water_percent"), levers, basis) { RailPriority = rule };
    }

    /// <summary>The rule, which bounds the levers named or stands for them.</summary>
    private static RailPriority? RailPriorityOf(SectionValues s, SectionValues root, Reading reading, ref RailLevers levers)
    {
        if (s.Find("rail_priority") is null) return null;
        var rule = s.Choice<RailPriority>("rail_priority");
        var permitted = LegalRegime.PermittedBy(rule);
        if (!s.IsGiven("rail_levers")) levers = permitted;
        if ((levers & ~permitted) != RailLevers.None)
        {
            reading.Error("SCN035", s, "rail_levers",
                $"= {string.Join(", ", s.List<string>("rail_levers"))} go beyond rail_priority = {s.Text("rail_priority")}; "
                + "must be steps that the rule permits");
        }

        if (rule == RailPriority.UrgentPreEmption && root.Choice<ThreatPhase>("phase") is not (ThreatPhase.Crisis or ThreatPhase.Conflict))
            reading.Error("SCN035", s, "rail_priority", "= urgent-pre-emption; must stand in phase crisis or conflict");
        return rule;
    }

    public static ObjectiveWeights Weights(SectionValues s) => new(
        s.Amount("time_eur_per_vehicle_hour"), s.Amount("late_eur_per_vehicle_hour"), s.Amount("unmoved_eur_per_vehicle"),
        s.Amount("transfer_eur"), s.Whole("civil_weight_percent"), s.List<int>("priority_factors_percent"))
    {
        Mode = s.Choice<ObjectiveMode>("mode"),
    };

    public static PlanLimits Limits(SectionValues s) => new(
        s.Whole("seed"), s.Whole("restarts"), s.Whole("columns_per_serial"), (double)s.Amount("pool_work"), s.Whole("time_max_s"))
    {
        GapPercent = s.Amount("gap_percent"),
        WorkMax = Millions(s, "work_max_million"),
        NoImprovementWork = Millions(s, "no_improvement_million"),
    };

    private static long? Millions(SectionValues s, string field) => s.Find(field) is int millions ? millions * 1_000_000L : null;

    // What takes room is rounded up, what gives room is rounded down.
    private static int Up(SectionValues s, string field, int scale) => (int)Math.Ceiling(s.Amount(field) * scale);

    private static int Down(SectionValues s, string field, int scale) => (int)Math.Floor(s.Amount(field) * scale);
}
