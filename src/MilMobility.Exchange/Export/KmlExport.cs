using System.Globalization;
using System.Text;
using System.Xml;
using MilMobility.Domain.Units;
using MilMobility.Exchange.Information;

namespace MilMobility.Exchange.Export;

/// <summary>
/// KML 2.3 (OGC 12-007r2): a document with a schema and a folder per layer; every placemark with typed values, the quality of each
/// attribute, its provenance and the marking, which also begins the document's name. Tables without geometry are left out.
/// </summary>
internal static class KmlExport
{
    private const string Namespace = "http://www.opengis.net/kml/2.3";

    public static void Write(ExportSource source, Stream stream)
    {
        var settings = new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, IndentChars = " ", NewLineChars = "\n",
        };
        using var xml = XmlWriter.Create(stream, settings);
        var layers = ExportLayer.All.Where(l => l.Geometry != LayerGeometry.None).ToList();
        xml.WriteStartElement("kml", Namespace);
        xml.WriteAttributeString("version", "2.3");
        xml.WriteStartElement("Document");
        Element(xml, "name", $"[{source.Marking}] {source.Dataset.Name} {source.Dataset.Version}");
        Element(xml, "description", source.Statement);
        foreach (var layer in layers) WriteStyle(xml, layer);
        foreach (var layer in layers) WriteSchema(xml, layer);
        foreach (var layer in layers)
        {
            xml.WriteStartElement("Folder");
            Element(xml, "name", layer.Name);
            source.Read(layer, feature => WritePlacemark(xml, feature, source.Marking));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.Flush();
        stream.WriteByte((byte)'\n');
    }

    private static void WriteStyle(XmlWriter xml, ExportLayer layer)
    {
        var colour = MapStyle.Colour(layer.Table.Mode ?? TransportMode.Sea);
        xml.WriteStartElement("Style");
        xml.WriteAttributeString("id", $"{layer.Name}_style");
        xml.WriteStartElement("IconStyle");
        Element(xml, "color", Abgr(colour));
        Element(xml, "scale", "0.5");
        xml.WriteEndElement();
        xml.WriteStartElement("LineStyle");
        Element(xml, "color", Abgr(colour));
        Element(xml, "width", "2");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteSchema(XmlWriter xml, ExportLayer layer)
    {
        xml.WriteStartElement("Schema");
        xml.WriteAttributeString("name", layer.Name);
        xml.WriteAttributeString("id", $"{layer.Name}_schema");
        foreach (var column in layer.Columns)
        {
            Field(column.Name, column.Type switch
            {
                ColumnType.Whole => "int",
                ColumnType.Real => "double",
                ColumnType.Boolean => "bool",
                _ => "string",
            });
        }

        Field("provenance", "string");
        Field("marking", "string");
        xml.WriteEndElement();

        void Field(string name, string type)
        {
            xml.WriteStartElement("SimpleField");
            xml.WriteAttributeString("type", type);
            xml.WriteAttributeString("name", name);
            xml.WriteEndElement();
        }
    }

    private static void WritePlacemark(XmlWriter xml, ExportFeature feature, string marking)
    {
        var row = feature.Row;
        xml.WriteStartElement("Placemark");
        xml.WriteAttributeString("id", row["id"].Text);
        Element(xml, "name", feature.Layer.Table.Columns.Contains("name") ? row["name"].Text : row["id"].Text);
        Element(xml, "styleUrl", $"#{feature.Layer.Name}_style");
        xml.WriteStartElement("ExtendedData");
        xml.WriteStartElement("SchemaData");
        xml.WriteAttributeString("schemaUrl", $"#{feature.Layer.Name}_schema");
        foreach (var column in feature.Layer.Columns.Where(c => row[c.Name].Text.Length > 0))
            Data(column.Name, row[column.Name].Text);
        Data("provenance", ExportColumn.Provenance(row));
        Data("marking", marking);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteStartElement(feature.Layer.Geometry == LayerGeometry.Point ? "Point" : "LineString");
        if (feature.Layer.Geometry == LayerGeometry.Line) Element(xml, "tessellate", "1");
        Element(xml, "coordinates", string.Join(' ', feature.Points.Select(
            p => string.Create(CultureInfo.InvariantCulture, $"{p.Lon},{p.Lat}"))));
        xml.WriteEndElement();
        xml.WriteEndElement();

        void Data(string name, string value)
        {
            xml.WriteStartElement("SimpleData");
            xml.WriteAttributeString("name", name);
            xml.WriteString(Clean(value));
            xml.WriteEndElement();
        }
    }

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Clean(text));

    /// <summary>Control characters cannot stand in XML 1.0 at all (section 2.2), not even escaped.</summary>
    private static string Clean(string text) =>
        text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.Select(c => XmlConvert.IsXmlChar(c) ? c : ' '));

    /// <summary>KML writes colours as alpha, blue, green, red.</summary>
    private static string Abgr(string hex) => $"ff{hex[5..7]}{hex[3..5]}{hex[1..3]}";
}
