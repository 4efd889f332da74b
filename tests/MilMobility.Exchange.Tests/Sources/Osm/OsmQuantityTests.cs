using MilMobility.Exchange.Sources.Osm;

namespace MilMobility.Exchange.Tests.Sources.Osm;

public sealed class OsmQuantityTests
{
    [Theory]
    [InlineData("3.5", 3.5)]
    [InlineData("3.5 t", 3.5)]
    [InlineData("3.5t", 3.5)]
    [InlineData("3,5", 3.5)]
    [InlineData("3500 kg", 3.5)]
    [InlineData("10000 lbs", 4.5359237)]
    [InlineData("10 st", 9.0718474)]
    [InlineData("60;80", 60.0)]
    [InlineData("none;40", 40.0)]
    public void A_mass_is_in_tonnes_unless_it_says_otherwise(string text, double tonnes) =>
        Assert.Equal(tonnes, OsmQuantity.Tonnes(text).Value!.Value, 1e-9);

    [Theory]
    [InlineData("4", 4)]
    [InlineData("4.1 m", 4.1)]
    [InlineData("410 cm", 4.1)]
    [InlineData("13'6\"", 4.1148)] // 13 * 0.3048 + 6 * 0.0254
    [InlineData("13' 6\"", 4.1148)]
    [InlineData("13'6", 4.1148)]
    [InlineData("14'", 4.2672)]
    [InlineData("14 ft", 4.2672)]
    public void A_length_is_in_metres_unless_it_says_otherwise(string text, double metres) =>
        Assert.Equal(metres, OsmQuantity.Metres(text).Value!.Value, 1e-9);

    [Theory]
    [InlineData("80", 80)]
    [InlineData("50 mph", 80.4672)]
    [InlineData("50mph", 80.4672)]
    [InlineData("6 knots", 11.112)]
    [InlineData("walk", 5)]
    [InlineData("NL:urban", 50)]
    [InlineData("100|80", 80)]
    public void A_speed_is_in_kilometres_an_hour_unless_it_says_otherwise(string text, double kmh) =>
        Assert.Equal(kmh, OsmQuantity.Kmh(text).Value!.Value, 1e-9);

    [Theory]
    [InlineData("none")]
    [InlineData("default")]
    [InlineData("unsigned")]
    public void No_limit_is_understood_and_no_number(string text)
    {
        Assert.Equal(OsmLimit.None, OsmQuantity.Tonnes(text));
        Assert.Equal(OsmLimit.None, OsmQuantity.Metres(text));
        Assert.Equal(OsmLimit.None, OsmQuantity.Kmh(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("heavy")]
    [InlineData("below_default")]
    [InlineData("-3")]
    [InlineData("0")]
    [InlineData("3.5 x")]
    [InlineData("1e9")]
    [InlineData("3.5.5")]
    [InlineData("5;heavy")]
    [InlineData("∞")]
    public void What_is_not_understood_says_so(string text)
    {
        Assert.Equal(OsmLimit.Unknown, OsmQuantity.Tonnes(text));
        Assert.Equal(OsmLimit.Unknown, OsmQuantity.Metres(text));
        Assert.Equal(OsmLimit.Unknown, OsmQuantity.Kmh(text));
    }

    [Fact]
    public void A_mass_is_no_length_and_a_length_no_speed()
    {
        Assert.Equal(OsmLimit.Unknown, OsmQuantity.Metres("3.5 t"));
        Assert.Equal(OsmLimit.Unknown, OsmQuantity.Kmh("3.5 m"));
        Assert.Equal(OsmLimit.Unknown, OsmQuantity.Tonnes("13'6\""));
    }
}
