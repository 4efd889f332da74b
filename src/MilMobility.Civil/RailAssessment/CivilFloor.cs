namespace MilMobility.Civil.RailAssessment;

/// <summary>
/// How many trains of each category may be cancelled: on every section, over each day from the scenario's start, the regime's protected
/// share runs. Counted by entry of the section; not thread-safe.
/// </summary>
public sealed class CivilFloor
{
    private const int DaySeconds = 24 * 3600;

    private readonly Dictionary<(int Section, int Category, int Day), (int Trains, int Cancelled)> _days = [];
    private readonly int _percent;

    /// <param name="trains">All trains without the plan.</param>
    /// <param name="percent">Protected share of each category.</param>
    public CivilFloor(IReadOnlyList<CivilTrain> trains, int percent)
    {
        _percent = percent;
        // At a floor of 100 nothing may be cancelled, whatever the count.
        if (percent >= 100) return;
        foreach (var key in trains.SelectMany(Keys))
        {
            var (all, cancelled) = _days.GetValueOrDefault(key);
            _days[key] = (all + 1, cancelled);
        }
    }

    /// <summary>Cancels a train where the floor allows it on all its sections.</summary>
    public bool TryCancel(CivilTrain train)
    {
        if (_percent >= 100) return false;
        var keys = Keys(train).ToList();
        if (keys.Exists(k => _days[k] is var (all, cancelled) && 100L * (cancelled + 1) > (100L - _percent) * all)) return false;
        foreach (var key in keys) _days[key] = (_days[key].Trains, _days[key].Cancelled + 1);
        return true;
    }

    private static IEnumerable<(int Section, int Category, int Day)> Keys(CivilTrain train)
    {
        var day = (int)Math.Floor((double)train.Place.Enter[0] / DaySeconds);
        return train.Route.Sections.Select(section => (section, train.Route.Category, day));
    }
}
