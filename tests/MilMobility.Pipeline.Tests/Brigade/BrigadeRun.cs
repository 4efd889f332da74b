namespace MilMobility.Pipeline.Tests.Brigade;

/// <summary>The three-corridor transit, planned once with little work and shared by the tests of the real plan.</summary>
public sealed class BrigadeRun : IAsyncLifetime
{
    internal Mission Mission { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Mission = await Mission.PlanAsync(Seeds.Brigade, Variants.Quick);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
