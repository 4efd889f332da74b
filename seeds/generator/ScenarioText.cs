using System.Globalization;
using System.Text;

namespace MilMobility.Seeds;

/// <summary>Collects ships, movements and requirement rows, and writes them as the text of a scenario. Not thread-safe.</summary>
internal sealed class ScenarioText
{
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
