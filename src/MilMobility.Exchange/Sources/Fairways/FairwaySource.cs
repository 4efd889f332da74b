using MilMobility.Domain.Units;
using MilMobility.Exchange.Drafts;
using MilMobility.Exchange.Projection;
using MilMobility.Networks.Datasets;

namespace MilMobility.Exchange.Sources.Fairways;

/// <summary>
/// Fairways at full detail: every section of NWB-Vaarwegen a two-way link between its junctions, cut at the locks and bridges of
/// the FIS; CEMT class, largest vessels and draught from the FIS where it lies beside the section. Speeds are assumptions by
/// class; so are the chambers of a lock, of which the FIS data here say only where it is.
/// </summary>
/// <param name="register">Folder with Vaarwegvakken.shp.</param>
/// <param name="fis">Folder with the FIS data; null for none.</param>
public sealed class FairwaySource(string register, string? fis) : INetworkSource
{
    private const double StructureMetresMax = 200;
    private const int LockCycleMinutes = 30;

    private static readonly string[] EstuaryNames =
        ["schelde", "wadden", "stroom", "balg", "eems", "dollard", "noordzee", "maasmond", "ijsselmeer", "markermeer"];

    public string Name => "fairways";

    public void ReadInto(NetworkDraft draft, ImportContext context)
    {
        context.Report("fairways: register", 0);
        var sections = FairwayRegister.Read(register, context.Diagnostics, context.Cancellation);
        context.Report("fairways: FIS", 0.3);
        var edges = fis is null ? new FisEdges() : FisEdges.Read(fis, context.Diagnostics, context.Cancellation);
        new Filling(draft, context, sections, edges).Run();
        context.Report("fairways: sections", 1);
    }

    /// <summary>One filling of a draft.</summary>
    private sealed class Filling(NetworkDraft draft, ImportContext context, List<FairwaySection> sections, FisEdges fisEdges)
    {
        private readonly byte _register = draft.AddSource(new DraftSource(
            "nwb-vaarwegen", "NWB-Vaarwegen fairway register (Rijkswaterstaat)", "https://www.pdok.nl", "", "CC0-1.0"));
        private readonly byte _fis = draft.AddSource(new DraftSource(
            "fis", "Fairway Information System edges (Rijkswaterstaat; Deltares copy)",
            "https://www.vaarweginformatie.nl", "", "CC-BY-SA-4.0"));
        private readonly byte _vessels = draft.AddSource(new DraftSource(
            "cemt-vessels", "Reference vessels of the CEMT classes (Richtlijnen Vaarwegen 2017; ECMT 92/2)", "", "2017-12-01", "facts"));
        private readonly byte _assumed = draft.AddSource(new DraftSource(
            "fairway-assumptions", "Labelled assumptions on speed by class, and on lock chambers and cycles", "", "", "EUPL-1.2"));
        private readonly Dictionary<long, int> _junctions = [];

        public void Run()
        {
            var limits = new SectionLimits(fisEdges.Edges, _fis, _vessels);
            var structures = Structures();
            for (var i = 0; i < sections.Count; i++)
            {
                context.Cancellation.ThrowIfCancellationRequested();
                Add(sections[i], limits.Of(sections[i]), structures.GetValueOrDefault(i) ?? []);
            }
        }

        /// <summary>Locks and bridges by the section they lie at, with their distance along it.</summary>
        private Dictionary<int, List<(double Along, FisStructure Structure)>> Structures()
        {
            var grid = new LineGrid();
            for (var i = 0; i < sections.Count; i++) grid.Add(i, sections[i].Line);
            var found = new Dictionary<int, List<(double, FisStructure)>>();
            foreach (var structure in fisEdges.Structures())
            {
                var (section, along, _) = grid.Nearest(structure.X, structure.Y, StructureMetresMax);
                if (section < 0)
                {
                    var name = structure.IsLock ? "lock" : "bridge";
                    context.Diagnostics.Warning(FairwayCodes.StructureOffFairway, "", 0,
                        $"{name} {structure.Number} lies within {StructureMetresMax:F0} m of no section; left out");
                    continue;
                }

                if (!found.TryGetValue(section, out var at)) found[section] = at = [];
                at.Add((along, structure));
            }

            return found;
        }

        private void Add(FairwaySection section, LinkLimits? limits, List<(double Along, FisStructure Structure)> structures)
        {
            var (from, start, piece) = (Junction(section.From, section.Line[0]), 0.0, 0);
            foreach (var (along, structure) in structures.OrderBy(s => s.Along).ThenBy(s => s.Structure.Number))
            {
                // At the very end of a section a cut would leave a link without length.
                var at = Math.Clamp(along, 1, Math.Max(1, section.LengthMetres - 1));
                if (at <= start + 1 && piece > 0) at = Math.Min(start + 1, section.LengthMetres - 0.5);
                var node = AddStructure(structure, section, limits, at);
                AddLink(section, limits, from, node, start, at, piece++);
                (from, start) = (node, at);
            }

            AddLink(section, limits, from, Junction(section.To, section.Line[^1]), start, section.LengthMetres, piece);
        }

        private int Junction(long number, (double X, double Y) position)
        {
            if (_junctions.TryGetValue(number, out var index)) return index;
            var (lat, lon) = RdNew.ToWgs84(position.X, position.Y);
            return _junctions[number] = draft.AddNode(new DraftNode
            {
                Key = number, Mode = TransportMode.Water, Lat = lat, Lon = lon, Origin = new Provenance(Quality.Measured, _register),
            });
        }

        private int AddStructure(FisStructure structure, FairwaySection section, LinkLimits? limits, double along)
        {
            var (x, y) = section.At(along);
            var (lat, lon) = RdNew.ToWgs84(x, y);
            var noun = structure.IsLock ? "lock" : "bridge";
            var node = draft.AddNode(new DraftNode
            {
                Id = $"water-fis-{noun}-{structure.Number}",
                Name = $"{(structure.IsLock ? "Sluis" : "Brug")} {structure.Number} ({section.Fairway})",
                Mode = TransportMode.Water,
                Kind = noun,
                Lat = lat,
                Lon = lon,
                Origin = new Provenance(Quality.Derived, _fis),
            });
            if (!structure.IsLock) return node;
            draft.Facilities.Add(new DraftFacility
            {
                Node = node,
                Kind = "lock",
                Name = draft.Nodes[node].Name,
                Chambers = [ChamberOf(limits?.Cemt?.Value)],
                CycleMinutes = LockCycleMinutes,
                Origin = new RowOrigin(new Provenance(Quality.Assumed, _assumed)),
            });
            return node;
        }

        /// <summary>One chamber for the reference vessel of the class, class IV where none is known.</summary>
        private static Chamber ChamberOf(string? cemt) => Vocabulary.CemtClasses.GetValueOrDefault(cemt ?? "IV") switch
        {
            <= 1 => new Chamber(45, 600),
            2 => new Chamber(65, 750),
            3 => new Chamber(95, 900),
            4 => new Chamber(120, 1050),
            _ => new Chamber(200, 1600),
        };

        private void AddLink(
            FairwaySection section, LinkLimits? limits, int from, int to, double start, double end, int piece)
        {
            if (from == to) return;
            var fairwayClass = ClassOf(section, limits);
            var shape = new List<(double, double)>();
            for (var i = 1; i < section.Line.Length - 1; i++)
            {
                if (section.Along[i] > start && section.Along[i] < end)
                    shape.Add(RdNew.ToWgs84(section.Line[i].X, section.Line[i].Y));
            }

            draft.AddLink(new DraftLink
            {
                Id = piece == 0 ? $"water-nwb-{section.Id}" : $"water-nwb-{section.Id}-{piece + 1}",
                From = from,
                To = to,
                Mode = TransportMode.Water,
                Name = draft.Shared(section.Fairway.Length > 0 ? section.Fairway : section.Route),
                Class = fairwayClass,
                LengthMetres = Math.Max(1, end - start),
                SpeedKmh = fairwayClass is "main" or "estuary" ? 14 : limits?.Cemt?.Value is "Va" or "Vb" or "VIa" or "VIb" ? 12 : 10,
                Limits = limits,
                Shape = draft.AddShape([.. shape]),
                LengthOrigin = new Provenance(Quality.Measured, _register),
                SpeedOrigin = new Provenance(Quality.Assumed, _assumed),
            });
        }

        private static string ClassOf(FairwaySection section, LinkLimits? limits)
        {
            if (section.Kind == 'H') return "harbour";
            var name = section.Fairway.ToLowerInvariant();
            if (EstuaryNames.Any(e => name.Contains(e, StringComparison.Ordinal))) return "estuary";
            var isCanal = name.Contains("kanaal", StringComparison.Ordinal);
            return !isCanal && limits?.Cemt is { } cemt && Vocabulary.CemtClasses.GetValueOrDefault(cemt.Value) >= 5 ? "main" : "canal";
        }
    }
}
