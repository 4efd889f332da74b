using System.Globalization;
using MilMobility.Domain.Civil;
using MilMobility.Domain.Units;

namespace MilMobility.Civil.RailAssessment;

/// <summary>
/// Sums over displaced trains of all patterns, each train with the weight of its pattern, in the order of patterns and train numbers, so
/// that sums of floating-point numbers are the same every time. A train counts at the first section where it is in the way: once,
/// however many sections it runs over.
/// </summary>
public sealed class RailTally
{
    private const string Quality = "assumed";

    private readonly RailSections _rail;
    private readonly double _weight;
    private readonly double[] _totals = new double[RailMetrics.OfTrains.Count];
    private readonly SortedDictionary<(string Dimension, string Key), Part> _parts = new(
        Comparer<(string Dimension, string Key)>.Create((a, b) => string.CompareOrdinal(a.Dimension, b.Dimension) is var order && order != 0
            ? order : string.CompareOrdinal(a.Key, b.Key)));
    private readonly SortedDictionary<string, DisplacedPath> _paths = new(StringComparer.Ordinal);
    private readonly SortedDictionary<(int Section, bool Forward, int Hour), double> _cells = [];

    public RailTally(RailSections rail)
    {
        _rail = rail;
        _weight = 1.0 / rail.Rules.Patterns;
    }

    /// <summary>Weighted passengers and freight trains that the plan makes late.</summary>
    public double LatePassengers { get; private set; }

    public double LateFreight { get; private set; }

    public void Add(DisplacedTrain displaced)
    {
        var rules = _rail.Rules;
        var category = displaced.Train.Route.Category;
        var amounts = Amounts(displaced);
        if (displaced.IsLate(rules))
        {
            LatePassengers += _weight * rules.Passengers[category];
            if (category == RailRules.Freight) LateFreight += _weight;
        }

        var section = displaced.Sections[0];
        var link = _rail.Network.Dataset.Links[_rail.Links[section]];
        var hour = HourAt(displaced.Train, section);
        Sum(_totals, amounts);
        Sum(Of("manager", link.Manager).Trains, amounts);
        Sum(Of("region", link.Region).Trains, amounts);
        Sum(Of("hour", Math.Max(0, hour).ToString("D4", CultureInfo.InvariantCulture)).Trains, amounts);
        Sum(Of("class", RailRules.Categories[category]).Trains, amounts);
        AddPath(displaced, hour, amounts);
        // Each military train on each section where it is given way to has an equal part in it.
        foreach (var cell in displaced.Cells) _cells[cell] = _cells.GetValueOrDefault(cell) + (amounts[0] / displaced.Cells.Count);
    }

    /// <summary>Train-minutes by the section, direction and hour in which the military trains run that cost them.</summary>
    public IEnumerable<AssessedCell> Cells() => _cells.Where(c => c.Value > 0).Select(c => new AssessedCell(
        _rail.Network.LinkId[_rail.Links[c.Key.Section]], c.Key.Forward, c.Key.Hour, RailMetrics.TrainMinutes, 0, c.Value));

    /// <summary>A section over its threshold in an hour, without and with the plan.</summary>
    public void AddOver(int section, int hour, bool before, bool after)
    {
        var link = _rail.Network.Dataset.Links[_rail.Links[section]];
        foreach (var part in new[]
        {
            Of("manager", link.Manager), Of("region", link.Region), Of("hour", hour.ToString("D4", CultureInfo.InvariantCulture)),
        })
        {
            part.Before += before ? 1 : 0;
            part.After += after ? 1 : 0;
        }
    }

    public IEnumerable<CivilFigure> Figures() => Figures(_totals);

    /// <summary>By part, those with a change.</summary>
    public IReadOnlyList<CivilBreakdown> Breakdowns() =>
    [
        .. _parts.Where(p => p.Value.Before != p.Value.After || p.Value.Trains.Any(t => t > 0))
            .Select(p => new CivilBreakdown(p.Key.Dimension, p.Key.Key, [.. Figures(p.Value.Trains), .. Over(p.Value)])),
    ];

    /// <summary>Worst first.</summary>
    public IReadOnlyList<DisplacedPath> Paths() =>
    [
        .. _paths.Values.OrderByDescending(p => p.Step == DisplacementNames.Of(DisplacementStep.WithoutPlace))
            .ThenByDescending(p => p.PassengerMinutes).ThenByDescending(p => p.TrainMinutes),
    ];

    private static IEnumerable<CivilFigure> Over(Part part)
    {
        if (part.Before != part.After) yield return new CivilFigure(RailMetrics.SectionsOver, part.Before, part.After, Quality);
    }

    private static IEnumerable<CivilFigure> Figures(double[] sums)
    {
        for (var i = 0; i < sums.Length; i++) yield return new CivilFigure(RailMetrics.OfTrains[i], 0, sums[i], Quality);
    }

    private double[] Amounts(DisplacedTrain displaced)
    {
        double Paths(params DisplacementStep[] steps) => steps.Contains(displaced.Step) ? _weight : 0;
        return
        [
            _weight * displaced.Minutes(_rail.Rules),
            _weight * displaced.PassengerMinutes(_rail.Rules),
            Paths(DisplacementStep.Adjusted),
            Paths(DisplacementStep.Retimed),
            Paths(DisplacementStep.Diverted, DisplacementStep.Shifted),
            Paths(DisplacementStep.Cancelled),
            Paths(DisplacementStep.WithoutPlace),
        ];
    }

    private void AddPath(DisplacedTrain displaced, int hour, double[] amounts)
    {
        var category = RailRules.Categories[displaced.Train.Route.Category];
        var step = DisplacementNames.Of(displaced.Step);
        var links = displaced.Sections.Select(s => _rail.Network.LinkId[_rail.Links[s]]).ToList();
        // Trains of one way in one hour are one row; the two directions are two.
        var (pieces, forward) = (displaced.Train.Route.Pieces, displaced.Train.Route.Forward[0]);
        var key = string.Join(' ', [category, step, $"{hour} {forward} {pieces[0]} {pieces[^1]}", .. links, "|", .. displaced.Serials]);
        _paths[key] = _paths.TryGetValue(key, out var known)
            ? known with
            {
                Paths = known.Paths + _weight,
                TrainMinutes = known.TrainMinutes + amounts[0],
                PassengerMinutes = known.PassengerMinutes + amounts[1],
            }
            : new DisplacedPath(category, links, hour, step, _weight, amounts[0], amounts[1], displaced.Serials);
    }

    private int HourAt(CivilTrain train, int section)
    {
        var piece = Array.FindIndex(train.Route.Pieces, p => _rail.PieceSection[p] == section);
        return (int)Math.Floor(train.Place.Enter[piece] / 3600.0);
    }

    private Part Of(string dimension, string key)
    {
        if (!_parts.TryGetValue((dimension, key), out var part)) _parts[(dimension, key)] = part = new Part();
        return part;
    }

    private static void Sum(double[] sums, double[] amounts)
    {
        for (var i = 0; i < sums.Length; i++) sums[i] += amounts[i];
    }

    private sealed class Part
    {
        public double[] Trains { get; } = new double[RailMetrics.OfTrains.Count];
        public double Before { get; set; }
        public double After { get; set; }
    }
}
