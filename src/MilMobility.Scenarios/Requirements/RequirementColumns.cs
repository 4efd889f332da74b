using MilMobility.Domain.Units;
using MilMobility.Scenarios.Fields;
using static MilMobility.Scenarios.Fields.FieldKind;

namespace MilMobility.Scenarios.Requirements;

/// <summary>The columns of a requirements table, in the order in which the seeds write them; a table may order them freely.</summary>
public static class RequirementColumns
{
    private const string IdPattern = "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$";
    private const string IdText = "1 to 64 letters, digits, points, hyphens or underscores";

    public static IReadOnlyList<FieldSpec> All { get; } =
    [
        new("id", Text, "Unique id of the row.") { Required = true, Pattern = IdPattern, PatternText = IdText },
        new("movement", Text, "Id of the movement it belongs to.") { Required = true, Pattern = IdPattern, PatternText = IdText },
        new("unit", Text, "Unit element, generic.") { Required = true },
        new("vehicle_type", Text, "Vehicle type, generic.") { Required = true },
        Whole("count", "Number of equal vehicles.", 1, 5000, "") with { Required = true },
        Amount("mass_t", "Mass of one vehicle, laden.", 0.2m, 150, "t") with { Required = true },
        Amount("axle_load_t", "Heaviest axle. Empty: half the mass, 11.5 t at most; tracked vehicles need none.", 0.1m, 30, "t"),
        Whole("mlc_wheeled", "Wheeled military load class; empty for tracked vehicles.", 1, 150, ""),
        Whole("mlc_tracked", "Tracked military load class; empty for wheeled vehicles.", 1, 150, ""),
        Amount("length_m", "Length.", 1, 30, "m") with { Required = true },
        Amount("width_m", "Width.", 0.5m, 5, "m") with { Required = true },
        Amount("height_m", "Height.", 0.5m, 6, "m") with { Required = true },
        Amount("pcu", "Passenger-car units of one vehicle. Empty: 1.5 up to 6 m, 2.5 up to 12 m, 3.5 beyond.", 0.5m, 20, ""),
        new("modes", FieldKind.Choice, "Modes it may use, with spaces or + between them, such as road+rail.")
            { Required = true, IsList = true, Choices = ["road", "rail", "water"] },
        new("gauge", FieldKind.Choice, "Loading gauge it needs on a wagon. Empty: GB.")
            { Choices = Enum.GetNames<LoadingGauge>(), Default = "GB" },
        new("dg_class", FieldKind.Choice, "ADR class of the load; empty without dangerous goods.")
        {
            Choices =
            [
                "1", "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "2", "2.1", "2.2", "2.3", "3",
                "4.1", "4.2", "4.3", "5.1", "5.2", "6.1", "6.2", "7", "8", "9",
            ],
        },
        new("tunnel_code", FieldKind.Choice, "ADR tunnel restriction code of the load; empty for none.")
            { Choices = ["B", "C", "D", "E"] },
        new("marking", FieldKind.Choice, "Marking of the row; empty: the scenario's. The run's is no lower.")
            { Choices = FieldNames.Of<ClassificationMarking>() },
    ];

    private static FieldSpec Whole(string name, string description, int min, int max, string unit) =>
        new(name, Integer, description) { Min = min, Max = max, Unit = unit };

    private static FieldSpec Amount(string name, string description, decimal min, decimal max, string unit) =>
        new(name, Number, description) { Min = min, Max = max, Unit = unit };
}
