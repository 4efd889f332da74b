namespace MilMobility.Solvers.Runtime;

/// <summary>
/// The engine process ended, or was ended because it did not answer; the next call starts a new one. Whatever it held
/// (incremental linear programs) is gone and must be built again.
/// </summary>
public sealed class EngineLostException(string code, string message) : EngineException(code, message);
