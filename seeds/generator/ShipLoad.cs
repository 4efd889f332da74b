namespace MilMobility.Seeds;

/// <summary>
/// The load of one ship: a notional battlegroup of about 245 vehicles in four movements - wheeled combat vehicles (road or rail),
/// supply (road), tracked vehicles (rail or barge; the road only on transporters, which these do not get), and dangerous goods (road,
/// under escort).
/// </summary>
internal static class ShipLoad
{
    public static void Add(ScenarioText scenario, SplitMix random, string ship, string group, int arrivesHour, Corridor corridor)
    {
        void Movement(string part, int priority, string to, int dueHours) =>
            scenario.Movement(ship + part, "transit", priority, $"ship: {ship}", to, arrivesHour + dueHours, corridor.Id);
        void Row(string part, string unit, VehicleType type, int count, string modes) =>
            scenario.Row(ship + part, $"{group} {unit}", type, random.Around(count), modes);

        Movement("W", 2, corridor.Exits, 42);
        Row("W", "rifle companies", VehicleType.Apc, 48, "road+rail");
        Row("W", "headquarters", VehicleType.Utility, 36, "road+rail");
        Row("W", "combat trains", VehicleType.Truck, 24, "road+rail");
        Movement("L", 3, corridor.Exits, 54);
        Row("L", "supply company", VehicleType.Truck, 36, "road");
        Row("L", "container platoon", VehicleType.ContainerTruck, 12, "road");
        Row("L", "maintenance company", VehicleType.LightTruck, 12, "road");
        Movement("T", 1, corridor.ExitsByWater, 54);
        Row("T", "infantry fighting company", VehicleType.Ifv, 30, "rail+water");
        Row("T", "tank company", VehicleType.Tank, 14, "rail+water");
        Row("T", "artillery battery", VehicleType.Howitzer, 6, "rail+water");
        Row("T", "recovery section", VehicleType.Recovery, 2, "rail+water");
        Movement("D", 2, corridor.Exits, 48);
        Row("D", "ammunition platoon", VehicleType.Ammunition, 14, "road");
        Row("D", "fuel platoon", VehicleType.Tanker, 8, "road");
    }
}

/// <summary>A notional corridor: its id in the network, its exits, and the exits that tracked vehicles may use by rail or barge.</summary>
internal sealed record Corridor(string Id, string Exits, string ExitsByWater)
{
    public static readonly Corridor North =
        new("c1", "exit-nieuweschans, exit-oldenzaal", "exit-nieuweschans, exit-oldenzaal, exit-zevenaar");

    public static readonly Corridor Central = new("c2", "exit-zevenaar, exit-oldenzaal", "exit-zevenaar, exit-oldenzaal");

    public static readonly Corridor South = new("c3", "exit-venlo, exit-heerlen", "exit-venlo, exit-zevenaar");
}
