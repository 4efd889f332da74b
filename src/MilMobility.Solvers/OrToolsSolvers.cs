using MilMobility.Solvers.Linear;
using MilMobility.Solvers.Pools;
using MilMobility.Solvers.Runtime;
using MilMobility.Solvers.Scheduling;

namespace MilMobility.Solvers;

/// <summary>
/// The solver ports on one engine process. The process starts at the first solve and ends with
/// <see cref="DisposeAsync"/>, or with this program. Solves of one kind queue; for solves side by side make several.
/// </summary>
public sealed class OrToolsSolvers : IAsyncDisposable
{
    /// <summary>Engine package and version, as engine/package.json pins it.</summary>
    public const string EngineVersion = "or-tools-wasm 0.9.1";

    private readonly IOrToolsEngine _engine;

    /// <summary>Uses the engine that the build puts beside this assembly.</summary>
    public OrToolsSolvers() : this(new NodeEngine()) { }

    /// <summary>Uses, and owns, the engine given.</summary>
    public OrToolsSolvers(IOrToolsEngine engine)
    {
        _engine = engine;
        SetPartitioning = new CpSatPoolSolver(engine);
        ConstraintProgram = new CpSatPoolSolver(engine, presolve: true);
        MixedInteger = new GscipPoolSolver(engine);
        Scheduling = new CpSatScheduler(engine);
    }

    /// <summary>Chooses from column pools.</summary>
    public ISetPartitioningSolver SetPartitioning { get; }

    /// <summary>The same models by CP-SAT with presolve: for whole problems, not pools.</summary>
    public ISetPartitioningSolver ConstraintProgram { get; }

    /// <summary>The same models by branch and bound on the linear relaxation.</summary>
    public ISetPartitioningSolver MixedInteger { get; }

    /// <summary>Schedules intervals at berths, yards and locks.</summary>
    public ISchedulingSolver Scheduling { get; }

    /// <summary>An empty linear program; dispose it before this.</summary>
    public ILinearProgram NewLinearProgram() => new GlopLinearProgram(_engine);

    public ValueTask DisposeAsync() => _engine.DisposeAsync();
}
