using System.Globalization;
using MilMobility.Benchmarks.Planning;

namespace MilMobility.Benchmarks.Results;

/// <summary>The section of benchmarks/RESULTS.md on inserting one more movement.</summary>
internal static class InsertionText
{
    public static string Of(InsertionTimes times)
    {
        var sorted = times.Milliseconds.Order().ToList();
        double At(double share) => sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))];
        double Share(int count) => 100.0 * count / times.Requests;
        var fits = $"{Share(times.FitOnTime):F0} % | {Share(times.FitLate):F0} % | {Share(times.Offered):F0} %";
        FormattableString text =
            $"""

            ## One more movement

            {times.Requests} seeded random movements of 5 to 60 vehicles, each into the same full plan of `corps-transit`
            ({times.SerialsInPlan} serials), whose ledger is rebuilt once. The time of a request covers its serials, footprints, reverse
            bounds and searches, and where it does not fit on time the reason and its alternatives.

            | requests | rebuild, once | median | 95 % | maximum | fit on time | fit late | not on time, with an alternative |
            |---:|---:|---:|---:|---:|---:|---:|---:|
            | {times.Requests} | {times.RebuildMilliseconds:F0} ms | {At(0.5):F1} ms | {At(0.95):F1} ms | {sorted[^1]:F1} ms | {fits} |

            """;
        return text.ToString(CultureInfo.InvariantCulture);
    }
}
