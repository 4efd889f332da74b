using MilMobility.Solvers;

namespace MilMobility.Convoys.Tests.Monolithic;

/// <summary>One engine process for the tests of a class.</summary>
public sealed class SolverFixture : IAsyncDisposable
{
    public OrToolsSolvers Solvers { get; } = new();

    public ValueTask DisposeAsync() => Solvers.DisposeAsync();
}
