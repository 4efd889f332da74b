namespace MilMobility.Exchange.Sources.ProRail;

/// <summary>A row of SPOORTAK: one track, from its begin to its end.</summary>
/// <param name="Id">SPOORTAK_IDENTIFICATIE.</param>
/// <param name="GeocodeBegin">Three-digit geocode of its begin; empty if none.</param>
/// <param name="NameBegin">Name of that geocode.</param>
/// <param name="GeocodeEnd">Three-digit geocode of its end; empty if none.</param>
/// <param name="NameEnd">Name of that geocode.</param>
/// <param name="LengthM">Length along the track, m.</param>
public sealed record TrackRecord(
    string Id, string GeocodeBegin, string NameBegin, string GeocodeEnd, string NameEnd, double LengthM);

/// <summary>A row of SPOORTAK_TOPO: where a track's end joins another.</summary>
/// <param name="Track">The track that ends.</param>
/// <param name="AtEnd">True: at its end; false: at its begin.</param>
/// <param name="Onto">The track it joins.</param>
/// <param name="OntoShare">Where on that track, share of its length from its begin, 0-1.</param>
/// <param name="OntoForward">The train continues with that track's direction.</param>
public sealed record JointRecord(string Track, bool AtEnd, string Onto, double OntoShare, bool OntoForward);

/// <summary>A row of SPOORTAK_SNELHEDEN: local speed on a stretch.</summary>
/// <param name="Track">The track.</param>
/// <param name="FromM">Start, m from the track's begin.</param>
/// <param name="ToM">End, m from the track's begin.</param>
/// <param name="SpeedKmh">Local speed; null where ProRail states <c>onbekend</c> or <c>>=0</c>.</param>
public sealed record SpeedRecord(string Track, double FromM, double ToM, double? SpeedKmh);

/// <summary>A row of SPOORTAK_GEOCODE_GRENZEN: the geocode a stretch belongs to.</summary>
public sealed record GeocodeRecord(string Track, double FromM, double ToM, string Geocode);

/// <summary>A row of SPOORTAK_OBJECTEN: a level crossing, viaduct, bridge or tunnel on a stretch; its kind as rail-structures.csv
/// has it.</summary>
public sealed record ObjectRecord(string Track, string Kind, double FromM, double ToM);
