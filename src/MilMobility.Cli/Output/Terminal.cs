using MilMobility.Domain.Diagnostics;
using MilMobility.Reporting.Json;
using Spectre.Console;

namespace MilMobility.Cli.Output;

/// <summary>
/// Results go to standard output, progress and diagnostics to standard error, so that `--json` prints one document and nothing else.
/// </summary>
public static class Terminal
{
    /// <summary>Columns of a common terminal, and of what goes to a file or pipe.</summary>
    public const int Columns = 100;

    public static IAnsiConsole Out { get; } = Make(Console.Out, Console.IsOutputRedirected);

    public static IAnsiConsole Error { get; } = Make(Console.Error, Console.IsErrorRedirected);

    /// <summary>Standard output with tables no wider than a common terminal, whatever reads it.</summary>
    public static IAnsiConsole Narrow
    {
        get
        {
            Out.Profile.Width = Math.Min(Out.Profile.Width, Columns);
            return Out;
        }
    }

    public static void WriteJson<T>(T value)
    {
        using var stream = Console.OpenStandardOutput();
        stream.Write(ReportJson.ToBytes(value));
    }

    public static void WriteDiagnostics(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics) Console.Error.WriteLine(diagnostic);
    }

    private static IAnsiConsole Make(TextWriter writer, bool redirected)
    {
        // https://no-color.org: any value but an empty one.
        var plain = redirected || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
        });
        // Tables keep their shape in a file or pipe, where there is no window to ask for its width.
        if (redirected) console.Profile.Width = Columns;
        return console;
    }
}
