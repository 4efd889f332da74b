using MilMobility.Domain.Units;

namespace MilMobility.Networks.Datasets;

/// <summary>The values that the tables' columns may take (networks/README.md).</summary>
internal static class Vocabulary
{
    public static readonly string[] NodeKinds =
    [
        "junction", "interchange", "exit", "station", "yard", "port", "terminal", "lock", "bridge", "border", "rest-area", "site",
        "airfield", "hospital", "berth", "end",
    ];

    public static readonly string[] RoadClasses = ["motorway", "expressway", "n-road", "port-road", "access"];
    public static readonly string[] RailClasses = ["main", "freight", "port", "branch"];
    public static readonly string[] StructureKinds = ["level-crossing", "bridge", "viaduct", "tunnel"];
    public static readonly string[] TurnKinds = ["reversal", "forbidden"];
    public static readonly string[] WaterClasses = ["main", "canal", "harbour", "estuary"];
    public static readonly string[] Qualities = ["measured", "derived", "assumed"];
    public static readonly string[] DayTypes = ["weekday", "saturday", "sunday"];
    public const string OwnCorridor = "own";
    public static readonly string[] CorridorMarkings = ["notional", OwnCorridor];
    public static readonly string[] CorridorElements = ["port", "link", "exit"];

    public static readonly Dictionary<string, char> TunnelCategories =
        "ABCDE".ToDictionary(c => c.ToString(), c => c, StringComparer.Ordinal);

    public static readonly Dictionary<string, Electrification> Electrifications = new(StringComparer.Ordinal)
    {
        ["none"] = Electrification.None,
        ["1500DC"] = Electrification.Dc1500,
        ["25kAC"] = Electrification.Ac25kV,
        ["15kAC"] = Electrification.Ac15kV,
        ["3kDC"] = Electrification.Dc3000,
    };

    public static readonly Dictionary<string, LoadingGauge> Gauges = new(StringComparer.Ordinal)
    {
        ["G1"] = LoadingGauge.G1,
        ["GA"] = LoadingGauge.GA,
        ["GB"] = LoadingGauge.GB,
        ["GC"] = LoadingGauge.GC,
    };

    /// <summary>CEMT classes by rank; the letters of IV to VI differ in the formation of pushed barges, not in the rank.</summary>
    public static readonly Dictionary<string, int> CemtClasses = new(StringComparer.Ordinal)
    {
        ["0"] = 0, ["I"] = 1, ["II"] = 2, ["III"] = 3, ["IV"] = 4, ["IVa"] = 4, ["IVb"] = 4, ["V"] = 5, ["Va"] = 5, ["Vb"] = 5,
        ["VI"] = 6, ["VIa"] = 6, ["VIb"] = 6, ["VIc"] = 6, ["VII"] = 7,
    };

    public static readonly Dictionary<string, HoldUnit> HoldUnits = new(StringComparer.Ordinal)
    {
        ["vehicles"] = HoldUnit.Vehicles,
        ["lane-metres"] = HoldUnit.LaneMetres,
        ["tracks"] = HoldUnit.Tracks,
        ["berths"] = HoldUnit.Berths,
    };

    /// <summary>Kind of a facility to the mode of the node it stands at.</summary>
    public static readonly Dictionary<string, TransportMode> FacilityKinds = new(StringComparer.Ordinal)
    {
        ["rest-area"] = TransportMode.Road,
        ["staging"] = TransportMode.Road,
        ["yard"] = TransportMode.Rail,
        ["lock"] = TransportMode.Water,
        ["mooring"] = TransportMode.Water,
        ["port"] = TransportMode.Sea,
    };

    /// <summary>Kind of a transfer to the modes it joins, in its direction.</summary>
    public static readonly Dictionary<string, (TransportMode From, TransportMode To)> TransferKinds = new(StringComparer.Ordinal)
    {
        ["discharge-roro"] = (TransportMode.Sea, TransportMode.Road),
        ["discharge-lolo"] = (TransportMode.Sea, TransportMode.Road),
        ["load-rail"] = (TransportMode.Road, TransportMode.Rail),
        ["unload-rail"] = (TransportMode.Rail, TransportMode.Road),
        ["load-barge"] = (TransportMode.Road, TransportMode.Water),
        ["unload-barge"] = (TransportMode.Water, TransportMode.Road),
        ["embark-roro"] = (TransportMode.Road, TransportMode.Sea),
    };

    /// <summary>The mode whose nodes a hold unit suits.</summary>
    public static TransportMode ModeOf(HoldUnit unit) => unit switch
    {
        HoldUnit.Vehicles or HoldUnit.LaneMetres => TransportMode.Road,
        HoldUnit.Tracks => TransportMode.Rail,
        HoldUnit.Berths => TransportMode.Water,
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "no unit"),
    };

    public static (string[] Categories, string[] Units) Civil(TransportMode mode) => mode switch
    {
        TransportMode.Road => (["car", "freight"], ["share-of-capacity", "pcu-per-h"]),
        TransportMode.Rail => (["intercity", "sprinter", "freight"], ["trains-per-h"]),
        _ => (["barge", "recreation"], ["vessels-per-h"]),
    };

    public static string NameOf(TransportMode mode) => mode switch
    {
        TransportMode.Road => "road",
        TransportMode.Rail => "rail",
        TransportMode.Water => "water",
        _ => "sea",
    };
}
