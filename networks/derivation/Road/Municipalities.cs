using System.Globalization;

namespace MilMobility.Derivation.Road;

/// <summary>Inhabitants of the 388 municipalities of 2017 (CBS), by name and around a position.</summary>
public sealed class Municipalities
{
    private readonly List<(string Name, GeoPoint Centre, int Inhabitants)> _all;

    private Municipalities(List<(string Name, GeoPoint Centre, int Inhabitants)> all) => _all = all;

    public static Municipalities Read(string folder) => new([.. CsvTable
        .Read(Path.Combine(folder, "municipalities_2017.csv"))
        .Select(row => (
            row["name"],
            new GeoPoint(Number(row["centroid_lat"]), Number(row["centroid_lon"])),
            (int)Number(row["population"])))]);

    /// <summary>Whether an exit is named after a municipality with at least that many inhabitants: after the one it
    /// lies in ("Utrecht-Noord"), or plainly after another ("Gouda", "Gouda-West").</summary>
    public bool NamesTown(string exit, string municipality, int inhabitantsMin) => _all.Any(m =>
        m.Inhabitants >= inhabitantsMin
        && ((m.Name.Equals(municipality, StringComparison.OrdinalIgnoreCase)
                && exit.Contains(m.Name, StringComparison.OrdinalIgnoreCase))
            || exit.Equals(m.Name, StringComparison.OrdinalIgnoreCase)
            || exit.StartsWith(m.Name + "-", StringComparison.OrdinalIgnoreCase)));

    /// <summary>Inhabitants of the municipalities whose centroid lies within <paramref name="radiusM"/>.</summary>
    public int InhabitantsWithin(GeoPoint centre, double radiusM) =>
        _all.Where(m => Geo.DistanceM(m.Centre, centre) <= radiusM).Sum(m => m.Inhabitants);

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
