using MilMobility.Domain.Units;
using MilMobility.Exchange.Drafts;
using MilMobility.Networks.Datasets;

namespace MilMobility.Exchange.Sources.ProRail;

/// <summary>
/// The railway at planning level from ProRail's track model: nodes, sections with their lengths, speeds, tracks and shapes, the
/// turns that tracks do not allow, and the tracks on which trains may wait. What the model does not state (electrification, line
/// category, gauge, train length) stays unknown. Reads a folder (<see cref="TrackModelReader"/>).
/// </summary>
public sealed class ProRailSource(string folder) : INetworkSource
{
    /// <summary>Time to run round a train or to change ends, min: an assumption, the track model has no operations.</summary>
    public const int ReversalMinutes = 30;

    private const string Manager = "ProRail";
    private const int BorderDetourPercent = 160;

    public string Name => "prorail";

    public void ReadInto(NetworkDraft draft, ImportContext context)
    {
        context.Report("prorail: tracks", 0);
        if (TrackModelReader.Read(folder, context) is not { } named) return;
        context.Report("prorail: sections", 0.5);
        var level = PlanningLevel.Of(
            named,
            isolated => context.Diagnostics.Warning(
                RailTrackCodes.ZoneWithoutTrack, folder, 0,
                $"area {isolated.Geocode} {TrackTableRow.Quote(isolated.Name)}: no track leads to another node; it is left out"),
            context.Cancellation);
        if (level.Graph.Sections.Count == 0)
        {
            context.Diagnostics.Error(RailTrackCodes.NothingToPlan, folder, 0, "no way leads from one area to another");
            return;
        }

        context.Report("prorail: draft", 0.9);
        new Filling(draft, named, level).Run();
        context.Report("prorail: draft", 1);
    }

    /// <summary>One run of filling a draft.</summary>
    private sealed class Filling
    {
        private readonly NetworkDraft _draft;
        private readonly NamedTrackModel _named;
        private readonly PlanningLevel _level;
        private readonly Provenance _derived;
        private readonly Provenance _assumed;
        private readonly int[] _nodeAt;
        private readonly int[] _linkAt;
        private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

        public Filling(NetworkDraft draft, NamedTrackModel named, PlanningLevel level)
        {
            (_draft, _named, _level) = (draft, named, level);
            _derived = new Provenance(Quality.Derived, draft.AddSource(new DraftSource(
                $"prorail-spoortak-{named.Version}", $"ProRail spoortakmodel, version {named.Version}",
                "https://github.com/ProRail-DataLab/openspoor", "", "MIT")));
            _assumed = new Provenance(Quality.Assumed, draft.AddSource(new DraftSource(
                "rail-planning-rules", "Planning assumptions of the rail importer: capacity, class, reversal", "", "", "EUPL-1.2")));
            _nodeAt = new int[level.Nodes.Count];
            _linkAt = new int[level.Graph.Sections.Count];
            foreach (var node in draft.Nodes) _ids.Add(node.Id);
            foreach (var link in draft.Links) _ids.Add(link.Id);
        }

        public void Run()
        {
            for (var i = 0; i < _level.Nodes.Count; i++)
                if (_level.Graph.EndsAt[i].Count > 0) _nodeAt[i] = AddNode(_level.Nodes[i]);
            for (var i = 0; i < _linkAt.Length; i++) _linkAt[i] = AddLink(i);
            var holds = AddYards();
            AddTurns(holds);
        }

        private int AddNode(PlanningNode node) => _draft.AddNode(new DraftNode
        {
            Id = UniqueId($"rail-{DraftIds.Slug(node.Name)}"),
            Name = node.Name,
            Mode = TransportMode.Rail,
            Kind = node.Kind,
            Lat = node.Point.Lat,
            Lon = node.Point.Lon,
            Manager = Manager,
            Origin = _derived,
        });

        private int AddLink(int section)
        {
            var way = _level.Graph.Sections[section];
            var profile = _level.Profiles[section];
            var (from, to) = (_draft.Nodes[_nodeAt[way.From]], _draft.Nodes[_nodeAt[way.To]]);
            var geocode = profile.MainGeocode;
            var lineClass = Geocodes.ClassOf(geocode, profile.Tracks);
            var lengthM = Math.Max(1, way.LengthM);
            var passengerOnly = profile.LengthByGeocode.Keys.Any(Geocodes.IsHighSpeed);
            var link = _draft.AddLink(new DraftLink
            {
                Id = UniqueId($"{from.Id}-to-{to.Id}"),
                From = _nodeAt[way.From],
                To = _nodeAt[way.To],
                Mode = TransportMode.Rail,
                Name = _draft.Shared(_named.GeocodeNames.GetValueOrDefault(geocode, $"Geocode {geocode}")),
                Class = lineClass,
                LengthMetres = lengthM,
                SpeedKmh = profile.SpeedKmh,
                LanesOrTracks = profile.Tracks,
                CapacityPerHour = SectionCapacity.PathsPerHour(lineClass, profile.Tracks, (int)lengthM, profile.SpeedKmh),
                Limits = passengerOnly ? new LinkLimits { Freight = new Known<bool>(Value: false, _derived) } : null,
                Manager = Manager,
                LengthReason = IsWinding(from, to, lengthM) ? "the tracks curve between the nodes" : "",
                Shape = _draft.AddShape([.. profile.Shape.Select(point => (point.Lat, point.Lon))]),
                LengthOrigin = _derived,
                SpeedOrigin = _derived,
                LanesOrigin = _derived,
                CapacityOrigin = _assumed,
            });
            foreach (var (kind, count) in profile.Structures) _draft.Structures.Add(new DraftStructure(link, kind, count, _derived));
            return link;
        }

        private static bool IsWinding(in DraftNode from, in DraftNode to, double lengthM)
        {
            var straightM = PlanePoint.FromDegrees(from.Lat, from.Lon).DistanceTo(PlanePoint.FromDegrees(to.Lat, to.Lon));
            return lengthM * 100 > BorderDetourPercent * straightM;
        }

        /// <summary>Which nodes a train may wait at.</summary>
        private HashSet<int> AddYards()
        {
            var ofArea = _named.Model.Tracks.ToLookup(track => track.GeocodeAt(track.LengthM / 2), StringComparer.Ordinal);
            var holds = new HashSet<int>();
            for (var i = 0; i < _level.Nodes.Count; i++)
            {
                var ends = _level.Graph.EndsAt[i];
                if (ends.Count == 0) continue;
                var node = _level.Nodes[i];
                var lineTracks = ends.Max(end => _level.Profiles[end >> 1].Tracks);
                if (YardTracks.At(node, [.. ofArea[node.Geocode]], _named.Model, lineTracks) is not { } yard) continue;
                holds.Add(i);
                _draft.Facilities.Add(new DraftFacility
                {
                    Node = _nodeAt[i],
                    Kind = "yard",
                    Name = node.Name,
                    HoldCapacity = yard.Count,
                    HoldUnit = HoldUnit.Tracks,
                    MaxLengthMetres = yard.LongestM,
                    Origin = new RowOrigin(_derived),
                });
            }

            return holds;
        }

        /// <summary>The turns that are not free: each pair of sections once, and each section with itself.</summary>
        private void AddTurns(HashSet<int> holds)
        {
            for (var node = 0; node < _level.Nodes.Count; node++)
            {
                var ends = _level.Graph.EndsAt[node];
                for (var i = 0; i < ends.Count; i++)
                {
                    for (var j = i; j < ends.Count; j++)
                    {
                        var turn = _level.Graph.Turn(ends[i], ends[j]);
                        if (turn == TurnKind.Through) continue;
                        var minutes = turn == TurnKind.Reversal && holds.Contains(node) ? ReversalMinutes : (int?)null;
                        _draft.Turns.Add(new DraftTurn(
                            _nodeAt[node], _linkAt[ends[i] >> 1], _linkAt[ends[j] >> 1], minutes, minutes is null ? _derived : _assumed));
                    }
                }
            }
        }

        private string UniqueId(string id)
        {
            var unique = id;
            for (var n = 2; !_ids.Add(unique); n++) unique = $"{id}-{n}";
            return unique;
        }
    }
}
