using System.Text.Json;
using MilMobility.Domain.Plans;
using MilMobility.Domain.Reports;
using MilMobility.Reporting.Itineraries;

namespace MilMobility.Reporting.Geo;

/// <summary>
/// Movements as GeoJSON (RFC 7946): one LineString per leg with its times, and one Point per hold of five minutes or more.
/// Coordinates are WGS84 longitude, latitude, 5 decimals.
/// </summary>
public sealed class MovementsGeoJson
{
    private const int HoldShownSecondsMin = 300;

    private readonly MissionReport _report;
    private readonly LegShapes _shapes;
    private readonly Dictionary<string, MapNode> _nodes;

    public MovementsGeoJson(MissionReport report)
    {
        _report = report;
        _shapes = new LegShapes(report.Map);
        _nodes = report.Map.Nodes.ToDictionary(n => n.Id, StringComparer.Ordinal);
    }

    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = false }))
        {
            json.WriteStartObject();
            json.WriteString("type", "FeatureCollection");
            json.WriteString("name", _report.Scenario.Name);
            json.WriteString("marking", _report.Manifest.Marking.ToString());
            json.WriteStartArray("features");
            var legs = new Legs(_report.Map);
            foreach (var planned in _report.Plan.Planned)
            {
                foreach (var leg in legs.Of(planned)) WriteLeg(json, leg);
                foreach (var hold in planned.Steps.OfType<HoldStep>()) WriteHold(json, planned, hold);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private void WriteLeg(Utf8JsonWriter json, Leg leg)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("geometry");
        json.WriteString("type", "LineString");
        json.WriteStartArray("coordinates");
        foreach (var point in _shapes.Of(leg)) WritePoint(json, point);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteString("serial", leg.Planned.Serial.Id);
        json.WriteString("movement", leg.Planned.Serial.Movement);
        json.WriteString("unit", leg.Planned.Serial.Unit);
        json.WriteNumber("priority", leg.Planned.Serial.Priority);
        json.WriteString("mode", leg.Mode.ToString().ToLowerInvariant());
        json.WriteString("route", leg.Route);
        json.WriteNumber("km", Math.Round(leg.Km, 1));
        json.WriteString("departs", Local(leg.StartSeconds));
        json.WriteString("clears", Local(leg.EndSeconds));
        json.WriteNumber("late_min", leg.Planned.LatenessSeconds / 60);
        json.WriteString("marking", _report.Manifest.Marking.ToString());
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteHold(Utf8JsonWriter json, PlannedSerial planned, HoldStep hold)
    {
        if (hold.EndSeconds - hold.StartSeconds < HoldShownSecondsMin || !_nodes.TryGetValue(hold.Node, out var node)) return;
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("geometry");
        json.WriteString("type", "Point");
        json.WritePropertyName("coordinates");
        WritePoint(json, new GeoPoint(node.Lat, node.Lon));
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteString("serial", planned.Serial.Id);
        json.WriteString("node", node.Id);
        json.WriteString("name", node.Name);
        json.WriteString("mode", hold.Mode.ToString().ToLowerInvariant());
        json.WriteString("from", Local(hold.StartSeconds));
        json.WriteString("to", Local(hold.EndSeconds));
        json.WriteString("marking", _report.Manifest.Marking.ToString());
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WritePoint(Utf8JsonWriter json, GeoPoint point)
    {
        json.WriteStartArray();
        json.WriteNumberValue(Math.Round(point.Lon, 5));
        json.WriteNumberValue(Math.Round(point.Lat, 5));
        json.WriteEndArray();
    }

    private string Local(int seconds) => _report.Clock.At(seconds).ToString("yyyy-MM-ddTHH:mm:sszzz");
}
