using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Sentences;
using MilMobility.Domain.Serials;
using MilMobility.Domain.Units;
using MilMobility.Networks.Compilation;

namespace MilMobility.Planning.Serialisation;

/// <summary>
/// Turns a scenario's requirements into serials on a network: sizes them, builds their footprints, resolves where they start and
/// may end, and checks the ships against their ports. Collects every fault with file and line; a destination that no route
/// reaches is not a fault of the input but an unmoved serial later. O(requirements log count). Deterministic; thread-safe.
/// Errors: PLN001 unknown place of origin, PLN002 unknown destination, PLN003 no start there for this kind of movement, PLN004
/// destination is the origin, PLN010 berths, PLN011 ship length; warning PLN020 a movement without requirements.
/// </summary>
public static class ScenarioCompiler
{
    public static Loaded<CompiledScenario> Compile(MissionScenario scenario, CompiledNetwork network)
    {
        var diagnostics = new DiagnosticBag();
        BerthRule.Check(scenario, network, diagnostics);
        var footprints = new FootprintBuilder(scenario);
        var sizer = new SerialSizer(scenario, footprints);
        var rows = scenario.Requirements.ToLookup(r => r.Movement, StringComparer.Ordinal);
        var serials = new List<Serial>();
        foreach (var movement in scenario.Movements)
        {
            var origins = OriginsOf(movement, scenario, network, diagnostics);
            var destinations = DestinationsOf(movement, scenario, network, diagnostics);
            if (origins.Intersect(destinations, StringComparer.Ordinal).FirstOrDefault() is { } both)
            {
                diagnostics.Error(
                    "PLN004", scenario.File, movement.Line,
                    $"movement '{movement.Id}': starts at '{both}', which is one of its destinations");
            }

            var loads = sizer.Split([.. rows[movement.Id]]);
            if (loads.Count == 0)
            {
                diagnostics.Warning(
                    "PLN020", scenario.File, movement.Line, Sentence.Of("warning.movement-without-rows", ("id", movement.Id)));
            }

            var digits = Math.Max(2, $"{loads.Count}".Length);
            for (var i = 0; i < loads.Count; i++)
            {
                var id = $"{movement.Id}-{(i + 1).ToString($"D{digits}")}";
                serials.Add(Build(id, movement, loads[i], origins, destinations, footprints));
            }
        }

        serials.Sort((a, b) => string.CompareOrdinal(a.Id, b.Id));
        return diagnostics.HasErrors
            ? new Invalid<CompiledScenario>(diagnostics.ToList())
            : new Valid<CompiledScenario>(new CompiledScenario(scenario, serials), diagnostics.ToList());
    }

    private static Serial Build(
        string id, Movement movement, IReadOnlyList<Load> loads, IReadOnlyList<string> origins,
        IReadOnlyList<string> destinations, FootprintBuilder footprints)
    {
        var units = loads.Select(l => l.Row.Unit).Distinct(StringComparer.Ordinal).ToList();
        return new Serial
        {
            Id = id,
            Movement = movement.Id,
            Unit = string.Join(" + ", units),
            Class = movement.Class,
            Priority = movement.Priority,
            Loads = [.. loads.Select(l => new SerialLoad(l.Row.Id, l.Count))],
            VehicleCount = loads.Sum(l => l.Count),
            LaneMetres = FootprintBuilder.LaneMetres(loads),
            DangerousGoods = DangerousGoods(loads),
            ReadySeconds = movement.ReadySeconds,
            DueSeconds = movement.DueSeconds,
            HardDue = movement.HardDue,
            Ship = movement.Ship,
            Corridor = movement.Corridor,
            Origins = origins,
            Destinations = destinations,
            Road = footprints.Road(loads),
            Rail = footprints.Rail(loads),
            Water = footprints.Water(loads),
        };
    }

    /// <summary>Classes with their tunnel codes, each once: <c>1.1 (C), 3 (D)</c>.</summary>
    private static string DangerousGoods(IReadOnlyList<Load> loads) => string.Join(", ", loads
        .Where(l => l.Row.DangerousGoodsClass.Length > 0)
        .Select(l => l.Row.TunnelCode == TunnelRestrictionCode.None
            ? l.Row.DangerousGoodsClass : $"{l.Row.DangerousGoodsClass} ({l.Row.TunnelCode})")
        .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static IReadOnlyList<string> OriginsOf(
        Movement movement, MissionScenario scenario, CompiledNetwork network, DiagnosticBag diagnostics)
    {
        var nodes = network.NodesOf(movement.From);
        if (nodes.Length == 0)
        {
            diagnostics.Error(
                "PLN001", scenario.File, movement.Line,
                $"movement '{movement.Id}': from = '{movement.From}' is no place or node of the network{Near(movement.From, network)}");
            return [];
        }

        var atSea = movement.Ship is not null;
        var kept = nodes.Where(n => network.NodeMode[n] == TransportMode.Sea == atSea).Select(n => network.NodeId[n]).ToList();
        if (kept.Count == 0)
        {
            diagnostics.Error(
                "PLN003", scenario.File, movement.Line,
                atSea
                    ? $"movement '{movement.Id}': a ship cannot berth at '{movement.From}', which has no sea node"
                    : $"movement '{movement.Id}': '{movement.From}' is at sea; a movement without a ship starts on land");
        }

        return kept;
    }

    private static IReadOnlyList<string> DestinationsOf(
        Movement movement, MissionScenario scenario, CompiledNetwork network, DiagnosticBag diagnostics)
    {
        var ids = new List<string>();
        foreach (var name in movement.To)
        {
            var nodes = network.NodesOf(name);
            if (nodes.Length == 0)
            {
                diagnostics.Error(
                    "PLN002", scenario.File, movement.Line,
                    $"movement '{movement.Id}': to = '{name}' is no place or node of the network{Near(name, network)}");
            }

            ids.AddRange(nodes.Select(n => network.NodeId[n]).Where(id => !ids.Contains(id, StringComparer.Ordinal)));
        }

        return ids;
    }

    private static string Near(string name, CompiledNetwork network)
    {
        var near = NearNames.Of(name, network.PlaceNodes.Keys.Concat(network.NodeId));
        return near.Count == 0 ? "" : $"; near it: {string.Join(", ", near)}";
    }
}
