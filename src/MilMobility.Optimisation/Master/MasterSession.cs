using MilMobility.Optimisation.Columns;
using MilMobility.Optimisation.Integer;
using MilMobility.Solvers;

namespace MilMobility.Optimisation.Master;

/// <summary>
/// The master program at work: solved round by round to its optimum, then at hand for dives. Every round prices all commodities and
/// may raise the bound; while columns are fixed no bound is taken from the master's objective, only from the prices, which
/// stay valid. Not thread-safe.
/// </summary>
public sealed class MasterSession : IDivingMaster, IDisposable
{
    /// <summary>Rounds of pricing after each fixing of a dive.</summary>
    private const int RoundsPerFixing = 3;

    private readonly ColumnGeneration _generation;
    private readonly MasterProgram _master;
    private readonly ColumnGenerationOptions _options;
    private readonly Action<Column> _found;
    private readonly SolveLimits _limits;

    internal MasterSession(
        ColumnGeneration generation, MasterProgram master, ColumnGenerationOptions options, Action<Column> found)
    {
        _generation = generation;
        _master = master;
        _options = options;
        _found = found;
        _limits = new SolveLimits(TimeSpan.FromSeconds(options.MasterSecondsMax), options.MasterWorkMax, 0);
    }

    public IReadOnlyList<(Column Column, double Value)> Fractional { get; private set; } = [];

    /// <summary>Solves until the optimum and the bound meet, or it is told to stop.</summary>
    /// <param name="goOn">Asked after every round; false ends the solve.</param>
    /// <param name="cancellation">Ends it with an exception; what was reached stays.</param>
    /// <returns>True if the optimum was reached.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<bool> SolveAsync(Func<MasterRound, bool> goOn, CancellationToken cancellation)
    {
        var share = _options.Stabilisation;
        while (true)
        {
            if (await RoundAsync(share, cancellation).ConfigureAwait(false) is not { } round) return false;
            _generation.Take(Fractional);
            var gap = round.Objective <= 0 ? 0 : (round.Objective - round.Bound) / round.Objective;
            if (round.RowsAdded == 0 && gap <= _options.MasterGap) return true;
            if (!goOn(round)) return false;
            if (round.ColumnsAdded > 0 || round.RowsAdded > 0)
            {
                share = _options.Stabilisation;
            }
            else
            {
                // Nothing wanted between the centre and the duals: nearer to the duals, and at them that is the optimum.
                if (share == 0) return true;
                share = share < 0.2 ? 0 : share / 2;
            }
        }
    }

    public async Task<bool> FixAsync(IReadOnlyList<Column> columns, CancellationToken cancellation)
    {
        foreach (var column in columns) _master.Fix(column);
        for (var i = 0; i < RoundsPerFixing; i++)
        {
            if (await RoundAsync(0, cancellation).ConfigureAwait(false) is not { } round) return false;
            if (round.ColumnsAdded == 0 && round.RowsAdded == 0) break;
        }

        return true;
    }

    public void Release() => _master.Release();

    /// <summary>Disposes the programs that the session made; the first one is its caller's.</summary>
    public void Dispose() => _master.Dispose();

    /// <summary>One solve, its rows and its pricing; null if the master has no optimum or a limit ended it.</summary>
    private async Task<MasterRound?> RoundAsync(double share, CancellationToken cancellation)
    {
        if (await _master.SolveAsync(_limits, cancellation).ConfigureAwait(false) is not { } solution)
        {
            cancellation.ThrowIfCancellationRequested();
            return null;
        }

        _generation.Count(solution.Effort);
        Fractional = solution.Chosen;
        if (_options.Cuts) _master.Count(_generation.Tighten(Fractional));
        var rows = _master.Separate(solution, _options.RowsPerRound);
        var answers = _generation.Price(solution.Prices, share, cancellation);
        ColumnGeneration.Hand(answers, _found);
        var added = AddWanted(solution, answers);
        _master.Clean(_options.IdleRoundsMax, _options.CleanRowsMin);
        return new MasterRound(solution.Objective, _generation.Bound, _master.ColumnCount, _master.RowCount, added, rows);
    }

    /// <summary>Adds the columns of negative reduced cost at the master's own duals.</summary>
    private int AddWanted(MasterSolution solution, PricingRound answers)
    {
        var duals = _generation.TollsOf(solution.Prices);
        var added = 0;
        foreach (var answer in answers.Answers)
        {
            foreach (var column in answer.Columns)
            {
                var reduced = column.Cost + duals.Of(column) - solution.Worth[column.Commodity];
                if (reduced < -1e-6 * Math.Max(1, column.Cost) && _master.Add(column)) added++;
            }
        }

        return added;
    }
}
