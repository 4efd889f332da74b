using MilMobility.Exchange.Projection;

namespace MilMobility.Exchange.Tests.Projection;

/// <summary>
/// Against the control points of the Kadaster's "RDNAPTRANS 2008 test sheet" (its points inside the correction grid), as
/// reprinted in openearth/matlab-tools, convertCoordinates_test_RDNAPTRANS.m. Their coordinates hold the correction of up to
/// 0.25 m that the seven-parameter shift leaves out; their heights of up to 246 m matter less than a millimetre.
/// </summary>
public sealed class RdNewTests
{
    /// <summary>The correction that is not applied, and a rounding of the control points' digits, metres.</summary>
    private const double MetresMax = 0.25;

    private const double MetresPerDegree = 111_195;

    public static TheoryData<string, double, double, double, double> ControlPoints => new()
    {
        { "Texel", 53.160753042, 4.824761912, 117380.1200, 575040.3400 },
        { "Noord-Groningen", 53.419482050, 6.776726674, 247380.5600, 604580.7800 },
        { "Amersfoort", 52.155172897, 5.387203657, 155000.0000, 463000.0000 },
        { "Zeeuws-Vlaanderen", 51.368607152, 3.397588595, 16460.9100, 377380.2300 },
        { "Zuid-Limburg", 50.792584916, 5.773795548, 182260.4500, 311480.6700 },
        { "Maasvlakte", 51.947393898, 4.072887101, 64640.8900, 440700.0100 },
    };

    [Theory]
    [MemberData(nameof(ControlPoints))]
    public void A_control_point_lies_within_the_stated_accuracy_both_ways(string name, double lat, double lon, double x, double y)
    {
        var (foundX, foundY) = RdNew.FromWgs84(lat, lon);
        Assert.True(double.Hypot(foundX - x, foundY - y) <= MetresMax, $"{name}: ({foundX}, {foundY})");

        var (foundLat, foundLon) = RdNew.ToWgs84(x, y);
        var north = (foundLat - lat) * MetresPerDegree;
        var east = (foundLon - lon) * MetresPerDegree * Math.Cos(lat * Math.PI / 180);
        Assert.True(double.Hypot(north, east) <= MetresMax, $"{name}: ({foundLat}, {foundLon}) is {double.Hypot(north, east)} m off");
        Assert.True(RdNew.Covers(x, y));
    }

    [Fact]
    public void The_origin_without_the_datum_shift_would_be_a_hundred_metres_off()
    {
        // 52 09 22.178 N 5 23 15.500 E are the origin's coordinates on the Bessel ellipsoid: about 110 m north of its WGS84 ones.
        var (lat, lon) = RdNew.ToWgs84(155_000, 463_000);
        Assert.InRange((52.15616055555555 - lat) * MetresPerDegree, 100, 120);
        Assert.InRange((5.38763888888889 - lon) * MetresPerDegree * Math.Cos(lat * Math.PI / 180), 20, 40);
    }

    [Fact]
    public void There_and_back_again_is_the_same_point_to_two_centimetres_everywhere()
    {
        for (var x = 0; x <= 300_000; x += 25_000)
        {
            for (var y = 300_000; y <= 625_000; y += 25_000)
            {
                var (lat, lon) = RdNew.ToWgs84(x, y);
                var (backX, backY) = RdNew.FromWgs84(lat, lon);
                Assert.InRange(double.Hypot(backX - x, backY - y), 0, 0.02);
            }
        }
    }

    [Fact]
    public void Many_points_at_once_are_the_same_points_from_any_number_of_threads_and_cost_no_memory()
    {
        var xs = Enumerable.Range(0, 10_000).Select(i => 10_000.0 + (i * 27)).ToArray();
        var ys = Enumerable.Range(0, 10_000).Select(i => 310_000.0 + (i * 30)).ToArray();
        var one = xs.Zip(ys, (x, y) => RdNew.ToWgs84(x, y)).ToArray();
        Parallel.For(0, 8, _ =>
        {
            var (lons, lats) = ((double[])xs.Clone(), (double[])ys.Clone());
            var before = GC.GetAllocatedBytesForCurrentThread();
            RdNew.ToWgs84(lons, lats);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000);
            Assert.Equal(one, lats.Zip(lons).Select(p => (p.First, p.Second)));
            RdNew.FromWgs84(lons, lats);
            Assert.InRange(Math.Abs(lons[5_000] - xs[5_000]) + Math.Abs(lats[5_000] - ys[5_000]), 0, 0.03);
        });
    }

    [Fact]
    public void A_point_that_cannot_be_Dutch_is_not_covered()
    {
        Assert.False(RdNew.Covers(5.387, 52.155));
        Assert.False(RdNew.Covers(155_000, 6_800_000));
    }
}
