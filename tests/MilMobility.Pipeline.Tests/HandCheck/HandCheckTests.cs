using MilMobility.Domain.Plans;
using MilMobility.Domain.Serials;

namespace MilMobility.Pipeline.Tests.HandCheck;

/// <summary>
/// The plan of seeds/hand-check.yaml, worked out with pencil and paper. Times are seconds since Monday 8 March 2027 00:00 local.
///
/// Footprints (vehicle gap 40 m, march speed 50 km/h, 2 minutes between packets of at most 20; headway 300 s):
///
///     M01  20 x (10 + 40) = 1,000 m of column;  pass 3.6 x 1,000 / 50 = 72 s
///     M02  10 x (10 + 40) =   500 m;            pass 3.6 x   500 / 50 = 36 s
///     M03  30 x (10 + 40) = 1,500 m, 2 packets; pass 3.6 x 1,500 / 50 + (2 - 1) x 120 = 228 s
///     M04  20 wagons (7.5 m on 15 m: floor(15.5 / 8) = 1 each); 20 + 20 x 20 = 420 m; 90 + 20 x (30 + 30) = 1,290 t;
///          pass max(60, 3.6 x 420 / 90 = 16.8) = 60 s
///     M05  20 x (10 + 1) = 220 lane m; 20 x 20 = 400 t; pass max(60, 3.6 x 110 / 12 = 33) = 60 s
///
/// Order on the shared road. M01 and M02 are both ready at 36,000. Behind M01, M02 enters 72 + 300 = 372 s later, on every shared
/// link, for both run at 50 km/h: 372 x 10 vehicles. Behind M02, M01 would enter 36 + 300 = 336 s later: 336 x 20 vehicles,
/// which is dearer. So M01 goes first. Running times are those of <see cref="Ways"/>:
///
///     M01  out 36,000; 7,864 s of driving is more than 2 h = 7,200 s, so one halt of 900 s; in 44,764; tail 44,836
///     M02  out 36,372; + 4,363 = 40,735; tail 40,771
///     M03  out 36,000; + 5,637 = 41,637; tail 41,865
///     M04  out 36,000; + 3,113 = 39,113; tail 39,173
///     M05  out 72,000; + 9,696 and the lockages at Tiel, 35 min = 2,100 s, and at Weurt, 45 min = 2,700 s: 86,496; tail 86,556
///
/// Objective, micro-euros. Time at 10 EUR per vehicle-hour: 10 vehicles 100e6 / 3600 = 27,778 a second, 20 vehicles 55,556,
/// 30 vehicles 83,333. Operating at 1.5 EUR per vehicle-km, so 15,000 a metre for 10 vehicles, 30,000 for 20, 45,000 for 30; a train
/// 25,000 a metre, a barge 20,000. Civil prices weigh nothing in this scenario; nothing is late or unmoved.
///
///           time                                      operating
///     M01   8,836 x 55,556 =   490,892,816            109,033 x 30,000 =  3,270,990,000
///     M02   4,771 x 27,778 =   132,528,838             60,494 x 15,000 =    907,410,000
///     M03   5,865 x 83,333 =   488,748,045             78,196 x 45,000 =  3,518,820,000
///     M04   3,173 x 55,556 =   176,279,188             77,773 x 25,000 =  1,944,325,000
///     M05  14,556 x 55,556 =   808,673,136             32,313 x 20,000 =    646,260,000
///     sum                    2,097,122,023                               10,287,805,000     together 12,384,927,023
///
/// The bound takes each serial alone, so it lacks just M02's wait: 372 x 27,778 = 10,333,416 less, 12,374,593,607.
/// </summary>
public sealed class HandCheckTests
{
    private static readonly Lazy<Task<Mission>> Run = new(() => Mission.PlanAsync(Seeds.HandCheck, scenario => scenario));

    [Fact]
    public void The_ways_are_made_of_the_numbers_that_the_dataset_holds()
    {
        var links = Seeds.Input(Seeds.HandCheck).Dataset.Links.ToDictionary(l => l.Id);
        IReadOnlyList<Leg>[] ways =
        [
            Ways.SloehavenToHazeldonk, Ways.SloehavenToOssendrecht, Ways.VeluweToZevenaar, Ways.SloehavenToRoosendaalBorder,
            Ways.TielToNijmegen,
        ];
        var changed = ways.SelectMany(way => way).Distinct().Select(leg => !links.TryGetValue(leg.Link, out var link)
                ? $"{leg.Link} is gone"
                : link.LengthMetres != leg.LengthMetres || link.SpeedKmh != leg.SpeedKmh
                    ? $"{leg.Link}: {leg.LengthMetres} m at {leg.SpeedKmh} km/h, now {link.LengthMetres} m at {link.SpeedKmh} km/h" : "")
            .Where(text => text.Length > 0);
        Assert.Empty(changed);
    }

    [Fact]
    public void The_running_times_are_the_lengths_over_the_speed_of_the_serial()
    {
        Assert.Equal((7_864, 109_033), Sum(Ways.SloehavenToHazeldonk, 50));
        Assert.Equal((4_363, 60_494), Sum(Ways.SloehavenToOssendrecht, 50));
        Assert.Equal((5_637, 78_196), Sum(Ways.VeluweToZevenaar, 50));
        Assert.Equal((3_113, 77_773), Sum(Ways.SloehavenToRoosendaalBorder, 90));
        Assert.Equal((9_696, 32_313), Sum(Ways.TielToNijmegen, 12));
    }

    [Fact]
    public async Task The_footprints_follow_from_the_march_arithmetic()
    {
        var plan = (await Run.Value).Plan;
        Assert.Equal((1_000, 72), Column(plan, "M01-01"));
        Assert.Equal((500, 36), Column(plan, "M02-01"));
        Assert.Equal((1_500, 228), Column(plan, "M03-01"));
        var train = Find(plan, "M04-01").Serial.Rail!;
        Assert.Equal((20, 420, 1_290_000, 60), (train.Wagons, train.TrainLengthMetres, train.TrainMassKg, train.PassSeconds));
        Assert.Equal(220, Find(plan, "M05-01").Serial.LaneMetres);
        Assert.Equal(60, Find(plan, "M05-01").Serial.Water!.PassSeconds);
    }

    [Fact]
    public async Task Every_serial_takes_the_way_and_the_time_that_were_worked_out()
    {
        var plan = (await Run.Value).Plan;
        Assert.Empty(plan.Unmoved);
        AssertJourney(Find(plan, "M01-01"), Ways.SloehavenToHazeldonk, outSeconds: 36_000, finishSeconds: 44_836);
        AssertJourney(Find(plan, "M02-01"), Ways.SloehavenToOssendrecht, outSeconds: 36_372, finishSeconds: 40_771);
        AssertJourney(Find(plan, "M03-01"), Ways.VeluweToZevenaar, outSeconds: 36_000, finishSeconds: 41_865);
        AssertJourney(Find(plan, "M04-01"), Ways.SloehavenToRoosendaalBorder, outSeconds: 36_000, finishSeconds: 39_173);
        AssertJourney(Find(plan, "M05-01"), Ways.TielToNijmegen, outSeconds: 72_000, finishSeconds: 86_556);
    }

    [Fact]
    public async Task The_first_convoy_halts_once_and_drives_two_hours_at_most_on_either_side()
    {
        var steps = Find((await Run.Value).Plan, "M01-01").Steps;
        var halt = Assert.Single(steps.OfType<HoldStep>());
        Assert.Equal(900, halt.EndSeconds - halt.StartSeconds);
        Assert.InRange(halt.StartSeconds - 36_000, 0, 7_200);
        Assert.InRange(44_764 - halt.EndSeconds, 0, 7_200);
    }

    [Fact]
    public async Task The_second_convoy_enters_each_shared_link_372_seconds_behind_the_first()
    {
        var plan = (await Run.Value).Plan;
        var first = Moves(plan, "M01-01").Take(Ways.SloehavenToRilland.Count);
        var second = Moves(plan, "M02-01").Take(Ways.SloehavenToRilland.Count);
        Assert.All(first.Zip(second), pair =>
        {
            Assert.Equal(pair.First.Link, pair.Second.Link);
            Assert.Equal(72 + 300, pair.Second.StartSeconds - pair.First.StartSeconds);
        });
    }

    [Fact]
    public async Task The_barge_spends_the_locks_cycles_before_it_sails_on()
    {
        var moves = Moves((await Run.Value).Plan, "M05-01").ToDictionary(m => m.Link, m => m.EndSeconds - m.StartSeconds);
        Assert.Equal((35 * 60) + 447, moves["fw-monding-ark-tiel-prins-bernhardsluizen"]);
        Assert.Equal((45 * 60) + 282, moves["fw-sluis-weurt-nijmegen"]);
    }

    [Fact]
    public async Task The_objective_and_its_bound_are_the_sums_that_were_worked_out()
    {
        var mission = await Run.Value;
        Assert.Equal(new PlanObjective(2_097_122_023, 0, 10_287_805_000, 0, 0), mission.Plan.Objective);
        Assert.Equal(12_384_927_023, mission.Plan.Objective.TotalMicroEuros);
        // Alone, each serial costs 12,374,593,607 in sum; the bound sees M02's wait too, or a part of it.
        Assert.InRange(mission.Plan.BoundMicroEuros, 12_374_593_608, 12_384_927_023);
        Assert.Empty(mission.Check.Violations);
        Assert.Equal(12_384_927_023, mission.Check.ObjectiveMicroEuros);
    }

    private static void AssertJourney(PlannedSerial serial, IReadOnlyList<Leg> way, int outSeconds, int finishSeconds)
    {
        var moves = serial.Steps.OfType<MoveStep>().ToList();
        Assert.Equal(way.Select(leg => leg.Link), moves.Select(move => move.Link));
        Assert.Equal(outSeconds, moves[0].StartSeconds);
        Assert.Equal(finishSeconds, serial.FinishSeconds);
        Assert.Equal(0, serial.LatenessSeconds);
    }

    /// <summary>Seconds and metres; each leg's seconds are checked against its own length and speed.</summary>
    private static (int Seconds, int Metres) Sum(IReadOnlyList<Leg> way, int serialSpeedKmh)
    {
        Assert.All(way, leg => Assert.Equal(
            (int)Math.Ceiling(3.6m * leg.LengthMetres / Math.Min(serialSpeedKmh, leg.SpeedKmh)), leg.Seconds));
        return (way.Sum(leg => leg.Seconds), way.Sum(leg => leg.LengthMetres));
    }

    private static (int Metres, int PassSeconds) Column(MovementPlan plan, string id)
    {
        RoadFootprint road = Find(plan, id).Serial.Road!;
        return (road.ColumnMetres, road.PassSeconds);
    }

    private static IEnumerable<MoveStep> Moves(MovementPlan plan, string id) => Find(plan, id).Steps.OfType<MoveStep>();

    private static PlannedSerial Find(MovementPlan plan, string id) => plan.Planned.Single(p => p.Serial.Id == id);
}
