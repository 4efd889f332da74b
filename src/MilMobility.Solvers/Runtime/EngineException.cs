namespace MilMobility.Solvers.Runtime;

/// <summary>
/// The solver engine cannot do what was asked. Codes:
/// ENG001 Node.js missing or too old; ENG002 engine files missing; ENG003 the engine process ended twice;
/// ENG004 the engine did not answer within its time limit, twice; ENG005 the engine refused the model;
/// ENG006 the engine returned a solution that is wrong; ENG007 the engine answered something unexpected.
/// </summary>
public class EngineException(string code, string message) : Exception($"{code} {message}")
{
    /// <summary>Stable code, <c>ENG001</c> to <c>ENG007</c>.</summary>
    public string Code { get; } = code;
}
