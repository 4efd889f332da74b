namespace MilMobility.Domain.Units;

/// <summary>
/// Military load class of a wheeled vehicle, or the wheeled class of a bridge (STANAG 2021). Never compared with a tracked class.
/// </summary>
public readonly record struct WheeledLoadClass(int Value);

/// <summary>
/// Military load class of a tracked vehicle, or the tracked class of a bridge (STANAG 2021). Never compared with a wheeled class.
/// </summary>
public readonly record struct TrackedLoadClass(int Value);
