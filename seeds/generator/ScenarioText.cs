using System.Globalization;
using System.Text;

namespace MilMobility.Seeds;

/// <summary>Collects ships, movements and requirement rows, and writes them as the text of a scenario. Not thread-safe.</summary>
internal sealed class ScenarioText
{
    /// <summary>How convoys, trains and barges are made up and move, alike in every seed.</summary>
    public const string March = """
        heavy_transporter:
          { tare_t: 42, length_m: 24, width_m: 3.2, deck_height_m: 1.1, axle_load_t: 11.5, mlc_wheeled: 100, speed_kmh: 40 }

        road:
          speed_kmh: 50
          gap_m: 50
          packet_vehicles: 12
          packet_gap: 2min
          serial_vehicles: 24
          headway: 5min
          halt_after: 4.5h
          halt: 45min
          escort: dangerous-goods
        rail: { max_length_m: 590, max_mass_t: 2500, traction: diesel }
        water: { lane_m: 330, draught_m: 2.5 }
        """;

    /// <summary>No columns on motorways in the weekday peaks.</summary>
    public const string Curfews = """
        # No columns on motorways in the weekday peaks.
        curfews:
          - { mode: road, link_classes: [motorway], days: [weekday], from: 07:00, to: 09:00 }
          - { mode: road, link_classes: [motorway], days: [weekday], from: 16:00, to: 18:00 }
        """;

    private const string Header =
        "id,movement,unit,vehicle_type,count,mass_t,axle_load_t,mlc_wheeled,mlc_tracked,length_m,width_m,height_m,"
        + "pcu,modes,gauge,dg_class,tunnel_code";

    private readonly StringBuilder _ships = new();
    private readonly StringBuilder _movements = new();
    private readonly StringBuilder _rows = new(Header + "\n");
    private int _rowCount;

    /// <summary>Vehicles so far.</summary>
    public int Vehicles { get; private set; }

    public void Ship(string name, string port, int arrivesHour, int windowHours, int lengthMetres) => _ships.Append(
        $"  - {{ name: {name}, port: {port}, arrives: {At(arrivesHour)}, departs: {At(arrivesHour + windowHours)}, "
        + $"length_m: {lengthMetres} }}\n");

    /// <summary>A movement; <paramref name="origin"/> is <c>ship: NAME</c>, or <c>from: PLACE, ready: TIME</c>.</summary>
    public void Movement(string id, string demand, int priority, string origin, string to, int dueHour, string corridor) =>
        _movements.Append(
            $"  - {{ id: {id}, class: {demand}, priority: {priority}, {origin}, to: [{to}], due: {At(dueHour)}, "
            + $"corridor: {corridor} }}\n");

    public void Row(string movement, string unit, VehicleType type, int count, string modes)
    {
        _rowCount++;
        Vehicles += count;
        _rows.Append($"R{_rowCount:0000},{movement},{unit},{type.Row(count, modes)}\n");
    }

    /// <summary>An hour since the start as a local day and time of day, which stays readable across the change of summer time.</summary>
    public static string At(int hour) =>
        hour < 24 ? $"D {hour:00}:00" : string.Create(CultureInfo.InvariantCulture, $"D+{hour / 24} {hour % 24:00}:00");

    public string Csv() => _rows.ToString();

    /// <summary>The scenario file: what stands before the ships, the ships and movements, and what stands behind.</summary>
    public string Yaml(string before, string behind) => $"{before}\nships:\n{_ships}\nmovements:\n{_movements}\n{behind}";
}
