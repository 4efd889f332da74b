namespace MilMobility.Exchange.Drafts;

/// <summary>A source of values, as datapackage.json lists it.</summary>
/// <param name="Name">Short name in provenances and in ids made from keys: <c>[a-z0-9]+(-[a-z0-9]+)*</c>, such as <c>vild</c>.</param>
/// <param name="Title">What it is and who made it.</param>
/// <param name="Path">Where it is published, or the file that was read.</param>
/// <param name="Date">Reference date of the data, as its publisher states it; empty if unknown.</param>
/// <param name="License">Licence, by SPDX name where it has one.</param>
public sealed record DraftSource(string Name, string Title, string Path, string Date, string License);
