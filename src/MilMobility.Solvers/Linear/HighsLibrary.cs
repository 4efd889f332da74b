using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace MilMobility.Solvers.Linear;

/// <summary>
/// What is used here of the C interface of HiGHS 1.12 (https://ergo-code.github.io/HiGHS, MIT licence; Huangfu and Hall, Parallelizing the
/// dual revised simplex method, 2018, doi:10.1007/s12532-017-0130-5), from the library that Google.OrTools carries. OR-Tools' own
/// wrapper of it starts every solve from nothing, which column generation cannot afford.
/// Counts and indices are 32 bits; a function that returns a status gives -1 for an error, else 0 or 1 (a warning).
/// </summary>
internal static unsafe partial class HighsLibrary
{
    private const string Library = "highs";

    /// <summary>Kind of callback in which the simplex asks whether to go on.</summary>
    public const int SimplexInterrupt = 1;

    static HighsLibrary() => NativeLibrary.SetDllImportResolver(typeof(HighsLibrary).Assembly, Resolve);

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != Library) return 0;
        var file = OperatingSystem.IsWindows() ? "highs.dll" : OperatingSystem.IsMacOS() ? "libhighs.1.dylib" : "libhighs.so.1";
        return NativeLibrary.Load(file, assembly, path);
    }

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial HighsHandle Highs_create();

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void Highs_destroy(nint highs);

    /// <summary>Adds rows over the columns there are; <paramref name="starts"/> has one entry a row.</summary>
    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int Highs_addRows(
        HighsHandle highs, int count, double[] lower, double[] upper, int entries, int[] starts, int[] columns, double[] coefficients);

    /// <summary>Adds columns over the rows there are; <paramref name="starts"/> has one entry a column.</summary>
    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int Highs_addCols(
        HighsHandle highs, int count, double[] costs, double[] lower, double[] upper, int entries, int[] starts, int[] rows,
        double[] coefficients);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int Highs_changeRowBounds(HighsHandle highs, int row, double lower, double upper);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int Highs_changeColBounds(HighsHandle highs, int column, double lower, double upper);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int Highs_changeColCost(HighsHandle highs, int column, double cost);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int Highs_setBoolOptionValue(HighsHandle highs, string option, int value);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int Highs_setIntOptionValue(HighsHandle highs, string option, int value);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int Highs_setDoubleOptionValue(HighsHandle highs, string option, double value);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int Highs_setStringOptionValue(HighsHandle highs, string option, string value);

    /// <summary>Calls <paramref name="callback"/> with the kind, a text, data out, data in and <paramref name="userData"/>.</summary>
    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int Highs_setCallback(
        HighsHandle highs, delegate* unmanaged[Cdecl]<int, byte*, void*, int*, void*, void> callback, void* userData);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int Highs_startCallback(HighsHandle highs, int kind);

    /// <summary>Time limits count from the last call of this.</summary>
    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int Highs_zeroAllClocks(HighsHandle highs);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int Highs_run(HighsHandle highs);

    /// <summary>Forgets basis and solution, and keeps the program.</summary>
    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int Highs_clearSolver(HighsHandle highs);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial HighsStatus Highs_getModelStatus(HighsHandle highs);

    [LibraryImport(Library)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int Highs_getSolution(
        HighsHandle highs, double[] columnValues, double[] columnDuals, double[] rowValues, double[] rowDuals);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int Highs_getIntInfoValue(HighsHandle highs, string name, out int value);
}

/// <summary>How HiGHS leaves a program; its HighsModelStatus.</summary>
internal enum HighsStatus
{
    Empty = 6,
    Optimal = 7,
    Infeasible = 8,
    UnboundedOrInfeasible = 9,
    Unbounded = 10,
    TimeLimit = 13,
    IterationLimit = 14,
    Unknown = 15,
    Interrupted = 17,
}

/// <summary>One instance of HiGHS.</summary>
internal sealed class HighsHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        HighsLibrary.Highs_destroy(handle);
        return true;
    }
}
