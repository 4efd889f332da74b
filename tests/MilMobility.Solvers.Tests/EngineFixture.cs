using MilMobility.Solvers.Runtime;

namespace MilMobility.Solvers.Tests;

/// <summary>One engine process for the tests of a class.</summary>
public sealed class EngineFixture : IAsyncLifetime
{
    public NodeEngine Engine { get; } = new();

    public OrToolsSolvers Solvers { get; private set; } = null!;

    public static SolveLimits Limits => new(TimeSpan.FromSeconds(30), work: 30, seed: 1);

    public ValueTask InitializeAsync()
    {
        Solvers = new OrToolsSolvers(Engine);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => Solvers.DisposeAsync();
}
