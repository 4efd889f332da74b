using System.Text.RegularExpressions;

namespace MilMobility.Architecture.Tests;

/// <summary>Tests run and can fail: none is dead, silent or waiting for better days.</summary>
public sealed class LivingTestTests
{
    [Fact]
    public void No_test_is_commented_out_or_runs_only_when_asked()
    {
        // Written in parts so that this file does not find itself.
        var dead = Lines(@"^\s*//\s*\[(Fa" + @"ct|The" + @"ory)\b|Expl" + @"icit\s*=\s*true|^\s*#if\b");
        Assert.Empty(dead);
    }

    [Fact]
    public void A_test_is_skipped_only_where_the_reference_data_is_absent_and_says_so()
    {
        var skipped = Lines(@"Assert\.Sk" + @"ip\w*\(")
            .Where(line => !Regex.IsMatch(line, @"^tests/[\w.]+/Reference/")
                || !line.Contains("ReferenceData.WhySkipped(", StringComparison.Ordinal));
        Assert.Empty(skipped);
    }

    [Fact]
    public void Every_file_with_tests_asserts_something()
    {
        var silent = Repository.SourceFiles("tests").Where(file =>
        {
            var text = string.Join('\n', Repository.Lines(file));
            return Regex.IsMatch(text, @"^\s*\[(Fact|Theory)", RegexOptions.Multiline)
                && !text.Contains("Assert.", StringComparison.Ordinal);
        });
        Assert.Empty(silent);
    }

    [Fact]
    public void No_test_is_async_void_whose_failure_nobody_would_see() => Assert.Empty(Lines(@"\basync vo" + @"id\b"));

    private static IEnumerable<string> Lines(string pattern) =>
        Repository.SourceFiles("tests")
            .SelectMany(file => Repository.Lines(file).Select((line, i) => (file, line, Number: i + 1)))
            .Where(l => Regex.IsMatch(l.line, pattern))
            .Select(l => $"{l.file}:{l.Number} {l.line.Trim()}");
}
