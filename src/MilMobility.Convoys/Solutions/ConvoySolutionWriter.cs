using System.Text.Encodings.Web;
using System.Text.Json;

namespace MilMobility.Convoys.Solutions;

/// <summary>Writes a solution as JSON, one convoy a line.</summary>
public static class ConvoySolutionWriter
{
    /// <summary>Properties beyond the solution itself that a document may have.</summary>
    internal static readonly string[] Figures =
        ["exit_code", "gap", "unmoved", "work", "seed", "stopped_by", "seconds", "first_plan_s", "gap_5_s", "gap_2_s", "gap_1_s"];

    private static readonly JsonWriterOptions s_line = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes it.</summary>
    /// <param name="solution">What to write.</param>
    /// <param name="unmoved">Convoys without a journey.</param>
    /// <param name="figures">Further properties, of those allowed, before the convoys.</param>
    /// <param name="output">Where to.</param>
    public static void Write(
        ConvoySolution solution, IReadOnlyList<string> unmoved, IReadOnlyList<(string Name, object? Value)> figures, TextWriter output)
    {
        output.Write($"{{\n  \"status\": {Text(solution.Status)},\n  \"objective_s\": {solution.ObjectiveSeconds},\n");
        output.Write($"  \"bound_s\": {solution.BoundSeconds},\n");
        foreach (var (name, value) in figures)
        {
            if (!Figures.Contains(name)) throw new ArgumentException($"figure {name} is not of the format", nameof(figures));
            output.Write($"  {Text(name)}: {Text(value)},\n");
        }

        output.Write($"  \"unmoved\": {Text(unmoved)},\n  \"convoys\": [");
        for (var i = 0; i < solution.Journeys.Count; i++)
        {
            var journey = solution.Journeys[i];
            output.Write(i == 0 ? "\n" : ",\n");
            output.Write($"    {{\"id\": {Text(journey.Id)}, \"path\": {Text(journey.Path)}, \"head_s\": {Text(journey.HeadSeconds)}}}");
        }

        output.Write(solution.Journeys.Count == 0 ? "]\n}\n" : "\n  ]\n}\n");
    }

    private static string Text(object? value)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, s_line)) JsonSerializer.Serialize(writer, value);
        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
