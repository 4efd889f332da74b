using MilMobility.Planning.Serialisation;

namespace MilMobility.Planning.Tests;

/// <summary>The vectors of US ST 100-3 chapter 8, in whole metres and seconds, and roundings by hand.</summary>
public sealed class MarchArithmeticTests
{
    [Fact]
    public void Twenty_five_thousand_vehicles_at_ten_per_km_take_2500_km_and_over_four_days()
    {
        var metres = MarchArithmetic.RoadSpaceMetres(25_000, 10);
        Assert.Equal(2_500_000, metres);
        Assert.Equal(100 * 3600, MarchArithmetic.TravelSeconds(metres, 25));
    }

    [Theory]
    [InlineData(320_000, 30, 38_400)]  // 10.67 h
    [InlineData(155_000, 30, 18_600)]  // 5.17 h, one of four columns of 6,000 vehicles
    [InlineData(1, 60, 1)]             // 0.06 s, rounded up
    [InlineData(1_000, 50, 72)]
    public void A_column_passes_in_its_length_over_its_speed(int metres, int speed, int seconds) =>
        Assert.Equal(seconds, MarchArithmetic.PassSeconds(metres, speed, packets: 1, packetGapSeconds: 300));

    [Fact]
    public void Packet_gaps_come_on_top_of_the_pass_time()
    {
        // 50 vehicles of 12.5 m with 50 m: 3,125 m; packets of 20, so three, with two gaps of 180 s; at 45 km/h 250 s.
        Assert.Equal(3_125, MarchArithmetic.ColumnMetres(50 * 1250, 50, 50));
        Assert.Equal(3, MarchArithmetic.Packets(50, 20));
        Assert.Equal(250 + 360, MarchArithmetic.PassSeconds(3_125, 45, 3, 180));
    }
}
