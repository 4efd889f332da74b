namespace MilMobility.Scenarios.Yaml;

/// <summary>A node of a YAML document with the line where it starts, 1-based.</summary>
internal abstract record YamlItem(int Line);

/// <summary>A scalar; <paramref name="Plain"/> if it was written without quotes.</summary>
internal sealed record YamlScalar(int Line, string Text, bool Plain) : YamlItem(Line);

/// <summary>A sequence.</summary>
internal sealed record YamlList(int Line, IReadOnlyList<YamlItem> Items) : YamlItem(Line);

/// <summary>A mapping; a key may occur twice, which its reader reports.</summary>
internal sealed record YamlMap(int Line, IReadOnlyList<YamlEntry> Entries) : YamlItem(Line);

/// <summary>A key with its line and value.</summary>
internal sealed record YamlEntry(string Key, int Line, YamlItem Value);
