using System.CommandLine;
using MilMobility.Cli.Parsing;
using MilMobility.Domain.Units;
using MilMobility.Exchange.Drafts;
using MilMobility.Exchange.Sources.Datasets;
using MilMobility.Exchange.Sources.Fairways;
using MilMobility.Exchange.Sources.GeoJson;
using MilMobility.Exchange.Sources.Gtfs;
using MilMobility.Exchange.Sources.Osm;
using MilMobility.Exchange.Sources.ProRail;
using MilMobility.Exchange.Sources.Tntp;
using MilMobility.Exchange.Sources.Vild;

namespace MilMobility.Cli.Verbs;

/// <summary>
/// The options of `milmob network import` that name a source, in the order in which the sources are read. To add one, add a
/// row to <see cref="Simple"/>.
/// </summary>
internal sealed class ImportSources
{
    private readonly Option<string?> _nwb = new("--nwb") { Description = "Fairways: folder with NWB-Vaarwegen (Vaarwegvakken.shp)." };
    private readonly Option<string?> _fis = new("--fis")
    {
        Description = "Depths, CEMT classes, locks and bridges of the fairways: FIS folder.",
    };

    private readonly Option<string?> _tntp = new("--tntp")
    {
        Description = "Roads of a TNTP instance: its _net.tntp file; a _node.tntp file beside it gives the positions.",
    };

    private readonly Option<string> _tntpUnits = NetworkArguments.OneOf(
        "--tntp-units", [.. s_tntpUnits.Keys], "mi-min", "Units of the TNTP file's lengths and times, which it does not state itself.");

    private readonly Option<string?> _geoJson = new("--geojson")
    {
        Description = "A GeoJSON layer of lines; its properties name, class, speed_kmh and oneway are used.",
    };

    private readonly Option<string> _geoJsonMode = NetworkArguments.OneOf(
        "--geojson-mode", [.. s_modes.Keys], "road", "Mode of the layer's links.");

    private readonly Option<string?> _gtfs = new("--gtfs")
    {
        Description = "Civil passenger trains by section and hour: a GTFS folder or ZIP file.",
    };

    private readonly Option<DateOnly?> _gtfsDate = new("--gtfs-date")
    {
        Description = "Service date of the timetable to count, such as 2026-03-10.",
    };

    private static readonly Dictionary<string, TntpUnits> s_tntpUnits = new(StringComparer.Ordinal)
    {
        ["mi-min"] = new TntpUnits(),
        ["ft-min"] = new TntpUnits(MetresPerLength: 0.3048),
        ["km-min"] = new TntpUnits(MetresPerLength: 1_000),
        ["m-s"] = new TntpUnits(MetresPerLength: 1, SecondsPerTime: 1),
    };

    private static readonly Dictionary<string, TransportMode> s_modes = new(StringComparer.Ordinal)
    {
        ["road"] = TransportMode.Road, ["rail"] = TransportMode.Rail, ["water"] = TransportMode.Water,
    };

    /// <summary>Sources made from one path.</summary>
    private readonly List<(Option<string?> Option, Func<string, INetworkSource> Make)> _simple =
        [.. Simple.Select(s => (new Option<string?>(s.Name) { Description = s.Description }, s.Make))];

    private static (string Name, string Description, Func<string, INetworkSource> Make)[] Simple =>
    [
        ("--dataset", "Another dataset of the format: its folder.", path => new DatasetSource(path)),
        ("--vild", "Roads: folder with the VILD table (vild.csv, tmcpoint.shp).", path => new VildSource(path)),
        ("--prorail", "Railway: folder with ProRail's track model.", path => new ProRailSource(path)),
        ("--osm", "Roads, railway and waterways of OpenStreetMap: an .osm.pbf file.", path => new OsmSource(path)),
    ];

    public void AddTo(Command command)
    {
        foreach (var (option, _) in _simple) command.Add(option);
        command.Add(_nwb);
        command.Add(_fis);
        command.Add(_tntp);
        command.Add(_tntpUnits);
        command.Add(_geoJson);
        command.Add(_geoJsonMode);
        command.Add(_gtfs);
        command.Add(_gtfsDate);
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(_gtfs) is not null && parsed.GetValue(_gtfsDate) is null)
                parsed.AddError("--gtfs needs --gtfs-date: trains are counted on one day");
        });
    }

    /// <summary>The sources named, and the paths that must exist.</summary>
    public (List<INetworkSource> Sources, List<string> Paths) Of(ParseResult parsed)
    {
        var (sources, paths) = (new List<INetworkSource>(), new List<string>());
        foreach (var (option, make) in _simple)
        {
            if (parsed.GetValue(option) is not { } path) continue;
            sources.Add(make(path));
            paths.Add(path);
        }

        if (parsed.GetValue(_fis) is { } fis) paths.Add(fis);
        if (parsed.GetValue(_nwb) is { } nwb)
        {
            sources.Add(new FairwaySource(nwb, parsed.GetValue(_fis)));
            paths.Add(nwb);
        }

        AddLayers(parsed, sources, paths);
        // Last, because it counts the trains on rail links that another source brings.
        if (parsed.GetValue(_gtfs) is not { } feed || parsed.GetValue(_gtfsDate) is not { } date) return (sources, paths);
        var isoDate = date.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        sources.Add(new GtfsRailSource(feed, date, new DraftSource("gtfs", "Timetable (GTFS)", Path.GetFileName(feed), isoDate, "")));
        paths.Add(feed);
        return (sources, paths);
    }

    private void AddLayers(ParseResult parsed, List<INetworkSource> sources, List<string> paths)
    {
        if (parsed.GetValue(_tntp) is { } tntp)
        {
            var nodes = tntp.Replace("_net.tntp", "_node.tntp", StringComparison.Ordinal);
            var source = new DraftSource("tntp", "TNTP network", Path.GetFileName(tntp), "", "");
            var units = s_tntpUnits[parsed.GetValue(_tntpUnits)!];
            sources.Add(new TntpSource(tntp, nodes != tntp && File.Exists(nodes) ? nodes : null, units, source));
            paths.Add(tntp);
        }

        if (parsed.GetValue(_geoJson) is not { } layer) return;
        var mode = s_modes[parsed.GetValue(_geoJsonMode)!];
        sources.Add(new GeoJsonSource(
            layer, new GeoJsonLayer(mode), new DraftSource("geojson", "GeoJSON layer", Path.GetFileName(layer), "", "")));
        paths.Add(layer);
    }
}
