using System.Globalization;

namespace MilMobility.Derivation.Water;

/// <summary>
/// Writes water-civil.csv: vessels an hour (both directions) per lock and per fairway class, from a level a year and
/// an hour profile (facts/water-passages.csv, facts/water-hours.csv). Levels are counted where the facts say so and
/// otherwise of the order of published lock counts; the profiles are ours. They are normalised, so that a week has
/// 7/365 of the year.
/// </summary>
public static class WaterCivil
{
    private const double DaysPerYear = 365;
    private const int Hours = 24;

    public static void Write(DerivationPaths paths, List<Dictionary<string, string>> nodes)
    {
        var levels = WaterDerivation.Facts(paths, "water-passages.csv").ToDictionary(r => r["scope"]);
        var profiles = WaterDerivation.Facts(paths, "water-hours.csv");
        var other = levels["node:default"];
        var classes = levels.Keys.Where(k => k.StartsWith("class:", StringComparison.Ordinal));
        var lockScopes = nodes.Where(n => n["kind"] == "lock").Select(n => $"node:{n["id"]}").ToList();
        var rows = new List<IReadOnlyList<string>>();
        foreach (var scope in classes.Concat(lockScopes))
        {
            var level = levels.GetValueOrDefault(scope, other);
            foreach (var profile in profiles)
                rows.Add(Row(scope, profile, level));
        }

        var unknown = levels.Keys.Where(k => k.StartsWith("node:water", StringComparison.Ordinal)).Except(lockScopes);
        foreach (var scope in unknown) throw new InvalidDataException($"water-passages.csv: '{scope}' is no lock");
        CsvTable.Write(Path.Combine(paths.Output, "water-civil.csv"), WaterTables.Civil, rows);
    }

    private static List<string> Row(
        string scope, Dictionary<string, string> profile, Dictionary<string, string> level)
    {
        var weights = Enumerable.Range(0, Hours).Select(h => Number(profile[$"h{h:00}"])).ToList();
        var perDay = Number(level[$"{profile["category"]}_per_year"]) / DaysPerYear * Number(profile["day_factor"]);
        var row = new List<string> { scope, profile["category"], profile["day_type"], "vessels-per-h" };
        row.AddRange(weights.Select(w =>
            (perDay * w / weights.Sum()).ToString("0.00", CultureInfo.InvariantCulture)));
        // The level may be counted; the shape over the day is always ours.
        row.Add(level["level"].Length == 0 ? "" : $"level={level["level"]};shape=assumed@water-assumptions");
        return row;
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
