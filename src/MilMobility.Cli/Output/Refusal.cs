using MilMobility.Domain.Diagnostics;
using MilMobility.Pipeline;

namespace MilMobility.Cli.Output;

/// <summary>Says why nothing was done: on standard error for people, and as a document when JSON was asked for.</summary>
public static class Refusal
{
    /// <summary>Invalid input, with all its findings.</summary>
    public static int Invalid(IReadOnlyList<Diagnostic> findings, bool json)
    {
        Terminal.WriteDiagnostics(findings);
        if (json) Terminal.WriteJson(new RefusalDocument("invalid-input", ExitCodes.InvalidInput, findings));
        return ExitCodes.InvalidInput;
    }

    /// <summary>Invalid input, with the one finding there is.</summary>
    public static int Invalid(string code, string file, string message, bool json) =>
        Invalid([new Diagnostic(code, Severity.Error, file, 0, message)], json);
}
