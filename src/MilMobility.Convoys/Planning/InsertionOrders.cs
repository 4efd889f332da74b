using MilMobility.Convoys.Columns;
using MilMobility.Optimisation;

namespace MilMobility.Convoys.Planning;

/// <summary>
/// Orders in which convoys are inserted: the longest way first, the earliest ready, the earliest to finish, the longest pass; then
/// the first two with random changes. Order i of a seed is always the same.
/// </summary>
internal sealed class InsertionOrders
{
    private readonly long[][] _keys;
    private readonly long _spread;

    public InsertionOrders(ConvoyColumns problem)
    {
        var instance = problem.Instance;
        var all = Enumerable.Range(0, instance.ConvoyCount).ToArray();
        var ways = all.Select(k => (long)problem.Distances.To(instance.To[k])[instance.From[k]]).ToArray();
        _keys =
        [
            [.. all.Select(k => -ways[k])],
            [.. all.Select(k => (long)instance.ReadySeconds[k])],
            [.. all.Select(k => instance.ReadySeconds[k] + ways[k] + instance.PassSeconds[k])],
            [.. all.Select(k => -(long)instance.PassSeconds[k])],
        ];
        // Random orders move a convoy by up to a half of the longest way.
        _spread = Math.Max(1, ways.Max() / 2);
    }

    public int[] Order(int number, int seed)
    {
        var keys = _keys[number % _keys.Length];
        if (number < _keys.Length) return [.. Enumerable.Range(0, keys.Length).OrderBy(k => keys[k]).ThenBy(k => k)];
        var random = new SplitMix(((ulong)(uint)seed << 32) | (uint)number);
        keys = _keys[number % 2];
        var moved = keys.Select(key => key + (long)((random.NextUnit() - 0.5) * 2 * _spread)).ToArray();
        return [.. Enumerable.Range(0, moved.Length).OrderBy(k => moved[k]).ThenBy(k => k)];
    }
}
