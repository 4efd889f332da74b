using System.CommandLine;
using MilMobility.Exchange.Drafts;
using MilMobility.Exchange.Sources.Datasets;
using MilMobility.Exchange.Sources.Fairways;
using MilMobility.Exchange.Sources.Vild;

namespace MilMobility.Cli.Verbs;

/// <summary>
/// The options of `milmob network import` that name a source, in the order in which the sources are read. To add one, add a
/// row to <see cref="Simple"/>.
/// </summary>
internal sealed class ImportSources
{
    private readonly Option<string?> _nwb = new("--nwb") { Description = "Fairways: folder with NWB-Vaarwegen (Vaarwegvakken.shp)." };
    private readonly Option<string?> _fis = new("--fis") { Description = "Depths, CEMT classes, locks and bridges of the fairways: FIS folder." };

    /// <summary>Sources made from one path.</summary>
    private readonly List<(Option<string?> Option, Func<string, INetworkSource> Make)> _simple =
        [.. Simple.Select(s => (new Option<string?>(s.Name) { Description = s.Description }, s.Make))];

    private static (string Name, string Description, Func<string, INetworkSource> Make)[] Simple =>
    [
        ("--dataset", "Another dataset of the format: its folder.", path => new DatasetSource(path)),
        ("--vild", "Roads: folder with the VILD table (vild.csv, tmcpoint.shp).", path => new VildSource(path)),
    ];

    public void AddTo(Command command)
    {
        foreach (var (option, _) in _simple) command.Add(option);
        command.Add(_nwb);
        command.Add(_fis);
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
        if (parsed.GetValue(_nwb) is not { } nwb) return (sources, paths);
        sources.Add(new FairwaySource(nwb, parsed.GetValue(_fis)));
        paths.Add(nwb);
        return (sources, paths);
    }
}
