using MilMobility.Civil.Pricing;

namespace MilMobility.Civil.Tests;

public sealed class LaneLossTests
{
    /// <remarks>
    /// Two lanes of 2,000; demand 3,000; the column passes for 0.1 h. The queue grows at 3,000 - 2,000 = 1,000 an hour to 100 vehicles
    /// and clears at 4,000 - 3,000 = 1,000 an hour: a triangle of 0.2 h x 100 / 2 = 10 vehicle-hours.
    /// The column took 2,000 x 0.1 = 200 units: 0.05 h a unit.
    /// </remarks>
    [Fact]
    public void Delay_is_the_area_of_the_queue()
    {
        Assert.Equal(10.0 / 200, LaneLoss.HoursPerUnit(4000, 2, 3000, 0.1, 0.1), 12);
    }

    [Fact]
    public void No_queue_forms_while_the_other_lanes_carry_the_demand()
    {
        Assert.Equal(0, LaneLoss.HoursPerUnit(4000, 2, 2000, 0.1, 0.1));
    }

    /// <remarks>
    /// One lane of 1,800, demand 600: nobody overtakes, so the queue grows at 600 and clears at 1,200: 0.1 x 600 / 2,400.
    /// </remarks>
    [Fact]
    public void On_a_single_lane_everyone_waits_behind_the_column()
    {
        Assert.Equal(0.025, LaneLoss.HoursPerUnit(1800, 1, 600, 0.1, 0.1), 12);
    }
}
