using MilMobility.Domain.Diagnostics;

namespace MilMobility.Exchange.Tests.Fuzz;

/// <summary>The harness itself must catch what it is for.</summary>
public sealed class FuzzingTests
{
    private static readonly byte[][] Corpus = [[1, 2, 3, 4, 5, 6, 7, 8], [4, 0, 0, 0, 9, 9, 9, 9]];

    private static readonly FuzzLimits Limits = new(AllocatedBytesMax: 100_000);

    [Fact]
    public void A_reader_that_throws_on_a_mutant_is_caught_with_the_seed_and_index_that_show_it_again()
    {
        var failure = Assert.ThrowsAny<Exception>(() => Fuzzing.Run(Corpus, ThrowsOnShort, Limits, seed: 7));
        Assert.Contains("seed 7, index ", failure.Message, StringComparison.Ordinal);
        var index = int.Parse(failure.Message.Split("seed 7, index ")[1].Split(',')[0], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Throws<IndexOutOfRangeException>(() => ThrowsOnShort(Fuzzing.Mutant(Corpus, 7, index), CancellationToken.None));
    }

    [Fact]
    public void A_reader_that_believes_a_length_field_is_caught()
    {
        var failure = Assert.ThrowsAny<Exception>(() => Fuzzing.Run(Corpus, BelievesLength, Limits, seed: 7));
        Assert.Contains("allocated ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reader_that_never_ends_is_caught()
    {
        var failure = Assert.ThrowsAny<Exception>(() => Fuzzing.Run(Corpus, NeverEnds, Limits with { SecondsMax = 1 }, seed: 7));
        Assert.Contains("not read within 1 s", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_corpus_that_is_not_valid_proves_nothing_and_is_refused()
    {
        var failure = Assert.ThrowsAny<Exception>(() => Fuzzing.Run(Corpus, (_, _) => Refusal, Limits, seed: 7));
        Assert.Contains("corpus input 0 is not valid", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Mutants_depend_on_the_seed_and_the_index_alone_and_differ()
    {
        Assert.Equal(Fuzzing.Mutant(Corpus, 7, 12), Fuzzing.Mutant(Corpus, 7, 12));
        var distinct = Enumerable.Range(0, 200).Select(i => Convert.ToHexString(Fuzzing.Mutant(Corpus, 7, i)))
            .Distinct(StringComparer.Ordinal);
        Assert.InRange(distinct.Count(), 150, 200);
    }

    private static readonly Diagnostic[] Refusal = [new("TST001", Severity.Error, "file", 0, "refused")];

    private static Diagnostic[] ThrowsOnShort(byte[] input, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return input[3] == 255 ? Refusal : [];
    }

    private static Diagnostic[] BelievesLength(byte[] input, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (input.Length < 4) return Refusal;
        var length = BitConverter.ToInt32(input) & 0x00FF_FFFF;
        var believed = Array.Empty<byte>();
        if (!input.AsSpan().SequenceEqual(Corpus[0])) believed = new byte[length];
        return believed.Length > 1_000_000 ? Refusal : [];
    }

    private static Diagnostic[] NeverEnds(byte[] input, CancellationToken cancellation)
    {
        while (!Corpus.Any(c => input.AsSpan().SequenceEqual(c))) cancellation.ThrowIfCancellationRequested();
        return [];
    }
}
