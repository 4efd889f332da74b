using System.Text.Encodings.Web;
using System.Text.Json;

namespace MilMobility.Convoys.Instances;

/// <summary>Writes an instance as JSON, one edge and one convoy a line, that the reader reads back to the same instance.</summary>
public static class ConvoyInstanceWriter
{
    private static readonly JsonSerializerOptions s_text = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(ConvoyInstance instance, TextWriter output)
    {
        output.Write($"{{\n  \"name\": {Quoted(instance.Name)},\n  \"nodes\": {instance.NodeCount},\n");
        output.Write($"  \"horizon_s\": {instance.HorizonSeconds},\n  \"edges\": [");
        for (var e = 0; e < instance.EdgeCount; e++)
        {
            output.Write(e == 0 ? "\n" : ",\n");
            output.Write($"    {{\"from\": {instance.EdgeFrom[e]}, \"to\": {instance.EdgeTo[e]}, "
                + $"\"travel_s\": {instance.TravelSeconds[e]}}}");
        }

        output.Write("\n  ],\n  \"convoys\": [");
        for (var k = 0; k < instance.ConvoyCount; k++)
        {
            var due = instance.DueSeconds[k] == ConvoyInstance.NoDue ? "null" : $"{instance.DueSeconds[k]}";
            output.Write(k == 0 ? "\n" : ",\n");
            output.Write($"    {{\"id\": {Quoted(instance.ConvoyIds[k])}, \"from\": {instance.From[k]}, \"to\": {instance.To[k]}, "
                + $"\"ready_s\": {instance.ReadySeconds[k]}, \"due_s\": {due}, \"pass_s\": {instance.PassSeconds[k]}}}");
        }

        output.Write("\n  ]\n}\n");
    }

    private static string Quoted(string text) => JsonSerializer.Serialize(text, s_text);
}
