namespace MilMobility.Civil.RailAssessment;

/// <summary>
/// Capacity consumption by compression (UIC Code 406, 2nd edition 2013): the trains that enter a track within the hour keep their order and
/// are pushed together as close as separation allows, the first following the last again; what that takes, over the hour. A following
/// train keeps the separation at both ends of the section, an opposing one enters when the other is off it. Parallel tracks of a
/// direction count together; of the pieces of a single track the fullest counts.
///
/// With run times r, pass times p and separations f (following) and o (opposing), the spacing of heads from a to b is
/// p_a + f + max(0, r_a - r_b) in one direction and r_a + p_a + o against each other.
/// </summary>
public sealed class CapacityConsumption
{
    private readonly float[] _percent;
    private readonly int _hours;

    private CapacityConsumption(float[] percent, int hours)
    {
        _percent = percent;
        _hours = hours;
    }

    /// <summary>All sections over hours 0 .. <paramref name="hours"/> - 1.</summary>
    public static CapacityConsumption Of(RailSections rail, RailDiaries diaries, int hours)
    {
        var percent = new float[2 * rail.Count * hours];
        var seconds = new int[hours];
        for (var section = 0; section < rail.Count; section++)
        {
            for (var side = 0; side < 2; side++)
            {
                for (var piece = rail.PieceStart[section]; piece < rail.PieceStart[section + 1]; piece++)
                {
                    var (first, count) = rail.Diaries(piece, side == 0);
                    Array.Clear(seconds);
                    for (var k = 0; k < count; k++) Compress(diaries[first + k].Stays, rail.Rules, seconds);
                    for (var hour = 0; hour < hours; hour++)
                    {
                        ref var cell = ref percent[(((2 * section) + side) * hours) + hour];
                        cell = Math.Max(cell, (float)(seconds[hour] / 36.0 / count));
                    }
                }
            }
        }

        return new CapacityConsumption(percent, hours);
    }

    /// <summary>Percent of the hour.</summary>
    public double Of(int section, bool forward, int hour) => _percent[(((2 * section) + (forward ? 0 : 1)) * _hours) + hour];

    /// <summary>Seconds that the trains take, pushed together in their order, the first following the last.</summary>
    public static int CompressedSeconds(IReadOnlyList<TrackStay> stays, int from, int to, RailRules rules)
    {
        var sum = 0;
        for (var i = from; i < to; i++) sum += Spacing(stays[i], stays[i + 1 < to ? i + 1 : from], rules);
        return sum;
    }

    private static void Compress(IReadOnlyList<TrackStay> stays, RailRules rules, int[] seconds)
    {
        for (var i = 0; i < stays.Count;)
        {
            var hour = (int)Math.Floor(stays[i].Enter / 3600.0);
            var from = i;
            while (i < stays.Count && stays[i].Enter < (hour + 1) * 3600) i++;
            if (hour >= 0 && hour < seconds.Length) seconds[hour] += CompressedSeconds(stays, from, i, rules);
        }
    }

    private static int Spacing(in TrackStay first, in TrackStay second, RailRules rules)
    {
        var run = first.Leave - first.Enter;
        return first.Forward == second.Forward
            ? first.Pass + rules.FollowingSeconds + Math.Max(0, run - (second.Leave - second.Enter))
            : run + first.Pass + rules.OpposingSeconds;
    }
}
