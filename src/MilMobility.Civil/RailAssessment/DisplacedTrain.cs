namespace MilMobility.Civil.RailAssessment;

/// <summary>What becomes of a train, mildest first. The names of the reports are in <see cref="DisplacementNames"/>.</summary>
public enum DisplacementStep
{
    /// <summary>It keeps its times, on another track.</summary>
    Unchanged,

    /// <summary>It waits within the slack of the hour; needs no lever.</summary>
    Adjusted,

    /// <summary>Freight, later by more than the slack.</summary>
    Retimed,

    /// <summary>Freight, on another route.</summary>
    Diverted,

    /// <summary>Freight, in another hour.</summary>
    Shifted,

    Cancelled,

    /// <summary>The regime leaves it no place: it counts as cancelled, and the plan asks for more than the regime gives.</summary>
    WithoutPlace,
}

/// <summary>A civil train that stands in the place of military ones, or of civil ones that do.</summary>
/// <param name="Train">The train with its place without the plan.</param>
/// <param name="Step">What becomes of it.</param>
/// <param name="DelaySeconds">Largest delay on its way; 0 where it does not run.</param>
/// <param name="Sections">Sections where it is in the way, in order of its way.</param>
/// <param name="Serials">Military serials in whose place it stands, in order.</param>
/// <param name="Cells">Sections, directions and hours in which these run there.</param>
public sealed record DisplacedTrain(
    CivilTrain Train, DisplacementStep Step, int DelaySeconds, IReadOnlyList<int> Sections, IReadOnlyList<string> Serials,
    IReadOnlyList<(int Section, bool Forward, int Hour)> Cells)
{
    public bool Runs => Step is not (DisplacementStep.Cancelled or DisplacementStep.WithoutPlace);

    /// <summary>Minutes lost by the train: its delay, or what a cancelled train of its category counts for.</summary>
    public double Minutes(RailRules rules) => Runs ? DelaySeconds / 60.0 : rules.CancelledMinutes[Train.Route.Category];

    public double PassengerMinutes(RailRules rules) => Minutes(rules) * rules.Passengers[Train.Route.Category];

    public bool IsLate(RailRules rules) => !Runs || DelaySeconds >= rules.LateSeconds(Train.Route.Category);
}

/// <summary>Words for the steps.</summary>
public static class DisplacementNames
{
    public static string Of(DisplacementStep step) => step switch
    {
        DisplacementStep.Unchanged => "unchanged",
        DisplacementStep.Adjusted => "adjusted",
        DisplacementStep.Retimed => "retimed",
        DisplacementStep.Diverted => "diverted",
        DisplacementStep.Shifted => "shifted",
        DisplacementStep.Cancelled => "cancelled",
        _ => "without-place",
    };
}
