using MilMobility.Domain.Units;

namespace MilMobility.Domain.Tests.Units;

/// <summary>Enumerations whose order the program relies on: a larger value is the stricter, or the larger, one.</summary>
public sealed class OrderedCodeTests
{
    [Fact]
    public void Markings_rise_from_public_to_departmental_confidential()
    {
        ClassificationMarking[] rising =
            [ClassificationMarking.Public, ClassificationMarking.Internal, ClassificationMarking.DepartmentalConfidential];
        Assert.Equal(rising, Enum.GetValues<ClassificationMarking>().Order());
        Assert.True(ClassificationMarking.Public < ClassificationMarking.Internal);
        Assert.True(ClassificationMarking.Internal < ClassificationMarking.DepartmentalConfidential);
    }

    [Fact]
    public void Loading_gauges_rise_from_small_to_large() =>
        Assert.Equal([LoadingGauge.G1, LoadingGauge.GA, LoadingGauge.GB, LoadingGauge.GC], Enum.GetValues<LoadingGauge>().Order());

    // ADR 8.6.3: code B is barred from the most categories (B-E), E from E alone, none from nothing.
    [Fact]
    public void Tunnel_codes_rise_with_the_categories_that_they_bar()
    {
        TunnelRestrictionCode[] rising =
        [
            TunnelRestrictionCode.None, TunnelRestrictionCode.E, TunnelRestrictionCode.D, TunnelRestrictionCode.C,
            TunnelRestrictionCode.B,
        ];
        Assert.Equal(rising, Enum.GetValues<TunnelRestrictionCode>().Order());
    }

    [Fact]
    public void Wheeled_and_tracked_classes_of_the_same_number_are_different_things() =>
        Assert.False(new WheeledLoadClass(70).Equals((object)new TrackedLoadClass(70)));
}
