using System.Runtime.InteropServices;

namespace MilMobility.Solvers.Runtime;

/// <summary>Runs native code of OR-Tools beside the caller and says clearly when it cannot be loaded.</summary>
internal static class NativeRun
{
    /// <summary>The solve on a thread of the pool, so that the caller goes on while it lasts.</summary>
    /// <exception cref="EngineException">ENG001: a native library is missing, or is none of this machine's kind.</exception>
    public static Task<T> StartAsync<T>(Func<T> solve) => Task.Run(() => Loaded(solve));

    /// <summary>The same at once, for calls that are short.</summary>
    public static T Loaded<T>(Func<T> call)
    {
        try
        {
            return call();
        }
        catch (Exception e) when (IsLoadFault(e))
        {
            throw new EngineException(
                "ENG001",
                $"the native libraries of Google.OrTools cannot be loaded ({Innermost(e).Message.Trim()}); they are for Linux with glibc, "
                + $"macOS and Windows, and this is {RuntimeInformation.RuntimeIdentifier}: build again on this machine, "
                + "or publish for it with 'dotnet publish -r'");
        }
    }

    private static bool IsLoadFault(Exception e) =>
        Innermost(e) is DllNotFoundException or BadImageFormatException or EntryPointNotFoundException;

    /// <summary>The wrappers load their library in a static constructor, whose fault hides the cause.</summary>
    private static Exception Innermost(Exception e)
    {
        while (e is TypeInitializationException { InnerException: { } inner }) e = inner;
        return e;
    }
}
