using System.Text.Json;

namespace MilMobility.Derivation.Road;

/// <summary>A rest area usable by convoys, at a point of the road graph; <c>Vehicles</c> is the number of trucks that
/// it holds, both carriageways together.</summary>
public sealed record RestArea(RoadPoint Point, string Name, int Vehicles, bool Fuel, string Provenance);

/// <summary>
/// Picks the rest areas that become nodes. A candidate is a service or rest area of the VILD on a motorway or
/// expressway; two that face each other across the road are one, because the link graph is two-way. Its capacity comes
/// from the OpenStreetMap facilities around it: counted truck spots where mapped, otherwise area per truck; without
/// any mapped facility a small default is assumed. The largest are picked first, each at least
/// <see cref="SpacingM"/> from those already picked on its road.
/// </summary>
public static class RestAreas
{
    private const double PairMaxM = 1_500;
    private const double MatchMaxM = 900;
    private const double SpacingM = 22_000;

    // Mapped truck parkings with counted spots have 124 to 147 m2 a spot, lanes included.
    private const double AreaPerTruckM2 = 140;

    // A whole rest or service area has greens, buildings and car parking too (assumed).
    private const double AreaPerTruckWholeM2 = 700;
    private const int VehiclesMax = 120;
    private const int VehiclesDefault = 15;

    private sealed record Facility(GeoPoint At, double AreaM2, int Spots, bool IsParking, bool IsService);

    private sealed record Candidate(RoadPoint Point, string Road, string Name, List<GeoPoint> Sides, bool IsService);

    public static List<RestArea> Splice(RoadGraph graph, VildTables vild, RoadFacts facts, string folder)
    {
        var candidates = Candidates(graph, vild, facts);
        var facilities = Read(Path.Combine(folder, "truck_parking_facilities.geojson"));
        var nearest = facilities
            .Select(f => (Facility: f, At: Nearest(candidates, f)))
            .Where(pair => pair.At is not null)
            .ToLookup(pair => pair.At!, pair => pair.Facility);
        var picked = new List<(Candidate Site, RestArea Area)>();
        foreach (var (site, area) in candidates
            .Select(c => (Site: c, Area: Size(c, [.. nearest[c]])))
            .OrderByDescending(pair => pair.Area.Vehicles)
            .ThenBy(pair => pair.Site.Point.Key, StringComparer.Ordinal))
        {
            var crowded = picked.Any(p => p.Site.Road == site.Road
                && Geo.DistanceM(p.Site.Point.At, site.Point.At) < SpacingM);
            if (crowded) continue;
            picked.Add((site, area));
            site.Point.IsAnchor = true;
            site.Point.Kind = "rest-area";
            site.Point.Name = site.Name;
        }

        return [.. picked.Select(p => p.Area)];
    }

    private static List<Candidate> Candidates(RoadGraph graph, VildTables vild, RoadFacts facts)
    {
        var result = new List<Candidate>();
        foreach (var stop in vild.Points.Values.Where(p => p.Type is "P3.3" or "P3.4").OrderBy(p => p.Loc))
        {
            if (!graph.ByKey.TryGetValue(RoadSelection.Key(stop.Loc), out var point)) continue;
            if (facts.Profiles[stop.Road].Class == "n-road" || point.Kind != "rest-area") continue;
            var twin = result.Find(c => c.Road == stop.Road
                && c.Sides.Count == 1 && Geo.DistanceM(c.Sides[0], stop.At) < PairMaxM);
            if (twin is null) result.Add(new Candidate(point, stop.Road, stop.Name, [stop.At], stop.Type == "P3.3"));
            else result[result.IndexOf(twin)] = Paired(twin, stop);
        }

        return result;
    }

    private static Candidate Paired(Candidate site, VildPoint twin) =>
        site with { Name = $"{site.Name}/{twin.Name}", Sides = [.. site.Sides, twin.At] };

    private static Candidate? Nearest(List<Candidate> candidates, Facility facility)
    {
        var best = candidates.MinBy(c => c.Sides.Min(side => Geo.DistanceM(side, facility.At)));
        return best is not null && best.Sides.Min(side => Geo.DistanceM(side, facility.At)) <= MatchMaxM ? best : null;
    }

    private static RestArea Size(Candidate site, List<Facility> facilities)
    {
        // A mapped truck parking lies inside a mapped rest area: counting both would count its spots twice.
        var parkings = facilities.Where(f => f.IsParking && (f.Spots > 0 || f.AreaM2 > 0)).ToList();
        var whole = facilities.Where(f => !f.IsParking && f.AreaM2 > 0).ToList();
        var byParking = parkings.Sum(f => f.Spots > 0 ? f.Spots : f.AreaM2 / AreaPerTruckM2);
        var byWhole = whole.Sum(f => f.AreaM2 / AreaPerTruckWholeM2);
        var estimate = (int)Math.Round(Math.Min(VehiclesMax, Math.Max(byParking, byWhole)));
        var allCounted = parkings.Count > 0 && parkings.TrueForAll(f => f.Spots > 0) && byParking >= byWhole;
        var (vehicles, quality) = estimate < VehiclesDefault
            ? (VehiclesDefault, "assumed@road-assumptions")
            : (estimate, allCounted ? "measured@osm-truck-parking" : "derived@osm-truck-parking");
        var fuel = facilities.Exists(f => f.IsService) || (facilities.Count == 0 && site.IsService);
        var fuelSource = facilities.Count == 0 ? "assumed@vild-2013" : "derived@osm-truck-parking";
        return new RestArea(site.Point, site.Name, vehicles, fuel, $"hold_capacity={quality};fuel={fuelSource}");
    }

    private static List<Facility> Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return [.. document.RootElement.GetProperty("features").EnumerateArray().Select(Parse)];
    }

    private static Facility Parse(JsonElement feature)
    {
        var properties = feature.GetProperty("properties");
        var positions = Positions(feature.GetProperty("geometry").GetProperty("coordinates")).ToList();
        return new Facility(
            new GeoPoint(positions.Average(p => p.Lat), positions.Average(p => p.Lon)),
            Number(properties, "area_m2"),
            (int)Number(properties, "truck_spots"),
            Flag(properties, "is_truck_parking"),
            Flag(properties, "is_service_area"));
    }

    private static IEnumerable<GeoPoint> Positions(JsonElement coordinates)
    {
        if (coordinates[0].ValueKind == JsonValueKind.Number)
            return [new GeoPoint(coordinates[1].GetDouble(), coordinates[0].GetDouble())];
        return coordinates.EnumerateArray().SelectMany(Positions);
    }

    private static double Number(JsonElement properties, string name) =>
        properties.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
            ? value.GetDouble()
            : 0;

    private static bool Flag(JsonElement properties, string name) =>
        properties.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
}
