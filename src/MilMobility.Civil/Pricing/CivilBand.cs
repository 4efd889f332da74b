namespace MilMobility.Civil.Pricing;

/// <summary>One price band of a rate resource in one hour.</summary>
/// <param name="Width">Units of use: pcu, paths or lockages.</param>
/// <param name="MicroEurosPerUnit">Civil cost of a unit, rising from band to band; 0 in the free band.</param>
/// <param name="DelayHoursPerUnit">Civil vehicle-, train- or barge-hours lost per unit.</param>
/// <param name="Lever">What happens to the civil traffic.</param>
public readonly record struct CivilBand(int Width, long MicroEurosPerUnit, double DelayHoursPerUnit, DisplacementLever Lever);

/// <summary>What displaces civil traffic, mildest first; the free band displaces nothing.</summary>
public enum DisplacementLever { Residual, Queue, RetimeFreight, DivertFreight, CancelFreight, CancelPassenger }
