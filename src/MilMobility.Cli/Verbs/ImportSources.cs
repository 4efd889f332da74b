using System.CommandLine;
using MilMobility.Exchange.Drafts;
using MilMobility.Exchange.Sources.Datasets;
using MilMobility.Exchange.Sources.Fairways;
using MilMobility.Exchange.Sources.Gtfs;
using MilMobility.Exchange.Sources.ProRail;
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


    private readonly Option<string?> _gtfs = new("--gtfs")
    {
        Description = "Civil passenger trains by section and hour: a GTFS folder or ZIP file.",
    };

    private readonly Option<DateOnly?> _gtfsDate = new("--gtfs-date")
    {
        Description = "Service date of the timetable to count, such as 2026-03-10.",
    };

    /// <summary>Sources made from one path.</summary>
    private readonly List<(Option<string?> Option, Func<string, INetworkSource> Make)> _simple =
        [.. Simple.Select(s => (new Option<string?>(s.Name) { Description = s.Description }, s.Make))];

    private static (string Name, string Description, Func<string, INetworkSource> Make)[] Simple =>
    [
        ("--dataset", "Another dataset of the format: its folder.", path => new DatasetSource(path)),
        ("--vild", "Roads: folder with the VILD table (vild.csv, tmcpoint.shp).", path => new VildSource(path)),
        ("--prorail", "Railway: folder with ProRail's track model.", path => new ProRailSource(path)),
    ];

    public void AddTo(Command command)
    {
        foreach (var (option, _) in _simple) command.Add(option);
        command.Add(_nwb);
        command.Add(_fis);
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

        // Last, because it counts the trains on rail links that another source brings.
        if (parsed.GetValue(_gtfs) is not { } feed || parsed.GetValue(_gtfsDate) is not { } date) return (sources, paths);
        var isoDate = date.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        sources.Add(new GtfsRailSource(feed, date, new DraftSource("gtfs", "Timetable (GTFS)", Path.GetFileName(feed), isoDate, "")));
        paths.Add(feed);
        return (sources, paths);
    }
}
