using System.Text.RegularExpressions;
using MilMobility.Domain.Sentences;

namespace MilMobility.Domain.Tests.Sentences;

/// <summary>
/// What the source names of the catalogue, without running it: a message that stands for a rare fault must not fail when the fault comes.
/// </summary>
public sealed partial class NamedMessageTests
{
    private static readonly string s_source = Path.Combine(Root(), "src");

    [Fact]
    public void Every_message_named_in_the_source_is_in_the_catalogue()
    {
        var named = Files("").SelectMany(f => Named().Matches(f.Text).Select(m => (Id: m.Groups[1].Value, f.Name))).ToList();
        Assert.InRange(named.Count, 150, 2_000);
        Assert.Empty(named.Where(n => !SentenceCatalogue.Has(n.Id)).Select(n => $"{n.Name}: {n.Id}"));
    }

    [Fact]
    public void Every_message_of_the_checker_gets_the_values_that_it_asks_for()
    {
        var told = Files(Path.Combine("MilMobility.Planning", "Checking")).SelectMany(f => Told(f.Text)).ToList();
        Assert.InRange(told.Count, 60, 200);
        Assert.All(told, message => Assert.Equal(
            SentenceCatalogue.PlaceholdersOf(SentenceCatalogue.Of(message.Id).English), message.Names.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Every_warning_that_a_report_may_show_is_a_message()
    {
        // Readers of foreign files and of benchmark networks warn who imports them, in English.
        string[] others = ["MilMobility.Exchange", "MilMobility.Equilibrium", "Diagnostics"];
        var warnings = Files("").Where(f => !others.Any(o => f.Name.Contains(o, StringComparison.Ordinal)))
            .SelectMany(f => Warning().Matches(f.Text).Select(m => m.Value)).ToList();
        Assert.InRange(warnings.Count, 20, 60);
        Assert.All(warnings, warning => Assert.True(
            warning.Contains("Sentence.Of(", StringComparison.Ordinal) || warning.Contains("\"warning.",
                StringComparison.Ordinal), warning));
    }

    /// <summary>Interpolated messages <c>$"check.id{value:name}"</c> with the names of their values.</summary>
    private static IEnumerable<(string Id, List<string> Names)> Told(string text)
    {
        foreach (Match begin in Interpolated().Matches(text))
        {
            if (text[begin.Index + begin.Length] is not ('{' or '"') || begin.Value.EndsWith('-')) continue;
            var names = new List<string>();
            var (depth, colon) = (0, 0);
            var at = begin.Index + begin.Length;
            for (; depth > 0 || text[at] != '"'; at++)
            {
                if (text[at] == '{') depth++;
                else if (text[at] == ':') colon = at;
                else if (text[at] == '}' && --depth == 0) names.Add(text[(colon + 1)..at]);
            }

            yield return (begin.Groups[1].Value, names);
        }
    }

    private static IEnumerable<(string Name, string Text)> Files(string folder) =>
        Directory.EnumerateFiles(Path.Combine(s_source, folder), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(f => (f, File.ReadAllText(f)));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MilMobility.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("the tests run outside the repository");
    }

    [GeneratedRegex("Sentence\\.Of\\(\\s*\"([^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Named();

    [GeneratedRegex("\\$\"(check\\.[a-z-]+)", RegexOptions.None, 1000)]
    private static partial Regex Interpolated();

    [GeneratedRegex("\\.Warning\\([^;]*;", RegexOptions.None, 1000)]
    private static partial Regex Warning();
}
