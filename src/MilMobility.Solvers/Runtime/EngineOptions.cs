namespace MilMobility.Solvers.Runtime;

/// <summary>Where the engine is and how long it may stay silent.</summary>
public sealed record EngineOptions
{
    /// <summary>The Node.js program: a path, or a name that is looked up on the PATH.</summary>
    public string NodeProgram { get; init; } = "node";

    /// <summary>Folder with <c>main.mjs</c>; the build puts it beside this assembly.</summary>
    public string Folder { get; init; } = Path.Combine(AppContext.BaseDirectory, "engine");

    /// <summary>Time a new process has for its first answer; 0.1 s on an idle machine.</summary>
    public TimeSpan StartLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Time beyond a solve's own limit after which a silent process is ended.</summary>
    public TimeSpan SolveGrace { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Time after a cancellation after which a silent process is ended; solvers answer in 0.1 s on an idle machine.</summary>
    public TimeSpan CancelGrace { get; init; } = TimeSpan.FromSeconds(10);
}
