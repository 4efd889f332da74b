using MilMobility.Optimisation.Columns;

namespace MilMobility.Optimisation.Master;

/// <summary>
/// Raises the Lagrangian bound without a linear program: prices move along the average of what the cheapest columns take beyond
/// capacity, in steps that shrink while nothing improves. It gives a good bound, good columns and good first prices within
/// some dozens of pricing rounds, whatever the size; the master then starts near its duals instead of far from them.
///
/// Only active resources get prices: every few rounds those where most is asked beyond capacity join. A queue at a ramp shows on
/// every road behind it too; with the ramp priced, the roads are not over capacity any more, and prices on all of them
/// would only make the searches slow.
/// Prices stand at every stride-th grid second, which divides a page.
/// Literature: Barahona and Anbil 2000, the volume algorithm (10.1007/s101070050002). Deterministic; not thread-safe.
/// </summary>
internal sealed class DualAscent(IColumnProblem problem, ParallelPricing pricing, Tolls tolls, int stride)
{
    private const double AverageShareMax = 0.1;
    private const double StepFirst = 0.1;
    private const double StepMax = 2.0;
    private const double StepLeast = 1e-4;
    private const int PatienceRounds = 8;
    private const int RoundsPerActivation = 5;
    private const double ExcessFrom = 1.02;
    private const double ClaimedShareMax = 0.3;

    /// <summary>A resource joins if its excess is at least this share of the largest one's.</summary>
    private const double ActivationShare = 0.1;

    private readonly GridVector _average = new(problem);
    private readonly GridVector _taken = new(problem);
    private readonly bool[] _active = new bool[problem.ResourceCount];

    /// <summary>Best prices so far.</summary>
    public GridVector Best { get; } = new(problem);

    /// <summary>Bound at the best prices.</summary>
    public long BestBound { get; private set; } = long.MinValue;

    /// <param name="rounds">Rounds at most.</param>
    /// <param name="objective">Objective of the best plan: what the bound can reach at most.</param>
    /// <param name="priced">Called with the answers of every round; true to go on.</param>
    /// <param name="cancellation">Ends the ascent with an exception; the best stays.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public void Run(int rounds, Func<long> objective, Func<PricingRound, bool> priced, CancellationToken cancellation)
    {
        var current = new GridVector(problem);
        current.CopyFrom(Best);
        var step = StepFirst;
        var sinceBest = 0;
        for (var round = 0; round < rounds && step > StepLeast; round++)
        {
            current.WriteTo(tolls);
            var answers = pricing.PriceAll(tolls, 1, cancellation);
            Average(answers, first: round == 0);
            if (round % RoundsPerActivation == 0) Activate(answers);
            if (answers.Bound > BestBound)
            {
                BestBound = answers.Bound;
                Best.CopyFrom(current);
                // The direction still climbs: go further next time.
                step = Math.Min(StepMax, step * 1.1);
                sinceBest = 0;
            }
            else if (++sinceBest >= PatienceRounds)
            {
                step *= 0.66;
                sinceBest = 0;
            }

            if (!priced(answers)) return;
            Move(current, step, objective() - answers.Bound);
        }
    }

    private void Average(PricingRound round, bool first)
    {
        _taken.Scale(0);
        for (var k = 0; k < round.Answers.Length; k++)
        {
            if (round.Answers[k].Columns is [var cheapest, ..]) _taken.Add(cheapest, problem.SerialsOf(k));
        }

        if (first) _average.CopyFrom(_taken);
        else _average.Mix(1 - AverageShareMax, _taken);
    }

    /// <summary>
    /// The resources over capacity longest on average join, the worst first; of those that the same commodities ask for only the
    /// worst, as its price may well settle the others.
    /// </summary>
    private void Activate(PricingRound round)
    {
        var beyond = new Dictionary<int, double>();
        foreach (var (resource, page) in _average.Pages)
        {
            if (_active[resource]) continue;
            var capacity = problem.Capacity(resource);
            double over = 0;
            foreach (var taken in _average.Page(resource, page)) over += Math.Max(0, taken - (ExcessFrom * capacity));
            if (over > 0) beyond[resource] = beyond.GetValueOrDefault(resource) + (over * problem.GridSeconds(resource));
        }

        var excess = beyond.Select(b => (UnitSeconds: b.Value, Resource: b.Key)).ToList();
        excess.Sort((a, b) => a.UnitSeconds != b.UnitSeconds
            ? b.UnitSeconds.CompareTo(a.UnitSeconds) : a.Resource.CompareTo(b.Resource));
        var users = UsersOf(round, excess.ToDictionary(e => e.Resource, _ => new HashSet<int>()));
        var claimed = new HashSet<int>();
        foreach (var (unitSeconds, resource) in excess)
        {
            if (unitSeconds < ActivationShare * excess[0].UnitSeconds) return;
            if (users[resource].Count(claimed.Contains) > ClaimedShareMax * users[resource].Count) continue;
            _active[resource] = true;
            claimed.UnionWith(users[resource]);
        }
    }

    private static Dictionary<int, HashSet<int>> UsersOf(PricingRound round, Dictionary<int, HashSet<int>> users)
    {
        for (var k = 0; k < round.Answers.Length; k++)
        {
            if (round.Answers[k].Columns is not [var cheapest, ..]) continue;
            foreach (var use in cheapest.PricedUses)
            {
                if (users.TryGetValue(use.Resource, out var commodities)) commodities.Add(k);
            }
        }

        return users;
    }

    /// <summary>current = max(0, best + length * (average - capacity)), the length after Polyak.</summary>
    private void Move(GridVector current, double step, double toObjective)
    {
        double norm = 0;
        foreach (var (resource, page) in _average.Pages)
        {
            if (!_active[resource]) continue;
            var capacity = problem.Capacity(resource);
            var prices = Best.Page(resource, page);
            var average = _average.Page(resource, page);
            for (var i = 0; i < average.Length; i += stride)
            {
                var beyond = average[i] - capacity;
                if (beyond > 0 || (prices.Length > 0 && prices[i] > 0)) norm += beyond * beyond;
            }
        }

        if (norm < 1e-9) return;
        var length = step * Math.Max(1, toObjective) / norm;
        foreach (var (resource, page) in _average.Pages)
        {
            if (!_active[resource]) continue;
            var capacity = problem.Capacity(resource);
            var prices = Best.Page(resource, page);
            var average = _average.Page(resource, page);
            var untouched = current.Page(resource, page).IsEmpty;
            for (var i = 0; i < average.Length; i += stride)
            {
                var price = prices.Length > 0 ? prices[i] : 0;
                var moved = Math.Max(0, price + (length * (average[i] - capacity)));
                if (moved <= 0 && untouched) continue;
                current.Touch(resource, page)[i] = moved;
                untouched = false;
            }
        }
    }
}
