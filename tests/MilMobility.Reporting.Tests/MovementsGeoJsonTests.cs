using System.Text.Json;
using MilMobility.Reporting.Geo;

namespace MilMobility.Reporting.Tests;

/// <summary>GeoJSON as a GIS reads it: longitude before latitude, in the direction of travel.</summary>
public sealed class MovementsGeoJsonTests
{
    [Fact]
    public void A_leg_is_a_line_in_the_direction_of_travel_with_longitude_first()
    {
        using var json = JsonDocument.Parse(new MovementsGeoJson(TinyReport.Make()).ToBytes());
        Assert.Equal("FeatureCollection", json.RootElement.GetProperty("type").GetString());
        var leg = Features(json, "LineString").First();

        // l1, then l2 turned round because it is stored from r3 to r2, then l3; shared points stand once.
        double[][] expected = [[5, 51], [5.05, 51.05], [5.1, 51], [5.3, 51], [5.4, 51]];
        var points = leg.GetProperty("geometry").GetProperty("coordinates").EnumerateArray()
            .Select(p => p.EnumerateArray().Select(v => v.GetDouble()).ToArray());
        Assert.Equal(expected, points);

        var properties = leg.GetProperty("properties");
        Assert.Equal("A-01", properties.GetProperty("serial").GetString());
        Assert.Equal("N1, A2", properties.GetProperty("route").GetString());
        Assert.Equal(35.0, properties.GetProperty("km").GetDouble());
        Assert.Equal("2027-03-28T01:00:00+01:00", properties.GetProperty("departs").GetString());
        Assert.Equal("2027-03-28T03:28:12+02:00", properties.GetProperty("clears").GetString());
        // (12 492 - 10 000) / 60 = 41.5
        Assert.Equal(41, properties.GetProperty("late_min").GetInt32());
    }

    /// <summary>The wait at r1 (2 h) and the halt at r3 (45 min) show; the tail's 72 s at r4 and the train's 15 s at y2 do not.</summary>
    [Fact]
    public void Only_holds_of_five_minutes_or_more_are_points()
    {
        using var json = JsonDocument.Parse(new MovementsGeoJson(TinyReport.Make()).ToBytes());
        Assert.Equal(["Depot", "Rest"], Features(json, "Point").Select(f => f.GetProperty("properties").GetProperty("name").GetString()));
    }

    [Fact]
    public void A_serial_with_one_rail_leg_gives_one_line_and_none_for_its_transfer()
    {
        using var json = JsonDocument.Parse(new MovementsGeoJson(TinyReport.Make()).ToBytes());
        Assert.Equal(
            ["road", "rail"],
            Features(json, "LineString").Select(f => f.GetProperty("properties").GetProperty("mode").GetString()));
    }

    private static IEnumerable<JsonElement> Features(JsonDocument json, string geometry) =>
        json.RootElement.GetProperty("features").EnumerateArray()
            .Where(f => f.GetProperty("geometry").GetProperty("type").GetString() == geometry);
}
