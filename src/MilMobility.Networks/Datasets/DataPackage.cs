using MilMobility.Domain.Units;

namespace MilMobility.Networks.Datasets;

/// <summary>Quality of a value, best first.</summary>
public enum Quality { Measured, Derived, Assumed }

/// <summary>What datapackage.json says that the reader uses.</summary>
/// <param name="Name">Name of the dataset.</param>
/// <param name="Version">Its version.</param>
/// <param name="Marking">Its marking; the most restrictive one if unknown.</param>
/// <param name="Sources">Names of the sources.</param>
/// <param name="FieldQualities">Per resource (file stem) and field the default quality, for the fields that state one.</param>
/// <param name="Fields">Per resource the field names.</param>
internal sealed record DataPackage(
    string Name, string Version, ClassificationMarking Marking, IReadOnlySet<string> Sources,
    IReadOnlyDictionary<(string Resource, string Field), Quality> FieldQualities,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Fields)
{
    /// <summary>Per resource and field the default provenance, <c>quality@source</c>, for the fields that state one.</summary>
    public IReadOnlyDictionary<(string Resource, string Field), string> FieldProvenances { get; init; } =
        new Dictionary<(string, string), string>();

    /// <summary>What the sources are, in the order of the package.</summary>
    public IReadOnlyList<PackageSource> SourceList { get; init; } = [];

    /// <summary>Stands in for a package that could not be read: nothing is known, so the most restrictive marking holds.</summary>
    public static DataPackage Unknown { get; } = new(
        "", "", ClassificationMarking.DepartmentalConfidential, new HashSet<string>(),
        new Dictionary<(string, string), Quality>(), new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal));
}

/// <summary>What an overlay's datapackage.json says.</summary>
/// <param name="Name">Name of the overlay.</param>
/// <param name="Version">Its version; may be empty.</param>
/// <param name="Marking">Its marking; the most restrictive one if unknown.</param>
/// <param name="Sources">Names of the sources, its own name among them.</param>
/// <param name="Provenance">Provenance of values whose rows state none.</param>
/// <param name="Resources">Tables that it lists; need not be all.</param>
internal sealed record OverlayHead(
    string Name, string Version, ClassificationMarking Marking, IReadOnlySet<string> Sources, string Provenance,
    IReadOnlyList<string> Resources);
