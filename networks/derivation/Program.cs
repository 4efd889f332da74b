using MilMobility.Derivation;
using MilMobility.Derivation.CrossCheck;
using MilMobility.Derivation.Ports;
using MilMobility.Derivation.Rail;
using MilMobility.Derivation.Road;
using MilMobility.Derivation.Water;

// Compiles networks/nl from the public reference data and the facts in this folder:
//   dotnet run --project networks/derivation -- [road|rail|water|ports ...]
var parts = new Dictionary<string, Action<DerivationPaths>>(StringComparer.Ordinal)
{
    ["road"] = RoadDerivation.Derive,
    ["rail"] = RailDerivation.Derive,
    ["water"] = WaterDerivation.Run,
    ["ports"] = PortDerivation.Run,
    ["package"] = PackageDerivation.Run,
    ["crosscheck"] = CrossCheckRun.Run,
};

var paths = DerivationPaths.Find();
var wanted = args.Length == 0 ? [.. parts.Keys] : args;
foreach (var part in wanted)
{
    if (!parts.TryGetValue(part, out var derive))
    {
        Console.Error.WriteLine($"unknown part '{part}'; known: {string.Join(", ", parts.Keys)}");
        return 2;
    }

    derive(paths);
}

return 0;
