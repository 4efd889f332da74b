using MilMobility.Domain.Plans;
using MilMobility.Domain.Reports;
using MilMobility.Domain.Serials;
using MilMobility.Domain.Units;
using MilMobility.Reporting.Audiences;
using MilMobility.Reporting.Itineraries;

namespace MilMobility.Reporting.Tests.Audiences;

/// <summary>What managers get of <see cref="WideReport"/>: its passages, and no way to put a journey together.</summary>
public sealed class CivilReductionTests
{
    private static readonly MissionReport s_all = CivilReduction.Of(WideReport.Make(), null);

    // Each column: the province's l1, then l2, the halt at r3 and l3 of RWS with the hold that ends it. Each train: the harbour's transfer;
    // the transfer, the move and the end of it in ProRail's area. The depot is a site: the wait there is nobody's.
    [Fact]
    public void A_serial_becomes_a_passage_for_each_stay_in_an_area()
    {
        Assert.Equal(
            [("Harbour", 8), ("ProRail", 8), ("Province", 8), ("RWS", 8)],
            s_all.Plan.Planned.GroupBy(p => p.Serial.Movement).Select(g => (g.Key, g.Count())));
        var rws = s_all.Plan.Planned.First(p => p.Serial.Movement == "RWS");
        Assert.Equal(["l2", "l3"], rws.Steps.OfType<MoveStep>().Select(m => m.Link));
        Assert.Equal((7920, 12_492), (rws.Serial.ReadySeconds, rws.FinishSeconds));
        Assert.Equal(("r2", "r4"), (rws.Serial.Origins.Single(), rws.Serial.Destinations.Single()));
        Assert.Equal("A2", Assert.Single(new Legs(s_all.Map).Of(rws)).Route);
    }

    [Fact]
    public void Names_are_given_in_order_of_manager_and_time_and_stand_once()
    {
        Assert.Equal(Enumerable.Range(1, 32).Select(i => $"P{i:D4}"), s_all.Plan.Planned.Select(p => p.Serial.Id));
        var prorail = CivilReduction.Of(WideReport.Make(), "ProRail").Plan.Planned;
        Assert.Equal(Enumerable.Range(9, 8).Select(i => $"P{i:D4}"), prorail.Select(p => p.Serial.Id));
    }

    [Fact]
    public void A_manager_gets_its_own_links_nodes_times_and_figures_alone()
    {
        var report = CivilReduction.Of(WideReport.Make(), "ProRail");
        Assert.Equal(["l4"], report.Map.Links.Select(l => l.Id));
        // p1 is the other end of the transfer at its yard.
        Assert.Equal(["p1", "y1", "y2"], report.Map.Nodes.Select(n => n.Id).Order(StringComparer.Ordinal));
        Assert.All(report.Plan.Planned, p => Assert.Equal("ProRail", p.Serial.Movement));
        Assert.Empty(report.Impact.Cells);
        Assert.Equal(0, report.Impact.Totals.CostMicroEuros);
        var mode = Assert.Single(report.Impact.Assessment.Modes);
        Assert.Equal("rail.train-minutes-lost", Assert.Single(mode.Figures).Metric);
        Assert.Equal(["rail.train-minutes-lost"], report.Impact.Assessment.Metrics.Select(m => m.Id));
        Assert.Null(report.Impact.Assessment.Valuation);
    }

    [Fact]
    public void The_sums_of_one_manager_are_those_of_its_own_hours()
    {
        var report = CivilReduction.Of(WideReport.Make(), "RWS");
        Assert.Equal((20.0, 1.5, 300_000_000), (
            report.Impact.Totals.RoadDisplacedPcu, report.Impact.Totals.RoadDelayHours, report.Impact.Totals.CostMicroEuros));
        Assert.Equal(("Gelderland", 20.0), (Assert.Single(report.Impact.ByRegion).Key, report.Impact.ByRegion[0].Displaced));
        Assert.Equal(57, Assert.Single(Assert.Single(report.Impact.Assessment.Modes).Figures).Change);
    }

    [Fact]
    public void A_displaced_train_names_the_passages_in_whose_place_it_stood()
    {
        var because = Assert.Single(s_all.Impact.Assessment.Modes.Single(m => m.Mode == TransportMode.Rail).Paths).Because;
        // B-01 is the first of ProRail's: passages 1 to 8 are the harbour's.
        Assert.Equal(["P0009"], because);
    }

    [Fact]
    public void Units_loads_counts_and_costs_are_gone_and_dangerous_goods_are_a_yes()
    {
        Assert.All(s_all.Plan.Planned, p =>
        {
            Assert.Equal(("", 0, 0, 0), (p.Serial.Unit, p.Serial.Loads.Count, p.Serial.VehicleCount, p.Serial.Priority));
            Assert.Equal(new SerialCost(0, 0, 0), p.Cost);
        });
        var trains = s_all.Plan.Planned.Where(p => p.Serial.Movement == "ProRail");
        Assert.All(trains, p => Assert.Equal("yes", p.Serial.DangerousGoods));
        Assert.All(s_all.Plan.Planned.Where(p => p.Serial.Movement == "RWS"), p => Assert.Equal("", p.Serial.DangerousGoods));
    }

    // TinyReport's column: 380 x 255 cm, 20 t, axles 10 t, 1000 m; its train: 320 m, 1 150.5 t, axles 22.5 t, 6.4 t/m.
    [Fact]
    public void Sizes_are_raised_to_the_steps_in_which_managers_decide()
    {
        var road = s_all.Plan.Planned.First(p => p.Serial.Movement == "RWS").Serial.Road!;
        Assert.Equal((400, 255, 50_000, 11_500, 1000, 0, 0), (
            road.HeightCm, road.WidthCm, road.MassKg, road.AxleLoadKg, road.ColumnMetres, road.VehicleCount, road.Wheeled.Value));
        var rail = s_all.Plan.Planned.First(p => p.Serial.Movement == "ProRail").Serial.Rail!;
        Assert.Equal((350, 1_200_000, 22_500, 6_400, 0), (
            rail.TrainLengthMetres, rail.TrainMassKg, rail.AxleLoadKg, rail.MetreLoadKg, rail.Wagons));
        var wide = CivilFootprints.Of(TinyReport.RoadSerial("A-01", "").Road! with { WidthCm = 340, HeightCm = 430, MassKg = 63_000 })!;
        Assert.Equal((355, 450, 70_000), (wide.WidthCm, wide.HeightCm, wide.MassKg));
    }

    [Fact]
    public void A_column_with_dangerous_goods_tells_its_tunnel_code_and_no_class()
    {
        var serial = TinyReport.RoadSerial("A-01", "") with { DangerousGoods = "1 (C), 3 (D)" };
        serial = serial with { Road = serial.Road! with { TunnelCode = TunnelRestrictionCode.C } };
        Assert.Equal("yes (C)", CivilFootprints.DangerousGoods(serial, byRoad: true));
        Assert.Equal("yes", CivilFootprints.DangerousGoods(serial, byRoad: false));
        Assert.Equal("", CivilFootprints.DangerousGoods(serial with { DangerousGoods = "" }, byRoad: true));
    }

    [Fact]
    public void The_ship_keeps_its_window_and_loses_its_name()
    {
        var ship = s_all.Plan.Planned.First(p => p.Serial.Movement == "Harbour").Serial.Ship!;
        Assert.Equal(("ship 1", 0, 7200), (ship.Name, ship.ArrivesSeconds, ship.DepartsSeconds));
        Assert.All(s_all.Plan.Planned.Where(p => p.Serial.Movement == "RWS"), p => Assert.Null(p.Serial.Ship));
    }

    [Fact]
    public void The_marking_stays_and_the_audience_is_stated()
    {
        Assert.Equal(
            (ClassificationMarking.Internal, ClassificationMarking.Internal, Audience.Civil),
            (s_all.Manifest.Marking, s_all.Plan.Marking, s_all.Audience));
    }
}
