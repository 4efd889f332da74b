using System.Text.RegularExpressions;

namespace MilMobility.Architecture.Tests;

/// <summary>The style rules that a program can check; the rest is for readers.</summary>
public sealed class StyleTests
{
    private const int ColumnsMax = 140;
    private const int LinesMax = 500;

    private static readonly string[] Everything = ["src", "tests", "benchmarks", "networks", "seeds"];

    [Fact]
    public void No_line_is_wider_than_the_limit()
    {
        var wide = Repository.SourceFiles(Everything)
            .SelectMany(file => Repository.Lines(file).Select((line, i) => (file, line, Number: i + 1)))
            .Where(l => l.line.Length > ColumnsMax)
            .Select(l => $"{l.file}:{l.Number} has {l.line.Length} columns");
        Assert.Empty(wide);
    }

    [Fact]
    public void No_file_is_longer_than_the_limit()
    {
        var longFiles = Repository.SourceFiles(Everything)
            .Select(file => (file, Repository.Lines(file).Length))
            .Where(f => f.Length > LinesMax)
            .Select(f => $"{f.file} has {f.Length} lines");
        Assert.Empty(longFiles);
    }

    [Fact]
    public void Nine_files_in_ten_have_at_most_350_lines()
    {
        var lengths = Repository.SourceFiles("src").Select(file => Repository.Lines(file).Length).Order().ToList();
        Assert.InRange(lengths[lengths.Count * 9 / 10], 1, 350);
    }

    [Fact]
    public void Types_are_named_for_what_they_are()
    {
        var vague = Matches(Everything, @"\b(class|record|struct|interface)\s+\w*(Manager|Helper|Util|Utils|Utilities)\b");
        Assert.Empty(vague);
    }

    [Fact]
    public void Nothing_is_left_unfinished()
    {
        // Written in two parts so that this file does not find itself.
        var unfinished = Matches(Everything, "NotImplemented" + @"Exception|\bTO" + @"DO\b|\bFIX" + @"ME\b|Skip\s*=\s*" + "\"");
        Assert.Empty(unfinished);
    }

    [Fact]
    public void Planning_never_reads_the_clock_or_an_unseeded_random()
    {
        var impure = Matches(
            ["src/MilMobility.Networks", "src/MilMobility.Routing", "src/MilMobility.Civil", "src/MilMobility.Scenarios"],
            @"DateTime(Offset)?\.(Utc)?Now|Random\.Shared|new Random\(\)|Guid\.NewGuid");
        Assert.Empty(impure);
    }

    [Fact]
    public void Nothing_is_swallowed()
    {
        var swallowed = Repository.SourceFiles("src")
            .Where(file => Regex.IsMatch(string.Join('\n', Repository.Lines(file)), @"catch\s*(\([^)]*\))?\s*\{\s*\}"));
        Assert.Empty(swallowed);
    }

    [Fact]
    public void Test_names_are_sentences()
    {
        var terse = Repository.SourceFiles("tests")
            .SelectMany(file => TestNames(file).Where(name => name.Count(c => c == '_') < 2).Select(name => $"{file}: {name}"));
        Assert.Empty(terse);
    }

    private static IEnumerable<string> Matches(IEnumerable<string> folders, string pattern) =>
        Repository.SourceFiles([.. folders])
            .SelectMany(file => Repository.Lines(file).Select((line, i) => (file, line, Number: i + 1)))
            .Where(l => Regex.IsMatch(l.line, pattern))
            .Select(l => $"{l.file}:{l.Number} {l.line.Trim()}");

    private static IEnumerable<string> TestNames(string file)
    {
        var text = string.Join('\n', Repository.Lines(file));
        return Regex.Matches(text, @"\[(?:Fact|Theory)[^\]]*\](?:\s*\[[^\n]*\])*\s*public (?:async )?(?:void|Task|ValueTask) (\w+)\(")
            .Select(match => match.Groups[1].Value);
    }
}
