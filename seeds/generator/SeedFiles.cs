using MilMobility.Scenarios;

namespace MilMobility.Seeds;

/// <summary>The files of <c>seeds/</c> that are written by program. The same source gives the same bytes.</summary>
public static class SeedFiles
{
    private const string Begin = "<!-- fields: written by seeds/generator -->", End = "<!-- end of fields -->";

    /// <summary>Contents by file name; the README keeps its own text around the field tables.</summary>
    /// <param name="readme">The README as it is.</param>
    /// <exception cref="InvalidOperationException">The README has no place for the field tables.</exception>
    public static IReadOnlyDictionary<string, string> All(string readme)
    {
        var (brigadeYaml, brigadeCsv) = BrigadeScenario.Write();
        var (corpsYaml, corpsCsv) = CorpsScenario.Write();
        return new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            [BrigadeScenario.Name + ".yaml"] = brigadeYaml,
            [BrigadeScenario.Name + ".csv"] = brigadeCsv,
            [CorpsScenario.Name + ".yaml"] = corpsYaml,
            [CorpsScenario.Name + ".csv"] = corpsCsv,
            ["scenario.schema.json"] = ScenarioSchema.Json(),
            ["patches/patch.schema.json"] = ScenarioSchema.PatchFileJson(),
            ["README.md"] = WithFields(readme),
        };
    }

    private static string WithFields(string readme)
    {
        var begin = readme.IndexOf(Begin, StringComparison.Ordinal);
        var end = readme.IndexOf(End, StringComparison.Ordinal);
        if (begin < 0 || end < begin) throw new InvalidOperationException($"README.md must hold the lines '{Begin}' and '{End}'");
        return readme[..begin] + Begin + "\n\n" + FieldReference.Markdown() + "\n" + readme[end..];
    }
}
