using System.Text;

namespace MilMobility.TestScenes;

/// <summary>Reads a comma-separated table with a header row and quoted fields, one dictionary a row.</summary>
public static class CsvRows
{
    public static IEnumerable<Dictionary<string, string>> Read(string path)
    {
        using var lines = File.ReadLines(path).GetEnumerator();
        if (!lines.MoveNext()) yield break;
        var header = Split(lines.Current);
        while (lines.MoveNext())
        {
            var fields = Split(lines.Current);
            yield return header.Zip(fields).ToDictionary(pair => pair.First, pair => pair.Second);
        }
    }

    private static List<string> Split(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else field.Append(c);
        }

        fields.Add(field.ToString());
        return fields;
    }
}
