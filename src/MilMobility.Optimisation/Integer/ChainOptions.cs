namespace MilMobility.Optimisation.Integer;

/// <summary>How neighbourhood searches run side by side.</summary>
/// <param name="Count">Searches, at least 1; the plan depends on it.</param>
/// <param name="Threads">Cores; the plan does not depend on them.</param>
/// <param name="PatienceWork">Work without a better plan after which searches leave for plans of their own, or come home.</param>
public sealed record ChainOptions(int Count, int Threads, long PatienceWork);
