using MilMobility.Domain.Diagnostics;
using MilMobility.Exchange.Formats.Shapefile;
using MilMobility.Exchange.Projection;

namespace MilMobility.Exchange.Sources.Fairways;

/// <summary>
/// Reads the sections of NWB-Vaarwegen (Rijkswaterstaat), Vaarwegvakken.shp in RD New, without the shipping lanes at sea.
/// Static and thread-safe.
/// </summary>
internal static class FairwayRegister
{
    private const string FileName = "Vaarwegvakken.shp";
    // Route codes 500-699 are shipping lanes at sea, not inland fairways.
    private const int FirstSeaRoute = 500;
    private const int LastSeaRoute = 699;

    private const string NoLine = "the section has no junctions, or no line in the Netherlands in metres RD New; left out";

    private static readonly string[] Columns = ["VWK_ID", "VWJ_ID_BEG", "VWJ_ID_END", "VAKTYPE", "VRT_CODE", "VRT_NAAM", "VWG_NAAM"];

    public static List<FairwaySection> Read(string folder, DiagnosticBag bag, CancellationToken cancellation)
    {
        var sections = new List<FairwaySection>();
        var path = Path.Combine(folder, FileName);
        using var reader = ShapefileReader.Open(path, bag);
        if (reader is null) return sections;
        var columns = Columns.Select(c => reader.Attributes?.IndexOf(c) ?? -1).ToArray();
        if (columns.Contains(-1))
        {
            bag.Error(FairwayCodes.Unreadable, path, 0, $"the attributes lack one of {string.Join(", ", Columns)}");
            return sections;
        }

        var atSea = 0;
        while (reader.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            if (IsSeaRoute(reader.Attributes!.Text(columns[4]))) atSea++;
            else if (Section(reader, columns) is { } section) sections.Add(section);
            else bag.Warning(FairwayCodes.BadSection, path, reader.Shape.Record, NoLine);
        }

        if (atSea > 0) bag.Warning(FairwayCodes.SeaLanes, path, 0, $"{atSea} sections of shipping lanes at sea are left out");
        return sections;
    }

    private static FairwaySection? Section(ShapefileReader reader, int[] columns)
    {
        var (shape, attributes) = (reader.Shape, reader.Attributes!);
        if (!shape.IsSound || shape.Points.Length < 2) return null;
        if (attributes.Integer(columns[0]) is not { } id) return null;
        if (attributes.Integer(columns[1]) is not { } from || attributes.Integer(columns[2]) is not { } to) return null;
        var line = new (double, double)[shape.Points.Length];
        for (var i = 0; i < line.Length; i++)
        {
            if (!RdNew.Covers(shape.Points[i].X, shape.Points[i].Y)) return null;
            line[i] = (shape.Points[i].X, shape.Points[i].Y);
        }

        var kind = attributes.Text(columns[3]);
        return new FairwaySection(
            id, from, to, kind.Length > 0 ? kind[0] : 'D', attributes.Text(columns[5]), attributes.Text(columns[6]), line);
    }

    private static bool IsSeaRoute(string code)
    {
        var digits = code.AsSpan();
        while (digits.Length > 0 && !char.IsAsciiDigit(digits[^1])) digits = digits[..^1];
        return int.TryParse(digits, out var number) && number is >= FirstSeaRoute and <= LastSeaRoute;
    }
}
