using MilMobility.Domain.Scenarios;

namespace MilMobility.Civil.RailAssessment;

/// <summary>
/// Civil trains by number and minute, from profiles that state trains per hour: the volumes of each hour are decomposed into through
/// trains (<see cref="ThroughFlows"/>), and those of one way run at even intervals: the n-th when the hours' volumes have added up to n
/// and a phase. Ways get their phases by the golden ratio, so that they do not bunch; the two directions half an interval apart. Each
/// pattern moves all phases, so that no figure hangs on one choice of minutes: which they really are the dataset does not say.
///
/// Then every train, day by day, intercities first, freight last, waits where it must for those before it. A train that would wait
/// too long even so is left out and counted: the profiles ask for more there than the dataset's tracks take.
///
/// The patterns depend on the scenario's hours and on nothing of the plan. Immutable but for the diaries.
/// </summary>
public sealed class CivilTimetable
{
    /// <summary>Hours before the scenario's start from which trains are made.</summary>
    private const int LeadHours = 2;

    /// <summary>Phase from way to way: the fraction of the golden ratio.</summary>
    private const double PhaseStep = 0.6180339887498949;

    private CivilTimetable(RailDiaries diaries, IReadOnlyList<CivilTrain> trains, int leftOut)
    {
        Diaries = diaries;
        Trains = trains;
        LeftOut = leftOut;
    }

    public RailDiaries Diaries { get; }

    /// <summary>By number.</summary>
    public IReadOnlyList<CivilTrain> Trains { get; }

    /// <summary>Trains that found no place without the plan.</summary>
    public int LeftOut { get; }

    /// <summary>One pattern.</summary>
    /// <param name="rail">Sections.</param>
    /// <param name="flows">Through trains by category and hour since the scenario's start, from <see cref="LeadHours"/> before it.</param>
    /// <param name="pattern">Which, from 0.</param>
    /// <param name="cancel">Ends it with an exception.</param>
    public static CivilTimetable Of(RailSections rail, IReadOnlyList<HourFlows> flows, int pattern, CancellationToken cancel)
    {
        var diaries = new RailDiaries(rail);
        var trains = new List<CivilTrain>();
        var leftOut = 0;
        foreach (var departure in Departures(rail, flows, (double)pattern / rail.Rules.Patterns))
        {
            cancel.ThrowIfCancellationRequested();
            var route = departure.Route;
            var earliest = new int[route.Pieces.Length];
            earliest[0] = departure.Start;
            for (var i = 1; i < earliest.Length; i++) earliest[i] = earliest[i - 1] + route.RunSeconds[i - 1];
            if (diaries.Find(route, earliest, rail.Rules.PatternWaitSeconds) is not { } place)
            {
                leftOut++;
                continue;
            }

            diaries.Add(trains.Count, route, place);
            trains.Add(new CivilTrain(trains.Count, route, place));
        }

        return new CivilTimetable(diaries, trains, leftOut);
    }

    /// <summary>Through trains of every hour from two before the start to two after the horizon, by category.</summary>
    public static IReadOnlyList<HourFlows> Flows(RailScope scope)
    {
        var known = new Dictionary<(DayTypes Day, int Hour), IReadOnlyList<ThroughFlow>[]>();
        var hours = new List<HourFlows>();
        for (var hour = -LeadHours; hour < scope.Hours + LeadHours; hour++)
        {
            var key = (scope.Clock.DayAt(hour * 3600), scope.Clock.At(hour * 3600).Hour);
            if (!known.TryGetValue(key, out var flows))
            {
                known[key] = flows = [.. Enumerable.Range(0, RailRules.Categories.Count).Select(category =>
                    ThroughFlows.Of(scope.Rail, [.. scope.Rail.Links.Select(l => scope.Demand.Of(2 * l, category, key.Item1, key.Hour))]))];
            }

            hours.Add(new HourFlows(hour, flows));
        }

        return hours;
    }

    /// <summary>Day by day, by category, by time: so the tracks fill from their ends, which keeps insertion cheap.</summary>
    private static IEnumerable<Departure> Departures(RailSections rail, IReadOnlyList<HourFlows> hours, double shift)
    {
        var departures = new List<Departure>();
        for (var category = 0; category < RailRules.Categories.Count; category++)
        {
            var ways = new Dictionary<string, Way>(StringComparer.Ordinal);
            foreach (var (hour, flows) in hours)
            {
                foreach (var flow in flows[category])
                {
                    var key = string.Join(' ', flow.Sections);
                    if (!ways.TryGetValue(key, out var way))
                    {
                        way = new Way(ways.Count, shift, TrainRoute.Of(rail, category, flow.Sections, flow.Forward),
                            TrainRoute.Back(rail, category, flow));
                        ways[key] = way;
                    }

                    way.Depart(hour, flow.TrainsPerHour, departures);
                }
            }
        }

        return departures.OrderBy(d => (d.Start + (LeadHours * 3600)) / 86_400).ThenBy(d => d.Route.Category)
            .ThenBy(d => d.Start).ThenBy(d => d.Order);
    }

    /// <summary>A train that wants to leave.</summary>
    private readonly record struct Departure(int Start, int Order, TrainRoute Route);

    /// <summary>A way and how many trains it has had; both directions.</summary>
    private sealed class Way(int index, double shift, TrainRoute there, TrainRoute back)
    {
        private double _volume;

        public void Depart(int hour, double trainsPerHour, List<Departure> departures)
        {
            Depart(hour, trainsPerHour, 0.5, 2 * index, there, departures);
            Depart(hour, trainsPerHour, 0, (2 * index) + 1, back, departures);
            _volume += trainsPerHour;
        }

        private void Depart(
            int hour, double trainsPerHour, double side, int order, TrainRoute route, List<Departure> departures)
        {
            var phase = (side + (index * PhaseStep) + shift) % 1;
            for (var n = Math.Ceiling(_volume - phase); n + phase < _volume + trainsPerHour; n++)
            {
                var part = (n + phase - _volume) / trainsPerHour;
                departures.Add(new Departure((3600 * hour) + (int)(3600 * part), order, route));
            }
        }
    }
}

/// <summary>Through trains of an hour.</summary>
/// <param name="Hour">Since the scenario's start.</param>
/// <param name="ByCategory">In the order of <see cref="RailRules.Categories"/>.</param>
public sealed record HourFlows(int Hour, IReadOnlyList<ThroughFlow>[] ByCategory);
