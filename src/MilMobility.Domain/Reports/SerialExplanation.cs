using MilMobility.Domain.Sentences;
using MilMobility.Domain.Units;

namespace MilMobility.Domain.Reports;

/// <summary>
/// Why the serials of a plan go as they do, and what binds them. Computed by the planner's own search in the finished plan, each serial
/// alone with all others where they are; for readers who may see rankings of assets.
/// </summary>
/// <param name="Serials">One for each serial, in order of id.</param>
/// <param name="Bottlenecks">Where serials wait for others, dearest first.</param>
/// <param name="Method">How the figures were made and what they are not, in sentences.</param>
public sealed record RunExplanations(
    IReadOnlyList<SerialExplanation> Serials, IReadOnlyList<Bottleneck> Bottlenecks, IReadOnlyList<Sentence> Method)
{
    /// <summary>Of a run folder that was written before runs were explained, or for a reader who may not see them.</summary>
    public static RunExplanations None { get; } = new([], [], []);
}

/// <summary>Why one serial goes as it does.</summary>
public sealed record SerialExplanation
{
    /// <summary>Serial id.</summary>
    public required string Serial { get; init; }
    /// <summary>The answer in one or two sentences; times are local with their offset.</summary>
    public required Sentence Why { get; init; }
    /// <summary>Its journey in the plan; null for a serial that does not move.</summary>
    public JourneyOutline? Journey { get; init; }
    /// <summary>What it costs in the plan: the civil term is what the plan would save without it; its penalty if it stays.</summary>
    public required CostTerms Own { get; init; }
    /// <summary>The cheapest journey it could make if nobody else moved; null when it has none.</summary>
    public JourneyOutline? Independent { get; init; }
    /// <summary>Cost of <see cref="Independent"/>; null when there is none.</summary>
    public CostTerms? IndependentCost { get; init; }
    /// <summary>What keeps it from <see cref="Independent"/>, in order of its journey; empty when nothing does.</summary>
    public required IReadOnlyList<BindingResource> Binds { get; init; }
    /// <summary>Other ways that fit the plan as it stands, cheapest first within a kind, in the order of the kinds.</summary>
    public required IReadOnlyList<SerialAlternative> Alternatives { get; init; }
    /// <summary>What sharing the network costs it: own less independent cost, micro-euros; null without an independent journey.</summary>
    public long? SharingMicroEuros => IndependentCost is { } alone ? Own.TotalMicroEuros - alone.TotalMicroEuros : null;
}

/// <summary>A journey in short; times are seconds since the scenario's start.</summary>
/// <param name="Modes">Modes in order of use.</param>
/// <param name="Route">Roads, lines and fairways in order: <c>A15, A50 | Betuweroute</c>, a bar between modes.</param>
/// <param name="From">Node id of its start.</param>
/// <param name="To">Node id of its end.</param>
/// <param name="Km">Length.</param>
/// <param name="StartSeconds">Head's departure from its first node, or the start of its first transfer.</param>
/// <param name="FinishSeconds">Tail's arrival.</param>
public sealed record JourneyOutline(
    IReadOnlyList<TransportMode> Modes, string Route, string From, string To, double Km, int StartSeconds, int FinishSeconds);

/// <summary>Terms of a serial's cost, micro-euros at the scenario's weights.</summary>
/// <param name="Time">Movement time, from its ready time on.</param>
/// <param name="Lateness">Lateness, with its priority.</param>
/// <param name="Operating">Vehicles, trains, barges and transfers.</param>
/// <param name="Civil">What it adds to the civil prices that the plan pays.</param>
/// <param name="Unmoved">Penalty for staying.</param>
public sealed record CostTerms(long Time, long Lateness, long Operating, long Civil, long Unmoved = 0)
{
    public long TotalMicroEuros => Time + Lateness + Operating + Civil + Unmoved;

    public static CostTerms operator -(CostTerms a, CostTerms b) => new(
        a.Time - b.Time, a.Lateness - b.Lateness, a.Operating - b.Operating, a.Civil - b.Civil, a.Unmoved - b.Unmoved);
}

/// <summary>A resource that is taken, or dearer, where a serial would want it.</summary>
/// <param name="Kind">
/// <c>link</c>, <c>capacity</c> (civil floor or price of an hour), <c>lock</c>, <c>hold</c>, <c>transfer</c>, <c>pool</c> or <c>cap</c>.
/// </param>
/// <param name="Resource">Link, node, transfer or pool id.</param>
/// <param name="FromSeconds">First second for which the serial would want it.</param>
/// <param name="ToSeconds">Second after the last.</param>
/// <param name="HeldBy">Serials that have it then.</param>
/// <param name="Words">The same with its values, in words.</param>
public sealed record BindingResource(
    string Kind, string Resource, int FromSeconds, int ToSeconds, IReadOnlyList<string> HeldBy, Sentence Words)
{
    /// <summary>Name of the resource as people know it.</summary>
    public Sentence Name { get; init; } = Sentence.AsIs("");

    /// <summary>
    /// What the serial would save if there were room for it there beside <see cref="HeldBy"/>: searched anew with what they hold there
    /// out of its way, all else as it is. At least 0; null where it was not computed.
    /// </summary>
    public long? WorthMicroEuros { get; init; }
}

/// <summary>Another way that fits the plan as it stands.</summary>
/// <param name="Kind"><c>mode</c>, <c>route</c>, <c>exit</c>, <c>earlier</c> or <c>later</c>.</param>
/// <param name="Change">What is changed, in words.</param>
/// <param name="Journey">Its journey; null when there is none, which <paramref name="Change"/> then says.</param>
/// <param name="Delta">Its cost less the serial's own in the plan, by term; null without a journey.</param>
public sealed record SerialAlternative(string Kind, Sentence Change, JourneyOutline? Journey, CostTerms? Delta);

/// <summary>A resource in an hour for which serials would pay.</summary>
/// <param name="Kind">As in <see cref="BindingResource"/>.</param>
/// <param name="Resource">Link, node, transfer or pool id.</param>
/// <param name="Name">Its name as people know it.</param>
/// <param name="Hour">Hour since the scenario's start.</param>
/// <param name="WorthMicroEuros">What one unit more there, then, would save the serial that gains most.</param>
/// <param name="Serials">Serials that would gain, the one that gains most first.</param>
public sealed record Bottleneck(
    string Kind, string Resource, Sentence Name, int Hour, long WorthMicroEuros, IReadOnlyList<string> Serials);
