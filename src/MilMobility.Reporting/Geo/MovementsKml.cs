using System.Globalization;
using System.Text;
using System.Xml;
using MilMobility.Domain.Reports;
using MilMobility.Domain.Units;
using MilMobility.Reporting.Itineraries;
using MilMobility.Reporting.Text;

namespace MilMobility.Reporting.Geo;

/// <summary>
/// Movements as KML 2.2 (OGC 07-147r2): a folder for each mode, a placemark for each leg with its line and its time span, so that a map
/// program's time slider plays it. Coordinates are WGS84 longitude, latitude. Colours are aabbggrr.
/// </summary>
public static class MovementsKml
{
    private static readonly (TransportMode Mode, string Colour)[] s_styles =
        [(TransportMode.Road, "ff005fd5"), (TransportMode.Rail, "ffb27200"), (TransportMode.Water, "ff739e00")];

    public static byte[] ToBytes(MissionReport report)
    {
        using var stream = new MemoryStream();
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" };
        using (var xml = XmlWriter.Create(stream, settings))
        {
            xml.WriteStartElement("kml", "http://www.opengis.net/kml/2.2");
            xml.WriteStartElement("Document");
            xml.WriteElementString("name", Clean($"{Formats.Marking(report.Manifest.Marking)}: {report.Scenario.Title}"));
            xml.WriteElementString(
                "description", Clean($"Marking {Formats.Marking(report.Manifest.Marking)}. {Formats.Corridors(report.Scenario)}."));
            foreach (var (mode, colour) in s_styles) Style(xml, mode, colour);
            var legs = new Legs(report.Map).Of(report.Plan).ToLookup(l => l.Mode);
            var shapes = new LegShapes(report.Map);
            foreach (var (mode, _) in s_styles) Folder(xml, report, mode, legs[mode], shapes);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void Style(XmlWriter xml, TransportMode mode, string colour)
    {
        xml.WriteStartElement("Style");
        xml.WriteAttributeString("id", Formats.Words(mode));
        xml.WriteStartElement("LineStyle");
        xml.WriteElementString("color", colour);
        xml.WriteElementString("width", "4");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Folder(XmlWriter xml, MissionReport report, TransportMode mode, IEnumerable<Leg> legs, LegShapes shapes)
    {
        xml.WriteStartElement("Folder");
        xml.WriteElementString("name", Formats.Words(mode));
        foreach (var leg in legs)
        {
            var points = string.Join(' ', shapes.Of(leg).Select(p => string.Create(CultureInfo.InvariantCulture,
                $"{p.Lon:F5},{p.Lat:F5}")));
            if (points.Length == 0) continue;
            xml.WriteStartElement("Placemark");
            xml.WriteElementString("name", Clean(leg.Planned.Serial.Id));
            xml.WriteElementString("description", Clean(
                $"{leg.Planned.Serial.Unit}; {leg.Route}; {Formats.Number(leg.Km, 1)} km; "
                + $"{Formats.LocalTime(report.Clock.At(leg.StartSeconds))} to {Formats.LocalTime(report.Clock.At(leg.EndSeconds))}"));
            xml.WriteStartElement("TimeSpan");
            xml.WriteElementString("begin", Iso(report, leg.StartSeconds));
            xml.WriteElementString("end", Iso(report, leg.EndSeconds));
            xml.WriteEndElement();
            xml.WriteElementString("styleUrl", $"#{Formats.Words(mode)}");
            xml.WriteStartElement("LineString");
            xml.WriteElementString("tessellate", "1");
            xml.WriteElementString("coordinates", points);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string Iso(MissionReport report, int seconds) =>
        report.Clock.At(seconds).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>Without the control characters that XML cannot hold.</summary>
    private static string Clean(string text) => string.Concat(text.Where(c => c >= ' '));
}
