using System.Text;
using static MilMobility.Exchange.Tests.Formats.Shapefile.ShapefileBytes;

namespace MilMobility.Exchange.Tests.Sources;

/// <summary>Small folders without a fault, by file name, in the formats of the sources.</summary>
internal static class SoundFolders
{
    private const int PointShape = 1;
    private const int LineShape = 3;

    private static readonly byte[][] Points =
        [Point(PointShape, 5.46, 52.17), Point(PointShape, 5.47, 52.17), Point(PointShape, 5.461, 52.171)];

    public static readonly Dictionary<string, byte[]> Vild = new()
    {
        ["vild.csv"] = Bytes(
            "LOC_NR,LOC_TYPE,ROADNUMBER,FIRST_NAME,JUNCT_REF,EXIT_NR,"
            + "HSTART_POS,HEND_POS,HSTART_NEG,HEND_NEG,AREA_REF,INTER_REF,POS_OFF,NEG_OFF\n"
            + "50,A3.0,,Nederland,0,,-1,-1,-1,-1,0,0,0,0\n60,A7.0,,De Provincie Utrecht,0,,-1,-1,-1,-1,50,0,0,0\n"
            + "101,P1.1,A1,Hoevelaken,0,,100,101,100,101,60,103,102,0\n102,P1.3,A1,Barneveld,0,16,110,111,-1,-1,60,0,0,101\n"
            + "103,P1.1,A28,Hoevelaken,0,,20,20,20,20,60,101,0,0\n"),
        ["tmcpoint.shp"] = Shp(PointShape, Points),
        ["tmcpoint.shx"] = Shx(PointShape, Points),
        ["tmcpoint.dbf"] = Dbf([("LOC_NR", 'N', 6, 0)], [" ", "101"], [" ", "102"], [" ", "103"]),
    };

    private static readonly byte[][] Sections =
    [
        Lines(LineShape, [0], [(100_000, 430_000), (101_000, 430_000)]), Lines(LineShape, [0], [(101_000, 430_000), (102_000, 431_000)]),
    ];

    public static readonly Dictionary<string, byte[]> Fairways = new()
    {
        ["Vaarwegvakken.shp"] = Shp(LineShape, Sections),
        ["Vaarwegvakken.shx"] = Shx(LineShape, Sections),
        ["Vaarwegvakken.dbf"] = Dbf(
            [
                ("VWK_ID", 'N', 6, 0), ("VWJ_ID_BEG", 'N', 6, 0), ("VWJ_ID_END", 'N', 6, 0), ("VAKTYPE", 'C', 2, 0),
                ("VRT_CODE", 'C', 5, 0), ("VRT_NAAM", 'C', 12, 0), ("VWG_NAAM", 'C', 12, 0),
            ],
            [" ", "1", "11", "12", "D", "101", "Waal", "Waal"], [" ", "2", "12", "13", "D", "101a", "Waal", "Waal"]),
        ["fis_edges_1.geojson"] = Bytes(
            "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":{\"coordinates\":[[4.58,51.85],[4.59,51.85]],"
            + "\"type\":\"LineString\"},\"properties\":{\"nap_p95\":-5.9,\"source\":\"L7_A\",\"target\":\"L7_B\",\"waterlevel\":0.4}}]}"),
        ["fis_x_edges_cemt.csv"] = Bytes(
            "from,to,Code,GeneralDepth,GeneralHeight,GeneralLength,GeneralWidth,CoupledLength,CoupledWidth,PushedLength,Wkt\n"
            + "B9_A,B9_B,V_A,3.5,9.1,110,11.4,,,,\"LINESTRING (4.58 51.85, 4.595 51.851)\"\n"
            + "1,2,VI_B,4.5,,195,22.8,193,22.8,193,\"LINESTRING (4.595 51.851, 4.61 51.86)\"\n"),
    };

    private static readonly byte[][] Tracks =
    [
        Lines(LineShape, [0], [(100_000, 430_000), (101_000, 430_000)]), Lines(LineShape, [0], [(101_000, 430_000), (103_000, 430_000)]),
        Lines(LineShape, [0], [(103_000, 430_000), (104_000, 430_000)]),
    ];

    public static readonly Dictionary<string, byte[]> Railway = new()
    {
        ["SPOORTAK_1.csv"] = Bytes(
            "SPOORTAK_IDENTIFICATIE;GEOCODE_BEGIN;NAAM_GEOCODE_BEGIN;GEOCODE_EIND;NAAM_GEOCODE_EIND;LENGTE_GEOM\n"
            + "a;624;Oost;624;Oost;1\nb;624;Oost;629;West;2\nc;629;West;629;West;1\n"),
        ["SPOORTAK_1.shp"] = Shp(LineShape, Tracks),
        ["SPOORTAK_1.shx"] = Shx(LineShape, Tracks),
        ["SPOORTAK_TOPO_1.csv"] = Bytes(
            "SPOORTAK_IDENTIFICATIE;RICHTING;SPOORTAK_ASL;PERCENT_ASL;RICHTING_ASL\n"
            + "a;0-100;b;0;0-100\nb;0-100;c;0;0-100\nb;100-0;a;100;100-0\nc;100-0;b;100;100-0\n"),
        ["SPOORTAK_SNELHEDEN_1.csv"] = Bytes(
            "SPOORTAK_IDENTIFICATIE;SPOORTAK_LRS_VAN;SPOORTAK_LRS_TOT;LOKALE_SNELHEID\na;0;1;80\nb;0;1,5;130\nb;1,5;2;onbekend\n"),
        ["SPOORTAK_GEOCODE_GRENZEN_1.csv"] = Bytes(
            "SPOORTAK_IDENTIFICATIE;SPOORTAK_LRS_VAN;SPOORTAK_LRS_TOT;GEOCODE\na;0;1;624__\nb;0;1;624__\nb;1;2;629__\nc;0;1;629__\n"),
        ["SPOORTAK_GEOCODEKM_GEO_1.csv"] = Bytes(
            "SPOORTAK_IDENTIFICATIE;SPOORTAK_LRS_VAN;SPOORTAK_LRS_TOT;GEOCODE;GEOCODE_KM_VAN;GEOCODE_KM_TOT\n"
            + "a;0;1;624__;0;1\nb;0;2;624__;1;3\n"),
        ["SPOORTAK_OBJECTEN_1.csv"] = Bytes(
            "SPOORTAK_IDENTIFICATIE;SOORT_OBJECT;SPOORTAK_LRS_VAN;SPOORTAK_LRS_TOT\na;Overweg;0,997;1\nb;Tunnelconstructie;1;1,4\n"),
        ["GEOCODE_1.dbf"] = Dbf([("GEOCODE", 'C', 3, 0), ("NAAM", 'C', 10, 0)], [" ", "624", "Oost"], [" ", "629", "West"]),
    };

    public static void Write(Dictionary<string, byte[]> files, string folder)
    {
        foreach (var (name, content) in files) File.WriteAllBytes(Path.Combine(folder, name), content);
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
