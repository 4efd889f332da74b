using MilMobility.Equilibrium;

namespace MilMobility.Cli.Output;

/// <summary>Progress of `milmob assign` on standard error, at most a line every two seconds: short assignments say nothing.</summary>
public sealed class AssignProgress : IProgress<EquilibriumRound>, IDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(2);

    private TimeSpan _next = s_pause;
    private bool _ended;

    public void Report(EquilibriumRound value)
    {
        if (_ended || value.Elapsed < _next) return;
        _next = value.Elapsed + s_pause;
        Console.Error.WriteLine($"{value.Elapsed.TotalSeconds,6:F1} s  round {value.Iteration}  gap about {value.Gap:E1}");
    }

    public void Dispose() => _ended = true;
}
