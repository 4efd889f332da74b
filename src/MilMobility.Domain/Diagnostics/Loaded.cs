namespace MilMobility.Domain.Diagnostics;

/// <summary>Outcome of reading or compiling input: the value with its warnings, or every error found.</summary>
public abstract record Loaded<T>(IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>The input is valid; the diagnostics are warnings.</summary>
public sealed record Valid<T>(T Value, IReadOnlyList<Diagnostic> Diagnostics) : Loaded<T>(Diagnostics);

/// <summary>The input is invalid; at least one diagnostic is an error.</summary>
public sealed record Invalid<T>(IReadOnlyList<Diagnostic> Diagnostics) : Loaded<T>(Diagnostics);
