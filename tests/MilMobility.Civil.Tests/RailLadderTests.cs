using MilMobility.Civil.Demand;
using MilMobility.Civil.Pricing;
using MilMobility.Domain.Scenarios;

namespace MilMobility.Civil.Tests;

public sealed class RailLadderTests
{
    private static readonly CivilParameters Parameters = new()
    {
        CarEurosPerHour = 10,
        RoadFreightEurosPerHour = 40,
        PassengerEurosPerHour = 10,
        FreightTrainEurosPerHour = 1000,
        BargeEurosPerHour = 200,
        ColumnPassHours = 0.06,
        FreightVehiclePcu = 2,
        PassengersPerIntercity = 300,
        PassengersPerSprinter = 100,
        PassengerCancelHours = 0.5,
        Retime = new CivilParameters.RailLever(0.5, 1),
        Divert = new CivilParameters.RailLever(0.75, 3),
        Cancel = new CivilParameters.RailLever(1, 24),
        Rail = RailScene.Rules,
        QueueHoursMax = 8,
    };

    /// <remarks>Capacity 12; 4 intercity, 2 sprinter, 4 freight: 2 paths are free. No lever is permitted, so that is all.</remarks>
    [Fact]
    public void Without_levers_there_is_only_the_residual()
    {
        var bands = RailLadder.Of(12, 4, 2, 4, Regime(0, RailLevers.None), Parameters);

        var band = Assert.Single(bands);
        Assert.Equal((2, 0L), (band.Width, band.MicroEurosPerUnit));
    }

    /// <remarks>
    /// Of 4 freight paths: half may be retimed (2, 1 h of 1,000 EUR), up to three quarters diverted (1 more, 3 h), the last
    /// cancelled (24 h); then 2 sprinters (0.5 h x 100 x 10 EUR = 500, but never below the step before) and 4 intercities.
    /// </remarks>
    [Fact]
    public void Each_step_of_the_ladder_takes_its_share_at_its_price()
    {
        const RailLevers All = RailLevers.RetimeFreight | RailLevers.DivertFreight | RailLevers.CancelFreight | RailLevers.CancelPassenger;
        var bands = RailLadder.Of(12, 4, 2, 4, Regime(0, All), Parameters);

        Assert.Equal([2, 2, 1, 1, 2, 4], bands.Select(b => b.Width));
        Assert.Equal(
            [0L, 1_000_000_000, 3_000_000_000, 24_000_000_000, 24_000_000_000, 24_000_000_000],
            bands.Select(b => b.MicroEurosPerUnit));
        Assert.Equal(12, bands.Sum(b => b.Width));
    }

    /// <remarks>A floor of 75 % protects 3 of 4 freight paths: retiming may take one, although its share alone would allow two.</remarks>
    [Fact]
    public void The_floor_protects_its_share_of_the_freight()
    {
        var bands = RailLadder.Of(12, 4, 2, 4, Regime(75, RailLevers.RetimeFreight | RailLevers.CancelFreight), Parameters);

        Assert.Equal([2, 1], bands.Select(b => b.Width));
    }

    /// <remarks>Demand 2.5 + 1.5 freight of capacity 5: residual 1 (5 - 4). Retime 0.75 path makes 1.75: no whole path more.</remarks>
    [Fact]
    public void Parts_of_a_path_are_not_sold()
    {
        var bands = RailLadder.Of(5, 2.5, 0, 1.5, Regime(0, RailLevers.RetimeFreight), Parameters);

        Assert.Equal([1], bands.Select(b => b.Width));
    }

    private static LegalRegime Regime(int floorPercent, RailLevers levers) => new(0, floorPercent, 0, levers, "test");
}
