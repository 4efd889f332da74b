using System.Text.Json;
using MilMobility.Networks.Datasets;

namespace MilMobility.Networks.Tests.Datasets;

/// <summary>A small valid dataset in a folder of its own, whose files a test may spoil; deleted on disposal.</summary>
internal sealed class DatasetFolder : IDisposable
{
    private const string FacilityHeader =
        "id,node,kind,name,hold_capacity,hold_unit,max_length_m,fuel,chambers,cycle_min,berths,ro_ro_ramps,cranes,provenance\n";

    private const string NodeHeader = "id,name,kind,lat,lon,place,region,manager,provenance\n";

    private static readonly string Hours = string.Join(",", Enumerable.Range(0, 24).Select(h => $"h{h:00}"));

    private static readonly Dictionary<string, string> Tables = new(StringComparer.Ordinal)
    {
        ["road-nodes"] = NodeHeader
            + "road-haven,Haven,port,52.00000,5.00000,haven,Utrecht,RWS,\n"
            + "road-kp,Knooppunt,interchange,52.00000,5.10000,,Utrecht,RWS,lat=derived@survey\n"
            + "road-grens,Grens,border,52.00000,5.20000,exit-east,Utrecht,RWS,\n",
        ["rail-nodes"] = NodeHeader
            + "rail-haven,Haven,yard,52.01000,5.00000,haven,Utrecht,ProRail,\n"
            + "rail-grens,Grens,border,52.01000,5.20000,exit-east,Utrecht,ProRail,\n",
        ["water-nodes"] = NodeHeader
            + "water-haven,Haven,port,51.99000,5.00000,haven,Utrecht,RWS,\n"
            + "water-sluis,Sluis,lock,51.99000,5.10000,,Utrecht,RWS,\n"
            + "water-grens,Grens,border,51.99000,5.20000,exit-east,Utrecht,RWS,\n",
        ["sea-nodes"] = NodeHeader + "sea-haven,Kade,berth,52.00000,4.99000,haven,Utrecht,Havenbedrijf,\n",
        ["road-links"] =
            "id,from,to,road,class,length_m,speed_kmh,lanes,capacity_pcu_h,two_way,mlc_wheeled,mlc_tracked,axle_load_t,mass_t,"
            + "height_m,width_m,vehicle_length_m,tunnel,tunnel_category,manager,region,length_reason,via,provenance\n"
            + "a1,road-haven,road-kp,A1,motorway,6900.4,100,2,4200,true,80,70,11.5,60,4.25,3.5,22,Tunnel,C,RWS,Utrecht,,"
            + "52.00100 5.05000;52.00200 5.06000,lanes=assumed@guess\n"
            + "a2,road-kp,road-grens,A1,motorway,6850,100,2,4200,true,,,,,,,,,,RWS,Utrecht,,,\n",
        ["rail-links"] =
            "id,from,to,line,class,length_m,speed_kmh,tracks,capacity_trains_h,two_way,electrification,line_category,gauge,"
            + "train_length_m,freight,manager,region,length_reason,via,provenance\n"
            + "r1,rail-haven,rail-grens,Lijn,freight,13800,80,2,6,true,25kAC,D4,GC,740,true,ProRail,Utrecht,,,\n",
        ["water-links"] =
            "id,from,to,fairway,class,length_m,speed_kmh,two_way,cemt,draught_m,air_draught_m,vessel_length_m,beam_m,manager,"
            + "region,length_reason,via,provenance\n"
            + "w1,water-haven,water-sluis,Kanaal,canal,6900,12,true,VIc,2.8,9.15,269.5,22.8,RWS,Utrecht,,,\n"
            + "w2,water-sluis,water-grens,Kanaal,canal,6900,12,true,Va,2.8,,,,RWS,Utrecht,,,\n",
        ["road-facilities"] = FacilityHeader + "rust,road-kp,rest-area,Rust,40,vehicles,,true,,,,,,\n",
        ["rail-facilities"] = FacilityHeader + "yard,rail-haven,yard,Emplacement,4,tracks,740,,,,,,,\n",
        ["water-facilities"] = FacilityHeader + "sluis,water-sluis,lock,Sluis,,,,,280x24;140x12.5,35,,,,\n",
        ["port-facilities"] = FacilityHeader + "port,sea-haven,port,Haven,,,300,,,,2,3,1,\n",
        ["transfers"] = "id,from,to,place,kind,fixed_min,rate_vehicles_h,positions,provenance\n"
            + "t1,sea-haven,road-haven,haven,discharge-roro,30,60,3,\n"
            + "t2,road-haven,rail-haven,haven,load-rail,60,12,2,\n",
        ["road-civil"] = CivilTable("class:motorway,car,weekday,share-of-capacity", 0.5, "level=assumed@guess"),
        ["rail-civil"] = CivilTable("class:freight,freight,weekday,trains-per-h", 2, ""),
        ["water-civil"] = CivilTable("node:water-sluis,barge,weekday,vessels-per-h", 3.5, ""),
        ["corridors"] = "corridor,name,element,ref,marking\neast,Oost,port,haven,notional\neast,Oost,exit,exit-east,notional\n",
        ["values-of-time"] = "category,unit,euro_per_h,price_level,source,date,quality\n"
            + "car-average,vehicle-hour,12.50,2022,KiM,2023-01,measured\n",
        ["civil-parameters"] = "name,value,unit,source,date,quality\nroad.freight.pcu,2.0,pcu,practice,2015,assumed\n",
    };

    public DatasetFolder()
    {
        Root = Directory.CreateTempSubdirectory("milmob-dataset-").FullName;
        foreach (var (name, text) in Tables) File.WriteAllText(PathOf(name), text);
        WritePackage("Public");
    }

    public string Root { get; }

    public string PathOf(string table) => Path.Combine(Root, table + ".csv");

    /// <summary>Replaces the one occurrence of a text in a file.</summary>
    public void Replace(string fileName, string old, string replacement)
    {
        var path = Path.Combine(Root, fileName);
        var text = File.ReadAllText(path);
        Assert.True(text.Split(old).Length == 2, $"'{old}' must occur once in {fileName}");
        File.WriteAllText(path, text.Replace(old, replacement, StringComparison.Ordinal));
    }

    /// <summary>Adds the table of rail turns, which a dataset may leave out.</summary>
    public void WriteTurns(string rows, bool isInPackage = true) =>
        WriteOptional("rail-turns", "node,from_link,to_link,kind,minutes,provenance\n", rows, isInPackage);

    public void WriteStructures(string rows) => WriteOptional("rail-structures", "link,kind,count,provenance\n", rows, isInPackage: true);

    public void WriteZones(string rows) => WriteOptional("zones", "id,name,inhabitants,lat,lon,provenance\n", rows, isInPackage: true);

    private void WriteOptional(string table, string header, string rows, bool isInPackage)
    {
        File.WriteAllText(PathOf(table), header + rows);
        if (isInPackage) WritePackage("Public", KeyValuePair.Create(table, header));
    }

    public void WritePackage(string marking, params KeyValuePair<string, string>[] further)
    {
        var resources = Tables.Concat(further).Select(table => new
        {
            name = table.Key,
            path = table.Key + ".csv",
            schema = new
            {
                fields = table.Value[..table.Value.IndexOf('\n', StringComparison.Ordinal)].Split(',')
                    .Select(column => new { name = column, type = "string", provenance = DefaultOf(table.Key, column) }),
            },
        });
        var package = new
        {
            name = "test", version = "1.2", marking, sources = new[] { new { name = "survey" }, new { name = "guess" } }, resources,
        };
        File.WriteAllText(Path.Combine(Root, "datapackage.json"), JsonSerializer.Serialize(package));
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    public MilMobility.Domain.Diagnostics.Loaded<NetworkDataset> Read() =>
        DatasetReader.Read(Root, TestContext.Current.CancellationToken);

    /// <summary>Attribute columns are measured, but road civil hours derived; columns that identify a row have none.</summary>
    private static string DefaultOf(string table, string column)
    {
        string[] attributes =
        [
            "lat", "lon", "length_m", "speed_kmh", "lanes", "capacity_pcu_h", "mlc_wheeled", "mlc_tracked", "axle_load_t", "mass_t",
            "height_m", "width_m", "vehicle_length_m", "tunnel_category", "tracks", "capacity_trains_h", "electrification",
            "line_category", "gauge", "train_length_m", "freight", "cemt", "draught_m", "air_draught_m", "vessel_length_m", "beam_m",
            "hold_capacity", "max_length_m", "fuel", "chambers", "cycle_min", "berths", "ro_ro_ramps", "cranes", "fixed_min",
            "rate_vehicles_h", "positions", "minutes",
        ];
        if (column is ['h', >= '0' and <= '9', ..]) return table == "road-civil" ? "derived@survey" : "measured@survey";
        return attributes.Contains(column) ? "measured@survey" : "";
    }

    private static string CivilTable(string start, double value, string provenance) =>
        $"scope,category,day_type,unit,{Hours},provenance\n"
        + $"{start},{string.Join(",", Enumerable.Repeat(value, 24))},{provenance}\n";
}
