using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Units;
using MilMobility.Exchange.Drafts;
using MilMobility.Networks.Datasets;

namespace MilMobility.Exchange.Sources.Datasets;

/// <summary>
/// A dataset of the format itself as a source: everything it holds, with its ids, provenances and sources. Reading it, writing
/// the draft and reading that again gives the same dataset. Memory: the dataset and the draft together.
/// </summary>
/// <param name="folder">The folder, as the user wrote it.</param>
public sealed class DatasetSource(string folder) : INetworkSource
{
    public string Name => "dataset";

    public void ReadInto(NetworkDraft draft, ImportContext context)
    {
        context.Report("dataset", 0);
        var read = DatasetReader.Read(folder, context.Cancellation);
        context.Diagnostics.AddAll(read.Diagnostics);
        if (read is not Valid<NetworkDataset> valid) return;
        new Copy(valid.Value, draft, RowOrigins.Read(valid.Value, draft, context.Cancellation)).Run();
        context.Report("dataset", 1);
    }

    /// <summary>One copying of a dataset into a draft.</summary>
    private sealed class Copy(NetworkDataset dataset, NetworkDraft draft, RowOrigins origins)
    {
        private readonly Dictionary<string, int> _nodes = new(dataset.Nodes.Count, StringComparer.Ordinal);
        private readonly Dictionary<string, int> _links = new(dataset.Links.Count, StringComparer.Ordinal);

        public void Run()
        {
            draft.Name = dataset.Name;
            draft.Title = origins.Title;
            draft.Version = dataset.Version;
            draft.Marking = (ClassificationMarking)Math.Max((int)draft.Marking, (int)dataset.Marking);
            foreach (var node in dataset.Nodes) _nodes.Add(node.Id, draft.AddNode(Node(node)));
            foreach (var link in dataset.Links) _links.Add(link.Id, draft.AddLink(Link(link)));
            foreach (var facility in dataset.Facilities) draft.Facilities.Add(Facility(facility));
            foreach (var turn in dataset.Turns) draft.Turns.Add(Turn(turn));
            foreach (var structure in dataset.Structures) draft.Structures.Add(Structure(structure));
            foreach (var bridge in dataset.MovableBridges) draft.MovableBridges.Add(MovableBridge(bridge));
            foreach (var transfer in dataset.Transfers) draft.Transfers.Add(Transfer(transfer));
            foreach (var profile in dataset.CivilProfiles)
            {
                // The reader leaves it to the check whether a profile's scope exists.
                if (Scope(profile.Scope) is { } scope) draft.Profiles.Add(Profile(profile, scope));
            }

            foreach (var zone in dataset.Zones)
            {
                draft.Zones.Add(new DraftZone(
                    zone.Id, zone.Name, zone.Inhabitants, zone.Lat, zone.Lon, origins.Of(Table(zone.File), zone.Id)));
            }

            foreach (var corridor in dataset.Corridors) AddCorridor(corridor);
            draft.ValuesOfTime.AddRange(dataset.ValuesOfTime);
            draft.Parameters.AddRange(origins.Parameters);
        }

        private DraftNode Node(NodeRow row) => new()
        {
            Id = row.Id,
            Name = row.Name,
            Mode = row.Mode,
            Kind = draft.Shared(row.Kind),
            Lat = row.Lat,
            Lon = row.Lon,
            Place = draft.Shared(row.Place),
            Region = draft.Shared(row.Region),
            Manager = draft.Shared(row.Manager),
            Origin = origins.Of(Table(row.File), row.Id, "lat"),
        };

        private DraftLink Link(LinkRow row)
        {
            var table = Table(row.File);
            var rail = row.Mode == TransportMode.Rail;
            return new DraftLink
            {
                Id = row.Id,
                From = _nodes[row.From],
                To = _nodes[row.To],
                Mode = row.Mode,
                Name = draft.Shared(row.Name),
                Class = draft.Shared(row.Class),
                LengthMetres = row.LengthMetres,
                SpeedKmh = row.SpeedKmh,
                LanesOrTracks = row.LanesOrTracks,
                CapacityPerHour = row.CapacityPerHour,
                TwoWay = row.TwoWay,
                Limits = Limits(row, table),
                Manager = draft.Shared(row.Manager),
                Region = draft.Shared(row.Region),
                LengthReason = draft.Shared(row.LengthReason),
                Shape = draft.AddShape([.. row.Via]),
                LengthOrigin = origins.Of(table, row.Id, "length_m"),
                SpeedOrigin = origins.Of(table, row.Id, "speed_kmh"),
                LanesOrigin = origins.Of(table, row.Id, rail ? "tracks" : "lanes"),
                CapacityOrigin = origins.Of(table, row.Id, rail ? "capacity_trains_h" : "capacity_pcu_h"),
            };
        }

        private LinkLimits Limits(LinkRow row, string table)
        {
            return new LinkLimits
            {
                Wheeled = Number("mlc_wheeled", row.Wheeled),
                Tracked = Number("mlc_tracked", row.Tracked),
                AxleLoadKg = row.Mode == TransportMode.Road ? Number("axle_load_t", row.AxleLoadKg) : null,
                MassKg = Number("mass_t", row.MassKg),
                HeightCm = Number("height_m", row.HeightCm),
                WidthCm = Number("width_m", row.WidthCm),
                VehicleLengthCm = Number("vehicle_length_m", row.VehicleLengthCm),
                Tunnel = row.Tunnel.Length > 0 ? row.Tunnel : null,
                TunnelCategory = Number("tunnel_category", row.TunnelCategory),
                Electrification = Number("electrification", row.Electrification),
                LineCategory = Named("line_category", row.LineCategory),
                Gauge = Number("gauge", row.Gauge),
                TrainLengthMetres = Number("train_length_m", row.TrainLengthMetres),
                Freight = row.Mode == TransportMode.Rail ? Number<bool>("freight", row.Freight) : null,
                Cemt = Named("cemt", origins.CemtOf(row.Id)),
                DraughtCm = Number("draught_m", row.DraughtCm),
                AirDraughtCm = Number("air_draught_m", row.AirDraughtCm),
                VesselLengthMetres = Number("vessel_length_m", row.VesselLengthMetres),
                BeamCm = Number("beam_m", row.BeamCm),
            };

            Known<T>? Number<T>(string column, T? value) where T : struct =>
                value is { } known ? new Known<T>(known, origins.Of(table, row.Id, column)) : null;

            Known<string>? Named(string column, string value) =>
                value.Length > 0 ? new Known<string>(draft.Shared(value), origins.Of(table, row.Id, column)) : null;
        }

        private DraftFacility Facility(FacilityRow row) => new()
        {
            Id = row.Id,
            Node = _nodes[row.Node],
            Kind = row.Kind,
            Name = row.Name,
            HoldCapacity = row.HoldCapacity,
            HoldUnit = row.HoldUnit,
            MaxLengthMetres = row.MaxLengthMetres,
            Fuel = row.Fuel,
            Chambers = row.Chambers,
            CycleMinutes = row.CycleMinutes,
            Berths = row.Berths,
            RoRoRamps = row.RoRoRamps,
            Cranes = row.Cranes,
            Origin = origins.Of(Table(row.File), row.Id),
        };

        private DraftTurn Turn(TurnRow row)
            => new(
                _nodes[row.Node], _links[row.FromLink], _links[row.ToLink], row.ReversalMinutes,
                origins.Of(Table(row.File), RowOrigins.Key(row.Node, row.FromLink, row.ToLink), "kind"));

        private DraftStructure Structure(StructureRow row)
            => new(_links[row.Link], row.Kind, row.Count, origins.Of(Table(row.File), RowOrigins.Key(row.Link, row.Kind), "count"));

        private DraftMovableBridge MovableBridge(MovableBridgeRow row) => new(
            row.Id, row.Name, _nodes[row.Node], row.RoadLink.Length == 0 ? -1 : _links[row.RoadLink], row.ClearanceClosedCm,
            row.OpeningMinutes, origins.Of(Table(row.File), row.Id));

        private DraftTransfer Transfer(TransferRow row) => new()
        {
            Id = row.Id,
            From = _nodes[row.From],
            To = _nodes[row.To],
            Place = row.Place,
            Kind = row.Kind,
            FixedMinutes = row.FixedMinutes,
            VehiclesPerHour = row.VehiclesPerHour,
            Positions = row.Positions,
            Origin = origins.Of(Table(row.File), row.Id),
        };

        private DraftProfile Profile(CivilProfileRow row, CivilScope scope) => new()
        {
            Mode = row.Mode,
            Scope = scope,
            Category = row.Category,
            DayType = row.DayType,
            Unit = row.Unit,
            Hours = row.Hours,
            Origin = origins.Of(Table(row.File), RowOrigins.Key(row.Scope, row.Category, row.DayType)),
        };

        private CivilScope? Scope(string scope)
        {
            const string Class = "class:", Node = "node:";
            if (scope.StartsWith(Class, StringComparison.Ordinal)) return new CivilScope.Class(scope[Class.Length..]);
            if (scope.StartsWith(Node, StringComparison.Ordinal))
                return _nodes.TryGetValue(scope[Node.Length..], out var node) ? new CivilScope.Node(node) : null;
            return _links.TryGetValue(scope, out var link) ? new CivilScope.Link(link) : null;
        }

        private void AddCorridor(CorridorRow row)
        {
            if (row.Element != "link")
                draft.Corridors.Add(new DraftCorridor(row.Corridor, row.Name, row.Element, row.Ref, -1));
            else if (_links.TryGetValue(row.Ref, out var link))
                draft.Corridors.Add(new DraftCorridor(row.Corridor, row.Name, row.Element, "", link));
        }

        private static string Table(string file) => Path.GetFileNameWithoutExtension(file);
    }
}
