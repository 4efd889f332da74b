using System.Diagnostics;
using MilMobility.Domain.Diagnostics;

namespace MilMobility.Exchange.Tests.Fuzz;

/// <summary>
/// A reader under attack: bytes in, diagnostics out. It must never throw, must ask the token now and then, and must not start
/// threads of its own, whose memory would not be counted.
/// </summary>
internal delegate IReadOnlyList<Diagnostic> FuzzedReader(byte[] input, CancellationToken cancellation);

/// <summary>What one input may cost.</summary>
/// <param name="AllocatedBytesMax">Bytes that reading one input may allocate in all, whether kept or not.</param>
/// <param name="SecondsMax">Seconds after which the token is cancelled and the input counts as a hang; a guard, not a measurement.</param>
/// <param name="DiagnosticsMax">Diagnostics that one input may yield: readers cap them.</param>
internal sealed record FuzzLimits(long AllocatedBytesMax, int SecondsMax = 30, int DiagnosticsMax = 500);

/// <summary>What a run met: how many mutants, how many had errors, the worst memory, and how often each code came first.</summary>
internal sealed record FuzzReport(int Inputs, int Refused, long AllocatedBytesWorst, IReadOnlyDictionary<string, int> FirstCodes);

/// <summary>
/// Feeds a reader with seeded mutants of valid inputs (<see cref="Mutation"/>) and fails on the first one that throws, hangs,
/// allocates without bound or floods its caller with findings. A mutant depends on the seed and its index alone, so
/// that the failure's text (seed, index) is all it takes to see it again: <see cref="Mutant"/>.
/// The fast suite tries <see cref="InputsDefault"/> inputs; the environment variable MILMOBILITY_FUZZ names another number.
/// </summary>
internal static class Fuzzing
{
    /// <summary>Inputs tried where MILMOBILITY_FUZZ says nothing.</summary>
    public const int InputsDefault = 1_500;

    /// <summary>
    /// Seconds that a reader has to heed its cancelled token. Long, because a machine with more threads than cores may leave the timer
    /// that cancels, or the reader, without a core for a second or two.
    /// </summary>
    private const int TokenGraceSeconds = 30;

    /// <summary>Longest input that a failure prints in full, bytes.</summary>
    private const int PrintedBytesMax = 4_096;

    /// <summary>How many inputs to try: MILMOBILITY_FUZZ, or the default.</summary>
    public static int Inputs { get; } = InputsOr(InputsDefault);

    /// <summary>
    /// Reads every corpus input as it is (each must be read without an error), then <see cref="Inputs"/> mutants of them.
    /// </summary>
    public static FuzzReport Run(IReadOnlyList<byte[]> corpus, FuzzedReader reader, FuzzLimits limits, int seed) =>
        Run(corpus, reader, limits, seed, Inputs);

    /// <summary>The same with another number of mutants, where a reader is too slow for the usual one.</summary>
    public static FuzzReport Run(IReadOnlyList<byte[]> corpus, FuzzedReader reader, FuzzLimits limits, int seed, int inputs)
    {
        for (var i = 0; i < corpus.Count; i++)
        {
            var errors = reader(corpus[i], CancellationToken.None).Where(d => d.Severity == Severity.Error).ToList();
            Assert.True(errors.Count == 0, $"corpus input {i} is not valid: {string.Join("; ", errors)}");
        }

        var run = new FuzzRun(corpus, reader, limits, seed);
        // A thread of its own, so that a reader that neither ends nor asks its token still ends in a failed test.
        var thread = new Thread(() => run.Go(inputs)) { IsBackground = true, Name = "fuzzing" };
        thread.Start();
        while (!thread.Join(TimeSpan.FromSeconds(1)))
        {
            var hangs = run.SecondsInInput > limits.SecondsMax + TokenGraceSeconds;
            Assert.False(hangs, $"the reader hangs and ignores its token: {run.Where}");
        }

        Assert.True(run.Failure is null, run.Failure);
        return run.Report();
    }

    /// <summary>One mutant again, from the seed and index that a failure names.</summary>
    public static byte[] Mutant(IReadOnlyList<byte[]> corpus, int seed, int index) =>
        Mutation.Of(corpus, new Random(HashCode(seed, index)));

    /// <summary>A failure's input as text: base 64 where it is short enough.</summary>
    public static string Print(byte[] input) => input.Length <= PrintedBytesMax ? Convert.ToBase64String(input) : $"{input.Length} bytes";

    /// <summary>MILMOBILITY_FUZZ, or a number of the caller's.</summary>
    public static int InputsOr(int inputsDefault) =>
        int.TryParse(Environment.GetEnvironmentVariable("MILMOBILITY_FUZZ"), out var inputs) && inputs > 0 ? inputs : inputsDefault;

    // Not System.HashCode, which is seeded anew in every process.
    private static int HashCode(int seed, int index) => unchecked((seed * 486_187_739) ^ (index * 16_777_619));

    /// <summary>The loop, with what the watching thread may see of it.</summary>
    private sealed class FuzzRun(IReadOnlyList<byte[]> corpus, FuzzedReader reader, FuzzLimits limits, int seed)
    {
        private readonly Dictionary<string, int> _firstCodes = new(StringComparer.Ordinal);
        private long _startedTicks = Stopwatch.GetTimestamp();
        private int _index;
        private int _refused;
        private long _allocatedWorst;

        public string? Failure { get; private set; }

        public double SecondsInInput => Stopwatch.GetElapsedTime(Interlocked.Read(ref _startedTicks)).TotalSeconds;

        public string Where => $"seed {seed}, index {Volatile.Read(ref _index)}";

        public void Go(int inputs)
        {
            for (var i = 0; i < inputs && Failure is null; i++)
            {
                Volatile.Write(ref _index, i);
                Interlocked.Exchange(ref _startedTicks, Stopwatch.GetTimestamp());
                var input = Mutant(corpus, seed, i);
                Failure = Try(input) is { } what ? $"{what}: {Where}, input {Print(input)}" : null;
            }
        }

        public FuzzReport Report() => new(_index + 1, _refused, _allocatedWorst, _firstCodes);

        private string? Try(byte[] input)
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(limits.SecondsMax));
            var before = GC.GetAllocatedBytesForCurrentThread();
            IReadOnlyList<Diagnostic> found;
            try
            {
                found = reader(input, limit.Token);
            }
            catch (OperationCanceledException)
            {
                return $"not read within {limits.SecondsMax} s";
            }
            catch (Exception e)
            {
                return $"the reader threw {e}";
            }

            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            _allocatedWorst = Math.Max(_allocatedWorst, allocated);
            if (allocated > limits.AllocatedBytesMax) return $"allocated {allocated} bytes for an input of {input.Length}";
            if (found.Count > limits.DiagnosticsMax) return $"{found.Count} diagnostics";
            if (found.FirstOrDefault(d =>
                d.Code.Length == 0 || d.Message.Length is 0 or > 1_000 || d.Message.Any(char.IsControl)) is { } bad)
                return $"a diagnostic that is not one line of at most 1,000 characters: {bad}";
            if (found.FirstOrDefault(d => d.Severity == Severity.Error) is not { } first) return null;
            _refused++;
            _firstCodes[first.Code] = _firstCodes.GetValueOrDefault(first.Code) + 1;
            return null;
        }
    }
}
