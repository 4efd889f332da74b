using MilMobility.Solvers.Linear;
using MilMobility.Solvers.Pools;
using MilMobility.Solvers.Scheduling;

namespace MilMobility.Solvers;

/// <summary>
/// The solver ports on OR-Tools: CP-SAT and SCIP through its own wrappers, linear programs by the HiGHS that comes in its package.
/// Every solve runs in this process on one thread of its own. Thread-safe, without state.
/// </summary>
public sealed class OrToolsSolvers
{
    /// <summary>Engine package and version, as Directory.Packages.props pins it.</summary>
    public const string EngineVersion = "Google.OrTools 9.15.6755";

    /// <summary>Chooses from column pools.</summary>
    public ISetPartitioningSolver SetPartitioning { get; } = new CpSatPoolSolver();

    /// <summary>The same models by CP-SAT with presolve: for whole problems, not pools.</summary>
    public ISetPartitioningSolver ConstraintProgram { get; } = new CpSatPoolSolver(presolve: true);

    /// <summary>The same models by branch and bound on the linear relaxation.</summary>
    public ISetPartitioningSolver MixedInteger { get; } = new ScipPoolSolver();

    /// <summary>Schedules intervals at berths, yards and locks.</summary>
    public ISchedulingSolver Scheduling { get; } = new CpSatScheduler();

    /// <summary>An empty linear program, for the caller to dispose.</summary>
    /// <exception cref="Runtime.EngineException">ENG001: the native libraries cannot be loaded.</exception>
    public ILinearProgram NewLinearProgram() => new HighsLinearProgram();
}
