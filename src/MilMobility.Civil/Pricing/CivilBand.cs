namespace MilMobility.Civil.Pricing;

/// <summary>One price band of a rate resource in one hour.</summary>
/// <param name="Width">Units of use: pcu, paths or lockages.</param>
/// <param name="MicroEurosPerUnit">Civil cost of a unit, rising from band to band; 0 in a free band.</param>
/// <param name="DelayHoursPerUnit">Civil vehicle-, train- or barge-hours lost per unit.</param>
/// <param name="Lever">What happens to the civil traffic.</param>
public readonly record struct CivilBand(int Width, long MicroEurosPerUnit, double DelayHoursPerUnit, DisplacementLever Lever);

/// <summary>
/// What happens to civil traffic, mildest first. Residual: nothing. LaneLoss: it queues behind the column and passes within the
/// hour. Queue: it passes in a later hour. Wait: civil trains keep their paths and wait for the military one. The others are the steps of
/// the rail ladder.
/// </summary>
public enum DisplacementLever { Residual, LaneLoss, Queue, Wait, RetimeFreight, DivertFreight, CancelFreight, CancelPassenger }
