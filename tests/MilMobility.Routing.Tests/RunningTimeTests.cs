using MilMobility.Domain.Units;
using MilMobility.Routing.Profiles;

namespace MilMobility.Routing.Tests;

/// <summary>Running times worked by hand: ceil(3.6 L / v), v the smaller of both speeds, the link's cut to whole km/h.</summary>
public sealed class RunningTimeTests
{
    [Theory]
    [InlineData(10_000, 100, 60, 100, 600)]
    [InlineData(10_000, 100, 60, 50, 720)]   // 50 km/h
    [InlineData(10_000, 33, 60, 50, 2250)]   // floor(16.5) = 16 km/h
    [InlineData(1, 100, 60, 100, 1)]         // 0.06 s, rounded up
    [InlineData(1_000, 80, 60, 1, 3600)]     // floor(0.8) = 0, at least 1 km/h
    public void The_running_time_is_rounded_up_from_whole_speeds(int metres, int link, int serial, int factor, int seconds) =>
        Assert.Equal(seconds, RunningTime.Seconds(metres, link, serial, factor));

    [Theory]
    [InlineData(TunnelRestrictionCode.None, 5, true)]
    [InlineData(TunnelRestrictionCode.E, 4, true)]
    [InlineData(TunnelRestrictionCode.E, 5, false)]
    [InlineData(TunnelRestrictionCode.D, 3, true)]
    [InlineData(TunnelRestrictionCode.D, 4, false)]
    [InlineData(TunnelRestrictionCode.C, 2, true)]
    [InlineData(TunnelRestrictionCode.C, 3, false)]
    [InlineData(TunnelRestrictionCode.B, 1, true)]
    [InlineData(TunnelRestrictionCode.B, 2, false)]
    public void A_tunnel_code_bars_its_own_category_and_those_beyond(TunnelRestrictionCode code, int category, bool allowed) =>
        Assert.Equal(allowed, FootprintLimits.TunnelAllows(code, category));
}
