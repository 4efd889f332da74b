namespace MilMobility.Derivation.Water;

/// <summary>Writes water-facilities.csv: locks (facts/water-locks.csv) and waiting berths (facts/water-moorings.csv).</summary>
public static class WaterFacilities
{
    public static void Write(DerivationPaths paths, List<Dictionary<string, string>> nodes)
    {
        var locks = WaterDerivation.Facts(paths, "water-locks.csv").ToDictionary(r => r["node"]);
        var moorings = WaterDerivation.Facts(paths, "water-moorings.csv").ToDictionary(r => r["scope"]);
        var rows = new List<IReadOnlyList<string>>();
        var errors = new List<string>();
        foreach (var node in nodes)
        {
            var stem = node["id"]["water-".Length..];
            if (node["kind"] == "lock")
            {
                if (locks.Remove(node["id"], out var facts)) rows.Add(LockRow(stem, node, facts));
                else errors.Add($"lock {node["id"]} has no row in water-locks.csv");
            }

            if (moorings.TryGetValue(node["id"], out var mooring)
                || moorings.TryGetValue($"kind:{node["kind"]}", out mooring))
            {
                rows.Add([
                    $"mooring-{stem}", node["id"], "mooring", $"Wachtplaatsen {node["name"]}", mooring["berths"], "berths",
                    mooring["max_length_m"], "", "", "", "", "", "", ""]);
            }
        }

        errors.AddRange(locks.Keys.Select(k => $"water-locks.csv names '{k}', which is no lock node"));
        var ids = nodes.Select(n => n["id"]).ToHashSet();
        errors.AddRange(moorings.Keys.Where(k => !k.StartsWith("kind:", StringComparison.Ordinal) && !ids.Contains(k))
            .Select(k => $"water-moorings.csv names '{k}', which is no node"));
        if (errors.Count > 0) throw new InvalidDataException(string.Join('\n', errors));
        CsvTable.Write(Path.Combine(paths.Output, "water-facilities.csv"), WaterTables.Facilities, rows);
    }

    private static IReadOnlyList<string> LockRow(
        string stem, Dictionary<string, string> node, Dictionary<string, string> facts) =>
    [
        $"lock-{stem}", node["id"], "lock", node["name"], "", "", "", "", facts["chambers"], facts["cycle_min"],
        "", "", "",
        new WaterProvenance().Add("chambers", facts["chambers_quality"], "measured@fairway-managers").ToString(),
    ];
}
