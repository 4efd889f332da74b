using System.Globalization;
using MilMobility.Domain.Units;

namespace MilMobility.Domain.Tests.Units;

public sealed class MoneyTests
{
    // w EUR per hour is w * 1e6 / 3600 = w * 277.777... micro-euros per second.
    [Theory]
    [InlineData("10", 2_778)] // 2,777.8
    [InlineData("200", 55_556)] // 55,555.6
    [InlineData("100", 27_778)] // 27,777.8
    [InlineData("3.6", 1_000)]
    [InlineData("0.0018", 1)] // exactly a half, away from zero
    [InlineData("-0.0018", -1)]
    [InlineData("0.0017", 0)] // 0.47
    [InlineData("0.0054", 2)] // exactly one and a half: to even would give 2 as well
    [InlineData("0.009", 3)] // exactly two and a half: to even would give 2
    [InlineData("0", 0)]
    public void A_weight_per_hour_is_rounded_once_to_micro_euros_per_second(string eurosPerHour, long expected) =>
        Assert.Equal(expected, Money.PerSecond(decimal.Parse(eurosPerHour, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("1", 1_000_000)]
    [InlineData("0.0000005", 1)]
    [InlineData("-0.0000005", -1)]
    [InlineData("0.0000025", 3)]
    [InlineData("50000", 50_000_000_000)]
    public void Euros_become_whole_micro_euros_rounded_half_away_from_zero(string euros, long expected) =>
        Assert.Equal(expected, Money.FromEuros(decimal.Parse(euros, CultureInfo.InvariantCulture)));

    [Fact]
    public void Micro_euros_become_euros_without_loss()
    {
        Assert.Equal(12_439.395397m, Money.ToEuros(12_439_395_397));
        Assert.Equal(9_223_372_036_854_775_807, Money.FromEuros(Money.ToEuros(long.MaxValue)));
    }

    [Fact]
    public void A_corps_of_unmoved_vehicles_at_the_highest_weight_fits_into_the_number()
    {
        // 22,000 vehicles x EUR 50,000 x factor 4 = 4.4e9 EUR = 4.4e15 micro-euros, far below 9.2e18.
        Assert.Equal(4_400_000_000_000_000, Money.FromEuros(22_000m * 50_000m * 4m));
    }
}
