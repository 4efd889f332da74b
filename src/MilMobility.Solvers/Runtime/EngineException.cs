namespace MilMobility.Solvers.Runtime;

/// <summary>
/// The solver engine cannot do what was asked. Codes:
/// ENG001 the native libraries of OR-Tools cannot be loaded; ENG005 the engine refused the model;
/// ENG006 the engine returned a solution that is wrong; ENG007 the engine answered something unexpected.
/// </summary>
public sealed class EngineException(string code, string message) : Exception($"{code} {message}")
{
    /// <summary>Stable code, one of those above.</summary>
    public string Code { get; } = code;
}
