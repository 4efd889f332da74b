using Google.Protobuf.Collections;
using MilMobility.Domain.Diagnostics;
using MilMobility.Exchange.Formats.OsmPbf.Wire;

namespace MilMobility.Exchange.Formats.OsmPbf;

/// <summary>
/// Hands the elements of one decoded block to a visitor: undoes differences, offsets and granularity, and checks lists against
/// each other, texts against the table and coordinates against the Earth. An element that fails is reported and left out. Its
/// buffers serve every block. Not thread-safe.
/// </summary>
internal sealed class OsmBlock(string file, DiagnosticBag bag)
{
    private const double NanodegreesPerDegree = 1e9;

    private long[] _refs = new long[64];
    private int[] _tags = new int[64];
    private OsmMember[] _members = new OsmMember[16];
    private StringColumn _strings = new([]);
    private PrimitiveBlock _block = new();
    private long _offset;

    /// <summary>Visits the elements of the kinds that the visitor wants.</summary>
    /// <param name="block">The block.</param>
    /// <param name="offset">Its blob's offset in the file, for reports.</param>
    /// <param name="visitor">Takes the elements.</param>
    /// <param name="cancellation">Asked once a group.</param>
    public void Visit(PrimitiveBlock block, long offset, IOsmVisitor visitor, CancellationToken cancellation)
    {
        (_block, _offset) = (block, offset);
        if (block.Granularity <= 0)
        {
            Report(OsmCodes.BadGranularity, $"granularity {block.Granularity}; must be positive");
            return;
        }

        _strings = new StringColumn(block.Stringtable.S);
        foreach (var group in block.Primitivegroup)
        {
            cancellation.ThrowIfCancellationRequested();
            if (visitor.Wanted.HasFlag(OsmKinds.Nodes))
            {
                foreach (var node in group.Nodes) VisitNode(node, visitor);
                if (group.Dense is { } dense) VisitDense(dense, visitor);
            }

            if (visitor.Wanted.HasFlag(OsmKinds.Ways))
                foreach (var way in group.Ways) VisitWay(way, visitor);
            if (visitor.Wanted.HasFlag(OsmKinds.Relations))
                foreach (var relation in group.Relations) VisitRelation(relation, visitor);
        }

        // The block's objects are not held until the next one.
        (_block, _strings) = (new PrimitiveBlock(), new StringColumn([]));
    }

    private void VisitNode(Node node, IOsmVisitor visitor)
    {
        if (Tags(node.Keys, node.Vals, "node", node.Id) is { } count) VisitNode(node.Id, node.Lat, node.Lon, count, visitor);
    }

    private void VisitNode(long id, long lat, long lon, int tagCount, IOsmVisitor visitor)
    {
        var latDegrees = (_block.LatOffset + ((double)_block.Granularity * lat)) / NanodegreesPerDegree;
        var lonDegrees = (_block.LonOffset + ((double)_block.Granularity * lon)) / NanodegreesPerDegree;
        if (Math.Abs(latDegrees) <= 90 && Math.Abs(lonDegrees) <= 180)
            visitor.Node(id, latDegrees, lonDegrees, new OsmTags(_strings, _tags.AsSpan(0, tagCount)));
        else
            Report(OsmCodes.BadCoordinate, $"node {id}: latitude {latDegrees}, longitude {lonDegrees}; must be within 90 and 180 degrees");
    }

    private void VisitDense(DenseNodes dense, IOsmVisitor visitor)
    {
        if (dense.Lat.Count != dense.Id.Count || dense.Lon.Count != dense.Id.Count)
        {
            Report(OsmCodes.CountsDiffer, $"dense nodes: {dense.Id.Count} ids, {dense.Lat.Count} latitudes, {dense.Lon.Count} longitudes");
            return;
        }

        var (id, lat, lon, next) = (0L, 0L, 0L, 0);
        for (var i = 0; i < dense.Id.Count; i++)
        {
            unchecked
            {
                id += dense.Id[i];
                lat += dense.Lat[i];
                lon += dense.Lon[i];
            }

            if (DenseTags(dense.KeysVals, ref next, id) is { } count) VisitNode(id, lat, lon, count, visitor);
            else if (next < 0) return;
        }

        if (next < dense.KeysVals.Count) Report(OsmCodes.CountsDiffer, $"dense nodes: tags are left over after {dense.Id.Count} nodes");
    }

    /// <summary>Tags up to the next 0; none at all where the list is empty. Null after a report, next = -1 if no node can follow.</summary>
    private int? DenseTags(RepeatedField<int> keysAndValues, ref int next, long id)
    {
        if (keysAndValues.Count == 0) return 0;
        var (count, sound) = (0, true);
        for (; next < keysAndValues.Count && keysAndValues[next] != 0; next += 2)
        {
            if (next + 1 == keysAndValues.Count) break;
            sound &= Put(count, keysAndValues[next], keysAndValues[next + 1], "node", id);
            count += 2;
        }

        if (next >= keysAndValues.Count || keysAndValues[next] != 0)
        {
            Report(OsmCodes.CountsDiffer, $"dense nodes: the tags end before those of node {id}");
            next = -1;
            return null;
        }

        next++;
        return sound ? count : null;
    }

    private void VisitWay(Way way, IOsmVisitor visitor)
    {
        if (Tags(way.Keys, way.Vals, "way", way.Id) is not { } tags) return;
        if (_refs.Length < way.Refs.Count) _refs = new long[Math.Max(way.Refs.Count, 2 * _refs.Length)];
        var id = 0L;
        for (var i = 0; i < way.Refs.Count; i++) _refs[i] = unchecked(id += way.Refs[i]);
        visitor.Way(way.Id, _refs.AsSpan(0, way.Refs.Count), new OsmTags(_strings, _tags.AsSpan(0, tags)));
    }

    private void VisitRelation(Relation relation, IOsmVisitor visitor)
    {
        if (Tags(relation.Keys, relation.Vals, "relation", relation.Id) is not { } tags) return;
        var count = relation.Memids.Count;
        if (relation.RolesSid.Count != count || relation.Types_.Count != count)
        {
            Report(OsmCodes.CountsDiffer,
                $"relation {relation.Id}: {count} members, {relation.RolesSid.Count} roles, {relation.Types_.Count} types");
            return;
        }

        if (_members.Length < count) _members = new OsmMember[Math.Max(count, 2 * _members.Length)];
        var id = 0L;
        for (var i = 0; i < count; i++)
        {
            unchecked
            {
                id += relation.Memids[i];
            }

            if (!IsText(relation.RolesSid[i], "relation", relation.Id)) return;
            _members[i] = new OsmMember(KindOf(relation.Types_[i]), id, _strings[relation.RolesSid[i]]);
        }

        visitor.Relation(relation.Id, _members.AsSpan(0, count), new OsmTags(_strings, _tags.AsSpan(0, tags)));
    }

    private static OsmKinds KindOf(Relation.Types.MemberType type) => type switch
    {
        Relation.Types.MemberType.Node => OsmKinds.Nodes,
        Relation.Types.MemberType.Way => OsmKinds.Ways,
        Relation.Types.MemberType.Relation => OsmKinds.Relations,
        _ => OsmKinds.None,
    };

    /// <summary>Number of indices put into the buffer; null after a report.</summary>
    private int? Tags(RepeatedField<uint> keys, RepeatedField<uint> values, string kind, long id)
    {
        if (keys.Count != values.Count)
        {
            Report(OsmCodes.CountsDiffer, $"{kind} {id}: {keys.Count} keys, {values.Count} values");
            return null;
        }

        for (var i = 0; i < keys.Count; i++)
            if (!Put(2 * i, unchecked((int)keys[i]), unchecked((int)values[i]), kind, id)) return null;
        return 2 * keys.Count;
    }

    private bool Put(int at, int key, int value, string kind, long id)
    {
        if (!IsText(key, kind, id) || !IsText(value, kind, id)) return false;
        if (_tags.Length < at + 2) Array.Resize(ref _tags, 2 * _tags.Length);
        (_tags[at], _tags[at + 1]) = (key, value);
        return true;
    }

    private bool IsText(int index, string kind, long id)
    {
        if ((uint)index < (uint)_strings.Count) return true;
        Report(OsmCodes.BadString, $"{kind} {id}: text {(uint)index}; the block has {_strings.Count}");
        return false;
    }

    private void Report(string code, string what) => bag.Error(code, file, 0, $"byte {_offset}: {what}");
}
