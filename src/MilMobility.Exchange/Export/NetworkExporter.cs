using MilMobility.Exchange.Attributes;
using MilMobility.Exchange.Information;
using MilMobility.Networks.Datasets;

namespace MilMobility.Exchange.Export;

/// <summary>
/// Writes a dataset for other programs: nodes, links, facilities and transfers with geometry (WGS84, longitude first), every
/// attribute with its quality and source, and the dataset's marking in the file and on every feature, so that a feature copied
/// elsewhere still carries it. The file appears whole or not at all; the same dataset gives the same bytes. Rows are streamed: memory
/// is O(nodes). Static and thread-safe.
/// </summary>
public static class NetworkExporter
{
    /// <exception cref="IOException">The file cannot be written, or the dataset changed since it was read.</exception>
    public static IReadOnlyList<ExportedLayer> Export(
        NetworkDataset dataset, ExportFormat format, string path, CancellationToken cancellation)
    {
        var source = new ExportSource(dataset, cancellation);
        switch (format)
        {
            case ExportFormat.GeoJson:
                AtomicOutput.WriteStream(path, stream => GeoJsonExport.Write(source, stream));
                break;
            case ExportFormat.Kml:
                AtomicOutput.WriteStream(path, stream => KmlExport.Write(source, stream));
                break;
            case ExportFormat.GeoPackage:
                AtomicOutput.Write(path, temporary => GeoPackageExport.Write(source, temporary));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(format), format, "no such format");
        }

        return source.Written;
    }
}

/// <summary>The features of a dataset, layer by layer, and what the file says about all of them. Not thread-safe.</summary>
internal sealed class ExportSource(NetworkDataset dataset, CancellationToken cancellation)
{
    private readonly DatasetAttributes _attributes = new(dataset);
    private readonly Dictionary<string, NodeRow> _nodes = dataset.Nodes.ToDictionary(n => n.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, LinkRow> _links = dataset.Links.ToDictionary(l => l.Id, StringComparer.Ordinal);
    private readonly List<ExportedLayer> _written = [];

    public NetworkDataset Dataset => dataset;

    public DatasetDescription Description => _attributes.Description;

    public string Marking { get; } = SvgText.Marking(dataset.Marking);

    /// <summary>What every file says of itself, in one line, beginning with the marking.</summary>
    public string Statement
    {
        get
        {
            var licenses = string.Join("; ", Description.Licenses.Select(l => l.Name));
            return $"Marking: {Marking}. Dataset {dataset.Name} {dataset.Version}. {Description.Title}. "
                + $"Licences: {licenses}. Each attribute has a quality (measured, derived or assumed); "
                + "an assumed value is a labelled assumption.";
        }
    }

    public IReadOnlyList<ExportedLayer> Written => _written;

    /// <summary>Calls back for every feature of a layer and notes how many there were.</summary>
    public void Read(ExportLayer layer, Action<ExportFeature> onFeature)
    {
        var features = 0;
        _attributes.Read(layer.Table, row =>
        {
            onFeature(new ExportFeature(layer, row, Points(layer, row)));
            features++;
        }, cancellation);
        _written.Add(new ExportedLayer(layer.Name, features));
    }

    private List<(double Lon, double Lat)> Points(ExportLayer layer, AttributeRow row)
    {
        switch (layer.Table.Group)
        {
            case "nodes": return [At(row["id"].Text)];
            case "facilities": return [At(row["node"].Text)];
            case "transfers": return [At(row["from"].Text), At(row["to"].Text)];
            case "links":
                var link = _links[row["id"].Text];
                return [At(link.From), .. link.Via.Select(v => (v.Lon, v.Lat)), At(link.To)];
            default: return [];
        }
    }

    private (double Lon, double Lat) At(string node) => (_nodes[node].Lon, _nodes[node].Lat);
}
