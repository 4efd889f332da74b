namespace MilMobility.Solvers.Runtime;

/// <summary>
/// OR-Tools behind a boundary of bytes: serialized protobuf messages of OR-Tools in, serialized messages out. The engine in
/// use is a Node process; where the native library can be installed, the same bytes go to <c>SolveCpInterruptible</c> and
/// to MathOpt, behind this interface. A call that ends for lack of a process throws <see cref="EngineLostException"/>;
/// other failures throw <see cref="EngineException"/>. Thread-safe; calls to one solver run one after the other.
/// </summary>
/// <remarks>
/// Every solve must carry a finite time limit in its parameters: cancellation works by letting the solver's clock jump past
/// it. A cancelled solve still answers with the best it has, or with null when it had not begun.
/// </remarks>
public interface IOrToolsEngine : IAsyncDisposable
{
    /// <summary>CP-SAT: CpModelProto and SatParameters in, CpSolverResponse out. Retries once on a lost process.</summary>
    Task<byte[]?> SolveCpAsync(byte[] model, byte[] parameters, TimeSpan timeLimit, CancellationToken cancellation);

    /// <summary>CP-SAT: the text of the model's first fault; empty when it is valid.</summary>
    Task<string> ValidateCpAsync(byte[] model);

    /// <summary>MathOpt: SolveRequest in; the answer's first message is the solver's handle within the session.</summary>
    Task<(EngineSession Session, byte[] Answer)> CreateLpAsync(byte[] request);

    /// <summary>MathOpt: ModelUpdate (may be empty) and SolveRequest in, SolveResponse out.</summary>
    Task<byte[]?> SolveLpAsync(
        EngineSession session, uint handle, byte[] update, byte[] request, TimeSpan timeLimit,
        CancellationToken cancellation);

    /// <summary>MathOpt: frees the solver; nothing happens when its session is over.</summary>
    Task DeleteLpAsync(EngineSession session, uint handle);

    /// <summary>MathOpt: SolveRequest with its whole model in, SolveResponse out. Retries once on a lost process.</summary>
    Task<byte[]?> SolveMipAsync(byte[] request, TimeSpan timeLimit, CancellationToken cancellation);
}

/// <summary>One life of the engine; handles made in one session mean nothing in the next.</summary>
/// <param name="Number">Counts from 1.</param>
public readonly record struct EngineSession(int Number);
