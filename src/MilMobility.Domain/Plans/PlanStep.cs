using System.Text.Json.Serialization;
using MilMobility.Domain.Units;

namespace MilMobility.Domain.Plans;

/// <summary>One step of a serial; times are the head's, in seconds since the scenario's start.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(MoveStep), "move")]
[JsonDerivedType(typeof(HoldStep), "hold")]
[JsonDerivedType(typeof(TransferStep), "transfer")]
public abstract record PlanStep(int StartSeconds, int EndSeconds);

/// <summary>Over a link, from one end to the other.</summary>
public sealed record MoveStep(string Link, string From, string To, TransportMode Mode, int StartSeconds, int EndSeconds)
    : PlanStep(StartSeconds, EndSeconds);

/// <summary>At a node.</summary>
public sealed record HoldStep(string Node, TransportMode Mode, int StartSeconds, int EndSeconds)
    : PlanStep(StartSeconds, EndSeconds);

/// <summary>Between the modes of a place.</summary>
public sealed record TransferStep(string Transfer, string From, string To, int StartSeconds, int EndSeconds)
    : PlanStep(StartSeconds, EndSeconds);
