namespace MilMobility.Exchange.Sources.ProRail;

/// <summary>
/// An end of one track joining another: a train that leaves <paramref name="Track"/> at its end (or, with
/// <paramref name="AtEnd"/> false, at its start) continues on <paramref name="Onto"/> from <paramref name="OntoM"/> in
/// the direction of its kilometres when <paramref name="OntoForward"/>. It may be traversed the other way round too.
/// </summary>
public sealed record TrackJoint(int Track, bool AtEnd, int Onto, double OntoM, bool OntoForward);

/// <summary>
/// Tracks with their shapes, speeds and geocodes, and the joints between them, as in ProRail's track model (spoortakmodel).
/// Immutable once read; safe to read from several threads.
/// </summary>
/// <param name="Tracks">By <see cref="Track.Index"/>.</param>
/// <param name="Joints">Track ends and where they join another track.</param>
public sealed record TrackModel(IReadOnlyList<Track> Tracks, IReadOnlyList<TrackJoint> Joints);
