namespace MilMobility.Reporting.Audiences.Parliament;

/// <summary>How public numbers are rounded; each on its own, so that sums may differ in the last digit.</summary>
internal static class Rounding
{
    private const int CountStep = 5;

    /// <summary>To the nearest five.</summary>
    public static double Count(double value) => Math.Round(value / CountStep, MidpointRounding.AwayFromZero) * CountStep;

    /// <summary>To two significant digits.</summary>
    public static double TwoDigits(double value)
    {
        if (value == 0 || !double.IsFinite(value)) return 0;
        var scale = (decimal)Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) - 1);
        // In decimals, so that 0.87 is written so and not as its nearest binary fraction.
        return scale == 0 ? 0 : (double)(Math.Round((decimal)value / scale, MidpointRounding.AwayFromZero) * scale);
    }

    /// <summary>
    /// To two significant digits and to the unit's step where that is coarser; half a step, with its sign, for what is less than a step.
    /// </summary>
    public static double ToStep(double value, string unit)
    {
        var step = (decimal)PublicSteps.Of(unit);
        // From ten steps on two digits are the coarser ones; rounding twice would round up what is below the middle.
        if (value == 0 || !double.IsFinite(value) || Math.Abs(value) >= 10 * (double)step) return TwoDigits(value);
        return Math.Abs(value) < (double)step
            ? (double)(Math.Sign(value) * step / 2) : (double)(Math.Round((decimal)value / step, MidpointRounding.AwayFromZero) * step);
    }

    /// <summary>A number from 0 to 1, to the nearest twentieth.</summary>
    public static double Twentieth(double value) => Math.Round(Math.Clamp(value, 0, 1) * 20, MidpointRounding.AwayFromZero) / 20;

    /// <summary>A share from 0 to 1 in whole percents, upwards: never better than it is.</summary>
    public static double PercentUp(double share) => Math.Ceiling(Math.Round(Math.Clamp(share, 0, 1) * 100, 9));
}
