using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Sentences;
using MilMobility.Domain.Units;
using MilMobility.Networks.Datasets;

namespace MilMobility.Networks.Checking;

/// <summary>Whether locks, places, transfers, holds, corridors and civil profiles fit the nodes and links that they are about.</summary>
internal sealed class SiteConsistency(
    NetworkDataset dataset, IReadOnlyDictionary<string, NodeRow> nodes, DiagnosticBag diagnostics)
{
    /// <summary>Road, rail and water cross the border, or enter a port, at different spots of one place; beyond this they do not.</summary>
    private const double PlaceSpreadMetresMax = 30_000;

    public void Check()
    {
        CheckLocks();
        CheckPlaces();
        CheckTransfers();
        CheckCorridors();
        CheckCivilScopes();
        CheckCivilCoverage();
        foreach (var facility in dataset.Facilities.Where(f => f.HoldCapacity <= 0))
        {
            Error(NetworkCodes.HoldCapacity, facility.File, facility.Line,
                $"facility '{facility.Id}': hold_capacity = {facility.HoldCapacity}; must be > 0, or empty");
        }
    }

    private void CheckLocks()
    {
        var locks = dataset.Facilities.Where(f => f.Kind == "lock").ToList();
        var complete = locks.Where(f => f.Chambers.Count > 0 && f.CycleMinutes > 0).Select(f => f.Node).ToHashSet();
        foreach (var node in dataset.Nodes.Where(n => n.Kind == "lock" && !complete.Contains(n.Id)))
        {
            Error(NetworkCodes.LockWithoutFacility, node.File, node.Line,
                $"node '{node.Id}' is a lock and has no lock facility with chambers and a cycle time; must have one");
        }

        foreach (var facility in locks.Where(f => nodes[f.Node].Kind != "lock"))
        {
            Error(NetworkCodes.LockWithoutFacility, facility.File, facility.Line,
                $"facility '{facility.Id}': a lock stands at node '{facility.Node}' of kind '{nodes[facility.Node].Kind}'; must be 'lock'");
        }
    }

    private void CheckPlaces()
    {
        foreach (var place in dataset.Nodes.Where(n => n.Place.Length > 0).GroupBy(n => n.Place, StringComparer.Ordinal))
        {
            var first = place.First();
            foreach (var node in place.Skip(1))
            {
                var metres = GreatCircle.Metres(first.Lat, first.Lon, node.Lat, node.Lon);
                if (metres <= PlaceSpreadMetresMax) continue;
                diagnostics.Warning(NetworkCodes.PlaceSpread, node.File, node.Line,
                    Sentence.Of(
                        "warning.place-spread", ("node", node.Id), ("place", place.Key), ("km", Phrase.Number(metres / 1000, 1)),
                        ("first", first.Id), ("most", Phrase.Number(PlaceSpreadMetresMax / 1000))));
            }
        }
    }

    private void CheckTransfers()
    {
        foreach (var transfer in dataset.Transfers)
        {
            var (from, to) = (nodes[transfer.From].Mode, nodes[transfer.To].Mode);
            if (Vocabulary.TransferKinds.TryGetValue(transfer.Kind, out var modes) && modes == (from, to)) continue;
            Error(NetworkCodes.TransferModes, transfer.File, transfer.Line,
                $"transfer '{transfer.Id}': kind '{transfer.Kind}' goes from a {Vocabulary.NameOf(from)} node to a "
                + $"{Vocabulary.NameOf(to)} node; must join the modes of its kind");
        }

        var served = dataset.Transfers.SelectMany(t => new[] { t.From, t.To }).ToHashSet();
        foreach (var node in dataset.Nodes.Where(n => n.Mode == TransportMode.Sea && !served.Contains(n.Id)))
        {
            Error(NetworkCodes.DeadEnd, node.File, node.Line,
                $"node '{node.Id}' is a berth without a transfer; must have one to be of use");
        }
    }

    private void CheckCorridors()
    {
        var links = dataset.Links.Select(l => l.Id).ToHashSet();
        var places = dataset.Nodes.Select(n => n.Place).Where(p => p.Length > 0).ToHashSet();
        foreach (var row in dataset.Corridors)
        {
            var known = row.Element == "link" ? links.Contains(row.Ref) : places.Contains(row.Ref);
            if (known) continue;
            Error(NetworkCodes.CorridorReference, row.File, row.Line,
                $"corridor '{row.Corridor}': {row.Element} '{row.Ref}' is unknown; must be "
                + (row.Element == "link" ? "the id of a link" : "a place that nodes carry"));
        }
    }

    private void CheckCivilScopes()
    {
        var scopes = dataset.Links.SelectMany(l => new[] { (l.Mode, l.Id), (l.Mode, "class:" + l.Class) }).ToHashSet();
        foreach (var node in dataset.Nodes.Where(n => n.Kind == "lock")) scopes.Add((node.Mode, "node:" + node.Id));
        foreach (var profile in dataset.CivilProfiles)
        {
            if (scopes.Contains((profile.Mode, profile.Scope))) continue;
            Error(NetworkCodes.CivilScope, profile.File, profile.Line,
                $"profile '{profile.Scope}' is no {Vocabulary.NameOf(profile.Mode)} scope; must be the id of a link, "
                + "'class:' and a class of its links, or 'node:' and a lock");
        }
    }

    /// <summary>A link or lock without civil traffic would look free of it.</summary>
    private void CheckCivilCoverage()
    {
        var profiles = dataset.CivilProfiles.Select(p => (p.Mode, p.Scope, p.DayType)).ToHashSet();
        foreach (var day in Vocabulary.DayTypes)
        {
            foreach (var link in dataset.Links.Where(l => l.Mode != TransportMode.Water))
            {
                if (profiles.Contains((link.Mode, link.Id, day))) continue;
                if (profiles.Contains((link.Mode, "class:" + link.Class, day))) continue;
                diagnostics.Warning(NetworkCodes.CivilMissing, link.File, link.Line,
                    Sentence.Of("warning.link-without-civil", ("id", link.Id), ("day", Sentence.Of($"day.{day}"))));
            }

            foreach (var node in dataset.Nodes.Where(n => n.Kind == "lock"))
            {
                if (profiles.Contains((node.Mode, "node:" + node.Id, day))) continue;
                diagnostics.Warning(NetworkCodes.CivilMissing, node.File, node.Line,
                    Sentence.Of("warning.lock-without-civil", ("id", node.Id), ("day", Sentence.Of($"day.{day}"))));
            }
        }
    }

    private void Error(string code, string file, int line, string message) => diagnostics.Error(code, file, line, message);
}
