using System.Globalization;
using MilMobility.Domain.Units;
using MilMobility.Exchange.Drafts;
using MilMobility.Exchange.Formats.GeoJson;
using MilMobility.Networks.Checking;
using MilMobility.Networks.Datasets;

namespace MilMobility.Exchange.Sources.GeoJson;

/// <summary>How a layer of lines becomes links.</summary>
/// <param name="Mode">Mode of all its links; not the sea, which has none.</param>
/// <param name="NameProperty">Property with the road number, line or fairway.</param>
/// <param name="ClassProperty">Property with a link class of networks/README.md; another value counts as the mode's ordinary class.</param>
/// <param name="SpeedProperty">Property with the speed, km/h.</param>
/// <param name="OneWayProperty">Property that says whether the line may be used in its own direction only: true, yes or 1.</param>
/// <param name="JoinMetres">Ends of lines that lie so near to each other are one node.</param>
public sealed record GeoJsonLayer(
    TransportMode Mode, string NameProperty = "name", string ClassProperty = "class", string SpeedProperty = "speed_kmh",
    string OneWayProperty = "oneway", double JoinMetres = 1);

/// <summary>
/// A GeoJSON layer of lines as links of one mode: every part of a line is a link along its shape, its ends are nodes shared with other
/// lines that end there. Lengths are great-circle sums (derived); speeds, classes, lanes and capacities are the layer's properties
/// where it has them, otherwise assumed by mode. Points and other shapes are reported and left out.
/// </summary>
public sealed class GeoJsonSource(string file, GeoJsonLayer layer, DraftSource source) : INetworkSource
{
    private const int SpeedKmhMax = 400;
    private const double LengthMetresMin = 1;
    private const double LengthMetresMax = 500_000;

    private readonly Dictionary<(long Row, long Column), List<int>> _ends = [];

    public string Name => "geojson";

    public void ReadInto(NetworkDraft draft, ImportContext context)
    {
        if (layer.Mode == TransportMode.Sea) throw new InvalidOperationException("the sea has no links");
        context.Report("geojson: features", 0);
        try
        {
            using var stream = File.OpenRead(file);
            var index = draft.AddSource(source);
            _ends.Clear();
            GeoJsonReader.Read(stream, file, context.Diagnostics, feature => Add(draft, feature, index, context), context.Cancellation);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            context.Diagnostics.Error(GeoJsonCodes.FileMissing, file, 0, $"cannot be read: {exception.Message}");
        }

        context.Report("geojson: features", 1);
    }

    private void Add(NetworkDraft draft, GeoJsonFeature feature, byte index, ImportContext context)
    {
        if (feature.Type is not (GeoJsonGeometryType.LineString or GeoJsonGeometryType.MultiLineString))
        {
            context.Diagnostics.Warning(GeoJsonCodes.Unusable, file, 0,
                $"feature {feature.Ordinal} is no line ({feature.Type}); it is left out");
            return;
        }

        foreach (var part in feature.Parts) AddPart(draft, feature, part, index, context);
    }

    private void AddPart(
        NetworkDraft draft, GeoJsonFeature feature, IReadOnlyList<GeoJsonPosition> part, byte index, ImportContext context)
    {
        var metres = 0.0;
        for (var i = 1; i < part.Count; i++) metres += GreatCircle.Metres(part[i - 1].Lat, part[i - 1].Lon, part[i].Lat, part[i].Lon);
        var (from, to) = (End(draft, part[0], index), End(draft, part[^1], index));
        if (from == to || metres is < LengthMetresMin or > LengthMetresMax)
        {
            context.Diagnostics.Warning(GeoJsonCodes.Unusable, file, 0, string.Create(CultureInfo.InvariantCulture,
                $"feature {feature.Ordinal} has a line of {metres:0} m that ends where it starts, or is not from 1 m to 500 km; left out"));
            return;
        }

        var shape = draft.AddShape([.. part.Skip(1).Take(part.Count - 2).Select(p => (p.Lat, p.Lon))]);
        var (measured, assumed) = (new Provenance(Quality.Measured, index), new Provenance(Quality.Assumed, index));
        var standard = Standard(layer.Mode);
        var speed = Speed(feature);
        var ownClass = feature.Text(layer.ClassProperty);
        draft.AddLink(new DraftLink
        {
            Key = draft.LinkCount + 1,
            From = from,
            To = to,
            Mode = layer.Mode,
            Name = draft.Shared(feature.Text(layer.NameProperty)),
            Class = standard.Classes.FirstOrDefault(c => c == ownClass) ?? standard.Class,
            LengthMetres = metres,
            SpeedKmh = speed ?? standard.SpeedKmh,
            LanesOrTracks = standard.LanesOrTracks,
            CapacityPerHour = standard.CapacityPerHour,
            TwoWay = feature.Text(layer.OneWayProperty) is not ("true" or "yes" or "1"),
            Shape = shape,
            LengthReason = "follows its shape",
            LengthOrigin = new Provenance(Quality.Derived, index),
            SpeedOrigin = speed is null ? assumed : measured,
            LanesOrigin = assumed,
            CapacityOrigin = assumed,
        });
    }

    private double? Speed(GeoJsonFeature feature) =>
        double.TryParse(feature.Text(layer.SpeedProperty), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var kmh)
        && kmh is >= 1 and <= SpeedKmhMax ? kmh : null;

    /// <summary>What is assumed where the layer says nothing: ordinary values of the mode, at the low end.</summary>
    private static (string Class, string[] Classes, double SpeedKmh, int LanesOrTracks, int CapacityPerHour) Standard(TransportMode mode) =>
        mode switch
        {
            TransportMode.Road => ("n-road", Vocabulary.RoadClasses, 80, 1, 1_600),
            TransportMode.Rail => ("branch", Vocabulary.RailClasses, 80, 1, 4),
            _ => ("canal", Vocabulary.WaterClasses, 10, 0, 0),
        };

    /// <summary>The node at an end of a line: one within the joining distance, or a new one.</summary>
    private int End(NetworkDraft draft, GeoJsonPosition at, byte index)
    {
        // Cells as wide as the joining distance, so that what is near is in this cell or in one beside it.
        var cell = Math.Max(layer.JoinMetres, 0.01) / (GreatCircle.EarthRadiusMetres * Math.PI / 180);
        var squeeze = Math.Max(0.01, Math.Cos(at.Lat * Math.PI / 180));
        var (row, column) = ((long)Math.Floor(at.Lat / cell), (long)Math.Floor(at.Lon * squeeze / cell));
        for (var r = row - 1; r <= row + 1; r++)
        {
            for (var c = column - 1; c <= column + 1; c++)
            {
                foreach (var known in _ends.GetValueOrDefault((r, c)) ?? [])
                {
                    var node = draft.Nodes[known];
                    if (GreatCircle.Metres(node.Lat, node.Lon, at.Lat, at.Lon) <= layer.JoinMetres) return known;
                }
            }
        }

        var added = draft.AddNode(new DraftNode
        {
            Key = draft.NodeCount + 1, Mode = layer.Mode, Lat = at.Lat, Lon = at.Lon, Origin = new Provenance(Quality.Measured, index),
        });
        if (!_ends.TryGetValue((row, column), out var here)) _ends[(row, column)] = here = [];
        here.Add(added);
        return added;
    }
}
