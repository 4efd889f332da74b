using MilMobility.Optimisation.Integer.Neighbourhoods;

namespace MilMobility.Optimisation.Integer;

/// <summary>
/// Draws which serials go out and in which order they come back: neighbourhood, size and order, each chosen by what it gained
/// per work. Not thread-safe.
/// </summary>
internal sealed class GroupDrawing
{
    /// <summary>Largest groups of the size classes; the last class goes up to the options' largest.</summary>
    private static readonly int[] SizeClassMax = [3, 6];

    private readonly IReadOnlyList<INeighbourhood> _neighbourhoods;
    private readonly NeighbourhoodOptions _options;
    private readonly SplitMix _random;
    private readonly AdaptiveChoice _neighbourhoodChoice;
    private readonly AdaptiveChoice _sizeChoice = new(SizeClassMax.Length + 1);
    private readonly AdaptiveChoice _orderChoice;
    private readonly int _orders;
    private readonly NeighbourhoodYield[] _yields;
    private readonly List<int> _group = [];
    private int _neighbourhood;
    private int _size;
    private int _order;

    public GroupDrawing(IReadOnlyList<INeighbourhood> neighbourhoods, NeighbourhoodOptions options, SplitMix random)
    {
        _neighbourhoods = neighbourhoods;
        _options = options;
        _random = random;
        _orders = options.Overtaking ? Enum.GetValues<InsertionOrder>().Length : (int)InsertionOrder.Overtaking;
        _orderChoice = new AdaptiveChoice(_orders);
        _neighbourhoodChoice = new AdaptiveChoice(neighbourhoods.Count);
        _yields = [.. neighbourhoods.Select(n => new NeighbourhoodYield(n.Name, 0, 0, 0))];
    }

    private enum InsertionOrder { WorstFirst, SeedLast, ByStart, Random, Overtaking }

    public IReadOnlyList<NeighbourhoodYield> Yields => _yields;

    /// <summary>Serials in the order in which they go in again; valid until the next call. Empty if nothing was picked.</summary>
    public List<int> Draw(PlanView view)
    {
        _neighbourhood = Choose(_neighbourhoodChoice, _neighbourhoods.Count);
        _size = Choose(_sizeChoice, SizeClassMax.Length + 1);
        _order = Choose(_orderChoice, _orders);
        var least = _size == 0 ? 2 : SizeClassMax[_size - 1] + 1;
        var most = _size < SizeClassMax.Length ? SizeClassMax[_size] : _options.GroupMax;
        least = Math.Min(least, _options.GroupMax);
        most = Math.Clamp(most, least, _options.GroupMax);
        _group.Clear();
        _neighbourhoods[_neighbourhood].Pick(view, least + _random.Next(most - least + 1), _random, _group);
        Sort(view);
        return _group;
    }

    /// <summary>Learns what the last group gained.</summary>
    public void Learn(long gain, long work)
    {
        _neighbourhoodChoice.Learn(_neighbourhood, gain, work);
        _sizeChoice.Learn(_size, gain, work);
        _orderChoice.Learn(_order, gain, work);
        var yield = _yields[_neighbourhood];
        _yields[_neighbourhood] = yield with { Rounds = yield.Rounds + 1, Gain = yield.Gain + gain, Work = yield.Work + work };
    }

    private int Choose(AdaptiveChoice choice, int count) => _options.Adaptive ? choice.Draw(_random) : _random.Next(count);

    private void Sort(PlanView view)
    {
        switch ((InsertionOrder)_order)
        {
            case InsertionOrder.WorstFirst:
                _group.Sort((a, b) => view.Regret(a) != view.Regret(b)
                    ? view.Regret(b).CompareTo(view.Regret(a)) : a.CompareTo(b));
                break;
            case InsertionOrder.SeedLast:
                _group.Reverse();
                break;
            case InsertionOrder.ByStart:
                _group.Sort((a, b) => view.Start(a) != view.Start(b)
                    ? view.Start(a).CompareTo(view.Start(b)) : a.CompareTo(b));
                break;
            case InsertionOrder.Overtaking:
                Overtake(view);
                break;
            default:
                for (var i = _group.Count - 1; i > 0; i--)
                {
                    var j = _random.Next(i + 1);
                    (_group[i], _group[j]) = (_group[j], _group[i]);
                }

                break;
        }
    }

    /// <summary>In the order in which they start, but for the first one picked, which goes to another place in the queue.</summary>
    private void Overtake(PlanView view)
    {
        if (_group.Count == 0) return;
        var seed = _group[0];
        _group.RemoveAt(0);
        _group.Sort((a, b) => view.Start(a) != view.Start(b) ? view.Start(a).CompareTo(view.Start(b)) : a.CompareTo(b));
        _group.Insert(_random.Next(_group.Count + 1), seed);
    }
}
